package examples

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestREADME sees that the question and the answer that README shows are those
// of the first example, whose answer is tested against a server.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```graphql\n(.*?)```\n\n```json\n(.*?)```").FindSubmatch(readme)
	if shown == nil {
		t.Fatal("README.md shows no question with its answer")
	}
	query, err := os.ReadFile("01-funds-of-japan.graphql")
	if err != nil {
		t.Fatal(err)
	}
	if _, asked, _ := strings.Cut(string(query), "\n"); asked != string(shown[1]) {
		t.Errorf("README.md asks\n%s\nthe example asks\n%s", shown[1], asked)
	}
	golden, err := os.ReadFile("01-funds-of-japan.json")
	if err != nil {
		t.Fatal(err)
	}
	var got, want any
	if err := json.Unmarshal(shown[2], &got); err != nil {
		t.Fatalf("README.md's answer: %v", err)
	}
	if err := json.Unmarshal(golden, &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("README.md answers\n%s\nthe example answers\n%s", shown[2], golden)
	}
}

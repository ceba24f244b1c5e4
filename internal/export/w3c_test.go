package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// w3cTests is the folder of the W3C's RDF 1.1 tests.
func w3cTests(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above the test")
	}
	tests := filepath.Join(dir, "..", "shared", "w3c-rdf-tests", "rdf", "rdf11")
	if _, err := os.Stat(tests); err != nil {
		t.Skipf("the W3C's RDF tests are not there: put github.com/w3c/rdf-tests at %s to run them", filepath.Dir(filepath.Dir(tests)))
	}
	return tests
}

// w3cEntry is how the manifests write a test: its type, then its file.
var w3cEntry = regexp.MustCompile(`(?s)rdft:TestN(?:Quads|Triples)(Positive|Negative)Syntax\s*;.*?mf:action\s*<([^>]+)>`)

func TestW3C(t *testing.T) {
	for _, suite := range []struct {
		folder             string
		positive, negative int
	}{
		{"rdf-n-quads", 53, 34},
		{"rdf-n-triples", 41, 29},
	} {
		t.Run(suite.folder, func(t *testing.T) {
			folder := filepath.Join(w3cTests(t), suite.folder)
			manifest, err := os.ReadFile(filepath.Join(folder, "manifest.ttl"))
			if err != nil {
				t.Fatal(err)
			}
			ran := make(map[string]int)
			for _, entry := range w3cEntry.FindAllStringSubmatch(string(manifest), -1) {
				kind, name := entry[1], entry[2]
				ran[kind]++
				t.Run(name, func(t *testing.T) {
					text, err := os.ReadFile(filepath.Join(folder, name))
					if err != nil {
						t.Fatal(err)
					}
					n, err := countQuads(string(text))
					if (err == nil) != (kind == "Positive") {
						t.Errorf("a %s syntax test: got %d quads and error %v; text:\n%s", strings.ToLower(kind), n, err, text)
					}
				})
			}
			if ran["Positive"] != suite.positive || ran["Negative"] != suite.negative {
				t.Errorf("ran %v, want %d positive and %d negative tests", ran, suite.positive, suite.negative)
			}
		})
	}
}

// countQuads reads to the first error.
func countQuads(text string) (n int, err error) {
	r := NewNQuadsReader(strings.NewReader(text))
	for ; ; n++ {
		if _, err := r.ReadQuad(); errors.Is(err, io.EOF) {
			return n, nil
		} else if err != nil {
			return n, err
		}
	}
}

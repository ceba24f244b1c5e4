package graph_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/server"
	"github.com/aseangraph/aseangraph/schema"
)

var update = flag.Bool("update", false, "write the answers anew")

// serve starts the whole server on the shipped data and gives the address of
// its GraphQL endpoint.
func serve(t *testing.T) string {
	t.Helper()
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	limits := server.DefaultLimits
	limits.TimeoutMillis = 600_000 // however slow the machine
	s := httptest.NewServer(server.New(func() *edition.Edition { return e }, limits, slog.New(slog.DiscardHandler)))
	t.Cleanup(s.Close)
	return s.URL + "/graphql"
}

// ask gives the answer to a question, laid out.
func ask(t *testing.T, address, question string) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": question})
	if err != nil {
		t.Fatal(err)
	}
	got, err := http.Post(address, "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	answer, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	var laidOut bytes.Buffer
	if err := json.Indent(&laidOut, answer, "", "  "); err != nil {
		t.Fatalf("the answer is no JSON: %v\n%s", err, answer)
	}
	return laidOut.Bytes()
}

// Each question in examples and testdata has its answer beside it.
func TestAnswers(t *testing.T) {
	address := serve(t)
	for _, folder := range []string{"examples", "testdata"} {
		files, err := filepath.Glob(folder + "/*.graphql")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no questions: %v", folder, err)
		}
		for _, file := range files {
			t.Run(file, func(t *testing.T) { compare(t, address, file) })
		}
	}
}

func compare(t *testing.T, address, file string) {
	question, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := ask(t, address, string(question))
	if again := ask(t, address, string(question)); !bytes.Equal(got, again) {
		t.Errorf("asked twice, it answers\n%s\nand\n%s", got, again)
	}
	golden := strings.TrimSuffix(file, ".graphql") + ".json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s\nWhere the new answer is right: go test ./graph -update", got, want)
	}
}

func TestExamplesAreTitled(t *testing.T) {
	examples := graph.Examples()
	if len(examples) == 0 {
		t.Fatal("there are no examples")
	}
	for _, e := range examples {
		if e.Name == "" || strings.HasPrefix(e.Name, "{") || !strings.HasSuffix(e.Name, "?") {
			t.Errorf("%q is no question; begin the file with # and the question", e.Name)
		}
	}
}

// The dataset's version is told, and changes with the data; so it is in no answer kept here.
func TestVersion(t *testing.T) {
	var answer struct {
		Data struct{ Dataset struct{ Version string } }
	}
	if err := json.Unmarshal(ask(t, serve(t), "{ dataset { version } }"), &answer); err != nil {
		t.Fatal(err)
	}
	if got := answer.Data.Dataset.Version; len(got) != 12 {
		t.Errorf("the version is %q, want 12 digits", got)
	}
}

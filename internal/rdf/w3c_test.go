package rdf_test

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/rdf"
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

// How the manifests write a test: its type, its file and, where it is one of
// evaluation, the file with the quads that must come out.
var (
	w3cEntry  = regexp.MustCompile(`(?s)\n<#[^>]+>.*?\n\s*\.`)
	w3cKind   = regexp.MustCompile(`rdft:Test(?:Turtle|Trig|NQuads|NTriples)(\w+)`)
	w3cAction = regexp.MustCompile(`mf:action\s*<([^>]+)>`)
	w3cResult = regexp.MustCompile(`mf:result\s*<([^>]+)>`)
	w3cBase   = regexp.MustCompile(`mf:assumedTestBase\s*<([^>]+)>`)
)

// suite is one folder of tests.
type suite struct {
	folder string
	read   func(r io.Reader, base string) iter.Seq2[quad.Quad, error]
	counts map[string]int // of tests by kind
}

func nquads(r io.Reader, _ string) iter.Seq2[quad.Quad, error] { return rdf.ReadNQuads(r) }

func TestW3C(t *testing.T) {
	for _, s := range []suite{
		{"rdf-n-quads", nquads, map[string]int{"PositiveSyntax": 53, "NegativeSyntax": 34}},
		{"rdf-n-triples", nquads, map[string]int{"PositiveSyntax": 41, "NegativeSyntax": 29}},
		{"rdf-turtle", rdf.ReadTurtle, map[string]int{"PositiveSyntax": 74, "NegativeSyntax": 94, "Eval": 145}},
		{"rdf-trig", rdf.ReadTriG, map[string]int{"PositiveSyntax": 98, "NegativeSyntax": 115, "Eval": 143}},
	} {
		t.Run(s.folder, func(t *testing.T) { s.run(t, filepath.Join(w3cTests(t), s.folder)) })
	}
}

func (s suite) run(t *testing.T, folder string) {
	manifest := readFile(t, filepath.Join(folder, "manifest.ttl"))
	base := ""
	if found := w3cBase.FindStringSubmatch(manifest); found != nil {
		base = found[1]
	}
	ran := make(map[string]int)
	for _, entry := range w3cEntry.FindAllString(manifest, -1) {
		kind, name := w3cKind.FindStringSubmatch(entry)[1], w3cAction.FindStringSubmatch(entry)[1]
		ran[kind]++
		t.Run(name, func(t *testing.T) {
			text := readFile(t, filepath.Join(folder, name))
			got, err := all(s.read(strings.NewReader(text), base+name))
			if slowly, err2 := all(s.read(iotest.OneByteReader(strings.NewReader(text)), base+name)); !slices.Equal(got, slowly) || fmt.Sprint(err) != fmt.Sprint(err2) {
				t.Errorf("byte by byte: got %v and error %v, want %v and %v", slowly, err2, got, err)
			}
			if (err != nil) != strings.HasPrefix(kind, "Negative") {
				t.Fatalf("a test of %s: got %d quads and error %v; text:\n%s", kind, len(got), err, text)
			}
			if kind == "Eval" {
				want, err := readAll(readFile(t, filepath.Join(folder, w3cResult.FindStringSubmatch(entry)[1])))
				if err != nil {
					t.Fatal(err)
				}
				if !isomorphic(got, want) {
					t.Errorf("got\n%swant\n%stext:\n%s", written(t, got), written(t, want), text)
				}
			}
		})
	}
	for kind, want := range s.counts {
		if ran[kind] != want {
			t.Errorf("ran %d tests of %s, want %d", ran[kind], kind, want)
		}
	}
	if len(ran) != len(s.counts) {
		t.Errorf("ran tests of the kinds %v, want those of %v", ran, s.counts)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

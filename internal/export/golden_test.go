package export

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

var update = flag.Bool("update", false, "rewrite the golden files of testdata")

// golden compares what write writes, twice, with a file of testdata.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var got, again bytes.Buffer
	for _, w := range []io.Writer{&got, &again} {
		if err := write(w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got.Bytes(), again.Bytes()) {
		t.Errorf("%s: written twice, it differs", name)
	}
	file := filepath.Join("testdata", "drawn", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got.Bytes(), want) {
		return
	}
	lines, wanted := strings.SplitAfter(got.String(), "\n"), strings.SplitAfter(string(want), "\n")
	for n := range max(len(lines), len(wanted)) {
		if n >= len(lines) || n >= len(wanted) || lines[n] != wanted[n] {
			t.Fatalf("%s differs from line %d on: go test -update shows how\ngot:\n%s", name, n+1, got.String())
		}
	}
}

func TestFormatsGolden(t *testing.T) {
	selection := drawn(t)
	for _, f := range Formats() {
		t.Run(f.Name, func(t *testing.T) {
			golden(t, f.Name+f.Extension, func(w io.Writer) error { return f.Write(w, selection) })
		})
	}
}

func TestVocabularyGolden(t *testing.T) {
	s := drawn(t)
	golden(t, "ontology.ttl", func(w io.Writer) error { return WriteOntology(w, s.Ontology, s.Vocabulary) })
	golden(t, "shapes.ttl", func(w io.Writer) error { return WriteShapes(w, s.Ontology, s.Vocabulary) })
	golden(t, "context.jsonld", func(w io.Writer) error { return WriteContext(w, s.Ontology, s.Vocabulary) })
}

func TestDescriptionGolden(t *testing.T) {
	s := drawn(t)
	released, err := edtf.Parse("2001-05-02")
	if err != nil {
		t.Fatal(err)
	}
	r := Release{Title: `What "documents" say`, Licence: "CC-BY-4.0", Released: released, Version: "0123456789ab"}
	golden(t, "description.ttl", func(w io.Writer) error { return WriteDescription(w, s, r) })
}

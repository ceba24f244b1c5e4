package conformance

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// portion is the edition of a part of the shipped data: the documents whose
// text was read sentence by sentence, and one in fifty of the others. The whole
// takes the suites minutes.
func portion(t *testing.T) *edition.Edition {
	t.Helper()
	part := fstest.MapFS{}
	documents := 0
	err := fs.WalkDir(data.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Dir(name) == "compiled" {
			return err
		}
		text, err := fs.ReadFile(data.FS, name)
		if path.Dir(name) == "documents" {
			if documents++; documents%50 != 0 && !bytes.Contains(text, []byte("\nsha256:")) {
				return err
			}
		}
		part[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: part})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// exported writes an edition in every format, with all its things or those that
// statements speak of, and its vocabulary, and gives their folder.
func exported(t *testing.T, e *edition.Edition, whole bool) string {
	t.Helper()
	var words statement.Vocabulary
	all := export.Select(e.Ontology, words, e.Dataset.Entities, e.Dataset.Documents, e.Dataset.Statements)
	if !whole { // without what none of its statements speaks of
		all = all.Only(func(*statement.Statement) bool { return true })
	}
	folder := t.TempDir()
	write := func(name string, to func(io.Writer) error) {
		file, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := to(file); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range export.Formats() {
		write(f.Name+f.Extension, func(w io.Writer) error { return f.Write(w, all) })
	}
	write("ontology.ttl", func(w io.Writer) error { return export.WriteOntology(w, e.Ontology, words) })
	write("shapes.ttl", func(w io.Writer) error { return export.WriteShapes(w, e.Ontology, words) })
	write("context.jsonld", func(w io.Writer) error { return export.WriteContext(w, e.Ontology, words) })
	return folder
}

func TestExportsAreReadByOthers(t *testing.T) {
	npm(t, []string{"EXPORTS=" + exported(t, portion(t), false)}, "exports")
}

func TestGraphQLAndSPARQLAgree(t *testing.T) {
	e := portion(t)
	npm(t, []string{"EXPORTS=" + exported(t, e, true), "GRAPHQL_URL=" + serveEdition(t, e) + "/graphql"}, "questions")
}

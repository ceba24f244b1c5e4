package conformance

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// exported writes the shipped data in every format, and its vocabulary, and
// gives their folder.
func exported(t *testing.T) string {
	t.Helper()
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	var words statement.Vocabulary
	all := export.Select(e.Ontology, words, e.Dataset.Entities, e.Dataset.Documents, e.Dataset.Statements)
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

func TestExportsAreReadByOthers(t *testing.T) { npm(t, []string{"EXPORTS=" + exported(t)}, "exports") }

func TestGraphQLAndSPARQLAgree(t *testing.T) {
	npm(t, []string{"EXPORTS=" + exported(t), "GRAPHQL_URL=" + serve(t) + "/graphql"}, "questions")
}

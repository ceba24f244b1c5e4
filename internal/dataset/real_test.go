package dataset_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/schema"
)

// embedded reads the embedded data with the ontology of the project.
func embedded(t *testing.T) (*dataset.Dataset, *ontology.Ontology) {
	t.Helper()
	onto, err := ontology.Read(schema.FS)
	if err != nil {
		t.Fatal(err)
	}
	d, err := dataset.Read(data.FS, onto)
	if err != nil {
		t.Fatal(err)
	}
	return d, onto
}

func TestRealDataIsRight(t *testing.T) {
	d, onto := embedded(t)
	if len(d.Statements) == 0 || len(d.Entities) == 0 || len(d.Documents) == 0 {
		t.Fatalf("got %d statements, %d entities, %d documents", len(d.Statements), len(d.Entities), len(d.Documents))
	}
	for _, complaint := range d.Check(onto) {
		t.Error(complaint)
	}
}

func TestRealDataIsProved(t *testing.T) {
	d, _ := embedded(t)
	report, complaints := d.Prove(os.DirFS(sources(t)))
	for _, complaint := range complaints {
		t.Error(complaint)
	}
	if got := report.Coverage(); got != 100 {
		t.Errorf("coverage: got %.2f %%, want 100 %%", got)
	}
	t.Logf("%d documents, %d statements, %d of %d sentences, %d passages without a fact",
		report.Documents, report.Statements, report.Cited, report.Sentences, report.NoFact)
	for _, r := range report.References {
		t.Logf("%s:%d: %q stands for %s in %d statements", r.File, r.Line, r.Words, r.Entity, r.Statements)
	}
}

// sources is the folder of the documents' texts, beside the project's root.
func sources(t *testing.T) string {
	t.Helper()
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		root = filepath.Dir(root)
	}
	folder := filepath.Join(root, "..", "shared", "sources")
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("the documents' texts are not here: %v", err)
	}
	return folder
}

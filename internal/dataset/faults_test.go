package dataset_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

var update = flag.Bool("update", false, "write the complaints got into testdata, and the counts into data/README.md")

// drawn is the small ontology of testdata.
func drawn(t testing.TB) *ontology.Ontology {
	t.Helper()
	text, err := os.ReadFile("testdata/ontology.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	onto, err := ontology.Read(fstest.MapFS{"ontology.graphqls": {Data: text}})
	if err != nil {
		t.Fatal(err)
	}
	return onto
}

func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// base is the dataset of testdata that has no fault.
func base(t testing.TB) fstest.MapFS {
	files := make(fstest.MapFS)
	for _, f := range archive(t, "testdata/base.txtar").Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// judge judges and, where that complains of nothing, proves.
func judge(t testing.TB, files fs.FS, onto *ontology.Ontology) []dataset.Complaint {
	t.Helper()
	d, complaints := dataset.Judge(files, onto)
	if _, err := dataset.Read(files, onto); err != nil {
		if got := fault.KindOf(err); got != fault.Invalid {
			t.Errorf("the error is of kind %s, want %s", got, fault.Invalid)
		}
		for _, c := range dataset.Complaints(err) {
			if !slices.Contains(complaints, c) {
				t.Errorf("Read complains of %s, Judge does not", c)
			}
		}
	}
	if len(complaints) > 0 {
		return complaints
	}
	texts, err := fs.Sub(files, "texts")
	if err != nil {
		t.Fatal(err)
	}
	_, complaints = d.Prove(texts)
	return complaints
}

func lines(complaints []dataset.Complaint) string {
	var b strings.Builder
	for _, c := range complaints {
		b.WriteString(c.String() + "\n")
	}
	return b.String()
}

func TestBaseHasNoFault(t *testing.T) {
	if got := lines(judge(t, base(t), drawn(t))); got != "" {
		t.Errorf("got complaints:\n%s", got)
	}
}

// TestFaults lays the files of each archive over the base and compares the
// complaints. A comment "Remove NAME." takes a file out.
func TestFaults(t *testing.T) {
	names, err := filepath.Glob("testdata/faults/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("got %d archives, error %v", len(names), err)
	}
	onto := drawn(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a := archive(t, name)
			files := base(t)
			if removed, ok := strings.CutPrefix(strings.TrimSpace(string(a.Comment)), "Remove "); ok {
				delete(files, strings.TrimSuffix(removed, "."))
			}
			last := len(a.Files) - 1
			for _, f := range a.Files[:last] {
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := lines(judge(t, files, onto))
			if *update {
				a.Files[last].Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(a.Files[last].Data); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

package edition_test

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/schema"
)

// files are a folder without what was compiled of it.
type files struct{ fs.FS }

// built is a folder with its compiled form.
type built struct {
	fs.FS
	form []byte
}

func (b built) Compiled() []byte { return b.form }

// TestCompiledIsTheEdition compiles the embedded data anew and opens it, and
// the data as it is built in: each must be in all what the YAML gives, and so
// under another base, for which only a part of the form serves.
func TestCompiledIsTheEdition(t *testing.T) {
	form, err := edition.Compile(schema.FS, data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range []string{"", "https://example.org/graph/"} {
		want := openFrom(t, edition.Source{Schema: schema.FS, Data: files{data.FS}, Base: base})
		for name, folder := range map[string]fs.FS{"compiled now": built{data.FS, form}, "as built in": data.FS} {
			got := openFrom(t, edition.Source{Schema: schema.FS, Data: folder, Base: base})
			if a, b := got.Graph.Dataset().Version(), want.Graph.Dataset().Version(); a != b {
				t.Errorf("%s, base %q: the version is %s, that of the YAML %s", name, base, a, b)
			}
			if !slices.Equal(slices.Collect(got.Store.Generation().Quads()), slices.Collect(want.Store.Generation().Quads())) {
				t.Errorf("%s, base %q: the quads are not those of the YAML", name, base)
			}
			if !reflect.DeepEqual(contents(got), contents(want)) {
				t.Errorf("%s, base %q: the statements of the graph are not those of the YAML", name, base)
			}
		}
	}
}

// contents are all statements of the graph, by id.
func contents(e *edition.Edition) map[string]any {
	all := map[string]any{}
	for _, s := range e.Dataset.Statements {
		id := string(s.ID())
		if found, ok := e.Graph.Node(id).(*query.Statement); ok {
			all[id] = found.Content()
		}
	}
	return all
}

func openFrom(t *testing.T, source edition.Source) *edition.Edition {
	t.Helper()
	e, err := edition.Open(source)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestDamagedAddition cuts what Compile adds to the data: then it is made anew.
func TestDamagedAddition(t *testing.T) {
	form, err := edition.Compile(schema.FS, drawn())
	if err != nil {
		t.Fatal(err)
	}
	want := openFrom(t, edition.Source{Schema: schema.FS, Data: drawn()}).Graph.Dataset().Version()
	for length := 0; length < len(form); length += 41 {
		got, err := edition.Open(edition.Source{Schema: schema.FS, Data: built{drawn(), form[:length]}})
		if err != nil || got.Graph.Dataset().Version() != want {
			t.Fatalf("of %d bytes %d give %v, error %v; want the version %s", len(form), length, got, err, want)
		}
	}
}

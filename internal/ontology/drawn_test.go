package ontology_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// drawn is the small ontology of testdata with the shipped directives.
func drawn(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/drawn.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	directives, err := fs.ReadFile(schema.FS, "directives.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	files["directives.graphqls"] = &fstest.MapFile{Data: directives}
	return files
}

func read(t testing.TB, files fs.FS) *ontology.Ontology {
	t.Helper()
	onto, err := ontology.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	return onto
}

func TestReadTakesEachPredicateFromItsHome(t *testing.T) {
	onto := read(t, drawn(t))
	for _, test := range []struct {
		predicate, label, inverse, domain, ranged, time, keys string
		object                                                statement.Kind
	}{
		{"lendsTo", "lends to", "lenders", "Port Ship", "Ship", "AT", "once", statement.KindThing},
		{"homePort", "home port", "home of", "Ship", "Port", "", "single contains x:home", statement.KindThing},
		{"metWith", "met with", "met with", "Ship", "Ship", "", "symmetric", statement.KindThing},
		{"builtIn", "built", "", "Ship", "", "", "single", statement.KindDate},
	} {
		p := onto.Predicate(test.predicate)
		if p == nil {
			t.Errorf("no predicate %s", test.predicate)
			continue
		}
		if p.Label != test.label || p.Inverse != test.inverse || p.Object != test.object || p.Time.String() != test.time {
			t.Errorf("%s: label %q, inverse %q, object %v, time %q, want %q, %q, %v, %q",
				p.Name, p.Label, p.Inverse, p.Object, p.Time, test.label, test.inverse, test.object, test.time)
		}
		if got := names(p.Domain); got != test.domain {
			t.Errorf("%s: domain %s, want %s", p.Name, got, test.domain)
		}
		if got := names(p.Range); got != test.ranged {
			t.Errorf("%s: range %s, want %s", p.Name, got, test.ranged)
		}
		if got := keys(p); got != test.keys {
			t.Errorf("%s: keys %q, want %q", p.Name, got, test.keys)
		}
	}
	if n := len(onto.Predicates()); n != 4 {
		t.Errorf("%d predicates, want 4", n)
	}
}

func names(classes []*ontology.Class) string {
	var all []string
	for _, c := range classes {
		all = append(all, c.Name)
	}
	return strings.Join(all, " ")
}

func keys(p *ontology.Predicate) string {
	var all []string
	for _, key := range []struct {
		is   bool
		name string
	}{{p.Single, "single"}, {p.Once, "once"}, {p.Term, "term"}, {p.Contains, "contains"}, {p.Symmetric, "symmetric"}} {
		if key.is {
			all = append(all, key.name)
		}
	}
	return strings.Join(append(all, p.SameAs...), " ")
}

func TestReadGivesClassesInheritedFields(t *testing.T) {
	onto := read(t, drawn(t))
	ship := onto.Class("Ship")
	if ship == nil || onto.ClassOf("ship/x") != ship || onto.ClassOf("boat/x") != nil || onto.Class("Lender") != nil {
		t.Fatal("classes are not found by name and by prefix, or something else is found")
	}
	var got []string
	for _, f := range ship.Fields {
		got = append(got, f.Name)
	}
	if want := "builtIn homePort lenders lendsTo metWith"; strings.Join(got, " ") != want {
		t.Errorf("Ship has the fields %s, want %s", got, want)
	}
	lends := ship.Field("lendsTo")
	if lends == nil || lends.Direction != ontology.Out || lends.Target != "Ship" || lends.File != "lender.graphqls" || lends.Line != 4 {
		t.Errorf("Ship.lendsTo is %+v", lends)
	}
	if ship.Field("id") != nil || ship.Field("z") != nil {
		t.Error("a field that reads no predicate is found")
	}
	for name, want := range map[string]bool{"Ship": true, "Lender": true, "Entity": true, "Node": true, "Port": false} {
		if got := ship.Is(name); got != want {
			t.Errorf("Ship.Is(%s) = %v, want %v", name, got, want)
		}
	}
	port := onto.Class("Port")
	if got := strings.Join(port.SameAs, " "); got != "schema:Place x:Port" {
		t.Errorf("Port is the same as %q", got)
	}
	if p := onto.Predicate("lendsTo"); !p.Admits(port) || p.Reaches(port) {
		t.Error("lendsTo goes from a Port and not to one, but was read otherwise")
	}
	if i := onto.Interfaces(); len(i) != 1 || i[0].Name != "Lender" || names(i[0].Classes) != "Port Ship" || len(i[0].Fields) != 1 {
		t.Errorf("interfaces are %+v", i)
	}
}

func TestReverse(t *testing.T) {
	for d, want := range map[ontology.Direction]ontology.Direction{
		ontology.Out: ontology.In, ontology.In: ontology.Out, ontology.Both: ontology.Both,
	} {
		if got := d.Reverse(); got != want {
			t.Errorf("reverse of %d is %d, want %d", d, got, want)
		}
	}
}

package dataset_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

var about = &dataset.About{Title: "Lanterns", Licence: "CC0-1.0", Released: when("2001-02-03")}

func when(text string) edtf.Date {
	date, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return date
}

func contents(d *dataset.Dataset) statement.Contents {
	return statement.Contents{Entities: d.Entities, Documents: d.Documents, Statements: d.Statements}
}

// added gives a folder with an addition in place.
func added(folder fs.FS, a *dataset.Addition) fs.FS {
	files := maps.Clone(folder.(fstest.MapFS))
	for _, name := range []string{"entities", "documents"} {
		files[name] = &fstest.MapFile{Mode: fs.ModeDir}
	}
	for name, text := range a.Files {
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// same tells whether two hold the same, in whatever order it tells nothing.
func same(a, b statement.Contents) bool {
	return reflect.DeepEqual(ordered(a), ordered(b))
}

func ordered(c statement.Contents) (lines []string) {
	for _, e := range c.Entities {
		slices.Sort(e.Aliases)
		slices.Sort(e.SameAs)
		lines = append(lines, fmt.Sprintf("%+v", e))
	}
	for _, d := range c.Documents {
		lines = append(lines, fmt.Sprintf("%+v", d))
	}
	for _, s := range c.Statements {
		lines = append(lines, string(s.ID())+s.Canonical())
	}
	slices.Sort(lines)
	return lines
}

func TestAddToAnEmptyFolder(t *testing.T) {
	onto := drawn(t)
	want := read(t, base(t))
	a, err := dataset.Add(fstest.MapFS{}, about, contents(want), onto)
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, added(fstest.MapFS{}, a))
	if !same(contents(got), contents(want)) {
		t.Errorf("got %v, want %v", ordered(contents(got)), ordered(contents(want)))
	}
	if got.Title != about.Title || got.Licence != about.Licence || got.Released != about.Released {
		t.Errorf("got title %q, licence %q, released %s", got.Title, got.Licence, got.Released)
	}
	if a.Entities != 3 || a.Documents != 1 || a.Statements != 6 || a.Known != 0 || len(a.Doubts) != 0 {
		t.Errorf("got %+v", a)
	}
	const page = `id: report/lanterns-2001
`
	if text := string(a.Files["documents/lanterns-2001.yaml"]); !strings.HasPrefix(text, page) {
		t.Errorf("got the file\n%s", text)
	}
}

// The shipped data, emptied of what statements do not carry, comes back as it was.
func TestAddTheShippedData(t *testing.T) {
	want, onto := embedded(t)
	a, err := dataset.Add(fstest.MapFS{}, about, contents(want), onto)
	if err != nil {
		t.Fatal(err)
	}
	got, err := dataset.Read(added(fstest.MapFS{}, a), onto)
	if err != nil {
		t.Fatal(err)
	}
	if !same(contents(got), contents(want)) {
		t.Error("the data is not the same")
	}
	for name, text := range a.Files {
		for n, line := range strings.Split(string(text), "\n") {
			if len([]rune(line)) > 170 && strings.Contains(line, ", ") && !strings.Contains(line, `"`) {
				t.Errorf("%s:%d: %d characters wide", name, n+1, len([]rune(line)))
			}
		}
	}
	again, err := dataset.Add(data.FS, nil, contents(want), onto)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Files) != 0 || again.Known != len(want.Entities)+len(want.Statements) || len(again.Doubts) != 0 {
		t.Errorf("to itself: got files %v, %d known of %d, doubts %v", slices.Collect(maps.Keys(again.Files)), again.Known,
			len(want.Entities)+len(want.Statements), again.Doubts)
	}
}

func TestAddRefuses(t *testing.T) {
	onto := drawn(t)
	there := contents(read(t, base(t)))
	entity := func(change func(*statement.Entity)) statement.Contents {
		e := there.Entities[slices.IndexFunc(there.Entities, func(e statement.Entity) bool { return e.ID == "fund/lantern" })]
		change(&e)
		return statement.Contents{Entities: []statement.Entity{e}}
	}
	document := func(change func(*statement.Entity, *statement.Document)) statement.Contents {
		d := there.Documents[0]
		e := statement.Entity{ID: d.ID, Class: "Report", Name: d.Title}
		change(&e, &d)
		return statement.Contents{Entities: []statement.Entity{e}, Documents: []statement.Document{d}}
	}
	said := func(change func(*statement.Statement)) statement.Contents {
		s := there.Statements[0]
		change(&s)
		return statement.Contents{Statements: []statement.Statement{s}}
	}
	rename := func(e *statement.Entity, d *statement.Document) { e.ID, d.ID = "report/new", "report/new" }
	for _, test := range []struct {
		what  string
		added statement.Contents
		want  []string
	}{
		{"another name", entity(func(e *statement.Entity) { e.Name = "X" }), []string{`entities/fund.yaml:1: name of fund/lantern: "Lantern Fund" is there, "X" is added`}},
		{"another alias", entity(func(e *statement.Entity) { e.Aliases = []string{"X"} }), []string{`aliases of fund/lantern`}},
		{"unknown class", entity(func(e *statement.Entity) { e.ID, e.Class = "x/a", "X" }), []string{`x/a is of the class X`}},
		{"class and prefix apart", entity(func(e *statement.Entity) { e.ID = "place/a" }), []string{`place/a is of the class Fund`}},
		{"another date", document(func(_ *statement.Entity, d *statement.Document) { d.Published = when("1999") }), []string{`documents/lanterns-2001.yaml:1: published of report/lanterns-2001: "2001" is there, "1999" is added`}},
		{"two differences", document(func(e *statement.Entity, d *statement.Document) { d.Publisher, e.Description = "X", "Y" }), []string{"2 things cannot be added", "publisher of", "description of"}},
		{"new with a name beside its title", document(func(e *statement.Entity, d *statement.Document) { rename(e, d); e.Name = "X" }), []string{"name of report/new"}},
		{"new with aliases", document(func(e *statement.Entity, d *statement.Document) { rename(e, d); e.Aliases = []string{"X"} }), []string{"aliases of report/new"}},
		{"another statement of a document that is there", said(func(s *statement.Statement) { s.Note = "new" }), []string{"report/lanterns-2001 is there without the statement"}},
		{"unknown predicate", said(func(s *statement.Statement) { s.Predicate = "xs" }), []string{"xs does not take the thing"}},
		{"a text for a thing", said(func(s *statement.Statement) { s.Object = statement.Text("x") }), []string{"contributesTo does not take the text"}},
		{"a document that nobody knows", said(func(s *statement.Statement) { s.Evidence.Document = "report/x" }), []string{"of which nothing is known"}},
		{"an entity that becomes a document", document(func(e *statement.Entity, d *statement.Document) { e.ID, d.ID = "fund/lantern", "fund/lantern" }),
			[]string{"fund/lantern is there without what is known of it as a document"}},
	} {
		a, err := dataset.Add(base(t), nil, test.added, onto)
		if err == nil || fault.KindOf(err) != fault.Conflict || len(dataset.Complaints(err)) == 0 {
			t.Errorf("%s: got %+v and error %v, want a conflict", test.what, a, err)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got error %v; want %s", test.what, err, want)
			}
		}
	}
	if _, err := dataset.Add(fstest.MapFS{}, nil, there, onto); fault.KindOf(err) != fault.Invalid || err == nil {
		t.Errorf("to an empty folder of unknown title: got error %v", err)
	}
	if _, err := dataset.Add(fstest.MapFS{"x": {}}, about, there, onto); fault.KindOf(err) != fault.Invalid || err == nil {
		t.Errorf("to a folder of something else: got error %v", err)
	}
	braces := base(t)
	braces["entities/fund.yaml"].Data = []byte("{fund/lantern: {name: Lantern Fund}}\n")
	more := statement.Contents{Entities: []statement.Entity{{ID: "fund/zeal", Class: "Fund", Name: "Zeal"}}}
	if _, err := dataset.Add(braces, nil, more, onto); fault.KindOf(err) != fault.Conflict || err == nil {
		t.Errorf("to a file in braces: got error %v", err)
	}
}

// What is added comes back, whatever it is.
func TestAddIsReadBack(t *testing.T) {
	onto := drawn(t)
	rapid.Check(t, func(t *rapid.T) {
		want := anyContents(onto).Draw(t, "contents")
		a, err := dataset.Add(fstest.MapFS{}, about, want, onto)
		if err != nil {
			t.Fatalf("%v\n%+v", err, want)
		}
		files := added(fstest.MapFS{}, a)
		got, err := dataset.Read(files, onto)
		if err != nil {
			t.Fatal(err)
		}
		if !same(contents(got), want) {
			t.Fatalf("got %q, want %q", ordered(contents(got)), ordered(want))
		}
		again, err := dataset.Add(files, nil, want, onto)
		if err != nil || len(again.Files) != 0 {
			t.Fatalf("the same again: got %+v and error %v", again, err)
		}
	})
}

// Half of it first and the rest later is all of it.
func TestAddInTwoSteps(t *testing.T) {
	onto := drawn(t)
	rapid.Check(t, func(t *rapid.T) {
		all := anyContents(onto).Draw(t, "contents")
		half := statement.Contents{}
		first := make(map[statement.EntityID]bool)
		for _, e := range all.Entities {
			if rapid.Bool().Draw(t, "first") {
				first[e.ID] = true
				half.Entities = append(half.Entities, e)
			}
		}
		for _, d := range all.Documents {
			if first[d.ID] {
				half.Documents = append(half.Documents, d)
			}
		}
		for _, s := range all.Statements {
			if first[s.Evidence.Document] {
				half.Statements = append(half.Statements, s)
			}
		}
		a, err := dataset.Add(fstest.MapFS{}, about, half, onto)
		if err != nil {
			t.Fatal(err)
		}
		files := added(fstest.MapFS{}, a)
		if a, err = dataset.Add(files, nil, all, onto); err != nil {
			t.Fatal(err)
		}
		got, err := dataset.Read(added(files, a), onto)
		if err != nil || !same(contents(got), all) {
			t.Fatalf("got %v and error %v, want %v", got, err, all)
		}
	})
}

func TestAdditionIsWritten(t *testing.T) {
	onto := drawn(t)
	want := read(t, base(t))
	a, err := dataset.Add(fstest.MapFS{}, about, contents(want), onto)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "new")
	if err := a.WriteTo(folder); err != nil {
		t.Fatal(err)
	}
	if got := read(t, os.DirFS(folder)); !same(contents(got), contents(want)) {
		t.Errorf("got %v, want %v", ordered(contents(got)), ordered(contents(want)))
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.WriteTo(blocked); fault.KindOf(err) != fault.Unavailable || err == nil {
		t.Errorf("into a file: got error %v", err)
	}
}

package edition_test

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// exported is what the selection of an edition is as a format.
func exported(t *testing.T, format string, s export.Selection) *bytes.Buffer {
	t.Helper()
	f, err := export.FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := f.Write(&text, s); err != nil {
		t.Fatal(err)
	}
	return &text
}

// texts are the texts of one format, each called by its name and its number.
func texts(t *testing.T, format string, all ...io.Reader) (texts []edition.Text) {
	t.Helper()
	f, err := rdf.FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	for n, quads := range all {
		texts = append(texts, edition.Text{Name: fmt.Sprintf("%s %d", format, n+1), Format: f, Quads: quads})
	}
	return texts
}

// The shipped data goes out whole and comes back as it was; so does a part of
// it in each format.
func TestImportIsTheWayBack(t *testing.T) {
	for _, test := range []struct {
		format, base string
		part         int // one document in so many, with the page read sentence by sentence
	}{
		{"nquads", "", 1},
		{"trig", "https://example.org/graph#", 30},
		{"jsonld", "https://example.org/graph#", 30},
	} {
		t.Run(test.format, func(t *testing.T) { roundTrip(t, test.format, test.base, test.part) })
	}
}

func roundTrip(t *testing.T, format, base string, part int) {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS, Base: base})
	if err != nil {
		t.Fatal(err)
	}
	d := portion(e.Dataset, part)
	selection := export.Select(e.Ontology, e.Graph.Vocabulary, d.Entities, d.Documents, d.Statements)
	in := edition.Import{
		Schema: schema.FS, Base: base, Texts: texts(t, format, exported(t, format, selection)),
		Folder: fstest.MapFS{}, About: &dataset.About{Title: d.Title, Licence: d.Licence, Released: d.Released},
	}
	a, err := in.Addition()
	if err != nil {
		t.Fatal(err)
	}
	for _, doubt := range a.Doubts { // what people decided on names stays at home, see dataset.NotAdded
		if part == 1 && !strings.Contains(doubt.What, "are both called") {
			t.Errorf("got the doubt %v", doubt)
		}
	}
	folder := t.TempDir()
	if err := a.WriteTo(folder); err != nil {
		t.Fatal(err)
	}
	got, err := dataset.Read(os.DirFS(folder), e.Ontology)
	if err != nil {
		t.Fatal(err)
	}
	if back, there := lines(&got.Data), lines(d); !reflect.DeepEqual(back, there) {
		t.Errorf("the data that came back is not the same: only there %q, only back %q", without(there, back), without(back, there))
	}
	in.Texts, in.Folder, in.About = texts(t, format, exported(t, format, selection)), data.FS, nil
	if a, err = in.Addition(); err != nil || len(a.Files) > 0 {
		t.Errorf("into the data that it comes from: got %v and error %v", a, err)
	}
}

// portion is one document in so many and those whose text we hold, with all
// that they say and all that they speak of.
func portion(d *dataset.Data, one int) *dataset.Data {
	if one == 1 {
		return d
	}
	part := dataset.Data{About: d.About}
	spoken := map[statement.EntityID]bool{}
	for n, document := range d.Documents {
		if n%one == 0 || document.File != "" {
			part.Documents, spoken[document.ID] = append(part.Documents, document), true
		}
	}
	for _, s := range d.Statements {
		if spoken[s.Evidence.Document] {
			part.Statements = append(part.Statements, s)
		}
	}
	for _, s := range part.Statements {
		spoken[s.Subject], spoken[s.Object.Entity()], spoken[s.Where] = true, true, true
	}
	for _, document := range d.Documents { // those spoken of come along, whoever says it
		if spoken[document.ID] && !slices.ContainsFunc(part.Documents, func(has statement.Document) bool { return has.ID == document.ID }) {
			part.Documents = append(part.Documents, document)
		}
	}
	for _, e := range d.Entities {
		if spoken[e.ID] {
			part.Entities = append(part.Entities, e)
		}
	}
	return &part
}

// without are the first few of all that others have not.
func without(all, others []string) (left []string) {
	for _, line := range all {
		if _, has := slices.BinarySearch(others, line); !has && len(left) < 5 {
			left = append(left, line)
		}
	}
	return left
}

// lines are all that a dataset says.
func lines(d *dataset.Data) (lines []string) {
	for _, e := range d.Entities {
		lines = append(lines, fmt.Sprintf("%s %s %q %q %q %q", e.ID, e.Class, e.Name, e.Description, slices.Sorted(slices.Values(e.Aliases)), slices.Sorted(slices.Values(e.SameAs))))
	}
	for _, d := range d.Documents {
		lines = append(lines, fmt.Sprintf("%+v", d))
	}
	for _, s := range d.Statements {
		lines = append(lines, string(s.ID())+"\n"+s.Canonical())
	}
	slices.Sort(lines)
	return lines
}

func TestImportRefuses(t *testing.T) {
	const link = "<https://w3id.org/aseangraph/country/japan> <https://w3id.org/aseangraph/borders> <https://w3id.org/aseangraph/country/china> "
	for _, test := range []struct {
		format, text, want string
		kind               fault.Kind
	}{
		{"turtle", "", "turtle has no graphs", fault.Invalid},
		{"nquads", "", "import: nquads 1: nothing is in it", fault.Invalid},
		{"nquads", "# nothing\n", "nothing is in it", fault.Invalid},
		{"jsonld", "{}", "nothing is in it", fault.Invalid},
		{"nquads", "<", "import: nquads 1: line 1", fault.Invalid},
		{"trig", "<", "import: trig 1: line 1", fault.Invalid},
		{"jsonld", "{", "import: jsonld 1: no JSON", fault.Invalid},
		{"jsonld", `{"@context": "https://schema.org/"}`, "nothing is fetched", fault.Invalid},
		{"nquads", link + ".", "unknown predicate", fault.Invalid},
		{"nquads", link + "<https://w3id.org/aseangraph/statement/aaaaaaaaaaaaaaaa> .", "no document is given", fault.Invalid},
		{"nquads", "<https://w3id.org/aseangraph/country/japan> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/aseangraph/Country> .\n" +
			"<https://w3id.org/aseangraph/country/japan> <http://www.w3.org/2004/02/skos/core#prefLabel> \"Nippon\" .",
			`name of country/japan: "Japan" is there, "Nippon" is added`, fault.Conflict},
	} {
		a, err := edition.Import{Schema: schema.FS, Texts: texts(t, test.format, strings.NewReader(test.text)), Folder: data.FS}.Addition()
		if err == nil || fault.KindOf(err) != test.kind || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s %s: got %v and error %v, want one of kind %v: %s", test.format, test.text, a, err, test.kind, test.want)
		}
	}
}

// A selection comes into other data: what is there stays, what is new comes in.
func TestImportASelection(t *testing.T) {
	e := open(t)
	id := statement.EntityID(e.Dataset.Documents[0].ID.Prefix() + "/another")
	d := e.Dataset.Documents[0]
	d.ID, d.Title, d.File, d.SHA256 = id, "Another", "", ""
	s := e.Dataset.Statements[len(e.Dataset.Statements)-1]
	s.Evidence = statement.Evidence{Document: id, Section: "One"}
	entities := []statement.Entity{{ID: id, Class: e.Ontology.ClassOf(id).Name, Name: "Another"}}
	for _, known := range e.Dataset.Entities {
		if known.ID == s.Subject || known.ID == s.Object.Entity() {
			entities = append(entities, known)
		}
	}
	selection := export.Select(e.Ontology, e.Graph.Vocabulary, entities, []statement.Document{d}, []statement.Statement{s})
	a, err := edition.Import{Schema: schema.FS, Texts: texts(t, "trig", exported(t, "trig", selection)), Folder: data.FS}.Addition()
	if err != nil {
		t.Fatal(err)
	}
	if files := slices.Collect(maps.Keys(a.Files)); !slices.Equal(files, []string{"documents/another.yaml"}) || a.Entities != 0 || a.Documents != 1 || a.Statements != 1 || len(a.Doubts) > 0 {
		t.Errorf("got %+v", a)
	}
}

// A text may name the published context, which is at hand.
func TestImportKnowsThePublishedContext(t *testing.T) {
	const text = `{"@context": "https://w3id.org/aseangraph/context.jsonld", "@id": "country/x", "@type": "Country", "skos:prefLabel": "X"}`
	a, err := edition.Import{
		Schema: schema.FS, Texts: texts(t, "jsonld", strings.NewReader(text)), Folder: fstest.MapFS{}, About: &dataset.About{Title: "X", Licence: "CC0-1.0", Released: open(t).Dataset.Released},
	}.Addition()
	if err != nil || a.Entities != 1 {
		t.Errorf("got %+v and error %v", a, err)
	}
}

// Texts are taken together: what one speaks of, another may tell.
func TestImportTakesTextsTogether(t *testing.T) {
	e := open(t)
	d := e.Dataset
	none := export.Select(e.Ontology, e.Graph.Vocabulary, nil, nil, nil)
	things, said := none, none
	whole := export.Select(e.Ontology, e.Graph.Vocabulary, d.Entities, d.Documents, d.Statements)
	things.Entities, things.Documents, said.Statements = whole.Entities, whole.Documents, whole.Statements
	a, err := edition.Import{
		Schema: schema.FS, Texts: append(texts(t, "nquads", exported(t, "nquads", said)), texts(t, "trig", exported(t, "trig", things))...),
		Folder: fstest.MapFS{}, About: &dataset.About{Title: d.Title, Licence: d.Licence, Released: d.Released},
	}.Addition()
	if err != nil || a.Statements != len(d.Statements) || a.Documents != len(d.Documents) {
		t.Errorf("got %+v and error %v", a, err)
	}
}

package dataset_test

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

func read(t testing.TB, files fs.FS) *dataset.Dataset {
	t.Helper()
	d, err := dataset.Read(files, drawn(t))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestRead(t *testing.T) {
	d := read(t, base(t))
	var entities []string
	for _, e := range d.Entities {
		entities = append(entities, e.Class+" "+string(e.ID)+" "+e.Name)
	}
	want := []string{"Country country/japan Japan", "Fund fund/lantern Lantern Fund", "Place place/kobe Kobe", "Report report/lanterns-2001 Of lanterns"}
	if !slices.Equal(entities, want) {
		t.Errorf("entities: got %q, want %q", entities, want)
	}
	if d.Title != "Lanterns" || d.Licence != "CC0-1.0" || d.Released.String() != "2001-02-03" {
		t.Errorf("got title %q, licence %q, released %q", d.Title, d.Licence, d.Released)
	}
	if len(d.Documents) != 1 || d.Documents[0].Kind != statement.Primary || d.Documents[0].File != "lanterns.txt" {
		t.Errorf("got documents %+v", d.Documents)
	}
	var contents []string
	for _, s := range d.Statements {
		contents = append(contents, s.Predicate+" "+s.Object.String())
	}
	want = []string{"contributesTo fund/lantern", "establishedIn 1990", "seat place/kobe", "rank 3", "meetsEvery P18M/P24M", "inCountry country/japan"}
	if !slices.Equal(contents, want) {
		t.Errorf("statements: got %q, want %q", contents, want)
	}
	first := d.Statements[0]
	evidence := statement.Evidence{Document: "report/lanterns-2001", Section: "Funds", Paragraph: 1, Start: 7, End: 76}
	if first.Evidence != evidence || first.When.String() != "1998-03" || first.Quantity.String() != "1500000000 USD NEARLY" {
		t.Errorf("got first statement %+v", first)
	}
}

// A document may not tell when it was published; what it does not tell as
// happened then needs a date of its own.
func TestReadWithoutDateOfPublication(t *testing.T) {
	_, onto := embedded(t)
	for _, test := range []struct{ statement, want string }{
		{`{subject: summit/s, predicate: heldOn, object: "2001"}`, ""},
		{`{subject: summit/s, predicate: heldOn, object: "2001", status: PLANNED, asOf: "2000"}`, ""},
		{`{subject: summit/s, predicate: heldOn, object: "2001", status: PLANNED}`, "documents/d0.yaml:8: the statement is PLANNED as of no date; write asOf, or the document's published"},
	} {
		files := saying([]string{test.statement}, "")
		page := files["documents/d0.yaml"]
		page.Data = bytes.Replace(page.Data, []byte("published: \"2020\"\n"), nil, 1)
		var got string
		if _, err := dataset.Read(files, onto); err != nil {
			got = dataset.Complaints(err)[0].String()
		}
		if got != test.want {
			t.Errorf("%s: got complaint %q, want %q", test.statement, got, test.want)
		}
	}
}

// What is not told as happened is so as of the document's publication, unless
// the data says as of when; when stays as published.
func TestReadFillsInAsOf(t *testing.T) {
	files := base(t)
	page := files["documents/lanterns-2001.yaml"]
	page.Data = []byte(strings.NewReplacer(
		"object: place/kobe}", `object: place/kobe, status: ONGOING, when: "1990"}`,
		"object: 3}", `object: 3, status: PLANNED, asOf: "1998"}`,
	).Replace(string(page.Data)))
	d := read(t, files)
	for n, want := range map[int]string{0: "", 2: "2001", 3: "1998"} {
		if got := d.Statements[n].AsOf.String(); got != want {
			t.Errorf("statement %d: got asOf %q, want %q", n, got, want)
		}
	}
	if got := d.Statements[2].When.String(); got != "1990" {
		t.Errorf("got when %q, want 1990", got)
	}
}

// Documents come in order of id, also where a name begins another.
func TestReadSortsDocuments(t *testing.T) {
	files := base(t)
	page := string(files["documents/lanterns-2001.yaml"].Data)
	for _, slug := range []string{"lanterns-2001-a", "lanterns-1999"} {
		files["documents/"+slug+".yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(page, "report/lanterns-2001", "report/"+slug, 1))}
	}
	d := read(t, files)
	var ids, ofStatements []statement.EntityID
	for _, document := range d.Documents {
		ids = append(ids, document.ID)
	}
	for _, s := range d.Statements {
		ofStatements = append(ofStatements, s.Evidence.Document)
	}
	if !slices.IsSorted(ids) || !slices.IsSorted(ofStatements) || len(ids) != 3 {
		t.Errorf("got documents %q, of statements %q", ids, ofStatements)
	}
}

func TestReport(t *testing.T) {
	files := base(t)
	texts, _ := fs.Sub(files, "texts")
	got, complaints := read(t, files).Prove(texts)
	want := dataset.Report{Documents: 1, Statements: 6, Sentences: 4, Cited: 4, NoFact: 2}
	references := got.References
	if got.References = nil; len(complaints) > 0 || !equal(got, want) {
		t.Errorf("got %+v and complaints %v, want %+v", got, complaints, want)
	}
	if used := (dataset.Reference{File: "documents/lanterns-2001.yaml", Line: 24, Words: "The Fund", Entity: "fund/lantern", Statements: 3}); !slices.Equal(references, []dataset.Reference{used}) {
		t.Errorf("got references %+v, want %+v", references, used)
	}
	if got.Coverage() != 100 || (dataset.Report{Sentences: 8, Cited: 6}).Coverage() != 75 {
		t.Errorf("got coverage %v, and %v of 6 in 8", got.Coverage(), (dataset.Report{Sentences: 8, Cited: 6}).Coverage())
	}
}

func equal(a, b dataset.Report) bool {
	return a.Documents == b.Documents && a.Statements == b.Statements && a.Sentences == b.Sentences && a.Cited == b.Cited && a.NoFact == b.NoFact
}

func TestComplaintsOfAnotherError(t *testing.T) {
	if got := dataset.Complaints(errors.New("other")); got != nil {
		t.Errorf("got %v, want none", got)
	}
}

// FuzzRead reads any text as a document's file: an error is of kind Invalid and
// carries complaints; what can be read is checked and proved.
func FuzzRead(f *testing.F) {
	f.Add(string(base(f)["documents/lanterns-2001.yaml"].Data))
	for _, text := range []string{"", "#", "---\n---\n", "&a [*a]", "? [a]\n: b", "id: !!binary x", "passages: [{statements: [{}]}]", "\xff", "%YAML 9.9\n", "{<<: {id: a}}", "passages:\n- {start: -1, noFact: x}\n- 7\n"} {
		f.Add(text)
	}
	onto := drawn(f)
	f.Fuzz(func(t *testing.T, text string) {
		files := base(t)
		files["documents/lanterns-2001.yaml"] = &fstest.MapFile{Data: []byte(text)}
		if _, err := dataset.Read(files, onto); err != nil && (fault.KindOf(err) != fault.Invalid || len(dataset.Complaints(err)) == 0) {
			t.Fatalf("got an error of kind %s with %d complaints: %v", fault.KindOf(err), len(dataset.Complaints(err)), err)
		}
		d, _ := dataset.Judge(files, onto)
		texts, _ := fs.Sub(files, "texts")
		d.Prove(texts)
	})
}

package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

func TestOnly(t *testing.T) {
	s := drawn(t).Only(func(of *statement.Statement) bool { return of.Predicate == "lendsTo" }, "ship/b.2-x")
	var got []string
	for e := range s.Entities {
		got = append(got, string(e.ID))
	}
	for d := range s.Documents {
		got = append(got, d.Title)
	}
	for of := range s.Statements {
		got = append(got, of.Predicate)
	}
	want := []string{"port/hai-phong", "ship/argo", "ship/b.2-x", "book/log-1999", "The log, kept daily", "lendsTo"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func ExampleFormat_Write() {
	of := statement.Statement{Subject: "ship/argo", Predicate: "motto", Object: statement.Text("Onwards"), Evidence: statement.Evidence{Document: "book/tale"}}
	format, err := FormatNamed("csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	everything := Select(&ontology.Ontology{}, statement.Vocabulary{}, nil, nil, []statement.Statement{of})
	var table strings.Builder
	if err := format.Write(&table, everything.Only(func(s *statement.Statement) bool { return s.Status.Real() })); err != nil {
		fmt.Println(err)
		return
	}
	_, row, _ := strings.Cut(table.String(), "\r\n")
	fmt.Print(strings.ReplaceAll(row, "\r", ""))
	// Output:
	// statement/4j2flwiacckkzeeg,ship/argo,,motto,Onwards,,,,,,,,,,,,HAPPENED,,,book/tale,,,,,,,
}

func TestFormatNamed(t *testing.T) {
	for _, f := range Formats() {
		if got, err := FormatNamed(f.Name); err != nil || got.Title != f.Title {
			t.Errorf("%s: got %v, %v", f.Name, got.Name, err)
		}
	}
	_, err := FormatNamed("nquad")
	if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), "nquads, trig, turtle") {
		t.Errorf("an unknown format: got %v", err)
	}
}

// full takes some bytes and no more.
type fullWriter struct{ room int }

func (w *fullWriter) Write(text []byte) (int, error) {
	if w.room -= len(text); w.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(text), nil
}

func TestWriteToWhatIsFull(t *testing.T) {
	s := drawn(t)
	for _, f := range Formats() {
		if err := f.Write(&fullWriter{}, s); fault.KindOf(err) != fault.Unavailable {
			t.Errorf("%s: got %v", f.Name, err)
		}
	}
}

// TestStreams sees that a writer who takes no more ends the walk early, for
// which nothing but streaming will do.
func TestStreams(t *testing.T) {
	s := drawn(t)
	for _, name := range []string{"trig", "turtle", "turtle12", "jsonld", "csv", "jsonlines"} {
		walked := 0
		endless := s
		endless.Statements = func(yield func(*statement.Statement) bool) {
			for {
				for of := range s.Statements {
					if walked++; !yield(of) {
						return
					}
				}
			}
		}
		f, _ := FormatNamed(name)
		if err := f.Write(&fullWriter{1 << 20}, endless); fault.KindOf(err) != fault.Unavailable || walked < 1000 || walked > 10_000 {
			t.Errorf("%s: got %v after %d statements", name, err, walked)
		}
	}
}

func TestWriteRefusesWhatRDFCannotHold(t *testing.T) {
	s := Select(drawnOntology(t), statement.Vocabulary{}, []statement.Entity{{ID: "ship/a", Class: "Ship", Name: "A", SameAs: []string{"no IRI"}}}, nil, nil)
	for _, name := range []string{"nquads", "trig", "turtle", "turtle12"} {
		f, _ := FormatNamed(name)
		if err := f.Write(io.Discard, s); fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestFields holds the tables to what package statement writes.
func TestFields(t *testing.T) {
	s := drawn(t)
	words := s.Vocabulary
	for _, table := range []struct {
		name   string
		fields []field
		quads  []quad.Quad
	}{
		{"entity", entityFields, words.EntityQuads(&statement.Entity{ID: "a/b", Class: "A", Name: "n", Aliases: []string{"m"}, Description: "d", SameAs: []string{"urn:x"}})[1:]},
		{"document", documentFields, words.DocumentQuads(&statement.Document{ID: "a/b", Title: "t", Publisher: "p", Published: date(t, "1999"), Language: "en",
			Kind: statement.Press, Address: "https://example.org/", File: "f", SHA256: strings.Repeat("0", 64)})},
		{"statement", statementFields, words.Quads(&statement.Statement{Subject: "a/b", Predicate: "p", Object: statement.Text("o"), When: date(t, "1999"), Where: "a/b",
			Role: "r", Quantity: amount(t, "1", "USD", statement.Over, statement.Disbursed), Status: statement.Ongoing, AsOf: date(t, "1999"), Note: "n",
			Evidence: statement.Evidence{Document: "a/b", Section: "s", Paragraph: 1, Start: 1, End: 2}})[1:]},
	} {
		if len(table.fields) != len(table.quads) {
			t.Fatalf("%s: %d fields, %d quads", table.name, len(table.fields), len(table.quads))
		}
		for n, q := range table.quads {
			f := table.fields[n]
			if got := f.iri(words); quad.Value(got) != q.Predicate {
				t.Errorf("%s: field %d is %s, want %s", table.name, n, got, q.Predicate)
			}
			if !slices.Contains(datatypes(words, f.kind), datatypeOf(q.Object)) && (f.kind != statement.KindThing || datatypeOf(q.Object) != "") {
				t.Errorf("%s: %s is %s, of another kind than %s", table.name, f.name, q.Object, f.kind)
			}
		}
	}
}

// datatypeOf is the datatype of a literal; empty for an IRI.
func datatypeOf(value quad.Value) quad.IRI {
	switch value := value.(type) {
	case quad.String:
		return xsdString
	case quad.TypedString:
		return value.Type
	}
	return ""
}

func TestGuarded(t *testing.T) {
	for _, test := range []struct{ cell, want string }{
		{"", ""}, {"wool", "wool"}, {"-5.25", "-5.25"}, {"-5", "-5"}, {"1999-05", "1999-05"}, {"'90s", "'90s"},
		{"=1+1", "'=1+1"}, {"+1", "'+1"}, {"-1+1", "'-1+1"}, {"@sum", "'@sum"}, {"\tx", "'\tx"}, {"\rx", "'\rx"}, {"\nx", "'\nx"},
		{"-0044-03", "'-0044-03"}, {"'=1", "''=1"}, {"''@", "'''@"}, {"a=1", "a=1"},
	} {
		if got := Guarded(test.cell); got != test.want {
			t.Errorf("Guarded(%q) is %q, want %q", test.cell, got, test.want)
		}
	}
}

func TestCSVIsARowAStatement(t *testing.T) {
	s := drawn(t)
	rows, err := csv.NewReader(strings.NewReader(written(t, s, "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	statements := slices.Collect(s.Statements)
	if len(rows) != 1+len(statements) || !slices.Equal(rows[0], columns) {
		t.Fatalf("got %d rows under %v", len(rows), rows[0])
	}
	for n, of := range statements {
		if got := rows[n+1][0]; got != string(of.ID()) {
			t.Errorf("row %d is %s, want %s", n+1, got, of.ID())
		}
	}
}

func TestSpells(t *testing.T) {
	for _, test := range []struct{ dates, want string }{
		{"", ""},
		{"1999", "1999-01-01 1999-12-31"},
		{"1999/..", "1999-01-01 "},
		{"../1999", " 1999-12-31"},
		{"/1999-05 1999-05-31/2000", " 2000-12-31"},
		{"2001 1999", "1999-01-01 1999-12-31, 2001-01-01 2001-12-31"},
		{"1999 1999-05/2000", "1999-01-01 2000-12-31"},
		{"1999/.. 2001 2003", "1999-01-01 "},
		{"1990/2000 1992 1995", "1990-01-01 2000-12-31"},
		{"../1990 1995/..", " 1990-12-31, 1995-01-01 "},
		{"-0050 ../-0060", " -0060-12-31, -0050-01-01 -0050-12-31"},
	} {
		var dates []edtf.Date
		for _, text := range strings.Fields(test.dates) {
			dates = append(dates, date(t, text))
		}
		var got []string
		for _, s := range spells(dates) {
			got = append(got, s.start.String()+" "+s.end.String())
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("spells of %q are %q, want %q", test.dates, strings.Join(got, ", "), test.want)
		}
	}
}

func TestSymmetricLinksAreOne(t *testing.T) {
	evidence := statement.Evidence{Document: "book/tale"}
	s := Select(drawnOntology(t), statement.Vocabulary{}, nil, nil, []statement.Statement{
		{Subject: "ship/a", Predicate: "metWith", Object: statement.Thing("ship/b"), Evidence: evidence},
		{Subject: "ship/b", Predicate: "metWith", Object: statement.Thing("ship/a"), Status: statement.Planned, Evidence: evidence},
		{Subject: "ship/a", Predicate: "lendsTo", Object: statement.Thing("ship/b"), Evidence: evidence},
		{Subject: "ship/b", Predicate: "lendsTo", Object: statement.Thing("ship/a"), Evidence: evidence},
	})
	var got []string
	for _, l := range newNetwork(s).links {
		got = append(got, l.id())
	}
	want := []string{"ship/a metWith ship/b", "ship/a lendsTo ship/b", "ship/b lendsTo ship/a"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestShippedOntologyCanBeWritten sees that every word of another vocabulary
// has its namespace.
func TestShippedOntologyCanBeWritten(t *testing.T) {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteOntology(io.Discard, o, statement.Vocabulary{}); err != nil {
		t.Error(err)
	}
	if err := WriteShapes(io.Discard, o, statement.Vocabulary{}); err != nil {
		t.Error(err)
	}
	for name := range maps.Keys(keys(o, statement.Vocabulary{})) {
		if slices.ContainsFunc(dataPrefixes, func(p prefix) bool { return p.name == name }) {
			t.Errorf("%s is a predicate and a prefix in the context of JSON-LD", name)
		}
	}
}

func TestUnknownPrefix(t *testing.T) {
	if _, err := expand("nowhere:thing"); fault.KindOf(err) != fault.Invalid {
		t.Errorf("got %v", err)
	}
}

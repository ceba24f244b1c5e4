package export

import (
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// drawnOntology is the small ontology of testdata with the shipped directives.
func drawnOntology(t testing.TB) *ontology.Ontology {
	t.Helper()
	drawn, err := os.ReadFile("testdata/drawn.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	directives, err := fs.ReadFile(schema.FS, "directives.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	o, err := ontology.Read(fstest.MapFS{"drawn.graphqls": {Data: drawn}, "directives.graphqls": {Data: directives}})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// drawn is a small selection with everything that a statement can tell.
func drawn(t testing.TB) Selection {
	t.Helper()
	entities := []statement.Entity{
		{ID: "port/hai-phong", Class: "Port", Name: "Hải Phòng", Aliases: []string{"Haiphong", "=Hai \"Phong\", <&>"}, SameAs: []string{"https://example.org/hp?a=b#c"}},
		{ID: "ship/argo", Class: "Ship", Name: "Argo", Description: "A ship that looked for wool."},
		{ID: "ship/b.2-x", Class: "Ship", Name: "@B2"},
		{ID: "book/log-1999", Class: "Book", Name: "The log"},
		{ID: "book/tale", Class: "Book", Name: "The tale"},
	}
	documents := []statement.Document{
		{ID: "book/log-1999", Title: "The log, kept daily", Publisher: "The crew", Published: date(t, "1999-05"), Language: "en", Kind: statement.Primary,
			Address: "https://example.org/log", File: "log.txt", SHA256: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},
		{ID: "book/tale", Title: "The tale", Kind: statement.Secondary},
	}
	log := statement.Evidence{Document: "book/log-1999", Section: "Day 1", Paragraph: 2, Start: 10, End: 42}
	tale := statement.Evidence{Document: "book/tale"}
	statements := []statement.Statement{
		{Subject: "ship/argo", Predicate: "homePort", Object: statement.Thing("port/hai-phong"), When: date(t, "1998/1999-05~"), Role: "-winter", Evidence: log},
		{Subject: "ship/argo", Predicate: "homePort", Object: statement.Thing("port/hai-phong"), When: date(t, "1999/.."), Evidence: tale},
		{Subject: "port/hai-phong", Predicate: "lendsTo", Object: statement.Thing("ship/argo"), When: date(t, "1999"), Where: "port/hai-phong",
			Quantity: amount(t, "87000000000", "USD", statement.Nearly, statement.Pledged), Status: statement.Planned, AsOf: date(t, "1998-12-31"), Note: "+ interest", Evidence: log},
		{Subject: "ship/argo", Predicate: "metWith", Object: statement.Thing("ship/b.2-x"), When: date(t, "1999-04-01"), Evidence: log},
		{Subject: "ship/argo", Predicate: "builtIn", Object: statement.Date(date(t, "197X")), Evidence: tale},
		{Subject: "ship/argo", Predicate: "motto", Object: statement.Text("'=1+1"), Evidence: tale},
		{Subject: "ship/argo", Predicate: "masts", Object: statement.Integer(-3), Status: statement.Ongoing, AsOf: date(t, "1999"), Evidence: log},
		{Subject: "ship/argo", Predicate: "overhaul", Object: duration(t, "P3M"), Evidence: log},
		{Subject: "ship/b.2-x", Predicate: "overhaul", Object: duration(t, "P2W/P3W"), Evidence: log},
		{Subject: "ship/b.2-x", Predicate: "tonnage", Object: statement.Amount(amount(t, "-0.5", "tonne", statement.About, statement.NoStage)), Evidence: log},
		{Subject: "ship/b.2-x", Predicate: "homePort", Object: statement.Thing("port/unnamed"), Status: statement.Proposed, Evidence: tale},
		{Subject: "book/tale", Predicate: "names", Object: statement.Thing("ship/argo"), Evidence: tale},
	}
	for n := range statements {
		if err := statements[n].Validate(); err != nil {
			t.Fatal(err)
		}
	}
	return Select(drawnOntology(t), statement.Vocabulary{}, entities, documents, statements)
}

func date(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func amount(t testing.TB, value, unit string, qualifier statement.Qualifier, stage statement.Stage) statement.Quantity {
	t.Helper()
	q, err := statement.NewQuantity(value, unit, qualifier, stage)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func duration(t testing.TB, text string) statement.Term {
	t.Helper()
	d, err := statement.Duration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

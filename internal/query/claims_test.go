package query_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// claim is a statement as tests write it: document, subject, predicate,
// object, and then pairs such as "when", "1977".
type claim []string

func shippedOntology(t testing.TB) *ontology.Ontology {
	t.Helper()
	onto, err := ontology.Read(schema.FS)
	if err != nil {
		t.Fatal(err)
	}
	return onto
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// statement reads the claim; the number makes statements of one content two.
func (c claim) statement(t fataler, onto *ontology.Ontology, number int) statement.Statement {
	t.Helper()
	p := onto.Predicate(c[2])
	if p == nil {
		t.Fatalf("%s is no predicate", c[2])
	}
	s := statement.Statement{
		Subject: statement.EntityID(c[1]), Predicate: c[2], Object: statement.Thing(statement.EntityID(c[3])),
		Evidence: statement.Evidence{Document: statement.EntityID("document/" + c[0]), Start: number, End: number + 1},
	}
	var err error
	if p.Object != statement.KindThing {
		if s.Object, err = statement.ParseLiteral(p.Object, c[3]); err != nil {
			t.Fatalf("%s: %v", c, err)
		}
	}
	for n := 4; n+1 < len(c) && err == nil; n += 2 {
		switch c[n] {
		case "when":
			s.When, err = edtf.Parse(c[n+1])
		case "role":
			s.Role = c[n+1]
		case "status":
			s.Status, err = statement.ParseStatus(c[n+1])
		case "quantity":
			s.Quantity, err = statement.ParseQuantity(c[n+1])
		}
	}
	if err != nil {
		t.Fatalf("%s: %v", c, err)
	}
	return s
}

// open makes a graph of claims; everything is named by its id.
func open(t fataler, onto *ontology.Ontology, claims []claim) (*query.Graph, []statement.Statement) {
	t.Helper()
	sample := &querytest.Sample{Ontology: onto}
	known := map[statement.EntityID]bool{"": true}
	for n, c := range claims {
		s := c.statement(t, onto, n)
		sample.Statements = append(sample.Statements, s)
		for _, id := range []statement.EntityID{s.Subject, s.Object.Entity(), s.Evidence.Document} {
			if known[id] {
				continue
			}
			known[id] = true
			class := onto.ClassOf(id)
			if class == nil {
				t.Fatalf("%s is of no class", id)
			}
			sample.Entities = append(sample.Entities, statement.Entity{ID: id, Class: class.Name, Name: string(id)})
			if id.Prefix() == "document" {
				sample.Documents = append(sample.Documents, statement.Document{ID: id, Title: string(id), Kind: statement.Primary})
			}
		}
	}
	g, err := sample.Open()
	if err != nil {
		t.Fatalf("%v", err)
	}
	return g, sample.Statements
}

// drawnClaims draws claims that are often about the same, and often agree.
func drawnClaims(kinds []claim, most int) *rapid.Generator[[]claim] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) claim {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		var c claim
		for _, part := range kind {
			c = append(c, rapid.SampledFrom(strings.Split(part, "|")).Draw(t, "part"))
		}
		return c
	}), 0, most)
}

// whole asks for all of a list, page by page.
func whole[N any](t fataler, list func(query.Page) (*query.Connection[N], error)) (nodes []N) {
	t.Helper()
	size, after := query.MaxPageSize, (*string)(nil)
	for {
		page, err := list(query.NewPage(&size, after, nil, nil))
		if err != nil {
			t.Fatalf("%v", err)
		}
		nodes = append(nodes, page.Nodes()...)
		if !page.PageInfo.HasNextPage {
			return nodes
		}
		after = page.PageInfo.EndCursor
	}
}

func contents(said []*query.Statement) []statement.Statement {
	all := []statement.Statement{}
	for _, s := range said {
		all = append(all, s.Content())
	}
	return all
}

// documentsOf are the names of the documents that statements are from.
func documentsOf(said []*query.Statement) string {
	var names []string
	for _, s := range said {
		names = append(names, strings.TrimPrefix(string(s.Content().Evidence.Document), "document/"))
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

func label(term query.Term) string {
	switch term := term.(type) {
	case *query.Period:
		return term.Edtf().String()
	case *query.Quantity:
		return term.Label()
	case *query.Text:
		return term.Text
	case query.Entity:
		return term.ID()
	}
	return "?"
}

package query_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// told makes one link of several statements, each from a document of its own:
// its date and status, with a space between.
func told(t *testing.T, statements ...string) *query.NetworkLink {
	t.Helper()
	o, document := shipped()
	p := o.Predicates()[slices.IndexFunc(o.Predicates(), func(p *ontology.Predicate) bool {
		return p.Object == statement.KindThing && p.Domain[0] != document && p.Range[0] != p.Domain[0] && p.Range[0] != document
	})]
	s := &querytest.Sample{Ontology: o}
	for _, c := range []*ontology.Class{p.Domain[0], p.Range[0]} {
		s.Entities = append(s.Entities, statement.Entity{ID: statement.EntityID(c.Prefix + "/one"), Class: c.Name, Name: c.Name})
	}
	for n, text := range statements {
		id := statement.EntityID(fmt.Sprintf("%s/no-%d", document.Prefix, n))
		s.Entities = append(s.Entities, statement.Entity{ID: id, Class: document.Name, Name: string(id)})
		s.Documents = append(s.Documents, statement.Document{ID: id, Title: string(id), Kind: statement.Primary})
		one := statement.Statement{Subject: s.Entities[0].ID, Predicate: p.Name, Object: statement.Thing(s.Entities[1].ID), Evidence: statement.Evidence{Document: id}}
		when, status, _ := strings.Cut(text, " ")
		var err error
		if when != "" {
			if one.When, err = edtf.Parse(when); err != nil {
				t.Fatal(err)
			}
		}
		if one.Status, err = statement.ParseStatus(status); err != nil {
			t.Fatal(err)
		}
		s.Statements = append(s.Statements, one)
	}
	g, err := s.Open()
	if err != nil {
		t.Fatal(err)
	}
	n, err := g.Network(context.Background(), []string{string(s.Entities[0].ID)}, nil, nil, nil)
	if err != nil || len(n.Links) != 1 {
		t.Fatalf("%v: %v", statements, err)
	}
	return n.Links[0]
}

func TestNetworkLinkTellsPeriodStatusAndDocuments(t *testing.T) {
	for _, test := range []struct {
		statements []string
		period     string
		status     statement.Status
	}{
		{[]string{"1977 HAPPENED"}, "1977", statement.Happened},
		{[]string{" HAPPENED"}, "", statement.Happened},
		{[]string{"1977 HAPPENED", "1977 HAPPENED"}, "1977", statement.Happened},
		{[]string{"1978-12 HAPPENED", "1977 HAPPENED", " HAPPENED"}, "1977/1978-12", statement.Happened},
		{[]string{"1976/1980 HAPPENED", "1977/.. HAPPENED"}, "1976/..", statement.Happened},
		{[]string{"../1976 HAPPENED", "1977 HAPPENED"}, "../1977", statement.Happened},
		{[]string{"[1976,1979] HAPPENED", "1977 HAPPENED"}, "1976-01-01/1979-12-31", statement.Happened},
		{[]string{"/1976 HAPPENED", "1975 HAPPENED"}, "../1976", statement.Happened},
		{[]string{" PLANNED", " ONGOING"}, "", statement.Ongoing},
		{[]string{" PROPOSED"}, "", statement.Proposed},
	} {
		l, period := told(t, test.statements...), ""
		if p := l.Period(); p != nil {
			period = p.Edtf().String()
		}
		if period != test.period || l.Status() != test.status || l.Documents() != len(test.statements) {
			t.Errorf("%q gives %q, %v in %d documents, want %q, %v in %d",
				test.statements, period, l.Status(), l.Documents(), test.period, test.status, len(test.statements))
		}
	}
}

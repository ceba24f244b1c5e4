package query_test

import (
	"context"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/query"
)

// Lists of 2021 tell of those in office then, who are not so for ever.
func TestOneHeadOfGovernmentAtATime(t *testing.T) {
	g := shippedGraph()
	offices := map[string]int{}
	for _, at := range g.Things() {
		if at.Type() != "OFFICE" {
			continue
		}
		day, _ := edtf.ParseDay("2025-06-30")
		found, err := at.Links(&query.LinkWhere{Predicates: []string{"heldOffice"}, AsOf: &day, Certainty: new(edtf.Definite)}, nil, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		offices[at.ID()] = len(found.Edges)
	}
	for _, id := range []string{"office/prime-minister-of-japan", "office/prime-minister-of-thailand", "office/prime-minister-of-malaysia", "office/president-of-indonesia"} {
		if held, known := offices[id]; !known || held > 1 {
			t.Errorf("%s: held by %d (known: %v)", id, held, known)
		}
	}
}

// A figure is drawn in the time that it covers.
func TestFiguresHaveTheTimeTheyCover(t *testing.T) {
	day, _ := edtf.ParseDay("1986-06-30")
	n, err := shippedGraph().Network(context.Background(), []string{"organisation/asean"}, nil, new(query.MaxNetworkSize), &query.LinkWhere{AsOf: &day, Types: []query.EntityType{"OBSERVATION"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range n.Links {
		p := link.Period()
		if p == nil {
			continue
		}
		if first, last := p.Earliest(), p.Latest(); first != nil && first.Year() > 1986 || last != nil && last.Year() < 1986 {
			t.Errorf("%s is drawn in 1986, and is of %s", link.ID(), p.Label())
		}
	}
}

package query_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// way is a path as the oracle finds it.
type way struct {
	at    []statement.EntityID
	steps []hop
	cost  int
}

type hop struct {
	bond    bond
	forward bool
}

// ways lists all simple paths, in order.
func (o *oracle) ways(from, to statement.EntityID, most int, w *query.LinkWhere, shortest bool) []way {
	hops := map[[2]statement.EntityID]hop{} // the best from one thing to another
	for _, s := range o.Statements {
		b := o.bond(s)
		if !o.meant(s, w, statement.Status.Real) || b.object == "" {
			continue
		}
		for _, forward := range []bool{true, false} {
			between := [2]statement.EntityID{b.subject, b.object}
			if !forward {
				between = [2]statement.EntityID{b.object, b.subject}
			}
			h := hop{b, forward || o.symmetric(b.predicate)}
			best, known := hops[between]
			if o.runs(b.predicate, h.forward, w) && (!known || o.compareHops(h, best) < 0) {
				hops[between] = h
			}
		}
	}
	var all []way
	var walk func(way)
	walk = func(so way) {
		here := so.at[len(so.at)-1]
		if here == to {
			all = append(all, so)
			return
		}
		if len(so.steps) == most || len(so.steps) > 0 && !o.types(here, w) {
			return
		}
		for between, h := range hops {
			if between[0] == here && !slices.Contains(so.at, between[1]) {
				walk(way{append(slices.Clip(so.at), between[1]), append(slices.Clip(so.steps), h), so.cost + o.cost(h.bond)})
			}
		}
	}
	walk(way{at: []statement.EntityID{from}})
	slices.SortFunc(all, func(a, b way) int {
		byCost, byLength := cmp.Compare(a.cost, b.cost), cmp.Compare(len(a.at), len(b.at))
		if shortest {
			byCost, byLength = byLength, byCost
		}
		return cmp.Or(byCost, byLength, slices.CompareFunc(a.at, b.at, o.compare))
	})
	return all
}

func (o *oracle) compareHops(a, b hop) int {
	backward := func(h hop) int {
		if h.forward {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(o.cost(a.bond), o.cost(b.bond)), cmp.Compare(a.bond.predicate, b.bond.predicate), cmp.Compare(backward(a), backward(b)))
}

// tell writes a path with all that it shows.
func (o *oracle) tell(p way, w *query.LinkWhere) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.6f %d:", float64(p.cost)/1e6, len(p.steps))
	for n, h := range p.steps {
		var said []string
		for _, s := range o.Statements {
			if o.bond(s) == h.bond && o.meant(s, w, statement.Status.Real) {
				said = append(said, string(s.ID()))
			}
		}
		slices.Sort(said)
		fmt.Fprintf(&b, " %s %s %v %.6f %v %s", p.at[n], h.bond.predicate, h.forward, float64(o.cost(h.bond))/1e6, said, p.at[n+1])
	}
	return b.String()
}

func tellPath(p *query.Path) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.6f %d:", p.Cost, p.Length)
	for _, s := range p.Steps {
		fmt.Fprintf(&b, " %s %s %v %.6f %v %s", s.From.ID(), s.Predicate.Name(), s.Forward, s.Cost, ids(s.Statements), s.To.ID())
	}
	return b.String()
}

func TestPathsAgreeWithOracle(t *testing.T) {
	onSmallGraphs(t, func(t *rapid.T, g *query.Graph, o *oracle) {
		ends := rapid.SliceOfNDistinct(rapid.SampledFrom(o.Entities), 2, 2, func(e statement.Entity) statement.EntityID { return e.ID }).Draw(t, "ends")
		most, first := rapid.IntRange(1, query.MaxPathLength).Draw(t, "maxLength"), rapid.IntRange(0, 12).Draw(t, "first")
		where := anyLinkWhere(t, o.Sample)
		ranking := rapid.SampledFrom([]query.PathRanking{query.Informative, query.Shortest}).Draw(t, "ranking")
		found, err := g.Paths(string(ends[0].ID), string(ends[1].ID), &most, &first, where, &ranking)
		if err != nil || found.Bounded != "" {
			t.Fatalf("Paths: %v, bounded %q", err, found.Bounded)
		}
		var got, want []string
		for _, p := range found.Paths {
			got = append(got, tellPath(p))
		}
		ways := o.ways(ends[0].ID, ends[1].ID, most, where, ranking == query.Shortest)
		for _, p := range ways[:min(first, len(ways))] {
			want = append(want, o.tell(p, where))
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%s to %s, at most %d links, %v, %+v:\ngot  %s\nwant %s", ends[0].ID, ends[1].ID, most, ranking, where,
				strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	})
}

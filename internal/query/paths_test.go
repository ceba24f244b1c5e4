package query_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
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
		found, err := g.Paths(context.Background(), string(ends[0].ID), string(ends[1].ID), &most, &first, where, &ranking)
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

func TestPathsAreTrueWhereBounded(t *testing.T) {
	onSmallGraphs(t, func(t *rapid.T, g *query.Graph, o *oracle) {
		looks, trails := rapid.IntRange(0, 100).Draw(t, "looks"), rapid.IntRange(0, 30).Draw(t, "trails")
		defer query.SetPathBounds(looks, trails)()
		from, to := o.Entities[0].ID, o.Entities[len(o.Entities)-1].ID
		most, first := query.MaxPathLength, query.MaxPaths
		found, err := g.Paths(context.Background(), string(from), string(to), &most, &first, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{}
		for _, p := range o.ways(from, to, most, nil, false) {
			want[o.tell(p, nil)] = true
		}
		for _, p := range found.Paths {
			if path := tellPath(p); !want[path] {
				t.Fatalf("%s to %s within %d links and %d beginnings: there is no path %s", from, to, looks, trails, path)
			}
		}
		if len(found.Paths) < min(len(want), first) && found.Bounded == "" {
			t.Fatalf("%s to %s within %d links and %d beginnings: %d of %d paths, and no bound is told", from, to, looks, trails, len(found.Paths), len(want))
		}
	})
}

// sampleOf makes a graph of links "subject predicate object" whose things have
// their ids for names.
func sampleOf(t *testing.T, links ...string) *query.Graph {
	t.Helper()
	o, document := shipped()
	source := statement.EntityID(document.Prefix + "/source")
	sample := &querytest.Sample{
		Ontology:  o,
		Entities:  []statement.Entity{{ID: source, Class: document.Name, Name: "source"}},
		Documents: []statement.Document{{ID: source, Title: "source", Kind: statement.Primary}},
	}
	known := map[statement.EntityID]bool{}
	for _, link := range links {
		words := strings.Fields(link)
		s := statement.Statement{Subject: statement.EntityID(words[0]), Predicate: words[1], Object: statement.Thing(statement.EntityID(words[2]))}
		s.Evidence.Document = source
		sample.Statements = append(sample.Statements, s)
		for _, id := range []statement.EntityID{s.Subject, s.Object.Entity()} {
			if !known[id] {
				known[id] = true
				sample.Entities = append(sample.Entities, statement.Entity{ID: id, Class: o.ClassOf(id).Name, Name: string(id)})
			}
		}
	}
	g, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestInformativePathAvoidsHub(t *testing.T) {
	links := []string{
		"country/a contributesTo fund/small", "country/b contributesTo fund/small",
		"country/a memberOf organisation/large", "country/b memberOf organisation/large",
	}
	for n := range 20 {
		links = append(links, fmt.Sprintf("country/other-%d memberOf organisation/large", n))
	}
	found, err := sampleOf(t, links...).Paths(context.Background(), "country/a", "country/b", nil, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range found.Paths {
		got = append(got, fmt.Sprintf("%s %.2f", p.Steps[0].To.ID(), p.Cost))
	}
	// Either country has two kinds of link with one each: a bit. The fund has one
	// kind with two, a bit; the organisation one with 22, 4.46 bits.
	if want := []string{"fund/small 4.00", "organisation/large 10.92"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPathsRefuse(t *testing.T) {
	g := sampleOf(t, "country/a contributesTo fund/small")
	number := func(n int) *int { return &n }
	for _, c := range []struct {
		name             string
		from, to         string
		maxLength, first *int
		where            *query.LinkWhere
		kind             fault.Kind
		hint             string
	}{
		{"unknown from", "country/aa", "fund/small", nil, nil, nil, fault.NotFound, "did you mean country/a?"},
		{"unknown to", "country/a", "fund/smal", nil, nil, nil, fault.NotFound, "did you mean fund/small?"},
		{"one thing", "country/a", "country/a", nil, nil, nil, fault.Invalid, "two things"},
		{"no length", "country/a", "fund/small", number(0), nil, nil, fault.Invalid, "1 to 6"},
		{"too long", "country/a", "fund/small", number(7), nil, nil, fault.Invalid, "1 to 6"},
		{"less than none", "country/a", "fund/small", nil, number(-1), nil, fault.Invalid, "0 to 50"},
		{"too many", "country/a", "fund/small", nil, number(51), nil, fault.TooLarge, "at most 50"},
		{"unknown predicate", "country/a", "fund/small", nil, nil, &query.LinkWhere{Predicates: []string{"owns"}}, fault.Invalid, "predicates"},
		{"unknown document", "country/a", "fund/small", nil, nil, &query.LinkWhere{Documents: []string{"document/none"}}, fault.NotFound, "documents"},
	} {
		found, err := g.Paths(context.Background(), c.from, c.to, c.maxLength, c.first, c.where, nil)
		if err == nil || fault.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.hint) {
			t.Errorf("%s: got %v, %v, want an error of kind %v that says %q", c.name, found, err, c.kind, c.hint)
		}
	}
}

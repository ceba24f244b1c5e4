package query_test

import (
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// network answers by brute force, without places.
type network struct {
	*oracle
	where *query.LinkWhere
	said  map[bond][]statement.Statement // what is meant, but for direction and types
	steps map[statement.EntityID]int
}

func (o *oracle) network(around []statement.EntityID, depth int, where *query.LinkWhere) *network {
	n := &network{o, where, map[bond][]statement.Statement{}, map[statement.EntityID]int{}}
	for _, s := range o.Statements {
		if b := o.bond(s); b.object != "" && b.object != b.subject && o.meant(s, where, func(statement.Status) bool { return true }) {
			n.said[b] = append(n.said[b], s)
		}
	}
	for _, id := range around {
		n.steps[id] = 0
	}
	for away := 1; away <= depth; away++ {
		for b := range n.said {
			for _, way := range [][2]statement.EntityID{{b.subject, b.object}, {b.object, b.subject}} {
				steps, from := n.steps[way[0]]
				if _, known := n.steps[way[1]]; from && steps == away-1 && !known && n.walks(b, way[0]) {
					n.steps[way[1]] = away
				}
			}
		}
	}
	return n
}

// walks tells whether the link is meant as read from one of its ends.
func (n *network) walks(b bond, from statement.EntityID) bool {
	other := b.object
	if from == other {
		other = b.subject
	}
	return n.runs(b.predicate, from == b.subject, n.where) && n.types(other, n.where)
}

// worth is what a thing is to those that are kept; 0 where nothing leads to it.
func (n *network) worth(id statement.EntityID, kept []statement.EntityID) int {
	sum := 0
	for b, said := range n.said {
		for _, way := range [][2]statement.EntityID{{b.subject, b.object}, {b.object, b.subject}} {
			if way[1] != id || !slices.Contains(kept, way[0]) || !n.walks(b, way[0]) {
				continue
			}
			documents := map[statement.EntityID]bool{}
			for _, s := range said {
				documents[s.Evidence.Document] = true
			}
			degree := n.degree(id, b.predicate, id == b.subject)
			sum += bits.Len(uint(len(documents))) * (1 << 20) / bits.Len(uint(degree)) >> (n.steps[id] - 1)
		}
	}
	return sum
}

// degree counts the others that a predicate ties to the thing, whatever is meant.
func (n *network) degree(id statement.EntityID, predicate string, forward bool) int {
	others := map[statement.EntityID]bool{}
	for _, s := range n.Statements {
		object := s.Object.Entity()
		if s.Predicate != predicate || object == "" || object == s.Subject {
			continue
		}
		if s.Subject == id && (forward || n.symmetric(predicate)) {
			others[object] = true
		}
		if object == id && (!forward || n.symmetric(predicate)) {
			others[s.Subject] = true
		}
	}
	return len(others)
}

// approach is a class, or the predicate and direction by which a thing is come to.
type approach struct {
	class, predicate string
	forward          bool
}

// approaches are those that count for a thing.
func (n *network) approaches(id statement.EntityID, kept []statement.EntityID) [2]approach {
	of := [2]approach{{class: n.Ontology.ClassOf(id).Name}}
	for _, from := range kept {
		var first []approach
		for b := range n.said {
			if b.subject == from && b.object == id && n.walks(b, from) {
				first = append(first, approach{predicate: b.predicate, forward: true})
			}
			if b.object == from && b.subject == id && n.walks(b, from) {
				first = append(first, approach{predicate: b.predicate, forward: n.symmetric(b.predicate)})
			}
		}
		if len(first) > 0 {
			of[1] = slices.MinFunc(first, func(a, b approach) int {
				if a.predicate == b.predicate && a.forward {
					return -1
				}
				return strings.Compare(a.predicate, b.predicate)
			})
			break
		}
	}
	return of
}

// keep chooses as the documentation of Network's keep tells.
func (n *network) keep(around []statement.EntityID, first int) []statement.EntityID {
	kept := slices.Clone(around)
	most := max(1, first/4)
	if n.where != nil && len(n.where.Types)+len(n.where.Predicates) > 0 {
		most = len(n.of)
	}
	crowds := map[approach]int{}
	for len(kept) < min(first, len(n.steps)) {
		best := n.best(kept, func(id statement.EntityID) bool {
			ways := n.approaches(id, kept)
			return crowds[ways[0]] < most && crowds[ways[1]] < most
		})
		if best == "" {
			best = n.best(kept, func(statement.EntityID) bool { return true })
		}
		for _, way := range n.approaches(best, kept) {
			crowds[way]++
		}
		kept = append(kept, best)
	}
	return kept
}

// best is the thing with the greatest worth that is not kept and passes.
func (n *network) best(kept []statement.EntityID, passes func(statement.EntityID) bool) (best statement.EntityID) {
	most := 0
	for id := range n.steps {
		if slices.Contains(kept, id) || !passes(id) {
			continue
		}
		if worth := n.worth(id, kept); worth > most || worth == most && worth > 0 && n.compare(id, best) < 0 {
			best, most = id, worth
		}
	}
	return best
}

// links are those between what is kept, with the statements.
func (n *network) links(kept []statement.EntityID) []string {
	var all []string
	for b, said := range n.said {
		if slices.Contains(kept, b.subject) && slices.Contains(kept, b.object) && (n.walks(b, b.subject) || n.walks(b, b.object)) {
			var of []string
			for _, s := range said {
				of = append(of, string(s.ID()))
			}
			slices.Sort(of)
			all = append(all, fmt.Sprintf("%s %s %s %v", b.subject, b.predicate, b.object, of))
		}
	}
	slices.Sort(all)
	return all
}

func TestNetworkAgreesWithOracle(t *testing.T) {
	onSmallGraphs(t, func(t *rapid.T, g *query.Graph, o *oracle) {
		var around []statement.EntityID
		for _, e := range rapid.SliceOfNDistinct(rapid.SampledFrom(o.Entities), 1, 2, func(e statement.Entity) statement.EntityID { return e.ID }).Draw(t, "around") {
			around = append(around, e.ID)
		}
		depth, first := rapid.IntRange(1, query.MaxNetworkDepth).Draw(t, "depth"), rapid.IntRange(len(around), 12).Draw(t, "first")
		where := anyLinkWhere(t, o.Sample)
		want := o.network(around, depth, where)
		kept := want.keep(around, first)

		var names []string
		for _, id := range around {
			names = append(names, string(id))
		}
		got, err := g.Network(context.Background(), names, &depth, &first, where)
		if err != nil {
			t.Fatal(err)
		}
		if got.Hidden != len(want.steps)-len(kept) {
			t.Errorf("hidden %d, want %d", got.Hidden, len(want.steps)-len(kept))
		}
		var ids []statement.EntityID
		for _, node := range got.Nodes {
			id := statement.EntityID(node.ID())
			ids = append(ids, id)
			if node.Steps != want.steps[id] {
				t.Errorf("%s is %d links away, want %d", id, node.Steps, want.steps[id])
			}
		}
		if !slices.Equal(ids, kept) {
			t.Errorf("nodes %v\nwant  %v", ids, kept)
		}
		var links []string
		for _, l := range got.Links {
			links = append(links, fmt.Sprintf("%s %v", l.ID(), sorted(l.Statements())))
			if parts := strings.Join([]string{l.From(), l.Predicate(), l.To()}, " "); parts != l.ID() {
				t.Errorf("link %s runs %s", l.ID(), parts)
			}
		}
		slices.Sort(links)
		if all := want.links(kept); !slices.Equal(links, all) {
			t.Errorf("links %v\nwant  %v", links, all)
		}
	})
}

// sorted are the ids of statements in order.
func sorted(said []*query.Statement) (all []string) {
	for _, s := range said {
		all = append(all, s.ID())
	}
	slices.Sort(all)
	return all
}

func TestNetworkRefuses(t *testing.T) {
	g := shippedGraph()
	two := []string{"country/japan", "country/china"}
	for _, test := range []struct {
		around       []string
		depth, first int
		want         string
		kind         fault.Kind
	}{
		{nil, 1, 10, "around is empty", fault.Invalid},
		{two, 0, 10, "depth is 0", fault.Invalid},
		{two, 4, 10, "depth is 4", fault.TooLarge},
		{two, 1, 0, "first is 0", fault.Invalid},
		{two, 1, 501, "first is 501", fault.TooLarge},
		{two, 1, 1, "around has 2 ids for a network of 1 nodes", fault.TooLarge},
		{[]string{"country/atlantis"}, 1, 10, `nothing has the id "country/atlantis"`, fault.NotFound},
	} {
		_, err := g.Network(context.Background(), test.around, &test.depth, &test.first, nil)
		if err == nil || !strings.HasPrefix(err.Error(), test.want+";") || fault.KindOf(err) != test.kind {
			t.Errorf("Network(%v, %d, %d) says %v, want %s", test.around, test.depth, test.first, err, test.want)
		}
	}
	if _, err := g.Network(context.Background(), two, nil, nil, &query.LinkWhere{Predicates: []string{"isFondOf"}}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an unknown predicate gives %v", err)
	}
}

// shippedGraph is the shipped data.
var shippedGraph = sync.OnceValue(func() *query.Graph {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		panic(err)
	}
	return e.Graph
})

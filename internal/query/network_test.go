package query_test

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
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

// keep chooses as the documentation of Network's keep tells.
func (n *network) keep(around []statement.EntityID, first int) []statement.EntityID {
	kept := slices.Clone(around)
	for len(kept) < min(first, len(n.steps)) {
		var best statement.EntityID
		most := 0
		for id := range n.steps {
			if slices.Contains(kept, id) {
				continue
			}
			if worth := n.worth(id, kept); worth > most || worth == most && worth > 0 && n.compare(id, best) < 0 {
				best, most = id, worth
			}
		}
		kept = append(kept, best)
	}
	return kept
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
		got, err := g.Network(names, &depth, &first, where)
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
		_, err := g.Network(test.around, &test.depth, &test.first, nil)
		if err == nil || !strings.HasPrefix(err.Error(), test.want+";") || fault.KindOf(err) != test.kind {
			t.Errorf("Network(%v, %d, %d) says %v, want %s", test.around, test.depth, test.first, err, test.want)
		}
	}
	if _, err := g.Network(two, nil, nil, &query.LinkWhere{Predicates: []string{"isFondOf"}}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("an unknown predicate gives %v", err)
	}
}

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
	n, err := g.Network([]string{string(s.Entities[0].ID)}, nil, nil, nil)
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

// shippedGraph is the shipped data.
var shippedGraph = sync.OnceValue(func() *query.Graph {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		panic(err)
	}
	return e.Graph
})

func TestPlacesFillThePictureAndKeepApart(t *testing.T) {
	g := shippedGraph()
	for _, test := range []struct {
		around []string
		depth  int
		first  int
	}{
		{[]string{"country/japan"}, 1, 100}, {[]string{"country/japan"}, 3, 500}, {[]string{"organisation/asean"}, 2, 60},
		{[]string{"country/japan", "country/china"}, 1, 60}, {[]string{"mechanism/asean-plus-three"}, 1, 2},
	} {
		n, err := g.Network(test.around, &test.depth, &test.first, nil)
		if err != nil {
			t.Fatal(err)
		}
		widest, nearest := 0.0, 2.0
		for i, a := range n.Nodes {
			widest = max(widest, math.Abs(a.X()), math.Abs(a.Y()))
			for _, b := range n.Nodes[:i] {
				nearest = min(nearest, distance(a, b))
			}
		}
		if widest > 1 || widest < 0.6 {
			t.Errorf("%v: the outermost node stands at %v", test, widest)
		}
		if least := 0.7 / math.Sqrt(float64(len(n.Nodes))); nearest < least {
			t.Errorf("%v: two nodes stand %.3f apart, less than %.3f", test, nearest, least)
		}
		if middle := n.Nodes[0]; len(test.around) == 1 && (middle.X() != 0 || middle.Y() != 0) {
			t.Errorf("%v: the centre stands at %v, %v", test, middle.X(), middle.Y())
		}
	}
}

func distance(a, b *query.NetworkNode) float64 { return math.Hypot(a.X()-b.X(), a.Y()-b.Y()) }

// A filter that takes out about a fifth of the nodes leaves the rest about
// where they were: half of them move by less than a twentieth of the picture.
func TestPlacesStayWhenTheFilterChanges(t *testing.T) {
	g := shippedGraph()
	for _, centre := range []string{"country/japan", "organisation/asean", "partnership/asean-japan", "summit/asean-japan-summit-06"} {
		for depth := 1; depth <= 2; depth++ {
			whole, err := g.Network([]string{centre}, &depth, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			few, err := g.Network([]string{centre}, &depth, nil, &query.LinkWhere{Types: mostTypes(whole, 0.8)})
			if err != nil {
				t.Fatal(err)
			}
			var moved []float64
			for _, a := range few.Nodes {
				for _, b := range whole.Nodes {
					if a.ID() == b.ID() && a.Steps > 0 {
						moved = append(moved, distance(a, b))
					}
				}
			}
			slices.Sort(moved)
			if len(moved) == 0 {
				t.Fatalf("%s, depth %d: nothing is left", centre, depth)
			}
			median := moved[len(moved)/2]
			t.Logf("%s, depth %d: %d of %d nodes stay; half move by less than %.3f, nine of ten by %.3f", centre, depth, len(few.Nodes), len(whole.Nodes), median, moved[len(moved)*9/10])
			if median > 0.1 {
				t.Errorf("%s, depth %d: half of the nodes move by %.3f or more", centre, depth, median)
			}
		}
	}
}

// mostTypes are classes that make up about a share of the nodes: the rarest go first.
func mostTypes(n *query.Network, share float64) []query.EntityType {
	counts := map[query.EntityType]int{}
	for _, node := range n.Nodes {
		counts[node.Type()]++
	}
	var types []query.EntityType
	for class := range counts {
		types = append(types, class)
	}
	slices.SortFunc(types, func(a, b query.EntityType) int {
		return cmp.Or(cmp.Compare(counts[a], counts[b]), cmp.Compare(a, b))
	})
	for left := len(n.Nodes); len(types) > 1; types = types[1:] {
		if left -= counts[types[0]]; float64(left) < share*float64(len(n.Nodes)) {
			break
		}
	}
	return types
}

func TestNetworkDoesNotDependOnTheOrderOfLoading(t *testing.T) {
	o, document := shipped()
	sample, err := querytest.New(o, document, 7, 30_000)
	if err != nil {
		t.Fatal(err)
	}
	first := drawn(t, sample)
	slices.Reverse(sample.Statements)
	slices.Reverse(sample.Entities)
	if again := drawn(t, sample); first != again {
		t.Errorf("loaded in another order:\n%s\nwas\n%s", again, first)
	}
}

// drawn tells a network with its places.
func drawn(t *testing.T, sample *querytest.Sample) string {
	t.Helper()
	g, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	n, err := g.Network([]string{string(sample.Hubs[0])}, new(2), new(60), &query.LinkWhere{Status: []statement.Status{statement.Happened}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "hidden", n.Hidden)
	for _, node := range n.Nodes {
		fmt.Fprintln(&b, node.ID(), node.X(), node.Y())
	}
	for _, l := range n.Links {
		fmt.Fprintln(&b, l.ID())
	}
	return b.String()
}

func BenchmarkNetworkShipped(b *testing.B) {
	g := shippedGraph()
	quantiles(b, func(int) {
		if _, err := g.Network([]string{"country/japan"}, new(2), nil, nil); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkNetworkMillion(b *testing.B) {
	sample, g := million()
	hub, thing := string(sample.Hubs[0]), string(sample.Entities[len(sample.Entities)/2].ID)
	for _, test := range []struct {
		name   string
		around string
		depth  int
		where  *query.LinkWhere
	}{
		{"thing/depth1", thing, 1, nil}, {"thing/depth2", thing, 2, nil}, {"thing/depth3", thing, 3, nil},
		{"hub/depth1", hub, 1, nil}, {"hub/depth2", hub, 2, nil},
		{"hub/filtered", hub, 2, &query.LinkWhere{Status: []statement.Status{statement.Planned}}},
	} {
		b.Run(test.name, func(b *testing.B) {
			quantiles(b, func(int) {
				if _, err := g.Network([]string{test.around}, &test.depth, nil, test.where); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

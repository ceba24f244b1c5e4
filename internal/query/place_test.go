package query_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
)

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
		n, err := g.Network(context.Background(), test.around, &test.depth, &test.first, nil)
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
// where they were: half of them move by less than a twentieth of the picture,
// which is 2 wide, and nine of ten by less than three twentieths. The pictures
// hold all there is one step away: a cut one would draw other things in place
// of those taken out.
func TestPlacesStayWhenTheFilterChanges(t *testing.T) {
	g := shippedGraph()
	centres := append(anyCentres(t, g, 30), "partnership/asean-japan", "summit/asean-summit-02", "fund/japan-asean-integration-fund",
		"country/india", "country/canada", "country/australia", "mechanism/asean-regional-forum")
	for _, centre := range centres {
		whole := around(t, g, centre, nil)
		few := around(t, g, centre, &query.LinkWhere{Types: mostTypes(whole, 0.8)})
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
			t.Errorf("%s: nothing is left", centre)
			continue
		}
		median, most := moved[len(moved)/2], moved[len(moved)*9/10]
		t.Logf("%s: %d of %d nodes stay; half move by less than %.3f, nine of ten by %.3f", centre, len(few.Nodes), len(whole.Nodes), median, most)
		if median > 0.1 || most > 0.3 {
			t.Errorf("%s: half of the nodes move by %.3f or more, a tenth by %.3f or more", centre, median, most)
		}
	}
}

// anyCentres draws things with at least five others around, and no more than a
// picture holds; the same ones for the same data.
func anyCentres(t *testing.T, g *query.Graph, count int) (ids []string) {
	t.Helper()
	things, random := g.Things(), rand.New(rand.NewPCG(1, 2))
	for len(ids) < count {
		id := things[random.IntN(len(things))].ID()
		if n := around(t, g, id, nil); len(n.Nodes) > 5 && n.Hidden == 0 && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func around(t *testing.T, g *query.Graph, centre string, where *query.LinkWhere) *query.Network {
	t.Helper()
	n, err := g.Network(context.Background(), []string{centre}, new(1), nil, where)
	if err != nil {
		t.Fatal(err)
	}
	return n
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
	n, err := g.Network(context.Background(), []string{string(sample.Hubs[0])}, new(2), new(60), &query.LinkWhere{Status: []statement.Status{statement.Happened}})
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
		if _, err := g.Network(context.Background(), []string{"country/japan"}, new(2), nil, nil); err != nil {
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
				if _, err := g.Network(context.Background(), []string{test.around}, &test.depth, nil, test.where); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

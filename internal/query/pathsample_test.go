package query_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
)

// openSample makes a sample with hubs.
func openSample(t *testing.T, seed uint64, quads int) (*querytest.Sample, *query.Graph) {
	t.Helper()
	o, document := shipped()
	sample, err := querytest.New(o, document, seed, quads)
	if err != nil {
		t.Fatal(err)
	}
	g, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	return sample, g
}

// tellPaths asks for paths and tells them.
func tellPaths(t *testing.T, g *query.Graph, from, to string, maxLength, first int) (told []string) {
	found, err := g.Paths(context.Background(), from, to, &maxLength, &first, nil, nil)
	if err != nil || found.Bounded != "" {
		t.Errorf("%s to %s: %v, bounded %q", from, to, err, found.Bounded)
	}
	for _, p := range found.Paths {
		told = append(told, tellPath(p))
	}
	return told
}

func TestPathsAmongHubsAgreeWithOracle(t *testing.T) {
	compared := 0
	for seed := range uint64(10) {
		sample, g := openSample(t, seed, 1500)
		o := newOracle(sample)
		ends := append(slices.Clone(sample.Hubs), sample.Entities[3].ID, sample.Entities[40].ID)
		for n, from := range ends[1:] {
			to := ends[n]
			ways := o.ways(from, to, 4, nil, false)
			var want []string
			for _, p := range ways[:min(query.MaxPaths, len(ways))] {
				want = append(want, o.tell(p, nil))
			}
			compared += len(want)
			if got := tellPaths(t, g, string(from), string(to), 4, query.MaxPaths); !slices.Equal(got, want) {
				t.Errorf("seed %d, %s to %s:\ngot  %s\nwant %s", seed, from, to, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
			}
		}
	}
	if least := 10 * query.MaxPaths; compared < least {
		t.Errorf("compared %d paths, want %d or more", compared, least)
	}
}

func TestPathsAreTheSameHoweverLoadedAndAsked(t *testing.T) {
	sample, g := openSample(t, 3, 20_000)
	from, to := string(sample.Hubs[0]), string(sample.Hubs[1])
	want := tellPaths(t, g, from, to, query.MaxPathLength, query.MaxPaths)
	slices.Reverse(sample.Statements)
	slices.Reverse(sample.Entities)
	again, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	var asking sync.WaitGroup
	for range 8 {
		asking.Go(func() {
			if got := tellPaths(t, again, from, to, query.MaxPathLength, query.MaxPaths); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
	asking.Wait()
}

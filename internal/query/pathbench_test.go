package query_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// million is a graph of a million quads of synthetic data.
var million = sync.OnceValues(func() (*querytest.Sample, *query.Graph) {
	o, document := shipped()
	sample, err := querytest.New(o, document, 1, 1_000_000)
	if err != nil {
		panic(err)
	}
	g, err := sample.Open()
	if err != nil {
		panic(err)
	}
	return sample, g
})

func BenchmarkOpenMillion(b *testing.B) {
	sample, _ := million()
	store := quadstore.New()
	if err := store.Load((statement.Vocabulary{}).All(sample.Entities, sample.Documents, sample.Statements)); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := query.Open(query.Source{Quads: store.Generation(), Ontology: sample.Ontology}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(store.Generation().Size()), "quads")
}

// quantiles calls something at least a hundred times and tells how long the
// middle one and the slowest of a hundred take.
func quantiles(b *testing.B, call func(n int)) {
	b.ReportAllocs()
	var took []time.Duration
	for b.Loop() {
		from := time.Now()
		call(len(took))
		took = append(took, time.Since(from))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

func BenchmarkPaths(b *testing.B) {
	sample, g := million()
	random := rand.New(rand.NewPCG(2, 2))
	hub := func(int) (string, string) {
		n := random.Perm(len(sample.Hubs))
		return string(sample.Hubs[n[0]]), string(sample.Hubs[n[1]])
	}
	pair := func(int) (string, string) {
		n := random.Perm(len(sample.Entities))
		return string(sample.Entities[n[0]].ID), string(sample.Entities[n[1]].ID)
	}
	mixed := func(n int) (string, string) {
		from, other := pair(n)
		to, _ := hub(n)
		if from == to {
			from = other
		}
		return from, to
	}
	during, err := edtf.Parse("1990/1999")
	if err != nil {
		b.Fatal(err)
	}
	for _, of := range []struct {
		name  string
		ends  func(int) (string, string)
		where *query.LinkWhere
	}{{"things", pair, nil}, {"thing-hub", mixed, nil}, {"hubs", hub, nil}, {"hubs-1990s", hub, &query.LinkWhere{During: &during}}} {
		for _, ranking := range []query.PathRanking{query.Informative, query.Shortest} {
			for _, most := range []int{2, 3, 4, 6} {
				b.Run(fmt.Sprintf("%s/%s/%d", of.name, ranking, most), func(b *testing.B) {
					found, bounded := 0, 0
					quantiles(b, func(n int) {
						from, to := of.ends(n)
						paths, err := g.Paths(context.Background(), from, to, &most, nil, of.where, &ranking)
						if err != nil {
							b.Fatal(err)
						}
						found += len(paths.Paths)
						if paths.Bounded != "" {
							bounded++
						}
					})
					b.ReportMetric(float64(found)/float64(b.N), "paths")
					b.ReportMetric(float64(bounded)/float64(b.N), "bounded")
				})
			}
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	sample, g := million()
	for _, of := range [][]string{
		{string(sample.Hubs[0]), string(sample.Hubs[1])},
		{string(sample.Hubs[0]), string(sample.Hubs[1]), string(sample.Hubs[2]), string(sample.Hubs[3])},
	} {
		b.Run(fmt.Sprint(len(of)), func(b *testing.B) {
			shared := 0
			quantiles(b, func(int) {
				c, err := g.Compare(of, nil)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := c.Matrix(nil, nil, nil, nil); err != nil {
					b.Fatal(err)
				}
				shared = len(c.Shared())
			})
			b.ReportMetric(float64(shared), "shared")
		})
	}
}

package query_test

import (
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// BenchmarkFirstAsked is what a new graph takes for what it finds only once.
func BenchmarkFirstAsked(b *testing.B) {
	sample, _ := million()
	for _, question := range []struct {
		name string
		ask  func(*query.Graph) error
	}{
		{"disagreements", func(g *query.Graph) error { _, err := g.Disagreements(nil, query.Page{}); return err }},
		{"timeline", func(g *query.Graph) error { _, err := g.Timeline(nil, nil, query.Page{}); return err }},
		{"series", func(g *query.Graph) error { _, err := g.Series(nil, nil, nil); return err }},
	} {
		b.Run(question.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				g, err := sample.Open()
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if err := question.ask(g); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkClaims asks a graph that has been asked before.
func BenchmarkClaims(b *testing.B) {
	sample, g := million()
	size := 100
	page := query.NewPage(&size, nil, nil, nil)
	thing := func(n int) string { return string(sample.Entities[n*7919%len(sample.Entities)].ID) }
	all := whole(b, func(p query.Page) (*query.DisagreementConnection, error) { return g.Disagreements(nil, p) })
	b.Run("disagreements", func(b *testing.B) {
		quantiles(b, func(int) { must(b, second(g.Disagreements(nil, page))) })
		b.ReportMetric(float64(len(all)), "found")
	})
	b.Run("disagreements about a thing", func(b *testing.B) {
		quantiles(b, func(n int) { must(b, second(g.Disagreements([]string{thing(n)}, page))) })
	})
	b.Run("conflictsWith of the hub", func(b *testing.B) {
		about := string(sample.Hubs[0])
		of, err := g.Statements(&query.StatementWhere{Subject: &about}, page, nil)
		must(b, err)
		quantiles(b, func(n int) { of.Nodes()[n%len(of.Nodes())].ConflictsWith() })
	})
	b.Run("timeline", func(b *testing.B) {
		quantiles(b, func(int) { must(b, second(g.Timeline(nil, nil, page))) })
	})
	b.Run("timeline of what happened", func(b *testing.B) {
		where := &query.LinkWhere{Status: []statement.Status{statement.Happened}}
		quantiles(b, func(int) { must(b, second(g.Timeline(nil, where, page))) })
	})
	b.Run("timeline of the hub", func(b *testing.B) {
		quantiles(b, func(int) { must(b, second(g.Timeline([]string{string(sample.Hubs[0])}, nil, page))) })
	})
	b.Run("timeline of five things", func(b *testing.B) {
		quantiles(b, func(n int) {
			must(b, second(g.Timeline([]string{thing(n), thing(n + 1), thing(n + 2), thing(n + 3), thing(n + 4)}, nil, page)))
		})
	})
	b.Run("series", func(b *testing.B) {
		quantiles(b, func(int) { must(b, second(g.Series(nil, nil, nil))) })
	})
	b.Run("sum", func(b *testing.B) {
		quantiles(b, func(n int) {
			about := thing(n)
			if _, err := g.Sum(query.StatementWhere{Subject: &about}); err != nil && fault.KindOf(err) == fault.Internal {
				b.Fatal(err)
			}
		})
	})
}

func second[T any](_ T, err error) error { return err }

func must(b *testing.B, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

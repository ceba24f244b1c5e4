package quadstore_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

func fundsStore(t *testing.T) *quadstore.Store {
	s := quadstore.New()
	load(t, s,
		quad.MakeIRI("country/japan", "contributesTo", "fund/cultural", "statement/1"),
		quad.MakeIRI("country/japan", "contributesTo", "fund/exchange", "statement/2"),
		quad.MakeIRI("country/japan", "contributesTo", "fund/exchange", "statement/3"),
		quad.MakeIRI("country/korea", "contributesTo", "fund/exchange", "statement/4"),
		quad.MakeIRI("country/japan", "participatesIn", "forum/regional", "statement/5"),
		quad.MakeIRI("fund/cultural", "administeredBy", "organisation/secretariat", "statement/6"),
	)
	return s
}

func TestPathsAndShapes(t *testing.T) {
	s := fundsStore(t)
	contributesTo := quad.IRI("contributesTo")
	for name, qs := range map[string]graph.QuadStore{"store": s, "generation": s.Generation().QuadStore()} {
		ctx := context.Background()
		tests := []struct {
			name string
			it   *graph.IterateChain
			want []string
		}{
			{"path out", path.StartPath(qs, quad.IRI("country/japan")).Out(contributesTo).Unique().Iterate(ctx),
				[]string{"<fund/cultural>", "<fund/exchange>"}},
			{"path in and has", path.StartPath(qs).Has(contributesTo, quad.IRI("fund/exchange")).Unique().Iterate(ctx),
				[]string{"<country/japan>", "<country/korea>"}},
			{"path under a label", path.StartPath(qs, quad.IRI("country/japan")).LabelContext(quad.IRI("statement/5")).Out().Iterate(ctx),
				[]string{"<forum/regional>"}},
			{"two steps", path.StartPath(qs, quad.IRI("organisation/secretariat")).In(quad.IRI("administeredBy")).In(contributesTo).Iterate(ctx),
				[]string{"<country/japan>"}},
			{"shape", shape.Iterate(ctx, qs, shape.Unique{From: shape.NodesFrom{Dir: quad.Object, Quads: shape.Quads{
				{Dir: quad.Subject, Values: shape.Lookup{quad.IRI("country/japan")}},
				{Dir: quad.Predicate, Values: shape.Lookup{contributesTo}},
			}}}), []string{"<fund/cultural>", "<fund/exchange>"}},
		}
		for _, test := range tests {
			values, err := test.it.AllValues(qs)
			var got []string
			for _, v := range values {
				got = append(got, v.String())
			}
			slices.Sort(got)
			if err != nil || !slices.Equal(got, test.want) {
				t.Errorf("%s over the %s: got %v, %v; want %v", test.name, name, got, err, test.want)
			}
		}
	}
}

func TestCancelledContextIsReported(t *testing.T) {
	s := fundsStore(t)
	japan := s.ValueOf(quad.IRI("country/japan"))
	iterators := map[string]func() graph.Iterator{
		"all quads": s.QuadsAllIterator,
		"all nodes": s.NodesAllIterator,
		"subject":   func() graph.Iterator { return s.QuadIterator(quad.Subject, japan) },
	}
	for name, make := range iterators {
		ctx, cancel := context.WithCancel(context.Background())
		it := make()
		if !it.Next(ctx) {
			t.Fatalf("%s: nothing found: %v", name, it.Err())
		}
		first := it.Result()
		cancel()
		if it.Next(ctx) || !errors.Is(it.Err(), context.Canceled) || it.Result() != nil {
			t.Errorf("%s, next: got %v, %v; want an end with context.Canceled", name, it.Result(), it.Err())
		}
		it = make()
		if it.Contains(ctx, first) || !errors.Is(it.Err(), context.Canceled) {
			t.Errorf("%s, contains: got %v, %v; want context.Canceled", name, it.Result(), it.Err())
		}
		if _, err := s.QuadIteratorSize(ctx, quad.Subject, japan); !errors.Is(err, context.Canceled) {
			t.Errorf("size: got %v, want context.Canceled", err)
		}
		if _, err := s.Stats(ctx, true); !errors.Is(err, context.Canceled) {
			t.Errorf("stats: got %v, want context.Canceled", err)
		}
	}
}

func TestRefsThatAreNone(t *testing.T) {
	s := fundsStore(t)
	japan := s.ValueOf(quad.IRI("country/japan"))
	for _, it := range []graph.Iterator{
		s.QuadIterator(quad.Subject, nil),
		s.QuadIterator(quad.Any, japan),
		s.QuadIterator(quad.Direction(77), japan),
		s.QuadIterator(quad.Subject, graph.PreFetched(quad.IRI("country/japan"))),
	} {
		if ctx := context.Background(); it.Next(ctx) || it.Err() != nil {
			t.Errorf("%v: got %v, %v; want nothing", it, it.Result(), it.Err())
		}
	}
	if s.ValueOf(nil) != nil || s.NameOf(nil) != nil || s.QuadDirection(nil, quad.Subject) != nil || s.QuadDirection(japan, quad.Subject) != nil {
		t.Error("something was made of nothing")
	}
	if q := s.Quad(japan); q != (quad.Quad{}) {
		t.Errorf("a node as a quad: got %v", q)
	}
	if v := s.NameOf(graph.PreFetched(quad.Int(3))); v != quad.Int(3) {
		t.Errorf("a value at hand: got %v", v)
	}
}

func TestGenerationRefusesWrites(t *testing.T) {
	qs := fundsStore(t).Generation().QuadStore()
	if err := qs.ApplyDeltas([]graph.Delta{add(link(""))}, graph.IgnoreOpts{}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("apply: got %v, want a conflict", err)
	}
	if _, err := qs.NewQuadWriter(); fault.KindOf(err) != fault.Conflict {
		t.Errorf("writer: got %v, want a conflict", err)
	}
	if err := qs.Close(); err != nil {
		t.Error(err)
	}
}

func TestQuadWriter(t *testing.T) {
	s := quadstore.New()
	w, err := s.NewQuadWriter()
	if err != nil {
		t.Fatal(err)
	}
	for n := range quad.DefaultBatch + 1 {
		//lint:ignore SA1019 Cayley still calls it
		if err := w.WriteQuad(quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: quad.Int(n)}); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.Generation().Size(); got != quad.DefaultBatch {
		t.Errorf("after a batch: got %d quads, want %d", got, quad.DefaultBatch)
	}
	if n, err := w.WriteQuads([]quad.Quad{link(""), {}}); n != 0 || fault.KindOf(err) != fault.Invalid {
		t.Errorf("write with an empty quad: got %d, %v; want 0 and kind INVALID", n, err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if got := s.Generation().Size(); got != quad.DefaultBatch+1 {
		t.Errorf("after close: got %d quads, want %d", got, quad.DefaultBatch+1)
	}
}

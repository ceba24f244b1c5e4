package quadstore_test

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// model is what a store must behave like: a plain set of quads.
type model map[quad.Quad]bool

// apply is what a transaction leaves, or why it is refused.
func (m model) apply(deltas []graph.Delta, opts graph.IgnoreOpts) (model, error) {
	after := maps.Clone(m)
	for _, d := range deltas {
		switch there := after[d.Quad]; {
		case d.Action == graph.Add && there && !opts.IgnoreDup:
			return m, graph.ErrQuadExists
		case d.Action == graph.Delete && !there && !opts.IgnoreMissing:
			return m, graph.ErrQuadNotExist
		case d.Action == graph.Add:
			after[d.Quad] = true
		default:
			delete(after, d.Quad)
		}
	}
	return after, nil
}

// pool is few values, so that quads meet, of every kind that quads are made of.
var pool = []quad.Value{
	quad.IRI("a"), quad.IRI("b"), quad.IRI("c"), quad.BNode("a"), quad.String("a"), quad.String(""),
	quad.TypedString{Value: "1977", Type: "edtf"}, quad.LangString{Value: "a", Lang: "en"}, quad.Int(1),
}

var drawQuad = rapid.Custom(func(t *rapid.T) quad.Quad {
	value := rapid.SampledFrom(pool)
	return quad.Quad{
		Subject: value.Draw(t, "subject"), Predicate: value.Draw(t, "predicate"), Object: value.Draw(t, "object"),
		Label: rapid.SampledFrom(append([]quad.Value{nil}, pool[:3]...)).Draw(t, "label"),
	}
})

var drawDelta = rapid.Custom(func(t *rapid.T) graph.Delta {
	return graph.Delta{Quad: drawQuad.Draw(t, "quad"), Action: rapid.SampledFrom([]graph.Procedure{graph.Add, graph.Add, graph.Delete}).Draw(t, "action")}
})

// TestStoreIsAsASetOfQuads runs random transactions on a store and on the
// model and compares every read after each, in the generations that came
// before too.
func TestStoreIsAsASetOfQuads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store := quadstore.NewWithDelta(rapid.SampledFrom([]int{0, 4, 10, 1000}).Draw(t, "delta limit"))
		now := model{}
		history := map[*quadstore.Generation]model{store.Generation(): now}
		for range rapid.IntRange(1, 25).Draw(t, "transactions") {
			before := store.Generation()
			if rapid.IntRange(0, 3).Draw(t, "load") == 0 {
				now = loadBoth(t, store, now)
			} else {
				now = applyBoth(t, store, now)
			}
			if changed := !maps.Equal(history[before], now); changed != (store.Generation() != before) {
				t.Fatalf("changed: %v, but the generation went from %d to %d", changed, before.Sequence(), store.Generation().Sequence())
			}
			history[store.Generation()] = now
		}
		for g, want := range history {
			compare(t, g, want)
		}
	})
}

func loadBoth(t *rapid.T, store *quadstore.Store, now model) model {
	quads := rapid.SliceOfN(drawQuad, 0, 20).Draw(t, "quads")
	if err := store.Load(slices.Values(quads)); err != nil {
		t.Fatalf("load: %v", err)
	}
	after := maps.Clone(now)
	for _, q := range quads {
		after[q] = true
	}
	return after
}

func applyBoth(t *rapid.T, store *quadstore.Store, now model) model {
	deltas := rapid.SliceOfN(drawDelta, 0, 4).Draw(t, "deltas")
	for _, q := range rapid.SliceOfN(rapid.SampledFrom(recurring), 0, 3).Draw(t, "recurring quads") {
		deltas = append(deltas, toggle(now, q))
	}
	opts := graph.IgnoreOpts{IgnoreDup: rapid.Bool().Draw(t, "ignore dup"), IgnoreMissing: rapid.Bool().Draw(t, "ignore missing")}
	after, want := now.apply(deltas, opts)
	before := store.Generation()
	err := store.ApplyDeltas(deltas, opts)
	var refused *graph.DeltaError
	if errors.As(err, &refused) != (want != nil) || refused != nil && refused.Err != want {
		t.Fatalf("apply: got %v, want %v", err, want)
	}
	if want != nil && store.Generation() != before {
		t.Fatal("a refused transaction made a generation")
	}
	return after
}

// recurring is few quads that come and go again and again.
var recurring = []quad.Quad{
	{Subject: pool[0], Predicate: pool[1], Object: pool[2]},
	{Subject: pool[0], Predicate: pool[1], Object: pool[2], Label: pool[0]},
	{Subject: pool[0], Predicate: pool[1], Object: pool[2], Label: pool[1]},
	{Subject: pool[3], Predicate: pool[1], Object: pool[2], Label: pool[1]},
}

// toggle adds a quad that is not there and removes one that is.
func toggle(m model, q quad.Quad) graph.Delta {
	if m[q] {
		return graph.Delta{Quad: q, Action: graph.Delete}
	}
	return graph.Delta{Quad: q, Action: graph.Add}
}

// compare asks a generation everything it can be asked.
func compare(t *rapid.T, g *quadstore.Generation, want model) {
	same(t, g, "all", g.All(), want, func(quad.Quad) bool { return true })
	if got := len(slices.Collect(g.Quads())); got != len(want) || g.Size() != got {
		t.Fatalf("got %d quads and size %d, want %d", got, g.Size(), len(want))
	}
	nodes := 0
	for _, v := range pool {
		id, known := g.Lookup(v)
		used := false
		for q := range want {
			used = used || q.Subject == v || q.Predicate == v || q.Object == v || q.Label == v
		}
		if known != used || used && g.Value(id) != v {
			t.Fatalf("lookup of %v: got %v and back %v, want %v", v, known, g.Value(id), used)
		}
		if used {
			nodes++
		}
		compareLists(t, g, want, id, v)
	}
	if g.Nodes() != nodes {
		t.Fatalf("got %d nodes, want %d", g.Nodes(), nodes)
	}
	same(t, g, "without a label", g.ByLabel(0), want, func(q quad.Quad) bool { return q.Label == nil })
}

func compareLists(t *rapid.T, g *quadstore.Generation, want model, id quadstore.ID, v quad.Value) {
	if id == 0 {
		return
	}
	same(t, g, "by subject", g.BySubject(id), want, func(q quad.Quad) bool { return q.Subject == v })
	same(t, g, "by predicate", g.ByPredicate(id), want, func(q quad.Quad) bool { return q.Predicate == v })
	same(t, g, "by object", g.ByObject(id), want, func(q quad.Quad) bool { return q.Object == v })
	same(t, g, "by label", g.ByLabel(id), want, func(q quad.Quad) bool { return q.Label == v })
	for _, p := range pool {
		pid, ok := g.Lookup(p)
		if !ok {
			continue
		}
		same(t, g, "by subject, predicate", g.BySubjectPredicate(id, pid), want, func(q quad.Quad) bool { return q.Subject == v && q.Predicate == p })
		same(t, g, "by object, predicate", g.ByObjectPredicate(id, pid), want, func(q quad.Quad) bool { return q.Object == v && q.Predicate == p })
		same(t, g, "by label, predicate", g.ByLabelPredicate(id, pid), want, func(q quad.Quad) bool { return q.Label == v && q.Predicate == p })
	}
}

// same compares a list with the quads of the model that pass, its length with
// their number, and its order with the one documented.
func same(t *rapid.T, g *quadstore.Generation, what string, l quadstore.List, want model, pass func(quad.Quad) bool) {
	got := slices.Collect(l.All())
	n := 0
	for q := range want {
		if pass(q) {
			n++
		}
	}
	for _, q := range got {
		if full := g.Quad(q); !want[full] || !pass(full) || !g.Contains(q) {
			t.Fatalf("%s: %v is not of the list", what, full)
		}
	}
	if len(got) != n || l.Len() != n {
		t.Fatalf("%s: got %d quads, length %d, want %d", what, len(got), l.Len(), n)
	}
	order := func(a, b quadstore.Quad) int {
		return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Subject, b.Subject),
			cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
	}
	if what == "all" {
		order = func(a, b quadstore.Quad) int {
			return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate),
				cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
		}
	}
	if !slices.IsSortedFunc(got, order) || len(slices.Compact(got)) != n {
		t.Fatalf("%s: not in order: %v", what, got)
	}
}

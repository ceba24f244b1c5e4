package quadstore_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// link is one fact said under a label; an empty label is none.
func link(label string) quad.Quad {
	return quad.MakeIRI("country/japan", "contributesTo", "fund/cultural", label)
}

func remove(q quad.Quad) graph.Delta { return graph.Delta{Quad: q, Action: graph.Delete} }
func add(q quad.Quad) graph.Delta    { return graph.Delta{Quad: q, Action: graph.Add} }

// quadsOf is the N-Quads of a generation, sorted.
func quadsOf(g *quadstore.Generation) []string {
	var lines []string
	for q := range g.Quads() {
		lines = append(lines, q.NQuad())
	}
	slices.Sort(lines)
	return lines
}

func expect(t *testing.T, g *quadstore.Generation, want ...quad.Quad) {
	t.Helper()
	var lines []string
	for _, q := range want {
		lines = append(lines, q.NQuad())
	}
	slices.Sort(lines)
	if got := quadsOf(g); !slices.Equal(got, lines) {
		t.Errorf("got quads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
}

func TestSameFactUnderSeveralLabels(t *testing.T) {
	for _, limit := range []int{0, 2, 100} { // what is removed is in a base at once; in a base, then by the delta; in the delta
		t.Run(fmt.Sprintf("delta %d", limit), func(t *testing.T) {
			s := quadstore.NewWithDelta(limit)
			load(t, s, link(""), link("statement/1"), link("statement/2"), link("statement/1"))
			expect(t, s.Generation(), link(""), link("statement/1"), link("statement/2"))

			if err := s.ApplyDeltas([]graph.Delta{remove(link("statement/1"))}, graph.IgnoreOpts{}); err != nil {
				t.Fatal(err)
			}
			expect(t, s.Generation(), link(""), link("statement/2"))
			if id, ok := s.Generation().LookupIRI("statement/1"); ok {
				t.Errorf("a label without quads is still there: %d", id)
			}

			if err := s.ApplyDeltas([]graph.Delta{remove(link(""))}, graph.IgnoreOpts{}); err != nil {
				t.Fatal(err)
			}
			expect(t, s.Generation(), link("statement/2"))

			if err := s.ApplyDeltas([]graph.Delta{add(link("")), add(link("statement/1"))}, graph.IgnoreOpts{}); err != nil {
				t.Fatal(err)
			}
			expect(t, s.Generation(), link(""), link("statement/1"), link("statement/2"))
		})
	}
}

func TestRemovingTheUnknown(t *testing.T) {
	unknown := map[string]quad.Quad{
		"label never seen":        link("statement/9"),
		"label seen elsewhere":    link("document/1"),
		"label never seen, bare":  quad.MakeIRI("country/japan", "borders", "fund/cultural", "statement/9"),
		"no label":                link(""),
		"subject never seen":      quad.MakeIRI("country/x", "contributesTo", "fund/cultural", "statement/1"),
		"values known, quad not":  quad.MakeIRI("fund/cultural", "contributesTo", "country/japan", "statement/1"),
		"quad that is no quad":    {},
		"value of a foreign type": {Subject: foreign{}, Predicate: quad.IRI("contributesTo"), Object: quad.IRI("fund/cultural")},
	}
	for name, q := range unknown {
		t.Run(name, func(t *testing.T) {
			s := quadstore.New()
			other := quad.MakeIRI("statement/1", "when", "1978", "document/1")
			bare := quad.MakeIRI("country/japan", "borders", "fund/cultural", "")
			load(t, s, link("statement/1"), other, bare)
			before := s.Generation()
			if err := s.ApplyDeltas([]graph.Delta{remove(q)}, graph.IgnoreOpts{}); !graph.IsQuadNotExist(err) {
				t.Errorf("remove %v: got %v, want ErrQuadNotExist", q, err)
			}
			if err := s.ApplyDeltas([]graph.Delta{remove(q)}, graph.IgnoreOpts{IgnoreMissing: true}); err != nil {
				t.Errorf("remove %v, missing ignored: %v", q, err)
			}
			if s.Generation() != before {
				t.Error("removing nothing made a generation")
			}
			expect(t, s.Generation(), link("statement/1"), other, bare)
		})
	}
}

func TestRefusedTransactionLeavesAllAsBefore(t *testing.T) {
	invalid := quad.Quad{Subject: quad.IRI("has space "), Predicate: quad.IRI("p"), Object: quad.IRI("o")}
	tests := []struct {
		name string
		last graph.Delta
		kind fault.Kind
		want string
	}{
		{"quad exists", add(link("statement/1")), fault.Internal, graph.ErrQuadExists.Error()},
		{"quad does not exist", remove(link("statement/9")), fault.Internal, graph.ErrQuadNotExist.Error()},
		{"no such action", graph.Delta{Quad: link("statement/1")}, fault.Internal, graph.ErrInvalidAction.Error()},
		{"quad cannot be stored", add(invalid), fault.Invalid, "delta 102: subject: IRI"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := quadstore.New()
			load(t, s, link("statement/1"), link("statement/2"))
			before, was := s.Generation(), quadsOf(s.Generation())

			deltas := []graph.Delta{remove(link("statement/2"))}
			for n := range 100 { // enough for the dictionary to grow
				deltas = append(deltas, add(link(fmt.Sprintf("statement/new-%d", n))))
			}
			err := s.ApplyDeltas(append(deltas, test.last), graph.IgnoreOpts{})
			if err == nil || !strings.Contains(err.Error(), test.want) || fault.KindOf(err) != test.kind {
				t.Fatalf("got error %v of kind %v, want %q of kind %v", err, fault.KindOf(err), test.want, test.kind)
			}
			if s.Generation() != before || !slices.Equal(quadsOf(before), was) {
				t.Error("the refused transaction left something behind")
			}
			if _, ok := s.Generation().LookupIRI("statement/new-7"); ok {
				t.Error("a value of the refused transaction is known")
			}

			load(t, s, link("statement/fresh"))
			if err := s.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
				t.Fatalf("the same transaction without what was wrong: %v", err)
			}
			for n := range 100 {
				const valuesBefore = 6
				if id, _ := s.Generation().LookupIRI(fmt.Sprintf("statement/new-%d", n)); int(id) != valuesBefore+n+1 {
					t.Errorf("statement/new-%d: got number %d, want %d as if nothing had been refused", n, id, valuesBefore+n+1)
				}
			}
			if got := s.Generation().Size(); got != 102 {
				t.Errorf("got %d quads, want 102", got)
			}
		})
	}
}

func TestDeltasActOnWhatThoseBeforeLeft(t *testing.T) {
	s := quadstore.New()
	load(t, s, link("statement/1"))
	before := s.Generation()
	there, new := link("statement/1"), link("statement/2")
	if err := s.ApplyDeltas([]graph.Delta{remove(there), add(there), add(new), remove(new)}, graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	if s.Generation() != before {
		t.Error("deltas that cancel out made a generation")
	}
	err := s.ApplyDeltas([]graph.Delta{add(new), add(new)}, graph.IgnoreOpts{})
	if !graph.IsQuadExist(err) {
		t.Errorf("the same quad twice: got %v, want ErrQuadExists", err)
	}
}

func TestGenerationsAndNumbersLast(t *testing.T) {
	s := quadstore.NewWithDelta(1)
	load(t, s, link("statement/1"))
	old := s.Generation()
	japan, _ := old.LookupIRI("country/japan")
	load(t, s, link("statement/2"), link("statement/3"), quad.MakeIRI("a", "b", "c", ""))
	if err := s.ApplyDeltas([]graph.Delta{remove(link("statement/1")), remove(link("statement/2")), remove(link("statement/3"))}, graph.IgnoreOpts{}); err != nil {
		t.Fatal(err)
	}
	expect(t, old, link("statement/1"))
	if _, ok := old.LookupIRI("statement/2"); ok {
		t.Error("the old generation knows a later value")
	}
	if later, ok := s.Generation().LookupIRI("country/japan"); ok {
		t.Errorf("a value without quads is known: %d", later)
	}
	if iri, ok := s.Generation().IRI(japan); !ok || iri != "country/japan" {
		t.Errorf("number %d: got %q, %v", japan, iri, ok)
	}
	load(t, s, link("statement/4"))
	if again, _ := s.Generation().LookupIRI("country/japan"); again != japan {
		t.Errorf("got number %d, want %d as before", again, japan)
	}
	if got := s.Generation().Sequence(); got != 4 {
		t.Errorf("got sequence %d, want 4", got)
	}
}

func TestNumbersThatAreNone(t *testing.T) {
	s := quadstore.New()
	load(t, s, link("statement/1"))
	g := s.Generation()
	for _, id := range []quadstore.ID{0, 5, 1 << 31, ^quadstore.ID(0)} {
		if v := g.Value(id); v != nil {
			t.Errorf("value of %d: got %v", id, v)
		}
		if iri, ok := g.IRI(id); ok {
			t.Errorf("IRI of %d: got %q", id, iri)
		}
		if n := g.BySubject(id).Len() + g.ByObjectPredicate(id, id).Len(); n != 0 {
			t.Errorf("lists of %d: got %d quads", id, n)
		}
	}
}

func TestLoadMergesIntoALargeStore(t *testing.T) {
	data := newSample(16_000)
	s := quadstore.New()
	for part := range slices.Chunk(slices.Collect(data.all()), 3000) {
		load(t, s, part...)
	}
	whole := quadstore.New()
	if err := whole.Load(data.all()); err != nil {
		t.Fatal(err)
	}
	if got, want := quadsOf(s.Generation()), quadsOf(whole.Generation()); !slices.Equal(got, want) || len(want) != 16_000 {
		t.Errorf("in parts: %d quads; at once: %d; want 16000 and the same", len(got), len(want))
	}
	if got, want := s.Generation().Nodes(), whole.Generation().Nodes(); got != want {
		t.Errorf("in parts: %d nodes; at once: %d", got, want)
	}
}

func TestReadsByNumberAllocateNothing(t *testing.T) {
	s := quadstore.New()
	if err := s.Load(newSample(8000).all()); err != nil {
		t.Fatal(err)
	}
	entity, iris := string(entityIRI(3)), 0
	got := testing.AllocsPerRun(100, func() {
		g := s.Generation()
		id, _ := g.LookupIRI(entity)
		for q := range g.BySubject(id).All() {
			if _, ok := g.IRI(q.Object); ok {
				iris++
			}
		}
	})
	if got != 0 || iris == 0 {
		t.Errorf("got %v allocations a walk and %d IRIs, want none and some", got, iris)
	}
}

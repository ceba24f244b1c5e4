package quadstore_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// restore takes a store through its written form.
func restore(t rapid.TB, s *quadstore.Store) *quadstore.Store {
	restored, err := quadstore.Restore(s.Generation().AppendTo(nil))
	if err != nil {
		t.Fatal(err)
	}
	return restored
}

// TestRestoreGivesTheStore writes stores as random transactions leave them,
// and goes on with what is restored.
func TestRestoreGivesTheStore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := quadstore.New()
		ignore := graph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}
		for range rapid.IntRange(0, 3).Draw(t, "transactions") {
			if err := s.ApplyDeltas(rapid.SliceOf(drawDelta).Draw(t, "deltas"), ignore); err != nil {
				t.Fatal(err)
			}
		}
		restored := restore(t, s)
		alike(t, restored.Generation(), s.Generation())
		more := rapid.SliceOf(drawDelta).Draw(t, "more")
		for _, store := range []*quadstore.Store{s, restored} {
			if err := store.ApplyDeltas(more, ignore); err != nil {
				t.Fatal(err)
			}
		}
		alike(t, restored.Generation(), s.Generation())
	})
}

// alike compares two generations in all that numbers and values tell.
func alike(t *rapid.T, got, want *quadstore.Generation) {
	if got.Size() != want.Size() || got.Nodes() != want.Nodes() || got.Last() != want.Last() {
		t.Fatalf("got %d quads, %d nodes, last value %d; want %d, %d, %d",
			got.Size(), got.Nodes(), got.Last(), want.Size(), want.Nodes(), want.Last())
	}
	for id := quadstore.ID(0); id <= want.Last(); id++ {
		if got, want := got.Value(id), want.Value(id); got != want {
			t.Fatalf("value %d is %v, want %v", id, got, want)
		}
		for name, list := range map[string]func(*quadstore.Generation, quadstore.ID) quadstore.List{
			"subject": (*quadstore.Generation).BySubject, "predicate": (*quadstore.Generation).ByPredicate,
			"object": (*quadstore.Generation).ByObject, "label": (*quadstore.Generation).ByLabel,
		} {
			if got, want := slices.Collect(list(got, id).All()), slices.Collect(list(want, id).All()); !reflect.DeepEqual(got, want) {
				t.Fatalf("by %s %v: got %v, want %v", name, want, got, want)
			}
		}
	}
	for _, v := range pool {
		gotID, gotThere := got.Lookup(v)
		if wantID, wantThere := want.Lookup(v); gotID != wantID || gotThere != wantThere {
			t.Fatalf("%v has the number %d, %t; want %d, %t", v, gotID, gotThere, wantID, wantThere)
		}
	}
}

// TestRestoreRefusesWhatIsDamaged cuts and changes a written store: what still
// can be read must be whole, the rest is refused, and nothing panics.
func TestRestoreRefusesWhatIsDamaged(t *testing.T) {
	s := quadstore.New()
	load(t, s, link("a"), link("b"), quad.Quad{Subject: quad.IRI("a"), Predicate: quad.IRI("p"), Object: quad.Int(1)})
	written := s.Generation().AppendTo(nil)
	for length := range written {
		if _, err := quadstore.Restore(written[:length]); fault.KindOf(err) != fault.Invalid {
			t.Fatalf("of %d bytes %d are restored with the error %v, want one of kind Invalid", len(written), length, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		damaged := slices.Clone(written)
		for range rapid.IntRange(1, 3).Draw(t, "changes") {
			damaged[rapid.IntRange(0, len(damaged)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		restored, err := quadstore.Restore(damaged)
		if err != nil {
			return
		}
		quads := 0
		for range restored.Generation().Quads() {
			quads++
		}
		if got := restored.Generation().Size(); quads != got {
			t.Fatalf("it has %d quads and gives %d", got, quads)
		}
	})
}

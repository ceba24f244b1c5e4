package quadstore_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/path"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// The writer of TestReadersSeeWholeTransactions keeps this true in every
// generation: each thing that is "begun" is "ended" too, under a label of its
// own, and there are exactly as many of them as the quad "count" says.
const (
	begun = quad.IRI("begun")
	ended = quad.IRI("ended")
	count = quad.IRI("count")
	job   = quad.IRI("job")
)

func pair(n int) (begin, end quad.Quad) {
	thing := quad.IRI(fmt.Sprintf("thing/%d", n))
	return quad.Quad{Subject: thing, Predicate: begun, Object: job, Label: thing + "/begun"},
		quad.Quad{Subject: thing, Predicate: ended, Object: job, Label: thing + "/ended"}
}

func counted(n int) quad.Quad {
	return quad.Quad{Subject: job, Predicate: count, Object: quad.Int(n)}
}

func TestReadersSeeWholeTransactions(t *testing.T) {
	store := quadstore.NewWithDelta(24)
	load(t, store, counted(0))
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for n := range 8 {
		check := checks[n%len(checks)]
		readers.Go(func() {
			for read := 0; ; read++ {
				select {
				case <-stop:
					return
				default:
				}
				if err := check(store); err != nil {
					t.Errorf("read %d: %v", read, err)
					return
				}
			}
		})
	}
	write(t, store, 1500)
	close(stop)
	readers.Wait()
}

// write begins and ends things, drops old ones, and has a transaction refused now and then.
func write(t *testing.T, store *quadstore.Store, rounds int) {
	const kept = 40
	held := 0
	for n := range rounds {
		begin, end := pair(n)
		deltas := []graph.Delta{remove(counted(held)), add(begin), add(end)}
		held++
		if n >= kept {
			begin, end := pair(n - kept)
			deltas = append(deltas, remove(end), remove(begin))
			held--
		}
		deltas = append(deltas, add(counted(held)))
		if n%5 == 0 {
			if err := store.ApplyDeltas(append(deltas, remove(quad.MakeIRI("never", "was", "there", ""))), graph.IgnoreOpts{}); err == nil {
				t.Error("a transaction that had to be refused was not")
			}
		}
		if err := store.ApplyDeltas(deltas, graph.IgnoreOpts{}); err != nil {
			t.Errorf("transaction %d: %v", n, err)
			return
		}
	}
}

var checks = []func(*quadstore.Store) error{checkLists, checkLookups, checkIterator, checkPath}

// checkLists counts by the lists of one generation.
func checkLists(store *quadstore.Store) error {
	g := store.Generation()
	want := 0
	for q := range g.Quads() {
		if q.Predicate == count {
			want = int(q.Object.(quad.Int))
		}
	}
	b, _ := g.Lookup(begun)
	e, _ := g.Lookup(ended)
	j, _ := g.Lookup(job)
	begins, ends := g.ByPredicate(b).Len(), g.ByObjectPredicate(j, e).Len()
	if begins != want || ends != want || g.Size() != 2*want+1 {
		return fmt.Errorf("generation %d: count says %d, but %d begun, %d ended, %d quads", g.Sequence(), want, begins, ends, g.Size())
	}
	return nil
}

// checkLookups finds every value of one generation by its text and by its number.
func checkLookups(store *quadstore.Store) error {
	g := store.Generation()
	for q := range g.All().All() {
		full := g.Quad(q)
		for v, id := range map[quad.Value]quadstore.ID{full.Subject: q.Subject, full.Object: q.Object} {
			if got, ok := g.Lookup(v); !ok || got != id {
				return fmt.Errorf("generation %d: lookup of %v: got %d, %v; want %d", g.Sequence(), v, got, ok, id)
			}
		}
		if full.Predicate == begun {
			label, known := g.Lookup(full.Subject.(quad.IRI) + "/ended")
			if !known || g.ByLabel(label).Len() != 1 {
				return fmt.Errorf("generation %d: %v is begun but not ended", g.Sequence(), full.Subject)
			}
		}
	}
	return nil
}

// checkIterator counts by one iterator over the moving store.
func checkIterator(store *quadstore.Store) error {
	it := store.QuadsAllIterator()
	defer it.Close()
	found := map[quad.Value]int{}
	want := 0
	for it.Next(context.Background()) {
		q := store.Quad(it.Result())
		found[q.Predicate]++
		if n, ok := q.Object.(quad.Int); ok {
			want = int(n)
		}
	}
	if found[begun] != want || found[ended] != want || found[count] != 1 {
		return fmt.Errorf("iterator: count says %d, found %v", want, found)
	}
	return it.Err()
}

// checkPath asks Cayley, over one generation, for what is begun and not ended.
func checkPath(store *quadstore.Store) error {
	ctx := context.Background()
	qs := store.Generation().QuadStore()
	open := path.StartPath(qs, job).In(begun).Except(path.StartPath(qs, job).In(ended))
	values, err := open.Iterate(ctx).AllValues(qs)
	if err != nil || len(values) != 0 {
		return fmt.Errorf("path: got %v, %v; want none", values, err)
	}
	return nil
}

// TestWritersTakeTurns runs transactions at once, of which none may get lost.
func TestWritersTakeTurns(t *testing.T) {
	store := quadstore.NewWithDelta(10)
	var writers sync.WaitGroup
	for w := range 4 {
		writers.Go(func() {
			for n := range 50 {
				begin, end := pair(100*w + n)
				if err := store.ApplyDeltas([]graph.Delta{add(begin), add(end)}, graph.IgnoreOpts{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	if g := store.Generation(); g.Size() != 400 || g.Sequence() != 200 {
		t.Errorf("got %d quads after %d transactions, want 400 after 200", g.Size(), g.Sequence())
	}
}

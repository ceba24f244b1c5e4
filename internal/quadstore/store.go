// Package quadstore is a Cayley backend that keeps a graph in memory, small and
// quick to walk, with readers that never wait.
//
// What a caller can rely on:
//
//   - A Store is read through its Generation: an immutable state of the whole
//     store. Reading takes no lock, and no reader sees half a transaction.
//   - Transactions (Load, ApplyDeltas) run one at a time and are all or nothing:
//     after a refused one everything is as before.
//   - Values have numbers (ID) that last as long as the store. Walking numbers
//     costs a fraction of walking values: resolve names last.
//   - A quad is its four values: the same subject, predicate and object under
//     two labels are two quads, and removing one leaves the other.
//   - Store is a graph.QuadStore, registered with Cayley as "aseangraph". Cayley's
//     paths and shapes read many lists for one answer: where others write meanwhile, run
//     them over Generation.QuadStore.
//
// A generation is a sorted base and a small delta. The base holds every quad
// four times, once an order, with the start of each value's run beside it: 64
// bytes a quad that buy one step to any list and a walk over adjoining memory.
// A transaction copies the delta; when the delta has grown, it is merged into
// a new base. The dictionary never drops a value, so that its number stays.
package quadstore

import (
	"iter"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Name is what Cayley knows this kind of store by.
const Name = "aseangraph"

func init() {
	graph.RegisterQuadStore(Name, graph.QuadStoreRegistration{
		NewFunc: func(string, graph.Options) (graph.QuadStore, error) { return New(), nil },
	})
}

// deltaLimit is how many quads a delta may hold: each transaction copies the
// delta, and each merge into a new base copies the base.
const deltaLimit = 2048

// Store is a graph in memory. Make it with New; any number of goroutines may
// use it.
type Store struct {
	view
	current    atomic.Pointer[Generation]
	writing    sync.Mutex // held by the one transaction
	dictionary dictionary
	limit      int
}

var _ graph.QuadStore = (*Store)(nil)

// New makes an empty store.
func New() *Store {
	s := &Store{limit: deltaLimit}
	s.view = view{s.Generation}
	s.dictionary.init()
	s.current.Store(&Generation{values: s.dictionary.values, base: newBase(sorted{}, 0)})
	return s
}

// Generation is the state of the store now. It stays as it is while the store
// moves on.
func (s *Store) Generation() *Generation { return s.current.Load() }

// Load adds quads in one transaction; quads that are there already are
// ignored. The sequence must not write to the store, which would wait for
// itself. The error is of kind fault.Invalid where a quad lacks a subject,
// predicate or object or has a value that N-Quads cannot write; it tells which.
func (s *Store) Load(quads iter.Seq[quad.Quad]) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	g := s.Generation()
	var adds []Quad
	n := 0
	for q := range quads {
		n++
		ids, err := s.dictionary.quad(q)
		if err != nil {
			s.dictionary.restore(g.values)
			return fault.New(fault.KindOf(err), "quad %d: %w", n, err)
		}
		if !g.Contains(ids) {
			adds = append(adds, ids)
		}
	}
	s.commit(g, adds, nil)
	return nil
}

// ApplyDeltas adds and removes quads in one transaction, each delta on what
// those before it left. An error is a *graph.DeltaError with
// graph.ErrQuadExists, graph.ErrQuadNotExist (where opts do not have these
// ignored) or graph.ErrInvalidAction; for a quad that cannot be stored it is
// that of Load.
func (s *Store) ApplyDeltas(deltas []graph.Delta, opts graph.IgnoreOpts) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	g := s.Generation()
	p := plan{from: g, dictionary: &s.dictionary, after: make(map[Quad]bool, len(deltas))}
	for i, d := range deltas {
		if err := p.apply(d, opts); err != nil {
			s.dictionary.restore(g.values)
			if kind := fault.KindOf(err); kind != fault.Internal {
				return fault.New(kind, "delta %d: %w", i+1, err)
			}
			return err
		}
	}
	adds, removes := p.changes()
	s.commit(g, adds, removes)
	return nil
}

// commit publishes what a transaction leaves. It takes the slices over.
func (s *Store) commit(g *Generation, adds, removes []Quad) {
	if len(adds) == 0 && len(removes) == 0 {
		s.dictionary.restore(g.values)
		return
	}
	s.current.Store(g.next(s.dictionary.values, adds, removes, s.limit))
}

// Close does nothing: a store is memory.
func (s *Store) Close() error { return nil }

// plan is what the deltas of one transaction come to.
type plan struct {
	from       *Generation
	dictionary *dictionary
	after      map[Quad]bool // whether a quad that a delta speaks of is there afterwards
}

func (p *plan) apply(d graph.Delta, opts graph.IgnoreOpts) error {
	switch d.Action {
	case graph.Add:
		q, err := p.dictionary.quad(d.Quad)
		if err != nil {
			return err
		}
		if p.contains(q) && !opts.IgnoreDup {
			return &graph.DeltaError{Delta: d, Err: graph.ErrQuadExists}
		}
		p.after[q] = true
	case graph.Delete:
		q, known := p.dictionary.known(d.Quad)
		if !known || !p.contains(q) {
			if opts.IgnoreMissing {
				return nil
			}
			return &graph.DeltaError{Delta: d, Err: graph.ErrQuadNotExist}
		}
		p.after[q] = false
	default:
		return &graph.DeltaError{Delta: d, Err: graph.ErrInvalidAction}
	}
	return nil
}

func (p *plan) contains(q Quad) bool {
	there, told := p.after[q]
	if !told {
		return p.from.Contains(q)
	}
	return there
}

// changes is the difference to the generation the plan started from.
func (p *plan) changes() (adds, removes []Quad) {
	for q, there := range p.after {
		switch before := p.from.Contains(q); {
		case there && !before:
			adds = append(adds, q)
		case !there && before:
			removes = append(removes, q)
		}
	}
	return adds, removes
}

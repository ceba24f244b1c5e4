package quadstore_test

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// contender is a store under comparison. Values are turned into its own
// references before the clock starts.
type contender interface {
	load(quads func(func(quad.Quad) bool)) error
	aim(entities, labels []quad.Value)
	hop(n int) int     // quads about an entity
	byLabel(n int) int // quads with a label
	twoHops(n int) int // quads about the objects of an entity's quads
}

var contenders = []struct {
	name string
	make func() contender
}{
	{"quadstore", func() contender { return &ours{store: quadstore.New()} }},
	{"adjacency", func() contender { return newAdjacency() }},
	{"memstore", func() contender { return &cayleys{store: memstore.New()} }},
}

// BenchmarkLoad tells quads taken in a second and bytes of heap a quad.
func BenchmarkLoad(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		data := newSample(size)
		quads := slices.Collect(data.all())
		for _, c := range contenders {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				for b.Loop() {
					if err := c.make().load(slices.Values(quads)); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(quads)*b.N)/b.Elapsed().Seconds(), "quads/s")
			})
		}
		quads = nil
		for _, c := range contenders {
			b.Run(fmt.Sprintf("bytes/%s/%d", c.name, size), func(b *testing.B) {
				for b.Loop() {
					before := heap()
					store := c.make()
					if err := store.load(data.all()); err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(heap()-before)/float64(data.quads), "B/quad")
					runtime.KeepAlive(store)
				}
			})
		}
	}
}

// BenchmarkRead walks from entities and labels in an order that no cache likes.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		data := newSample(size)
		var entities, labels []quad.Value
		for n := range data.entities {
			entities = append(entities, entityIRI(n*7919%data.entities))
		}
		for n := range data.statements() {
			labels = append(labels, statementIRI(n*7919%data.statements()))
		}
		for _, c := range contenders {
			store := c.make()
			if err := store.load(data.all()); err != nil {
				b.Fatal(err)
			}
			store.aim(entities, labels)
			for _, read := range []struct {
				name string
				call func(int) int
				of   int
			}{
				{"hop", store.hop, len(entities)},
				{"byLabel", store.byLabel, len(labels)},
				{"twoHops", store.twoHops, len(entities)},
			} {
				b.Run(fmt.Sprintf("%s/%s/%d", read.name, c.name, size), func(b *testing.B) {
					n, found := 0, 0
					for b.Loop() {
						found += read.call(n % read.of)
						n++
					}
					b.ReportMetric(float64(found)/float64(b.N), "quads/op")
				})
			}
		}
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// ours walks by IDs.
type ours struct {
	store            *quadstore.Store
	entities, labels []quadstore.ID
}

func (o *ours) load(quads func(func(quad.Quad) bool)) error { return o.store.Load(quads) }

func (o *ours) aim(entities, labels []quad.Value) {
	ids := func(values []quad.Value) (ids []quadstore.ID) {
		for _, v := range values {
			id, _ := o.store.Generation().Lookup(v)
			ids = append(ids, id)
		}
		return ids
	}
	o.entities, o.labels = ids(entities), ids(labels)
}

func (o *ours) hop(n int) int {
	found := 0
	for q := range o.store.Generation().BySubject(o.entities[n]).All() {
		if q.Object != 0 {
			found++
		}
	}
	return found
}

func (o *ours) byLabel(n int) int {
	found := 0
	for q := range o.store.Generation().ByLabel(o.labels[n]).All() {
		if q.Object != 0 {
			found++
		}
	}
	return found
}

func (o *ours) twoHops(n int) int {
	found := 0
	g := o.store.Generation()
	for q := range g.BySubject(o.entities[n]).All() {
		for far := range g.BySubject(q.Object).All() {
			if far.Object != 0 {
				found++
			}
		}
	}
	return found
}

// adjacency is the plain way: maps of numbered edges by subject, object and label.
type adjacency struct {
	ids                     map[quad.Value]uint32
	values                  []quad.Value
	bySubject, byObject     map[uint32][]edge
	ofLabel                 map[uint32][]edge
	subjectIDs, labelsAsked []uint32
}

type edge struct{ other, predicate, third uint32 }

func newAdjacency() *adjacency {
	return &adjacency{
		ids: make(map[quad.Value]uint32), values: make([]quad.Value, 1),
		bySubject: make(map[uint32][]edge), byObject: make(map[uint32][]edge), ofLabel: make(map[uint32][]edge),
	}
}

func (a *adjacency) id(v quad.Value) uint32 {
	id, known := a.ids[v]
	if !known {
		id = uint32(len(a.values))
		a.ids[v] = id
		a.values = append(a.values, v)
	}
	return id
}

func (a *adjacency) load(quads func(func(quad.Quad) bool)) error {
	for q := range quads {
		s, p, o, l := a.id(q.Subject), a.id(q.Predicate), a.id(q.Object), a.id(q.Label)
		a.bySubject[s] = append(a.bySubject[s], edge{o, p, l})
		a.byObject[o] = append(a.byObject[o], edge{s, p, l})
		a.ofLabel[l] = append(a.ofLabel[l], edge{s, p, o})
	}
	return nil
}

func (a *adjacency) aim(entities, labels []quad.Value) {
	for _, v := range entities {
		a.subjectIDs = append(a.subjectIDs, a.id(v))
	}
	for _, v := range labels {
		a.labelsAsked = append(a.labelsAsked, a.id(v))
	}
}

func (a *adjacency) hop(n int) int {
	found := 0
	for _, e := range a.bySubject[a.subjectIDs[n]] {
		if e.other != 0 {
			found++
		}
	}
	return found
}

func (a *adjacency) byLabel(n int) int {
	found := 0
	for _, e := range a.ofLabel[a.labelsAsked[n]] {
		if e.third != 0 {
			found++
		}
	}
	return found
}

func (a *adjacency) twoHops(n int) int {
	found := 0
	for _, e := range a.bySubject[a.subjectIDs[n]] {
		for _, far := range a.bySubject[e.other] {
			if far.other != 0 {
				found++
			}
		}
	}
	return found
}

// cayleys is Cayley's own store in memory, read through its iterators.
type cayleys struct {
	store            *memstore.QuadStore
	entities, labels []graph.Ref
}

func (c *cayleys) load(quads func(func(quad.Quad) bool)) error {
	for q := range quads {
		c.store.AddQuad(q)
	}
	return nil
}

func (c *cayleys) aim(entities, labels []quad.Value) {
	for _, v := range entities {
		c.entities = append(c.entities, c.store.ValueOf(v))
	}
	for _, v := range labels {
		c.labels = append(c.labels, c.store.ValueOf(v))
	}
}

func (c *cayleys) walk(d quad.Direction, ref graph.Ref, visit func(object graph.Ref)) {
	if ref == nil {
		return
	}
	it := c.store.QuadIterator(d, ref)
	defer it.Close()
	for it.Next(context.Background()) {
		visit(c.store.QuadDirection(it.Result(), quad.Object))
	}
}

func (c *cayleys) hop(n int) int {
	found := 0
	c.walk(quad.Subject, c.entities[n], func(graph.Ref) { found++ })
	return found
}

func (c *cayleys) byLabel(n int) int {
	found := 0
	c.walk(quad.Label, c.labels[n], func(graph.Ref) { found++ })
	return found
}

func (c *cayleys) twoHops(n int) int {
	found := 0
	c.walk(quad.Subject, c.entities[n], func(object graph.Ref) {
		c.walk(quad.Subject, object, func(graph.Ref) { found++ })
	})
	return found
}

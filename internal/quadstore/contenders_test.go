package quadstore_test

import (
	"context"

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

type contenderType struct {
	name string
	make func() contender
}

var contenders = []contenderType{
	{"quadstore", func() contender { return &ours{store: quadstore.New()} }},
	{"adjacency", func() contender { return newAdjacency() }},
	{"memstore", func() contender { return &cayleys{store: memstore.New()} }},
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

// oursWithDelta has as much as may be of its quads in the delta.
type oursWithDelta struct{ ours }

func (o *oursWithDelta) load(quads func(func(quad.Quad) bool)) error {
	if err := o.ours.load(quads); err != nil {
		return err
	}
	g := o.store.Generation()
	var deltas []graph.Delta
	step := g.Size() / 1000
	n := 0
	for q := range g.Quads() {
		if n++; n%step != 0 {
			continue
		}
		deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Delete})
		q.Label = quad.IRI("another")
		deltas = append(deltas, graph.Delta{Quad: q, Action: graph.Add})
	}
	return o.store.ApplyDeltas(deltas, graph.IgnoreOpts{})
}

// adjacency is the plain way: maps of numbered edges by subject, object and label.
type adjacency struct {
	ids                 map[quad.Value]uint32
	values              []quad.Value
	bySubject, byObject map[uint32][]edge
	ofLabel             map[uint32][]edge
	entities, labels    []uint32
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
		a.entities = append(a.entities, a.id(v))
	}
	for _, v := range labels {
		a.labels = append(a.labels, a.id(v))
	}
}

func (a *adjacency) hop(n int) int {
	found := 0
	for _, e := range a.bySubject[a.entities[n]] {
		if e.other != 0 {
			found++
		}
	}
	return found
}

func (a *adjacency) byLabel(n int) int {
	found := 0
	for _, e := range a.ofLabel[a.labels[n]] {
		if e.third != 0 {
			found++
		}
	}
	return found
}

func (a *adjacency) twoHops(n int) int {
	found := 0
	for _, e := range a.bySubject[a.entities[n]] {
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

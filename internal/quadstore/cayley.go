package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Key makes an ID a graph.Ref.
func (id ID) Key() any { return id }

// Key makes a Quad a graph.Ref.
func (q Quad) Key() any { return q }

// view is the reading half of graph.QuadStore over the generation that at
// gives whenever something is read.
type view struct {
	at func() *Generation
}

// ValueOf gives the ID of a value, or nil.
func (v view) ValueOf(value quad.Value) graph.Ref {
	if id, ok := v.at().Lookup(value); ok {
		return id
	}
	return nil
}

// NameOf gives the value of an ID, or nil.
func (v view) NameOf(ref graph.Ref) quad.Value {
	switch ref := ref.(type) {
	case ID:
		return v.at().Value(ref)
	case graph.PreFetchedValue:
		return ref.NameOf()
	}
	return nil
}

// Quad gives the values of a quad by its ref.
func (v view) Quad(ref graph.Ref) quad.Quad {
	if q, ok := ref.(Quad); ok {
		return v.at().Quad(q)
	}
	return quad.Quad{}
}

// QuadDirection gives the value in one place of a quad, or nil where it has none.
func (v view) QuadDirection(ref graph.Ref, d quad.Direction) graph.Ref {
	q, ok := ref.(Quad)
	if place, known := placeOf(d); ok && known && q.at(place) != 0 {
		return q.at(place)
	}
	return nil
}

// QuadIterator walks the quads with a value in one place, in the order of List.
func (v view) QuadIterator(d quad.Direction, ref graph.Ref) graph.Iterator {
	return graph.NewLegacy(quadShape(v.at, d, ref), nil)
}

// QuadIteratorSize counts what QuadIterator walks; the count is exact.
func (v view) QuadIteratorSize(ctx context.Context, d quad.Direction, ref graph.Ref) (graph.Size, error) {
	costs, err := quadShape(v.at, d, ref).Stats(ctx)
	return costs.Size, err
}

// QuadsAllIterator walks all quads, by subject, predicate, object and label.
func (v view) QuadsAllIterator() graph.Iterator { return graph.NewLegacy(allQuadsShape(v.at), nil) }

// NodesAllIterator walks all values that stand in a quad, by their IDs.
func (v view) NodesAllIterator() graph.Iterator { return graph.NewLegacy(nodesShape(v.at), nil) }

// Stats counts values and quads; the counts are exact.
func (v view) Stats(ctx context.Context, _ bool) (graph.Stats, error) {
	g := v.at()
	return graph.Stats{
		Nodes: graph.Size{Size: int64(g.Nodes()), Exact: true},
		Quads: graph.Size{Size: int64(g.Size()), Exact: true},
	}, ctx.Err()
}

// placeOf is our direction for Cayley's; false for quad.Any and what is none.
func placeOf(d quad.Direction) (direction, bool) {
	return direction(d) - direction(quad.Subject), quad.Subject <= d && d <= quad.Label
}

// frozen is one generation as a store for Cayley.
type frozen struct{ view }

// QuadStore is the generation for Cayley's paths, shapes and iterators, which
// then see one state from beginning to end. It refuses to be written to.
func (g *Generation) QuadStore() graph.QuadStore {
	return frozen{view{func() *Generation { return g }}}
}

var errFrozen = fault.New(fault.Conflict, "a generation cannot change").Hinted("write to the store")

func (frozen) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return errFrozen }
func (frozen) NewQuadWriter() (quad.WriteCloser, error)          { return nil, errFrozen }
func (frozen) Close() error                                      { return nil }

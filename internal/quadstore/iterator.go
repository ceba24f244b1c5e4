package quadstore

import (
	"context"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// shape is a set of refs that Cayley can walk and look up. Each walk and each
// look-up holds one generation from beginning to end.
type shape struct {
	name     string
	at       func() *Generation
	size     func(*Generation) int
	walk     func(*Generation) func() (graph.Ref, bool) // the function gives the next ref
	contains func(*Generation, graph.Ref) bool
}

// quadShape is the quads with one value in one place.
func quadShape(at func() *Generation, d quad.Direction, ref graph.Ref) *shape {
	place, known := placeOf(d)
	id, isNode := ref.(ID)
	list := func(g *Generation) List {
		if !known || !isNode {
			return List{}
		}
		return g.list(place, id)
	}
	return &shape{
		name: "quads by " + d.String(),
		at:   at,
		size: func(g *Generation) int { return list(g).Len() },
		walk: func(g *Generation) func() (graph.Ref, bool) {
			if place == subject {
				return walkBack(list(g))
			}
			return walkList(list(g))
		},
		contains: func(g *Generation, ref graph.Ref) bool {
			q, ok := ref.(Quad)
			return ok && known && isNode && q.at(place) == id && g.Contains(q)
		},
	}
}

func allQuadsShape(at func() *Generation) *shape {
	return &shape{
		name: "all quads",
		at:   at,
		size: (*Generation).Size,
		walk: func(g *Generation) func() (graph.Ref, bool) { return walkList(g.All()) },
		contains: func(g *Generation, ref graph.Ref) bool {
			q, ok := ref.(Quad)
			return ok && g.Contains(q)
		},
	}
}

func nodesShape(at func() *Generation) *shape {
	return &shape{
		name: "all nodes",
		at:   at,
		size: (*Generation).Nodes,
		walk: walkNodes,
		contains: func(g *Generation, ref graph.Ref) bool {
			id, ok := ref.(ID)
			return ok && g.uses(id)
		},
	}
}

func walkList(l List) func() (graph.Ref, bool) {
	return func() (graph.Ref, bool) {
		q, ok := l.next()
		return q, ok
	}
}

// walkBack walks a list from its end. Quads by subject go this way because of
// a mistake in Cayley v0.7.7: a look-up in a recursive path (recursiveContains
// in iterator/recursive.go) may come back with the tags of the one before, and
// its test "follows recursive loop" finds the right ones only where a
// subject's quads do not come in the order of a predicate's.
func walkBack(l List) func() (graph.Ref, bool) {
	quads := l.slice()
	return func() (graph.Ref, bool) {
		if len(quads) == 0 {
			return nil, false
		}
		q := quads[len(quads)-1]
		quads = quads[:len(quads)-1]
		return q, true
	}
}

func walkNodes(g *Generation) func() (graph.Ref, bool) {
	id := ID(0)
	return func() (graph.Ref, bool) {
		for id < g.values.max() {
			if id++; g.uses(id) {
				return id, true
			}
		}
		return nil, false
	}
}

func (s *shape) String() string { return Name + ": " + s.name }

func (s *shape) Iterate() graph.Scanner {
	return &scanner{next: s.walk(s.at()), cursor: cursor{s, nil, nil}}
}

func (s *shape) Lookup() graph.Index { return &index{generation: s.at(), cursor: cursor{s, nil, nil}} }

func (s *shape) Stats(ctx context.Context) (graph.IteratorCosts, error) {
	return graph.IteratorCosts{
		NextCost:     1,
		ContainsCost: 1,
		Size:         graph.Size{Size: int64(s.size(s.at())), Exact: true},
	}, ctx.Err()
}

func (s *shape) Optimize(context.Context) (graph.IteratorShape, bool) { return s, false }

func (s *shape) SubIterators() []graph.IteratorShape { return nil }

// cursor is what scanner and index have in common.
type cursor struct {
	shape  *shape
	result graph.Ref
	err    error
}

func (c *cursor) String() string                  { return c.shape.String() }
func (c *cursor) TagResults(map[string]graph.Ref) {}
func (c *cursor) Result() graph.Ref               { return c.result }
func (c *cursor) NextPath(context.Context) bool   { return false }
func (c *cursor) Err() error                      { return c.err }
func (c *cursor) Close() error                    { return nil }

// stopped drops the last result and tells whether the context ended or an
// earlier call failed; Err then gives the reason.
func (c *cursor) stopped(ctx context.Context) bool {
	c.result = nil
	if c.err == nil {
		c.err = ctx.Err()
	}
	return c.err != nil
}

type scanner struct {
	cursor
	next func() (graph.Ref, bool)
}

func (s *scanner) Next(ctx context.Context) bool {
	if s.stopped(ctx) {
		return false
	}
	ref, ok := s.next()
	if ok {
		s.result = ref
	}
	return ok
}

type index struct {
	cursor
	generation *Generation
}

func (i *index) Contains(ctx context.Context, ref graph.Ref) bool {
	if i.stopped(ctx) || !i.shape.contains(i.generation, ref) {
		return false
	}
	i.result = ref
	return true
}

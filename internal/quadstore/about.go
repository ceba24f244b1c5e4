package quadstore

import "github.com/cayleygraph/quad"

// About is all quads with that subject, in full, in the order of BySubject. The
// caller owns the slice; nil where there are none.
func (g *Generation) About(s ID) []quad.Quad {
	return g.full(g.BySubject(s), func(Quad) bool { return true })
}

// Unlabelled is those of About that have no label.
func (g *Generation) Unlabelled(s ID) []quad.Quad {
	return g.full(g.BySubject(s), func(q Quad) bool { return q.Label == 0 })
}

func (g *Generation) full(l List, wanted func(Quad) bool) []quad.Quad {
	var quads []quad.Quad
	for q := range l.All() {
		if wanted(q) {
			quads = append(quads, g.Quad(q))
		}
	}
	return quads
}

// Last is the highest ID given so far: tables indexed by ID need one more.
func (g *Generation) Last() ID { return g.values.max() }

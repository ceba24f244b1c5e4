package quadstore

import "github.com/cayleygraph/quad"

// About is all quads with that subject, in full, in the order of BySubject. The
// caller owns the slice; nil where there are none.
func (g *Generation) About(s ID) []quad.Quad {
	var quads []quad.Quad
	for q := range g.BySubject(s).All() {
		quads = append(quads, g.Quad(q))
	}
	return quads
}

package statement

import (
	"iter"

	"github.com/cayleygraph/quad"
)

// All is the quads of entities, documents and statements, in that order; all
// of them must be valid.
func (v Vocabulary) All(entities []Entity, documents []Document, statements []Statement) iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		each := func(quads []quad.Quad) bool {
			for _, q := range quads {
				if !yield(q) {
					return false
				}
			}
			return true
		}
		for n := range entities {
			if !each(v.EntityQuads(&entities[n])) {
				return
			}
		}
		for n := range documents {
			if !each(v.DocumentQuads(&documents[n])) {
				return
			}
		}
		for n := range statements {
			if !each(v.Quads(&statements[n])) {
				return
			}
		}
	}
}

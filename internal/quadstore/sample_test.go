package quadstore_test

import (
	"fmt"
	"iter"
	"math/rand/v2"

	"github.com/cayleygraph/quad"
)

// base is the namespace of the sample, of the length of the real one.
const base = "https://w3id.org/aseangraph/"

// sample is data of the shape of ours: statements of one link quad, labelled
// with the statement, and seven quads that qualify it, labelled with one of a
// few documents. Each entity has about 17 links going out.
type sample struct {
	quads     int
	entities  int
	documents int
}

const linksOfEntity = 17

func newSample(quads int) sample {
	return sample{quads: quads, entities: max(quads/8/linksOfEntity, 2), documents: 40}
}

func (s sample) statements() int { return s.quads / 8 }

func entityIRI(n int) quad.IRI { return quad.IRI(fmt.Sprintf(base+"organisation/body-of-asean-%d", n)) }

func statementIRI(n int) quad.IRI {
	return quad.IRI(fmt.Sprintf(base+"statement/%016x", uint64(n)*0x9e3779b97f4a7c15))
}

func name(word string) quad.IRI { return base + quad.IRI(word) }

// all makes the quads, the same ones each time; texts are fresh memory, as if read from a file.
func (s sample) all() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		random := rand.New(rand.NewPCG(8, 8))
		for n := range s.statements() {
			for _, q := range s.statement(random, n) {
				if !yield(q) {
					return
				}
			}
		}
	}
}

func (s sample) statement(random *rand.Rand, n int) [8]quad.Quad {
	id := statementIRI(n)
	document := quad.IRI(fmt.Sprintf(base+"document/joint-statement-%d", n*s.documents/s.statements()))
	start := random.IntN(60000)
	typed := func(datatype, format string, args ...any) quad.Value {
		return quad.TypedString{Value: quad.String(fmt.Sprintf(format, args...)), Type: quad.IRI(datatype)}
	}
	const integer = "http://www.w3.org/2001/XMLSchema#integer"
	qualifier := func(word string, object quad.Value) quad.Quad {
		return quad.Quad{Subject: id, Predicate: name(word), Object: object, Label: document}
	}
	return [8]quad.Quad{
		{Subject: entityIRI(random.IntN(s.entities)), Predicate: name(fmt.Sprintf("relation%d", random.IntN(40))),
			Object: entityIRI(random.IntN(s.entities)), Label: id},
		qualifier("when", typed(base+"edtf", "%d-%02d-%02d", 1967+random.IntN(60), 1+random.IntN(12), 1+random.IntN(28))),
		qualifier("status", quad.String([]string{"HAPPENED", "PLANNED", "ONGOING"}[random.IntN(3)])),
		qualifier("section", quad.String(fmt.Sprintf("Section %d: cooperation", random.IntN(300)))),
		qualifier("paragraph", typed(integer, "%d", 1+random.IntN(60))),
		qualifier("start", typed(integer, "%d", start)),
		qualifier("end", typed(integer, "%d", start+20+random.IntN(200))),
		qualifier("wasDerivedFrom", document),
	}
}

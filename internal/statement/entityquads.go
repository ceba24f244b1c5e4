package statement

import (
	"github.com/cayleygraph/quad"
)

// EntityQuads is the entity as quads without label: its class (rdf:type), name
// (skos:prefLabel), aliases (skos:altLabel), description (dcterms:description)
// and the same thing elsewhere (owl:sameAs).
func (v Vocabulary) EntityQuads(e *Entity) []quad.Quad {
	about := subject{iri: v.IRI(string(e.ID))}
	about.say(rdfType, v.IRI(e.Class))
	about.text(skosPrefLabel, e.Name)
	for _, alias := range e.Aliases {
		about.text(skosAltLabel, alias)
	}
	about.text(dctermsDescription, e.Description)
	for _, iri := range e.SameAs {
		about.say(owlSameAs, quad.IRI(iri))
	}
	return about.quads
}

// EntityFromQuads is the way back from EntityQuads. Quads are the unlabelled
// ones of one subject, in any order; those of DocumentQuads may be among them.
// Aliases and SameAs come in the order of quads. The error names the subject
// and is of kind Invalid.
func (v Vocabulary) EntityFromQuads(quads []quad.Quad) (Entity, error) {
	var e Entity
	r := v.read(quads)
	e.ID = r.id
	e.Class, _ = v.Local(r.iri(rdfType))
	e.Name = r.text(skosPrefLabel)
	e.Aliases = r.texts(skosAltLabel)
	e.Description = r.text(dctermsDescription)
	for _, iri := range r.iris(owlSameAs) {
		e.SameAs = append(e.SameAs, string(iri))
	}
	r.valid(&e)
	return e, r.err()
}

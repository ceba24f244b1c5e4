package export

import (
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/statement"
)

const (
	rdfType     quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	xsdInteger  quad.IRI = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDuration quad.IRI = "http://www.w3.org/2001/XMLSchema#duration"
)

// turtle writes RDF that has no graphs. A statement is a node that carries its
// link, and what N-Quads say in the graph of its document is said of that node.
// The link itself is asserted only where it happened or is so: a triple has no
// way to tell that it is a plan.
type turtle struct {
	terms
	selection Selection
	reify     func(terms, []byte, quad.Quad) ([]byte, error) // appends how the node carries the link
}

// writeTurtle carries the link by RDF 1.1's reification: rdf:Statement with
// rdf:subject, rdf:predicate and rdf:object.
func writeTurtle(w writer, s Selection) error { return newTurtle(s, terms.appendReified).writeTo(w) }

// writeTurtle12 carries it by RDF 1.2's rdf:reifies and a triple term.
func writeTurtle12(w writer, s Selection) error {
	return newTurtle(s, terms.appendTripleTerm).writeTo(w)
}

func newTurtle(s Selection, reify func(terms, []byte, quad.Quad) ([]byte, error)) turtle {
	return turtle{newTerms(s.Vocabulary, s.Ontology, dataPrefixes), s, reify}
}

func (t turtle) writeTo(w writer) error {
	if err := w.write(t.appendPrefixes(nil)); err != nil {
		return err
	}
	if err := t.writeSubjects(w, t.selection); err != nil {
		return err
	}
	return stream(w, t.selection.Statements, t.appendStatement)
}

// writeSubjects writes entities and documents, each as one block.
func (t terms) writeSubjects(w writer, s Selection) error {
	err := stream(w, s.Entities, func(text []byte, e *statement.Entity) ([]byte, error) {
		return t.appendSubject(text, s.Vocabulary.EntityQuads(e))
	})
	if err != nil {
		return err
	}
	return stream(w, s.Documents, func(text []byte, d *statement.Document) ([]byte, error) {
		return t.appendSubject(text, s.Vocabulary.DocumentQuads(d))
	})
}

func (t turtle) appendStatement(text []byte, s *statement.Statement) ([]byte, error) {
	quads := t.selection.Vocabulary.Quads(s)
	link, about := quads[0], quads[1:]
	var err error
	if s.Status.Real() {
		if text, err = t.appendTriple(text, link); err != nil {
			return nil, err
		}
		text = append(text, " .\n"...)
	}
	if text, err = t.appendTerm(text, link.Label); err != nil {
		return nil, err
	}
	if text, err = t.reify(t.terms, append(text, ' '), link); err != nil {
		return nil, err
	}
	return t.appendSaid(append(text, " ;\n    "...), about)
}

func (t terms) appendReified(text []byte, link quad.Quad) ([]byte, error) {
	text, err := t.appendTerm(append(text, "a rdf:Statement ; rdf:subject "...), link.Subject)
	if err != nil {
		return nil, err
	}
	if text, err = t.appendTerm(append(text, " ; rdf:predicate "...), link.Predicate); err != nil {
		return nil, err
	}
	return t.appendTerm(append(text, " ; rdf:object "...), link.Object)
}

func (t terms) appendTripleTerm(text []byte, link quad.Quad) ([]byte, error) {
	text, err := t.appendTriple(append(text, "rdf:reifies <<( "...), link)
	return append(text, " )>>"...), err
}

// appendTriple appends subject, predicate and object.
func (t terms) appendTriple(text []byte, q quad.Quad) ([]byte, error) {
	text, err := t.appendTerm(text, q.Subject)
	if err != nil {
		return nil, err
	}
	if text, err = t.appendTerm(append(text, ' '), q.Predicate); err != nil {
		return nil, err
	}
	return t.appendTerm(append(text, ' '), q.Object)
}

// appendSubject appends the quads of one subject as a block of triples.
func (t terms) appendSubject(text []byte, quads []quad.Quad) ([]byte, error) {
	text, err := t.appendTerm(text, quads[0].Subject)
	if err != nil {
		return nil, err
	}
	return t.appendSaid(append(text, ' '), quads)
}

// appendSaid appends predicates and objects up to the full stop: a line a
// predicate, its objects together where they follow each other.
func (t terms) appendSaid(text []byte, quads []quad.Quad) ([]byte, error) {
	var err error
	for n, q := range quads {
		switch {
		case n > 0 && q.Predicate == quads[n-1].Predicate:
			text = append(text, ", "...)
		case n > 0:
			text = append(text, " ;\n    "...)
			fallthrough
		default:
			if q.Predicate == quad.Value(rdfType) {
				text = append(text, "a "...)
				break
			}
			if text, err = t.appendTerm(text, q.Predicate); err != nil {
				return nil, err
			}
			text = append(text, ' ')
		}
		if text, err = t.appendTerm(text, q.Object); err != nil {
			return nil, err
		}
	}
	return append(text, " .\n\n"...), nil
}

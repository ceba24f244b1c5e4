package export

import (
	"iter"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Selection is what is written: everything, or a part. Each sequence can be
// walked more than once and gives the same valid things in the same order,
// which stay as they are; formats keep that order, so the same selection gives
// the same bytes. Entities should hold all that the statements speak of: where
// one is missing, tables leave its name out and pictures show its id.
type Selection struct {
	Ontology   *ontology.Ontology
	Vocabulary statement.Vocabulary
	Entities   iter.Seq[*statement.Entity]
	Documents  iter.Seq[*statement.Document]
	Statements iter.Seq[*statement.Statement]
}

// Select is the selection of what the slices hold.
func Select(o *ontology.Ontology, v statement.Vocabulary, entities []statement.Entity, documents []statement.Document, statements []statement.Statement) Selection {
	return Selection{o, v, each(entities), each(documents), each(statements)}
}

func each[T any](things []T) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for n := range things {
			if !yield(&things[n]) {
				return
			}
		}
	}
}

// Only is the part of the statements that keep takes: these, the entities that
// they speak of, and their documents; and whatever has an id among also.
func (s Selection) Only(keep func(*statement.Statement) bool, also ...statement.EntityID) Selection {
	kept := s
	kept.Statements = only(s.Statements, keep)
	spoken := map[statement.EntityID]bool{}
	for _, id := range also {
		spoken[id] = true
	}
	for of := range kept.Statements {
		for _, id := range []statement.EntityID{of.Subject, of.Object.Entity(), of.Where, of.Evidence.Document} {
			spoken[id] = true
		}
	}
	kept.Entities = only(s.Entities, func(e *statement.Entity) bool { return spoken[e.ID] })
	kept.Documents = only(s.Documents, func(d *statement.Document) bool { return spoken[d.ID] })
	return kept
}

func only[T any](things iter.Seq[*T], keep func(*T) bool) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for thing := range things {
			if keep(thing) && !yield(thing) {
				return
			}
		}
	}
}

// Quads is the selection as quads: entities, documents, statements.
func (s Selection) Quads() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		_ = quadsOf(yield, s.Entities, s.Vocabulary.EntityQuads) &&
			quadsOf(yield, s.Documents, s.Vocabulary.DocumentQuads) &&
			quadsOf(yield, s.Statements, s.Vocabulary.Quads)
	}
}

// quadsOf tells whether more is wanted.
func quadsOf[T any](yield func(quad.Quad) bool, things iter.Seq[*T], quads func(*T) []quad.Quad) bool {
	for thing := range things {
		for _, q := range quads(thing) {
			if !yield(q) {
				return false
			}
		}
	}
	return true
}

// names are the names of the entities by id.
func (s Selection) names() map[statement.EntityID]string {
	names := map[statement.EntityID]string{}
	for e := range s.Entities {
		names[e.ID] = e.Name
	}
	return names
}

// documents are the documents by id.
func (s Selection) documents() map[statement.EntityID]*statement.Document {
	documents := map[statement.EntityID]*statement.Document{}
	for d := range s.Documents {
		documents[d.ID] = d
	}
	return documents
}

// class is the name of an entity's class by its id; empty for an unknown prefix.
func (s Selection) class(id statement.EntityID) string {
	if class := s.Ontology.ClassOf(id); class != nil {
		return class.Name
	}
	return ""
}

// label is how a predicate is read from its subject.
func (s Selection) label(predicate string) string {
	if p := s.Ontology.Predicate(predicate); p != nil {
		return p.Label
	}
	return predicate
}

// stream writes what appended makes of each thing, so that no more than one is
// held at a time. It ends at the first error.
func stream[T any](w writer, things iter.Seq[T], appended func([]byte, T) ([]byte, error)) error {
	var text []byte
	var err error
	for thing := range things {
		if text, err = appended(text[:0], thing); err != nil {
			return err
		}
		if err := w.write(text); err != nil {
			return err
		}
	}
	return nil
}

package query

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// known is what quads were made of. The id of a statement is the digest of all
// its content, so one that a quad names is the one that it was made of.
type known struct {
	things     map[statement.EntityID]*statement.Entity
	documents  map[statement.EntityID]*statement.Document
	statements []*statement.Statement // by the number of their IRIs
}

func newKnown(source *Source) *known {
	c := source.Known
	k := &known{
		things:     make(map[statement.EntityID]*statement.Entity, len(c.Entities)),
		documents:  make(map[statement.EntityID]*statement.Document, len(c.Documents)),
		statements: make([]*statement.Statement, source.Quads.Last()+1),
	}
	for n := range c.Entities {
		k.things[c.Entities[n].ID] = &c.Entities[n]
	}
	for n := range c.Documents {
		k.documents[c.Documents[n].ID] = &c.Documents[n]
	}
	for n := range c.Statements {
		if label := source.label(n); 0 < label && int(label) < len(k.statements) {
			k.statements[label] = &c.Statements[n]
		}
	}
	return k
}

// label is the number of a known statement's IRI; 0 where no quad has it.
func (s *Source) label(n int) quadstore.ID {
	if s.Labels != nil {
		return s.Labels[n]
	}
	label, _ := s.Quads.LookupIRI(string(s.Vocabulary.IRI(string(s.Known.Statements[n].ID()))))
	return label
}

// local is the id that an IRI of the quads was made of; empty for what has none.
func (g *Graph) local(at quadstore.ID) string {
	iri, _ := g.Quads.IRI(at)
	local, _ := strings.CutPrefix(iri, g.Vocabulary.Base())
	return local
}

package query

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// known is what quads were made of, by id. The id of a statement is the digest
// of all its content, so one that a quad names is the one that it was made of.
type known struct {
	things     map[statement.EntityID]*statement.Entity
	documents  map[statement.EntityID]*statement.Document
	statements map[statement.ID]*statement.Statement
}

func newKnown(c statement.Contents) *known {
	k := &known{
		things:     make(map[statement.EntityID]*statement.Entity, len(c.Entities)),
		documents:  make(map[statement.EntityID]*statement.Document, len(c.Documents)),
		statements: make(map[statement.ID]*statement.Statement, len(c.Statements)),
	}
	for n := range c.Entities {
		k.things[c.Entities[n].ID] = &c.Entities[n]
	}
	for n := range c.Documents {
		k.documents[c.Documents[n].ID] = &c.Documents[n]
	}
	for n := range c.Statements {
		k.statements[c.Statements[n].ID()] = &c.Statements[n]
	}
	return k
}

// local is the id that an IRI of the quads was made of; empty for what has none.
func (g *Graph) local(at quadstore.ID) string {
	iri, _ := g.Quads.IRI(at)
	local, _ := strings.CutPrefix(iri, g.Vocabulary.Base())
	return local
}

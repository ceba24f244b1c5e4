package query

import (
	"cmp"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Node is whatever has an id.
type Node interface {
	IsNode()
	ID() string
}

// Entity is a thing in the Go type of its class.
type Entity interface {
	Node
	IsEntity()
	thing() *Thing
}

// EntityType is a class's value in the enum of that name.
type EntityType string

// Thing is anything the graph speaks of, whatever its class.
type Thing struct {
	g        *Graph
	at       quadstore.ID
	class    *ontology.Class
	entity   statement.Entity
	document *statement.Document // nil for what is no document
	names    []string            // its name and aliases as names are compared
	rank     int                 // its number among all things in order of name
}

func (g *Graph) readThing(at quadstore.ID, class *ontology.Class, k *known) (*Thing, error) {
	t := &Thing{g: g, at: at, class: class}
	if id := statement.EntityID(g.local(at)); k.things[id] != nil {
		t.entity, t.document = *k.things[id], k.documents[id]
	} else {
		var err error
		if t.entity, t.document, err = g.Vocabulary.SubjectFromQuads(g.Quads.Unlabelled(at)); err != nil {
			return nil, err
		}
	}
	t.names = []string{fold(t.entity.Name)}
	for _, alias := range t.entity.Aliases {
		t.names = append(t.names, fold(alias))
	}
	return t, nil
}

// IsNode marks what has an id.
func (*Thing) IsNode() {}

// IsEntity marks things.
func (*Thing) IsEntity() {}

func (t *Thing) thing() *Thing { return t }

// ID is class prefix, slash, slug.
func (t *Thing) ID() string { return string(t.entity.ID) }

// IRI is the id under the graph's base.
func (t *Thing) IRI() string { return string(t.g.Vocabulary.IRI(t.ID())) }

// Type is its class.
func (t *Thing) Type() EntityType { return EntityType(t.class.Symbol) }

// Name is what it is called.
func (t *Thing) Name() string { return t.entity.Name }

// Aliases are its other names; never nil.
func (t *Thing) Aliases() []string { return filled(t.entity.Aliases) }

// Description tells what it is; nil where the data has nothing.
func (t *Thing) Description() *string { return told(t.entity.Description) }

// SameAs are its IRIs elsewhere; never nil.
func (t *Thing) SameAs() []string { return filled(t.entity.SameAs) }

// Gap is something that is known to be missing.
type Gap struct {
	Missing string
	Why     string
}

// Coverage is what is known to be missing of it; never nil.
func (t *Thing) Coverage() []*Gap {
	if gaps := t.g.Gaps[t.entity.ID]; gaps != nil {
		return gaps
	}
	return []*Gap{}
}

// SentenceCoverage is how many sentences of a text are cited.
type SentenceCoverage struct {
	Total       int
	Cited       int // all of whose words lie in passages
	WithoutFact int // of these, all of whose words lie in passages listed as carrying no fact
}

// The fields of documents. They are nil, or empty, for other things.

// Title is the document's title as printed; the name where nothing is known of
// a document but that others mention it.
func (t *Thing) Title() string { return cmp.Or(t.source().Title, t.Name()) }

// Publisher is who published it.
func (t *Thing) Publisher() *string { return told(t.source().Publisher) }

// Published tells when.
func (t *Thing) Published() *Period { return period(t.source().Published, "") }

// Language is its language in BCP 47.
func (t *Thing) Language() *string { return told(t.source().Language) }

// Kind tells how near it stands to what it speaks of.
func (t *Thing) Kind() *statement.DocumentKind {
	if kind := t.source().Kind; kind != 0 {
		return &kind
	}
	return nil
}

// Address is where it was read.
func (t *Thing) Address() *string { return told(t.source().Address) }

// Sha256 is the digest of its text.
func (t *Thing) Sha256() *string { return told(t.source().SHA256) }

// Sentences tells how much of its text is cited; nil where that is not held.
func (t *Thing) Sentences() *SentenceCoverage { return t.g.Sentences[t.entity.ID] }

func (t *Thing) source() statement.Document {
	if t.document == nil {
		return statement.Document{}
	}
	return *t.document
}

// One finds a thing of a class; the error is of kind NotFound, or Invalid
// where the id is that of another class.
func One[N Entity](g *Graph, id string) (*N, error) {
	t, err := g.find(id)
	if err != nil {
		return nil, err
	}
	n, ok := wrap(t).(N)
	if !ok {
		return nil, fault.New(fault.Invalid, "%s is of class %s", id, t.class.Name).Hinted("ask %s(id: …) or entity(id: …)", t.class.Singular())
	}
	return &n, nil
}

func told(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func filled(texts []string) []string {
	if texts == nil {
		return []string{}
	}
	return texts
}

package main

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// card is an entity with all that is said about it: what show prints.
type card struct {
	named
	Aliases     []string  `json:"aliases"`
	Description string    `json:"description,omitempty"`
	SameAs      []string  `json:"sameAs"`
	Document    *document `json:"document,omitempty"` // where the entity is one
	Facts       []*fact   `json:"facts"`              // dated ones first, earliest first
}

// document is where statements come from.
type document struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Publisher string  `json:"publisher,omitempty"`
	Published *period `json:"published,omitempty"`
	Address   string  `json:"address,omitempty"`
}

// fact is a statement read from the card's entity.
type fact struct {
	ID        string  `json:"id"` // the statement's
	Predicate string  `json:"predicate"`
	Label     string  `json:"label"` // the predicate in words, read from this end
	Direction string  `json:"direction"`
	Entity    *named  `json:"entity,omitempty"` // at the other end
	Value     string  `json:"value,omitempty"`  // or the literal there, in words
	When      *period `json:"when,omitempty"`
	Where     *named  `json:"where,omitempty"`
	Role      string  `json:"role,omitempty"`
	Quantity  string  `json:"quantity,omitempty"`
	Status    string  `json:"status"`
	AsOf      *period `json:"asOf,omitempty"`
	Note      string  `json:"note,omitempty"`
	Evidence  place   `json:"evidence"`
	Conflicts []*fact `json:"conflictsWith,omitempty"` // of other documents

	dated bool // the date's words tell the note too
}

// period is a date as published and in words.
type period struct {
	EDTF     string `json:"edtf"`
	Label    string `json:"label"`
	Earliest string `json:"earliest,omitempty"` // a day; empty where it is open or unknown
	Latest   string `json:"latest,omitempty"`
}

// place is a place in a document.
type place struct {
	Document  *document `json:"document"`
	Section   string    `json:"section,omitempty"`
	Paragraph int       `json:"paragraph,omitempty"`
	Start     int       `json:"start,omitempty"` // code points
	End       int       `json:"end,omitempty"`
}

func newCard(g *query.Graph, thing *query.Thing) (*card, error) {
	c := &card{named: name(g, thing.ID()), Aliases: thing.Aliases(), Description: text(thing.Description()), SameAs: thing.SameAs(), Facts: []*fact{}}
	if thing.Kind() != nil {
		c.Document = newDocument(thing)
	}
	size, order := query.MaxPageSize, &query.StatementOrder{Field: query.ByDate, Direction: query.Ascending}
	var after *string
	for {
		page, err := thing.Statements(nil, &size, after, nil, nil, order)
		if err != nil {
			return nil, err
		}
		for _, s := range page.Nodes() {
			f := newFact(g, thing, s)
			for _, other := range s.ConflictsWith() {
				f.Conflicts = append(f.Conflicts, newFact(g, thing, other))
			}
			c.Facts = append(c.Facts, f)
		}
		if !page.PageInfo.HasNextPage {
			return c, nil
		}
		after = page.PageInfo.EndCursor
	}
}

func newFact(g *query.Graph, from *query.Thing, s *query.Statement) *fact {
	content := s.Content()
	f := &fact{
		ID: s.ID(), Predicate: s.Predicate().Name(), Label: s.Predicate().Label(), Direction: string(query.DirectionOut),
		When: newPeriod(s.When()), Role: content.Role, Quantity: amount(content.Quantity),
		Status: content.Status.String(), AsOf: newPeriod(s.AsOf()), Note: content.Note,
		Evidence: place{
			Document: newDocument(g.Thing(content.Evidence.Document)), Section: content.Evidence.Section,
			Paragraph: content.Evidence.Paragraph, Start: content.Evidence.Start, End: content.Evidence.End,
		},
	}
	if content.Where != "" {
		where := name(g, string(content.Where))
		f.Where = &where
	}
	f.dated = notes(s.When()) || notes(s.Object())
	other := content.Object.Entity()
	if string(content.Subject) != from.ID() {
		other, f.Direction = content.Subject, string(query.DirectionIn)
		if inverse := s.Predicate().InverseLabel(); inverse != nil {
			f.Label = *inverse
		}
	}
	if other == "" {
		f.Value = literal(s)
		return f
	}
	at := name(g, string(other))
	f.Entity = &at
	return f
}

func newDocument(thing *query.Thing) *document {
	return &document{ID: thing.ID(), Title: thing.Title(), Publisher: text(thing.Publisher()), Published: newPeriod(thing.Published()), Address: text(thing.Address())}
}

// newPeriod is nil for nil.
func newPeriod(p *query.Period) *period {
	if p == nil {
		return nil
	}
	earliest, latest := p.Edtf().Bounds()
	return &period{EDTF: p.Edtf().String(), Label: p.Label(), Earliest: earliest.String(), Latest: latest.String()}
}

// notes tells whether a term is a date whose words tell its note, such as
// "early August 1977".
func notes(term query.Term) bool {
	p, ok := term.(*query.Period)
	return ok && p != nil && p.Label() != p.Edtf().Label()
}

// literal is the object in words, where it is no entity.
func literal(s *query.Statement) string {
	switch object := s.Object().(type) {
	case *query.Quantity:
		return amount(s.Content().Object.Quantity())
	case interface{ Label() string }:
		return object.Label()
	}
	return s.Content().Object.String()
}

// amount is a quantity in words, with how far money given has come.
func amount(q statement.Quantity) string {
	if q.Stage == statement.NoStage {
		return q.Label()
	}
	return q.Label() + " " + strings.ToLower(q.Stage.String())
}

// text is empty for nil.
func text(told *string) string {
	if told == nil {
		return ""
	}
	return *told
}

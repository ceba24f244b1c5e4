package server

import (
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// anchor is a text that may lead to a page.
type anchor struct {
	Text, Href string // Href is empty where it leads nowhere
}

func toThing(t *query.Thing) anchor { return anchor{t.Name(), "/" + t.ID()} }

// claim is a statement as it is read from the thing of a page.
type claim struct {
	ID                         string // empty where it names nothing on the page
	Value                      anchor // what stands at the other end
	Again                      bool   // the claim before it has the same
	When, Role, Quantity, Note string
	Where                      *anchor
	Status                     string // in words; empty for what happened
	Stands                     bool   // the status is that of what is so
	Page                       string // the address of the statement's own page; empty on that
	Source                     source
}

// source is where a statement stands.
type source struct {
	Document        anchor
	Publisher, Spot string
	Address         string // http or https, or empty
	Passage         string
}

// newClaim reads a statement with one of its things at the other end; nil: its
// value.
func newClaim(g *query.Graph, s *query.Statement, other statement.EntityID) claim {
	content := s.Content()
	c := claim{
		ID: s.ID(), Page: "/" + s.ID(), Stands: s.Status().Real(),
		Role: content.Role, Note: content.Note, Quantity: amount(content.Quantity), Status: status(s), Source: newSource(g, s),
	}
	if other != "" {
		c.Value = toThing(g.Thing(other))
	} else {
		c.Value.Text = words(s)
	}
	if when := s.When(); when != nil {
		c.When = when.Label()
	}
	if tells(s.When()) || tells(s.Object()) {
		c.Note = "" // the date's words tell it
	}
	if content.Where != "" {
		where := toThing(g.Thing(content.Where))
		c.Where = &where
	}
	return c
}

// tells tells whether a term is a date whose words have the note in them.
func tells(term query.Term) bool {
	p, ok := term.(*query.Period)
	return ok && p != nil && p.Label() != p.Edtf().Label()
}

// words are those of an object that is no thing.
func words(s *query.Statement) string {
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
	if q.IsZero() || q.Stage == statement.NoStage {
		return q.Label()
	}
	return q.Label() + " " + strings.ToLower(q.Stage.String())
}

// status tells what has not simply happened, and as of when.
func status(s *query.Statement) string {
	if s.Status() == statement.Happened {
		return ""
	}
	words := strings.ToLower(s.Status().String())
	asOf := s.AsOf()
	switch {
	case asOf == nil:
		return words
	case asOf.Earliest() == nil && asOf.Latest() == nil: // the document tells no date of its own
		return words + ", " + asOf.Label()
	}
	return words + " as of " + asOf.Label()
}

func newSource(g *query.Graph, s *query.Statement) source {
	evidence := s.Evidence()
	document := g.Thing(s.Content().Evidence.Document)
	from := source{
		Document:  anchor{document.Title(), "/" + document.ID()},
		Publisher: text(document.Publisher()), Passage: text(evidence.Passage()),
		Address: webAddress(text(document.Address())),
	}
	var places []string
	if section := evidence.Section(); section != nil {
		places = append(places, "“"+*section+"”")
	}
	if paragraph := evidence.Paragraph(); paragraph != nil {
		places = append(places, "paragraph "+strconv.Itoa(*paragraph))
	}
	if start, end := evidence.Start(), evidence.End(); len(places) == 0 && start != nil {
		places = append(places, "characters "+strconv.Itoa(*start)+" to "+strconv.Itoa(*end))
	}
	from.Spot = strings.Join(places, ", ")
	return from
}

// webAddress is an address that a page may lead to; empty for any other.
func webAddress(address string) string {
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}

// text is empty for nil.
func text(told *string) string {
	if told == nil {
		return ""
	}
	return *told
}

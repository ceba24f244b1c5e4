package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// TimelineEntry is a statement at its date.
type TimelineEntry struct{ Statement *Statement }

// When is the statement's date, or the date that it states.
func (e *TimelineEntry) When() *Period { return period(e.Statement.date(), e.Statement.content.Note) }

// date is the date that the statement states, or its own; zero where it has none.
func (s *Statement) date() edtf.Date {
	if s.content.Object.Kind() == statement.KindDate {
		return s.content.Object.Date()
	}
	return s.content.When
}

// The lists of dated statements.
type (
	// TimelineEdge is a dated statement in a list.
	TimelineEdge = Edge[*TimelineEntry]
	// TimelineConnection is a page of dated statements.
	TimelineConnection = Connection[*TimelineEntry]
)

// Timeline is what is dated about the thing, earliest first.
func (t *Thing) Timeline(where *LinkWhere, first *int, after *string, last *int, before *string) (*TimelineConnection, error) {
	return t.g.timeline([]*Thing{t}, where, page{first, after, last, before})
}

// Timeline is what is dated about any of the things, or about all where none
// is named, each statement once, earliest first. A filter's direction and
// classes are seen from those things. The error is of kind NotFound where an
// id is unknown.
func (g *Graph) Timeline(about []string, where *LinkWhere, p Page) (*TimelineConnection, error) {
	things, err := g.several(about)
	if err != nil {
		return nil, err
	}
	return g.timeline(things, where, p)
}

func (g *Graph) timeline(about []*Thing, where *LinkWhere, p page) (*TimelineConnection, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	var dated []*Statement
	if len(about) == 0 {
		for _, s := range g.dated() {
			if meant(s) && (where.sees(s.subject, s) || s.object != nil && where.sees(s.object, s)) {
				dated = append(dated, s)
			}
		}
	} else {
		dated = datedAbout(about, where, meant)
	}
	return connect(dated, p,
		(*Statement).ID,
		func(s *Statement) (*Edge[*TimelineEntry], error) {
			return &Edge[*TimelineEntry]{Node: &TimelineEntry{s}}, nil
		})
}

func datedAbout(about []*Thing, where *LinkWhere, meant test) []*Statement {
	var dated []*Statement
	met := map[*Statement]bool{}
	for _, t := range about {
		for _, s := range t.said(func(s *Statement) bool { return !s.date().IsZero() && meant(s) && where.sees(t, s) && !met[s] }) {
			met[s] = true
			dated = append(dated, s)
		}
	}
	slices.SortFunc(dated, byDate)
	return dated
}

// inOrderOfDate gives the statements that have a date, earliest first.
func (g *Graph) inOrderOfDate() []*Statement {
	var dated []*Statement
	for _, s := range g.statements {
		if !s.date().IsZero() {
			dated = append(dated, s)
		}
	}
	slices.SortFunc(dated, byDate)
	return dated
}

func byDate(a, b *Statement) int {
	return cmp.Or(edtf.Compare(a.date(), b.date()), cmp.Compare(a.rank, b.rank))
}

// sees tells whether a statement runs the way that is meant, and to a class that is meant.
func (w *LinkWhere) sees(t *Thing, s *Statement) bool {
	if w == nil {
		return true
	}
	if s.object == nil {
		return len(w.Types) == 0 && (w.Direction == nil || *w.Direction == DirectionOut)
	}
	if s.subject == t {
		return w.takes(s.object, true, s.predicate)
	}
	return w.takes(s.subject, false, s.predicate)
}

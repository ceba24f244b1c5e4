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
	meant, err := where.test(t.g)
	if err != nil {
		return nil, err
	}
	dated := t.said(func(s *Statement) bool { return !s.date().IsZero() && meant(s) && where.sees(t, s) })
	slices.SortStableFunc(dated, func(a, b *Statement) int {
		return cmp.Or(edtf.Compare(a.date(), b.date()), cmp.Compare(a.rank, b.rank))
	})
	return connect(dated, page{first, after, last, before},
		(*Statement).ID,
		func(s *Statement) (*Edge[*TimelineEntry], error) {
			return &Edge[*TimelineEntry]{Node: &TimelineEntry{s}}, nil
		})
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

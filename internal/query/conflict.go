package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// ConflictsWith gives the statements of other documents that cannot be true
// together with this one, in the order of statements; never nil.
func (s *Statement) ConflictsWith() []*Statement {
	against := []*Statement{}
	for _, other := range s.subject.said(func(other *Statement) bool { return s.conflicts(other) }) {
		against = append(against, other)
	}
	slices.SortFunc(against, func(a, b *Statement) int { return cmp.Compare(a.rank, b.rank) })
	return against
}

// conflicts tells whether two statements cannot both be true. What has not
// happened never disagrees with anything.
func (s *Statement) conflicts(other *Statement) bool {
	if s.predicate != other.predicate || s.subject != other.subject || s.document == other.document ||
		!s.content.Status.Real() || !other.content.Status.Real() {
		return false
	}
	switch same := s.content.Object == other.content.Object; {
	case s.predicate.Single && s.content.Role == other.content.Role && !same:
		return s.meets(other) && !s.agrees(other)
	case s.predicate.Once && same:
		return begin(s).differs(begin(other))
	case s.predicate.Term && same:
		return s.overlaps(other) && (begin(s).differs(begin(other)) || end(s).differs(end(other)))
	}
	return false
}

// meets tells whether two statements speak of the same time: one that has no
// date speaks of any.
func (s *Statement) meets(other *Statement) bool {
	if s.predicate.Object == statement.KindDate || s.time.IsZero() || other.time.IsZero() {
		return true
	}
	return s.overlaps(other)
}

func (s *Statement) overlaps(other *Statement) bool {
	return edtf.Overlaps(s.time, other.time, edtf.Possible)
}

// agrees tells whether two values can describe one thing: dates that are
// compatible, amounts within what their qualifiers leave open, a thing and
// what contains it.
func (s *Statement) agrees(other *Statement) bool {
	a, b := s.content.Object, other.content.Object
	switch {
	case a.Kind() == statement.KindDate && b.Kind() == statement.KindDate:
		return edtf.Compatible(a.Date(), b.Date())
	case a.Kind() == statement.KindQuantity && b.Kind() == statement.KindQuantity:
		return a.Quantity().Agrees(b.Quantity())
	case s.object != nil && other.object != nil:
		return s.object.within(other.object) || other.object.within(s.object)
	}
	return false
}

// within tells whether a statement puts the thing into the other, as a town
// into its country.
func (t *Thing) within(other *Thing) bool {
	for _, p := range t.g.Ontology.Predicates() {
		if !p.Contains {
			continue
		}
		for _, n := range t.neighbours(p, ontology.Out, real) {
			if n.thing == other {
				return true
			}
		}
	}
	return false
}

// moment is when something began or ended; zero where it is open or not told.
type moment edtf.Date

func begin(s *Statement) moment { return moment(s.content.When.Start()) }

func end(s *Statement) moment {
	if !s.content.When.IsInterval() {
		return moment{} // a bare date tells no end
	}
	return moment(s.content.When.End())
}

func (m moment) differs(other moment) bool {
	a, b := edtf.Date(m), edtf.Date(other)
	return !a.IsZero() && !b.IsZero() && !edtf.Compatible(a, b)
}

package query

import (
	"cmp"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// FulfilledBy gives the statements that tell as so what this one only plans,
// in the order of statements; never nil, and empty for what is itself told as
// so. See fulfils.
func (s *Statement) FulfilledBy() []*Statement {
	by := []*Statement{}
	if s.content.Status.Real() {
		return by
	}
	candidates := s.g.alike(s.rank)
	if s.predicate.Symmetric || occasional(s.predicate) {
		candidates = s.subject.said(real) // from its other end, or with another predicate
	}
	for _, other := range candidates {
		if other.fulfils(s) {
			by = append(by, other)
		}
	}
	return by
}

// fulfils tells whether a statement tells as so what a plan only plans. It does
// where it has the plan's subject, predicate and object, or an object that
// agrees, and did not come before what was planned. It does too where the plan
// came about otherwise:
//
//   - of the predicate there is one true value, for good: any that is told as so
//     in the plan's role settles it, as the end of a programme that came later;
//   - the plan is of an occasion's day or place: it was held where and when it
//     was held, even if all that is told is who was there.
//
// Roles and amounts are not compared else: what was paid in another size was paid.
func (s *Statement) fulfils(plan *Statement) bool {
	if !s.content.Status.Real() {
		return false
	}
	if occasional(plan.predicate) {
		return s.subject == plan.subject && occasional(s.predicate) || s.object == plan.subject && s.predicate.Sense == ontology.Presence
	}
	if s.predicate != plan.predicate {
		return false
	}
	if s.subject == plan.subject && settles(s.predicate) && s.content.Role == plan.content.Role {
		return true
	}
	return s.tellsOf(plan) && !s.precedes(plan)
}

// occasional tells whether a predicate says when or where an occasion is.
func occasional(p *ontology.Predicate) bool {
	return p.Sense == ontology.Day || p.Sense == ontology.Venue
}

// settles tells whether a predicate has one true value, and not another at
// another time.
func settles(p *ontology.Predicate) bool {
	return p.Single && (p.Time == ontology.NoTime || p.Time == ontology.At)
}

// tellsOf tells whether two statements with one predicate tie the same things,
// or give a thing values that agree.
func (s *Statement) tellsOf(other *Statement) bool {
	if s.subject == other.subject {
		return s.content.Object == other.content.Object || s.agrees(other)
	}
	return s.predicate.Symmetric && s.subject == other.object && s.object == other.subject
}

// precedes tells whether what may be so more than once was so before the time
// that was planned for or, where none is told, before the plan was.
func (s *Statement) precedes(plan *Statement) bool {
	if s.predicate.Once || s.predicate.Object == statement.KindDate {
		return false
	}
	return edtf.Before(s.begun(), cmp.Or(plan.content.When, plan.content.AsOf), edtf.Definite)
}

// begun is when what is told as so began, if it stands through a time, and
// else when it was; where that is not told, when it was told.
func (s *Statement) begun() edtf.Date {
	when := s.content.When
	if s.predicate.Time == ontology.Since {
		when = when.Start()
	}
	return cmp.Or(when, s.known())
}

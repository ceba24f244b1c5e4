package query

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// fulfilling goes through the list for what tells a plan as so.
func (p *plain) fulfilling(plan statement.Statement) []statement.Statement {
	return p.that(func(s statement.Statement) bool {
		if plan.Status.Real() || !s.Status.Real() {
			return false
		}
		of, by := authored().Predicate(plan.Predicate), authored().Predicate(s.Predicate)
		occasion := []ontology.Sense{ontology.Day, ontology.Venue}
		switch {
		case slices.Contains(occasion, of.Sense):
			return slices.Contains(occasion, by.Sense) && s.Subject == plan.Subject || by.Sense == ontology.Presence && s.Object.Entity() == plan.Subject
		case of != by:
			return false
		case s.Subject == plan.Subject && of.Single && of.Time != ontology.Since && of.Time != ontology.While && s.Role == plan.Role:
			return true
		}
		mirrored := of.Symmetric && s.Subject == plan.Object.Entity() && s.Object.Entity() == plan.Subject
		return (mirrored || s.Subject == plan.Subject && p.sameObject(s, plan)) && !p.earlier(s, plan)
	})
}

// sameObject tells whether two objects are one, or values that agree, or a
// place and what contains it.
func (p *plain) sameObject(a, b statement.Statement) bool {
	x, y := a.Object, b.Object
	switch {
	case x == y:
		return true
	case x.Kind() == statement.KindDate:
		return edtf.Compatible(x.Date(), y.Date())
	case x.Kind() == statement.KindQuantity:
		return x.Quantity().Agrees(y.Quantity())
	case x.Kind() != statement.KindThing:
		return false
	}
	return slices.ContainsFunc(p.statements, func(s statement.Statement) bool {
		return s.Status.Real() && authored().Predicate(s.Predicate).Contains &&
			(s.Subject == x.Entity() && s.Object == y || s.Subject == y.Entity() && s.Object == x)
	})
}

// earlier tells whether what may recur was so before the time planned for.
func (p *plain) earlier(s, plan statement.Statement) bool {
	of := authored().Predicate(s.Predicate)
	if of.Once || of.Object == statement.KindDate {
		return false
	}
	begun := s.When
	if of.Time == ontology.Since {
		begun = s.When.Start()
	}
	for _, other := range []edtf.Date{s.AsOf, p.documents[s.Evidence.Document].Published} {
		if begun.IsZero() {
			begun = other
		}
	}
	planned := plan.When
	if planned.IsZero() {
		planned = plan.AsOf
	}
	return edtf.Before(begun, planned, edtf.Definite)
}

func TestFulfilledBy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		for _, s := range p.statements {
			if got, want := ids(g.said[s.ID()].FulfilledBy()), idsOf(p.fulfilling(s)); !slices.Equal(got, want) {
				t.Errorf("%+v: got %v, want %v", s, got, want)
			}
		}
	})
}

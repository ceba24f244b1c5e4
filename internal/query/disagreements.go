package query

import (
	"slices"
)

// Disagreement is values of one matter that cannot all be true: any two
// statements under different values conflict, and any two under one agree.
type Disagreement struct {
	first     pair // the first that conflicts; no other disagreement has the same
	role      string
	documents int
	Values    []*ClaimedValue // most documents first, then in order of date
}

// ClaimedValue is what one side of a disagreement says. Its documents may say
// it more or less exactly, 1977 and 1977-03; each statement keeps its own words.
type ClaimedValue struct {
	Value      Term         // as most of the documents give it
	Statements []*Statement // in the order of statements
	Documents  int
}

// Subject is what the documents disagree about.
func (d *Disagreement) Subject() Entity { return d.first[0].Subject() }

// Predicate is what they say of it.
func (d *Disagreement) Predicate() *Predicate { return d.first[0].Predicate() }

// Role is the sense in which they do; nil where they tell none, and where the
// role makes no difference.
func (d *Disagreement) Role() *string { return told(d.role) }

// The lists of disagreements.
type (
	// DisagreementEdge is a disagreement in a list.
	DisagreementEdge = Edge[*Disagreement]
	// DisagreementConnection is a page of disagreements.
	DisagreementConnection = Connection[*Disagreement]
)

// Disagreements are those in which one of the things stands at either end of a
// statement, or all where none is named: most documents first, then by the
// subject's name. The error is of kind NotFound where an id is unknown.
func (g *Graph) Disagreements(about []string, p Page) (*DisagreementConnection, error) {
	things, err := g.several(about)
	if err != nil {
		return nil, err
	}
	var found []*Disagreement
	for _, d := range g.disagreements() {
		if len(things) == 0 || slices.ContainsFunc(things, d.concerns) {
			found = append(found, d)
		}
	}
	return connect(found, p, (*Disagreement).key,
		func(d *Disagreement) (*Edge[*Disagreement], error) { return &Edge[*Disagreement]{Node: d}, nil })
}

// several finds things by their ids.
func (g *Graph) several(ids []string) ([]*Thing, error) {
	things := make([]*Thing, len(ids))
	for n, id := range ids {
		var err error
		if things[n], err = g.find(id); err != nil {
			return nil, err
		}
	}
	return things, nil
}

func (d *Disagreement) key() string { return d.first[0].ID() + " " + d.first[1].ID() }

// concerns tells whether the thing is the subject, or the object of a statement.
func (d *Disagreement) concerns(t *Thing) bool {
	return d.first[0].subject == t || slices.ContainsFunc(d.Values, func(v *ClaimedValue) bool {
		return slices.ContainsFunc(v.Statements, func(s *Statement) bool { return s.object == t })
	})
}

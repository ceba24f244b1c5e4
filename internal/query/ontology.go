package query

import (
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Ontology is what the graph can say.
type Ontology struct{ g *Graph }

// Ontology tells what the graph can say, with how often it does.
func (g *Graph) Says() *Ontology { return &Ontology{g} }

// Classes are all classes, by name.
func (o *Ontology) Classes() []*Class {
	var all []*Class
	for _, c := range o.g.Ontology.Classes() {
		all = append(all, &Class{c, o.g})
	}
	return all
}

// Predicates are all predicates, by name.
func (o *Ontology) Predicates() []*Predicate {
	var all []*Predicate
	for _, p := range o.g.Ontology.Predicates() {
		all = append(all, &Predicate{p, o.g})
	}
	return all
}

// Class is a class of things.
type Class struct {
	class *ontology.Class
	g     *Graph
}

// Type is its value in filters.
func (c *Class) Type() EntityType { return EntityType(c.class.Symbol) }

// Name is that of its type in the API.
func (c *Class) Name() string { return c.class.Name }

// Siblings are all classes, itself among them, by name.
func (c *Class) Siblings() []*Class { return c.g.Says().Classes() }

// Prefix stands before the slash of an id.
func (c *Class) Prefix() string { return c.class.Prefix }

// Plural is what several of them are called.
func (c *Class) Plural() string { return c.class.Plural }

// Description tells what it is.
func (c *Class) Description() string { return c.class.Description }

// Colour is what it is drawn in.
func (c *Class) Colour() string { return c.class.Colour }

// Interfaces are those it belongs to; never nil.
func (c *Class) Interfaces() []string { return filled(c.class.Interfaces) }

// SameAs are classes of other vocabularies; never nil.
func (c *Class) SameAs() []string { return filled(c.class.SameAs) }

// Count is how many things there are.
func (c *Class) Count() int { return len(c.g.classes[c.class]) }

// Predicate is what can be said of a thing.
type Predicate struct {
	predicate *ontology.Predicate
	g         *Graph
}

// TermKind is what the object of a statement is.
type TermKind string

// TimeReading is how a date is read.
type TimeReading string

// Name is what filters use.
func (p *Predicate) Name() string { return p.predicate.Name }

// Label reads it from the subject.
func (p *Predicate) Label() string { return p.predicate.Label }

// InverseLabel reads it from the object; nil where that is a literal.
func (p *Predicate) InverseLabel() *string { return told(p.predicate.Inverse) }

// Description tells what it says.
func (p *Predicate) Description() string { return p.predicate.Description }

// Object is what the object is.
func (p *Predicate) Object() TermKind { return termKinds[p.predicate.Object] }

var termKinds = map[statement.Kind]TermKind{
	statement.KindThing: "THING", statement.KindText: "TEXT", statement.KindDate: "DATE",
	statement.KindInteger: "INTEGER", statement.KindDuration: "DURATION", statement.KindQuantity: "QUANTITY",
}

// Domain is the classes of the subject.
func (p *Predicate) Domain() []EntityType { return types(p.predicate.Domain) }

// Range is the classes of the object; empty for a literal.
func (p *Predicate) Range() []EntityType { return types(p.predicate.Range) }

func types(classes []*ontology.Class) []EntityType {
	all := make([]EntityType, len(classes))
	for n, c := range classes {
		all[n] = EntityType(c.Symbol)
	}
	return all
}

// Time is how its date is read; nil where there is none.
func (p *Predicate) Time() *TimeReading {
	if p.predicate.Time == ontology.NoTime {
		return nil
	}
	reading := TimeReading(p.predicate.Time.String())
	return &reading
}

// Single tells whether one value is true at a time.
func (p *Predicate) Single() bool { return p.predicate.Single }

// Once tells whether the link comes about once.
func (p *Predicate) Once() bool { return p.predicate.Once }

// Term tells whether the link may recur.
func (p *Predicate) Term() bool { return p.predicate.Term }

// Symmetric tells whether it reads the same from both ends.
func (p *Predicate) Symmetric() bool { return p.predicate.Symmetric }

// SameAs are predicates of other vocabularies; never nil.
func (p *Predicate) SameAs() []string { return filled(p.predicate.SameAs) }

// Count is how many statements use it.
func (p *Predicate) Count() int { return p.g.counts[p.predicate] }

// Package ontology is what the graph can say: its classes, its predicates and
// how each is read from both ends, as told by the authored SDL in schema/.
//
// Nothing here knows the name of a class or predicate: Read takes them from
// the files, so that a new one costs a .graphqls file and no Go. An Ontology
// is immutable after Read and safe for concurrent use.
package ontology

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// Ontology is all classes and predicates.
type Ontology struct {
	classes    []*Class
	interfaces []*Interface
	predicates []*Predicate

	classByName     map[string]*Class
	classByPrefix   map[string]*Class
	predicateByName map[string]*Predicate
}

// Class is a class of things; its name is that of its type in the SDL.
type Class struct {
	Name        string       // "Fund"
	Plural      string       // "funds": the query for many
	Prefix      string       // "fund": before the slash of an id, and the stem of the data file
	Symbol      string       // "FUND": the value of the enum EntityType
	Colour      string       // #rrggbb
	Description string       // one sentence
	Interfaces  []string     // the interfaces it belongs to, beyond Node and Entity, in order of name
	SameAs      []string     // prefixed names in other vocabularies
	Needs       []*Predicate // what each thing of the class is expected to be the subject of
	Fields      []*Field     // its own and inherited ones, in order of name
}

// Interface is a set of classes that share fields.
type Interface struct {
	Name        string
	Description string
	Classes     []*Class // that belong to it, in order of name
	Fields      []*Field // in order of name
}

// Direction tells which end of a predicate a field stands at.
type Direction uint8

// The directions.
const (
	Out  Direction = iota + 1 // at the subject
	In                        // at the object
	Both                      // at either: the predicate is symmetric
)

var directionNames = map[string]Direction{"OUT": Out, "IN": In, "BOTH": Both}

// Field is one reading of a predicate from a class or interface.
type Field struct {
	Name        string // "contributors"
	Predicate   *Predicate
	Direction   Direction
	Target      string // the class or interface at the other end; empty for a literal
	Label       string // "contributors"
	Description string
	File        string // the authored file
	Line        int    // in it, from 1
}

// TimeReading tells how the date of a statement is read.
type TimeReading uint8

// The readings.
const (
	NoTime TimeReading = iota // the object is itself the time, or there is none
	At                        // the act took place in it
	Since                     // it stands through it, and a bare date is its beginning
	While                     // it stands through it; a bare date only tells that it was so then
)

var timeNames = map[string]TimeReading{"AT": At, "SINCE": Since, "WHILE": While}

// String is the reading as the SDL writes it; empty for NoTime.
func (t TimeReading) String() string {
	for name, reading := range timeNames {
		if reading == t {
			return name
		}
	}
	return ""
}

// Predicate is what can be said of a subject.
type Predicate struct {
	Name        string         // "contributesTo"
	Label       string         // read from the subject: "contributes to"
	Inverse     string         // read from the object: "contributors"; empty for a literal
	Description string         // what the field at its home says
	Object      statement.Kind // KindThing for a relation
	Time        TimeReading
	Single      bool      // one true value at a time
	Once        bool      // the link comes about once
	Term        bool      // the link may recur in separate spans
	Symmetric   bool      // reads the same from both ends
	Contains    bool      // the object contains the subject, as a country its towns
	Dimension   Dimension // what it says of a figure; NoDimension for nearly all
	Sense       Sense     // what a check takes it for; NoSense for nearly all
	SameAs      []string
	Domain      []*Class // classes of the subject, in order of name
	Range       []*Class // classes of the object, in order of name; empty for a literal
}

// Classes are all classes in order of name. The caller must not change them.
func (o *Ontology) Classes() []*Class { return o.classes }

// Interfaces are all interfaces beyond Node and Entity, in order of name.
func (o *Ontology) Interfaces() []*Interface { return o.interfaces }

// Predicates are all predicates in order of name. The caller must not change them.
func (o *Ontology) Predicates() []*Predicate { return o.predicates }

// Class finds a class by name; nil where there is none.
func (o *Ontology) Class(name string) *Class { return o.classByName[name] }

// ClassOf finds the class of an entity by the prefix of its id; nil where there is none.
func (o *Ontology) ClassOf(id statement.EntityID) *Class { return o.classByPrefix[id.Prefix()] }

// Predicate finds a predicate by name; nil where there is none.
func (o *Ontology) Predicate(name string) *Predicate { return o.predicateByName[name] }

// Field finds a class's field by name; nil where there is none.
func (c *Class) Field(name string) *Field {
	n, found := slices.BinarySearchFunc(c.Fields, name, func(f *Field, name string) int { return cmp.Compare(f.Name, name) })
	if !found {
		return nil
	}
	return c.Fields[n]
}

// Singular is the query for one thing of the class: "fund".
func (c *Class) Singular() string { return lowerFirst(c.Name) }

// Is tells whether things of the class are also of the named class or interface.
func (c *Class) Is(name string) bool {
	return name == c.Name || name == EntityName || name == NodeName || slices.Contains(c.Interfaces, name)
}

// Admits tells whether an entity of the class may be the subject.
func (p *Predicate) Admits(subject *Class) bool { return slices.Contains(p.Domain, subject) }

// Reaches tells whether an entity of the class may be the object.
func (p *Predicate) Reaches(object *Class) bool { return slices.Contains(p.Range, object) }

// Reverse is the other end.
func (d Direction) Reverse() Direction {
	switch d {
	case Out:
		return In
	case In:
		return Out
	}
	return d
}

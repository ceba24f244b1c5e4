package ontology

import (
	"slices"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// filterKeys are the keys of every filter besides those for fields.
var filterKeys = []string{"name", "asOf", "during", "certainty", "status"}

// checkNames refuses names that clash in the public API.
func (r *reader) checkNames() {
	for _, c := range r.o.classes {
		for _, f := range c.Fields {
			if slices.Contains(filterKeys, f.Name) {
				r.faults.add(f.place(), "rename it", "field %s has the name of a key that every filter has", f.Name)
			}
		}
	}
	taken := map[string]string{}
	if query := r.doc.Definitions.ForName("Query"); query != nil {
		for _, f := range query.Fields {
			taken[f.Name] = "the query in " + at(f.Position).String()
		}
	}
	for _, c := range r.o.classes {
		place := at(r.doc.Definitions.ForName(c.Name).Position)
		for _, name := range []string{c.Singular(), c.Plural} {
			if other := taken[name]; other != "" {
				r.faults.add(place, "choose another name or plural", "the query %s of class %s clashes with %s", name, c.Name, other)
				continue
			}
			taken[name] = "class " + c.Name
		}
	}
}

// checkEnds sees that every relation can be read from both ends, and that
// every class that stands at the other end is taken by a field.
func (r *reader) checkEnds() {
	for _, p := range r.o.predicates {
		if p.Object == statement.KindThing && len(p.Range) == 0 {
			r.faults.add(at(r.homes[p.Name].Position), "add a field with this predicate and direction IN to the object's class", "%s cannot be read back", p.Name)
		}
	}
	for _, c := range r.o.classes {
		for _, f := range c.Fields {
			if f.Target != "" {
				r.checkTarget(c, f)
			}
		}
	}
}

// checkTarget sees that a class reads from a predicate whatever stands there: by
// this field, or by another one that takes what this one leaves out.
func (r *reader) checkTarget(c *Class, f *Field) {
	if r.doc.Definitions.ForName(f.Target) == nil {
		r.faults.add(f.place(), "define it or correct the name", "field %s gives %s, which no file defines", f.Name, f.Target)
		return
	}
	others := f.Predicate.Range
	if f.Direction == In {
		others = f.Predicate.Domain
	}
	for _, other := range others {
		taken := func(by *Field) bool {
			return by.Predicate == f.Predicate && by.Direction == f.Direction && other.Is(by.Target)
		}
		if !slices.ContainsFunc(c.Fields, taken) {
			r.faults.add(f.place(), "use an interface that takes both, such as "+EntityName, "field %s gives %s, but %s stands at the other end too", f.Name, f.Target, other.Name)
		}
	}
}

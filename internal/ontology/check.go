package ontology

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// reserved are field names that every thing has, or that filters use for time.
var reserved = map[string]bool{
	"id": true, "iri": true, "type": true, "name": true, "aliases": true, "description": true, "sameAs": true,
	"statements": true, "links": true, "linkCounts": true, "timeline": true,
	"during": true, "asOf": true, "certainty": true, "status": true,
}

// checkNames refuses names that clash in the public API.
func (r *reader) checkNames() {
	for _, c := range r.o.classes {
		for _, f := range c.Fields {
			if reserved[f.Name] {
				r.faults.add(r.at(f), "field "+f.Name+" of "+c.Name+" has a name that every thing uses", "choose another name")
			}
		}
	}
	roots := map[string]string{}
	if query := r.doc.Definitions.ForName("Query"); query != nil {
		for _, f := range query.Fields {
			roots[f.Name] = "the query of that name"
		}
	}
	for _, c := range r.o.classes {
		for _, name := range []string{lowerFirst(c.Name), c.Plural} {
			if other, taken := roots[name]; taken {
				r.faults.add(r.doc.Definitions.ForName(c.Name).Position, "the query "+name+" of class "+c.Name+" clashes with "+other, "choose another name or plural")
			}
			roots[name] = "class " + c.Name
		}
	}
}

// checkEnds sees that every relation can be read from both ends, and that the
// type at the other end of each field takes every class that stands there.
func (r *reader) checkEnds() {
	for _, p := range r.o.predicates {
		if p.Object == statement.KindThing && len(p.Range) == 0 {
			r.faults.add(r.homes[p.Name].Position, p.Name+" cannot be read back", "add a field with this predicate and direction IN to the object's class")
		}
	}
	for _, c := range r.o.classes {
		for _, f := range c.Fields {
			if f.Target == "" {
				continue
			}
			others := f.Predicate.Range
			if f.Direction == In {
				others = f.Predicate.Domain
			}
			for _, other := range others {
				if !other.Is(f.Target) {
					r.faults.add(r.at(f), c.Name+"."+f.Name+" gives "+f.Target+", but "+other.Name+" stands at the other end too", "use an interface that takes both, such as Entity")
				}
			}
		}
	}
}

// Is tells whether things of the class are also of the named class or interface.
func (c *Class) Is(name string) bool {
	return name == c.Name || name == EntityName || name == NodeName || contains(c.Interfaces, name)
}

func (r *reader) at(f *Field) *ast.Position {
	return &ast.Position{Line: f.Line, Src: &ast.Source{Name: f.File}}
}

// lowerFirst puts a type's name into the form of a field's.
func lowerFirst(name string) string {
	n := len(words(name)[0])
	return words(name)[0] + name[n:]
}

// Singular is the query for one thing of the class.
func (c *Class) Singular() string { return lowerFirst(c.Name) }

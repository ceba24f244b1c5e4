package ontology

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// meaning gives the directive that makes a field a reading of a predicate, and
// the kind of the predicate's object; nil for any other field.
func (r *reader) meaning(field *ast.FieldDefinition) (*ast.Directive, statement.Kind) {
	if d := field.Directives.ForName(RelationDirective); d != nil {
		return d, statement.KindThing
	}
	d := field.Directives.ForName(PropertyDirective)
	if d == nil {
		return nil, 0
	}
	kind, ok := literalKinds[field.Type.Name()]
	if !ok {
		r.faults.add(at(field.Position), "use Period, String, Int, Duration or Quantity", "%s is a property of type %s", field.Name, field.Type.Name())
	}
	return d, kind
}

// literalKinds are the authored types of properties.
var literalKinds = map[string]statement.Kind{
	"Period": statement.KindDate, "String": statement.KindText, "Int": statement.KindInteger,
	"Duration": statement.KindDuration, "Quantity": statement.KindQuantity,
}

// attributes are the arguments that hold for a predicate as a whole.
var attributes = []string{"time", "single", "once", "term", "contains", "sameAs", "dimension", "sense"}

func tellsAttributes(d *ast.Directive) bool {
	for _, name := range attributes {
		if d.Arguments.ForName(name) != nil {
			return true
		}
	}
	return false
}

// end is where the field stands; at the subject where the directive does not tell.
func end(d *ast.Directive) Direction {
	if direction, ok := directionNames[argument(d, "direction")]; ok {
		return direction
	}
	return Out
}

func label(field *ast.FieldDefinition, d *ast.Directive) string {
	if text := argument(d, "label"); text != "" {
		return text
	}
	return strings.Join(words(field.Name), " ")
}

func argument(d *ast.Directive, name string) string {
	if a := d.Arguments.ForName(name); a != nil {
		return a.Value.Raw
	}
	return ""
}

func arguments(d *ast.Directive, name string) []string {
	a := d.Arguments.ForName(name)
	if a == nil {
		return nil
	}
	if a.Value.Kind != ast.ListValue {
		return []string{a.Value.Raw} // GraphQL reads one value as a list of it
	}
	var out []string
	for _, child := range a.Value.Children {
		out = append(out, child.Value.Raw)
	}
	return out
}

func truth(d *ast.Directive, name string) bool { return argument(d, name) == "true" }

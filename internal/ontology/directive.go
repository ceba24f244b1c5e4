package ontology

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// builtIn are the directives that GraphQL itself defines for SDL.
var builtIn = []string{"deprecated", "oneOf", "specifiedBy"}

// checkDirectives holds every directive on a type or field to its definition,
// names, kinds and values of arguments included. The parser takes any, and
// GraphQL's validation cannot run on authored SDL, which leaves out what is
// supplied. Files that define no directive at all are taken on trust.
func (r *reader) checkDirectives() {
	if len(r.doc.Directives) == 0 {
		return
	}
	for _, def := range r.doc.Definitions {
		r.checkUses(def.Directives, ast.DirectiveLocation(def.Kind))
		where := ast.LocationFieldDefinition
		if def.Kind == ast.InputObject {
			where = ast.LocationInputFieldDefinition
		}
		for _, field := range def.Fields {
			r.checkUses(field.Directives, where)
		}
	}
}

func (r *reader) checkUses(uses ast.DirectiveList, where ast.DirectiveLocation) {
	for _, use := range uses {
		if slices.Contains(builtIn, use.Name) {
			continue
		}
		def := r.doc.Directives.ForName(use.Name)
		switch {
		case def == nil:
			r.faults.add(at(use.Position), fault.DidYouMean("@"+use.Name, r.directiveNames(), "use one that directives.graphqls defines"),
				"unknown directive @%s", use.Name)
		case !slices.Contains(def.Locations, where):
			r.faults.add(at(use.Position), "move it to where it belongs", "@%s stands on %s", use.Name, where)
		case !def.IsRepeatable && uses.ForName(use.Name) != use:
			r.faults.add(at(use.Position), "leave one of them out", "@%s stands twice on one thing", use.Name)
		default:
			r.checkArguments(use, def)
		}
	}
}

func (r *reader) directiveNames() (names []string) {
	for _, def := range r.doc.Directives {
		names = append(names, "@"+def.Name)
	}
	return names
}

func (r *reader) checkArguments(use *ast.Directive, def *ast.DirectiveDefinition) {
	var names []string
	for _, wanted := range def.Arguments {
		names = append(names, wanted.Name)
		if wanted.Type.NonNull && wanted.DefaultValue == nil && use.Arguments.ForName(wanted.Name) == nil {
			r.faults.add(at(use.Position), "add it", "@%s lacks its argument %s", use.Name, wanted.Name)
		}
	}
	for _, given := range use.Arguments {
		wanted := def.Arguments.ForName(given.Name)
		if wanted == nil {
			r.faults.add(at(given.Position), fault.DidYouMean(given.Name, names, "use "+anyOf(names)),
				"@%s has no argument %s", use.Name, given.Name)
			continue
		}
		if use.Arguments.ForName(given.Name) != given {
			r.faults.add(at(given.Position), "leave one of them out", "@%s is given %s twice", use.Name, given.Name)
		}
		if remedy := r.misfit(given.Value, wanted.Type); remedy != "" {
			r.faults.add(at(given.Position), remedy, "%s of @%s is %s", given.Name, use.Name, given.Value)
		}
	}
}

// misfit tells what to write in place of a value that is not of the type;
// empty for one that is.
func (r *reader) misfit(v *ast.Value, typ *ast.Type) string {
	wanted, ok := "", false
	switch enum := r.doc.Definitions.ForName(typ.Name()); {
	case v.Kind == ast.NullValue && !typ.NonNull:
		return ""
	case typ.Elem != nil && v.Kind == ast.ListValue:
		for _, child := range v.Children {
			if remedy := r.misfit(child.Value, typ.Elem); remedy != "" {
				return remedy
			}
		}
		return ""
	case typ.Name() == "String":
		wanted, ok = "a text in quotes", v.Kind == ast.StringValue || v.Kind == ast.BlockValue
	case typ.Name() == "Boolean":
		wanted, ok = "true or false", v.Kind == ast.BooleanValue
	case enum == nil:
		return "define the enum " + typ.Name()
	default:
		wanted, ok = anyOf(valueNames(enum)), v.Kind == ast.EnumValue && enum.EnumValues.ForName(v.Raw) != nil
	}
	if ok {
		return ""
	}
	return "write " + wanted
}

func valueNames(enum *ast.Definition) (names []string) {
	for _, value := range enum.EnumValues {
		names = append(names, value.Name)
	}
	return names
}

// anyOf joins names for a reader: "a, b or c".
func anyOf(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

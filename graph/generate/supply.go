package main

import (
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// supply adds the types and queries that follow from each class.
func (e *expander) supply() {
	types := &ast.Definition{Kind: ast.Enum, Name: "EntityType", Description: "The classes of things.", Position: e.at(ontology.EntityName)}
	term := e.doc.Definitions.ForName("Term")
	term.TypePositions = nil // the classes stand at no line of the union
	for _, c := range e.onto.Classes() {
		types.EnumValues = append(types.EnumValues, &ast.EnumValueDefinition{Name: c.Symbol, Description: c.Description})
		e.connection(c.Name)
		e.where(c)
		e.queries(c)
		term.Types = append(term.Types, c.Name)
	}
	e.doc.Definitions = append(e.doc.Definitions, types)
	for _, i := range e.onto.Interfaces() {
		e.connection(i.Name)
	}
}

// at puts a supplied definition into the file of the definition it follows from.
func (e *expander) at(name string) *ast.Position {
	return e.doc.Definitions.ForName(name).Position
}

func (e *expander) connection(of string) {
	edge := &ast.Definition{
		Kind: ast.Object, Name: of + "Edge", Position: e.at(of),
		Description: of + " in a list.",
		Fields: ast.FieldList{
			field("Its place in the list.", "cursor", named("Cursor")),
			field("The thing.", "node", named(of)),
			field("The statements that put it into this list; empty where none were asked of.", "statements", listOf("Statement")),
		},
	}
	page := &ast.Definition{
		Kind: ast.Object, Name: of + "Connection", Position: e.at(of),
		Description: "A page of a list of " + of + ".",
		Fields: ast.FieldList{
			field("The page with cursors.", "edges", listOf(edge.Name)),
			field("The page without cursors.", "nodes", listOf(of)),
			field("What lies before and after the page.", "pageInfo", named("PageInfo")),
			field("How many there are in all.", "totalCount", named("Int")),
		},
	}
	e.doc.Definitions = append(e.doc.Definitions, edge, page)
}

func field(description, name string, typ *ast.Type) *ast.FieldDefinition {
	return &ast.FieldDefinition{Description: description, Name: name, Type: typ}
}

// filters are the inputs that select by a property.
var filters = map[statement.Kind]string{
	statement.KindDate: "PeriodFilter", statement.KindText: "TextFilter", statement.KindInteger: "IntegerFilter",
	statement.KindDuration: "DurationFilter", statement.KindQuantity: "QuantityFilter",
}

func (e *expander) where(c *ontology.Class) {
	input := &ast.Definition{
		Kind: ast.InputObject, Name: c.Name + "Where", Position: e.at(c.Name),
		Description: "Which " + c.Plural + ". All keys given must hold. A relation takes an id or a list of ids, of which one must be tied.",
	}
	add := func(description, name string, typ *ast.Type) *ast.FieldDefinition {
		f := field(description, name, typ)
		input.Fields = append(input.Fields, f)
		return f
	}
	add("Words of a name; case, accents and punctuation ignored.", "name", nullable("String"))
	for _, f := range c.Fields {
		if f.Target != "" {
			add(f.Description, f.Name, ast.ListType(named("ID"), nil))
		} else {
			add(f.Description, f.Name, nullable(filters[f.Predicate.Object]))
		}
	}
	add("The statements asked of are true at that day.", "asOf", nullable("Date"))
	add("The statements asked of overlap that period.", "during", nullable("EDTF"))
	add("How sure a date must be.", "certainty", nullable("Certainty")).DefaultValue = enumValue("POSSIBLE")
	add("The statements asked of have one of these statuses.", "status", ast.ListType(named("Status"), nil)).DefaultValue = &ast.Value{
		Kind:     ast.ListValue,
		Children: ast.ChildValueList{{Value: enumValue("HAPPENED")}, {Value: enumValue("ONGOING")}},
	}
	e.doc.Definitions = append(e.doc.Definitions, input)
}

func enumValue(name string) *ast.Value { return &ast.Value{Raw: name, Kind: ast.EnumValue} }

// queries adds the query for one and the query for many.
func (e *expander) queries(c *ontology.Class) {
	query := e.doc.Definitions.ForName("Query")
	one := field("One of the "+c.Plural+". "+c.Description, c.Singular(), nullable(c.Name))
	one.Arguments = ast.ArgumentDefinitionList{arg("Its id.", "id", named("ID"))}
	many := field("All "+c.Plural+", or those that meet a condition. "+c.Description, c.Plural, named(c.Name+"Connection"))
	many.Arguments = append(ast.ArgumentDefinitionList{
		arg("Which of them.", "where", nullable(c.Name+"Where")),
	}, listArguments("EntityOrder", "The order; by name where none is asked.")...)
	query.Fields = append(query.Fields, one, many)
}

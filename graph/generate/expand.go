package main

import (
	"slices"
	"sort"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

// expand turns the authored SDL into the public one, in place: every class and
// interface gets its inherited fields, every reading its connection and
// arguments, every class its filter, connection and two queries.
func expand(doc *ast.SchemaDocument, onto *ontology.Ontology) {
	e := &expander{doc: doc, onto: onto}
	e.inherit()
	e.supply()
	e.readings()
	e.strip()
}

type expander struct {
	doc  *ast.SchemaDocument
	onto *ontology.Ontology
}

// inherit copies the interfaces' fields, which GraphQL wants repeated.
func (e *expander) inherit() {
	whole := map[string]ast.FieldList{}
	for _, def := range e.doc.Definitions {
		if def.Kind != ast.Interface && e.onto.Class(def.Name) == nil {
			continue
		}
		var fields ast.FieldList
		supers := ontology.Supers(e.doc, def)
		slices.Reverse(supers)
		for _, name := range append(supers, def.Name) {
			for _, field := range e.doc.Definitions.ForName(name).Fields {
				if at := slices.IndexFunc(fields, func(f *ast.FieldDefinition) bool { return f.Name == field.Name }); at >= 0 {
					fields[at] = field
				} else {
					fields = append(fields, field)
				}
			}
		}
		whole[def.Name] = fields
	}
	for name, fields := range whole {
		def := e.doc.Definitions.ForName(name)
		supers := ontology.Supers(e.doc, def)
		sort.Strings(supers)
		def.Interfaces = supers
		def.Fields = fields
	}
}

// readings turns authored readings into public fields. Inherited fields are
// shared between definitions, so each definition gets a new one.
func (e *expander) readings() {
	for _, def := range e.doc.Definitions {
		for n, field := range def.Fields {
			if field.Directives.ForName(ontology.RelationDirective) != nil {
				def.Fields[n] = public(field, named(field.Type.Name()+"Connection"), append(ast.ArgumentDefinitionList{
					arg("Which statements make it up.", "where", nullable("RelationWhere")),
				}, listArguments("EntityOrder", "The order; by name where none is asked.")...))
			}
			if field.Directives.ForName(ontology.PropertyDirective) != nil {
				def.Fields[n] = public(field, listOf(literalValues[field.Type.Name()]), ast.ArgumentDefinitionList{
					arg("Which statements make it up.", "where", nullable("RelationWhere")),
					first(),
				})
			}
		}
	}
}

// literalValues are the public types of properties.
var literalValues = map[string]string{
	"Period": "PeriodValue", "String": "TextValue", "Int": "IntegerValue", "Duration": "DurationValue", "Quantity": "QuantityValue",
}

func public(authored *ast.FieldDefinition, typ *ast.Type, args ast.ArgumentDefinitionList) *ast.FieldDefinition {
	return &ast.FieldDefinition{
		Description: authored.Description, Name: authored.Name, Arguments: args, Type: typ,
		Directives: authored.Directives, Position: authored.Position,
	}
}

// strip takes out what tells the ontology and is no part of the public SDL.
func (e *expander) strip() {
	own := []string{ontology.ClassDirective, ontology.RelationDirective, ontology.PropertyDirective}
	isOwn := func(d *ast.Directive) bool { return slices.Contains(own, d.Name) }
	for _, def := range e.doc.Definitions {
		def.Directives = slices.DeleteFunc(def.Directives, isOwn)
		for _, field := range def.Fields {
			field.Directives = slices.DeleteFunc(slices.Clone(field.Directives), isOwn)
		}
	}
	e.doc.Directives = slices.DeleteFunc(e.doc.Directives, func(d *ast.DirectiveDefinition) bool { return slices.Contains(own, d.Name) })
	e.doc.Definitions = slices.DeleteFunc(e.doc.Definitions, func(d *ast.Definition) bool { return slices.Contains([]string{"End", "Dimension", "Sense"}, d.Name) })
}

func named(name string) *ast.Type    { return ast.NonNullNamedType(name, nil) }
func nullable(name string) *ast.Type { return ast.NamedType(name, nil) }
func listOf(name string) *ast.Type   { return ast.NonNullListType(named(name), nil) }

func arg(description, name string, typ *ast.Type) *ast.ArgumentDefinition {
	return &ast.ArgumentDefinition{Description: description, Name: name, Type: typ}
}

func first() *ast.ArgumentDefinition {
	a := arg("How many from the front.", "first", nullable("Int"))
	a.DefaultValue = &ast.Value{Raw: "20", Kind: ast.IntValue}
	return a
}

// listArguments are those of every connection.
func listArguments(order, about string) ast.ArgumentDefinitionList {
	return ast.ArgumentDefinitionList{
		first(),
		arg("Only what follows this place.", "after", nullable("Cursor")),
		arg("How many from the end; first is then left out of account.", "last", nullable("Int")),
		arg("Only what precedes this place.", "before", nullable("Cursor")),
		arg(about, "orderBy", nullable(order)),
	}
}

package ontology

import (
	"io/fs"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// The names that the authored SDL and this package agree on.
const (
	EntityName        = "Entity"
	NodeName          = "Node"
	ClassDirective    = "class"
	RelationDirective = "relation"
	PropertyDirective = "property"
)

// Parse reads the *.graphqls files at the root of fsys, in order of name, and
// merges extensions into the definitions that they extend, each field keeping
// its own file and line. The error is of kind Invalid and tells both.
func Parse(fsys fs.FS) (*ast.SchemaDocument, error) {
	names, err := fs.Glob(fsys, "*.graphqls") // in order of name
	if err != nil || len(names) == 0 {
		return nil, fault.New(fault.Invalid, "ontology: no *.graphqls file found").Hinted("name the folder that holds the SDL")
	}
	var sources []*ast.Source
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fault.New(fault.Invalid, "ontology: %w", err)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	doc, err := parser.ParseSchemas(sources...)
	if err != nil {
		return nil, fault.New(fault.Invalid, "ontology: %w", err)
	}
	if err := merge(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// merge moves every extension into its definition.
func merge(doc *ast.SchemaDocument) error {
	var all faults
	for _, ext := range doc.Extensions {
		def := doc.Definitions.ForName(ext.Name)
		if def == nil {
			all.add(at(ext.Position), "define it or correct the name", "extends %s, which no file defines", ext.Name)
			continue
		}
		def.Interfaces = append(def.Interfaces, ext.Interfaces...)
		def.Directives = append(def.Directives, ext.Directives...)
		def.Fields = append(def.Fields, ext.Fields...)
		def.Types = append(def.Types, ext.Types...)
		def.TypePositions = append(def.TypePositions, ext.TypePositions...)
		def.EnumValues = append(def.EnumValues, ext.EnumValues...)
	}
	doc.Extensions = nil
	return all.err()
}

// Supers gives the interfaces that a definition belongs to, directly or
// through another, without repeats, nearest first.
func Supers(doc *ast.SchemaDocument, def *ast.Definition) []string {
	var out []string
	seen := map[string]bool{def.Name: true}
	queue := def.Interfaces
	for len(queue) > 0 {
		name := queue[0]
		queue = queue[1:]
		if seen[name] {
			continue
		}
		seen[name] = true
		out = append(out, name)
		if super := doc.Definitions.ForName(name); super != nil {
			queue = append(queue, super.Interfaces...)
		}
	}
	return out
}

package main

import (
	"bytes"
	"fmt"
	"go/format"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// The files of our own Go.
const (
	classesFile = "internal/query/classes_gen.go"
	queriesFile = "graph/queries_gen.go"
	schemaDir   = "graph/generated/schema/"
)

// render makes all files but gqlgen's, by their names under the root.
func render(doc *ast.SchemaDocument, onto *ontology.Ontology) (map[string][]byte, error) {
	for _, name := range []string{ontology.EntityName, "Query", "Term"} {
		if doc.Definitions.ForName(name) == nil {
			return nil, fault.New(fault.Invalid, "no file in schema/ defines %s", name).Hinted("define it: what is supplied is added to it")
		}
	}
	files := map[string][]byte{classesFile: classesGo(doc, onto), queriesFile: queriesGo(onto)}
	for name, text := range files {
		formatted, err := format.Source(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files[name] = formatted
	}
	expand(doc, onto)
	renderSDL(doc, files)
	return files, validate(doc)
}

// renderSDL makes one public file for each authored one that defines anything
// public.
func renderSDL(doc *ast.SchemaDocument, files map[string][]byte) {
	parts := map[string]*ast.SchemaDocument{}
	for _, def := range doc.Definitions {
		name := def.Position.Src.Name
		if parts[name] == nil {
			parts[name] = &ast.SchemaDocument{}
		}
		parts[name].Definitions = append(parts[name].Definitions, def)
	}
	for name, part := range parts {
		var text bytes.Buffer
		formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchemaDocument(part)
		files[schemaDir+name] = text.Bytes()
	}
}

// validate sees that the public SDL is a valid schema. It adds to doc what
// every schema has, so it comes after rendering; what it says names the
// authored file and line.
func validate(doc *ast.SchemaDocument) error {
	whole, err := parser.ParseSchema(validator.Prelude)
	if err != nil {
		return err
	}
	whole.Merge(doc)
	if _, err := validator.ValidateSchemaDocument(whole); err != nil {
		return fault.New(fault.Invalid, "%w", err)
	}
	return nil
}

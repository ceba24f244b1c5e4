// Generate makes the public SDL and the Go that follows from it out of the
// authored SDL in schema/. It is run by go generate in package graph:
//
//	graph/generated/schema/*.graphqls   the public SDL, one file for each authored one
//	graph/generated/*.generated.go      gqlgen's execution code
//	graph/queries_gen.go                the queries for one and for many of each class
//	internal/query/classes_gen.go       a Go type for each class, one call for each relation
//
// The same input gives the same bytes. What an earlier run left behind is
// removed first, so that a class taken out of the SDL leaves nothing.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/validator"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

func main() {
	root, err := filepath.Abs("..")
	if err == nil {
		err = generate(root)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(root string) error {
	doc, err := ontology.Parse(os.DirFS(filepath.Join(root, "schema")))
	if err != nil {
		return err
	}
	onto, err := ontology.FromDocument(doc)
	if err != nil {
		return err
	}
	files := map[string][]byte{"internal/query/classes_gen.go": classesGo(doc, onto), "graph/queries_gen.go": queriesGo(onto)}
	for name, text := range files {
		if files[name], err = format.Source(text); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	expand(doc, onto)
	if err := renderSDL(doc, files); err != nil {
		return err
	}
	// From here on the tree is touched: all that an author can get wrong is behind.
	if err := clear(root); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, name), text, 0o644); err != nil {
			return err
		}
	}
	cfg, err := configure(root, onto)
	if err != nil {
		return err
	}
	return api.Generate(cfg)
}

// clear removes what an earlier run wrote for gqlgen to read or write.
func clear(root string) error {
	if err := os.MkdirAll(filepath.Join(root, "graph/generated/schema"), 0o755); err != nil {
		return err
	}
	for _, pattern := range []string{"graph/generated/*.go", "graph/generated/schema/*.graphqls"} {
		old, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return err
		}
		for _, name := range old {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// renderSDL makes one public file for each authored one that defines anything
// public, and sees that together they are a valid schema.
func renderSDL(doc *ast.SchemaDocument, files map[string][]byte) error {
	parts := map[string]*ast.SchemaDocument{}
	for _, def := range doc.Definitions {
		name := def.Position.Src.Name
		if parts[name] == nil {
			parts[name] = &ast.SchemaDocument{}
		}
		parts[name].Definitions = append(parts[name].Definitions, def)
	}
	sources := []*ast.Source{validator.Prelude}
	for name, part := range parts {
		var text bytes.Buffer
		formatter.NewFormatter(&text, formatter.WithIndent("  ")).FormatSchemaDocument(part)
		sources = append(sources, &ast.Source{Name: name, Input: text.String()})
		files["graph/generated/schema/"+name] = text.Bytes()
	}
	_, err := validator.LoadSchema(sources...)
	return err
}

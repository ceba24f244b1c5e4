package main

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	sdl "github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// checkClashes refuses a class or interface whose Go type would have the name
// of something that package query declares by hand.
func checkClashes(root string, doc *sdl.SchemaDocument, onto *ontology.Ontology) error {
	declared, err := declarations(filepath.Join(root, filepath.Dir(classesFile)))
	if err != nil {
		return err
	}
	var names []string
	for _, c := range onto.Classes() {
		names = append(names, c.Name)
	}
	for _, i := range onto.Interfaces() {
		names = append(names, i.Name)
	}
	var all []error
	for _, name := range names {
		for _, typ := range []string{name, name + "Edge", name + "Connection"} {
			if place := declared[typ]; place != "" {
				at := doc.Definitions.ForName(name).Position
				all = append(all, fault.New(fault.Conflict, "%s:%d: %s of %s is declared in %s too", at.Src.Name, at.Line, typ, name, place).Hinted("choose another name"))
			}
		}
	}
	return errors.Join(all...)
}

// declarations are the names that hand-written Go of a folder declares, each
// with the file that does.
func declarations(dir string) (map[string]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	declared := map[string]string{}
	for _, entry := range entries {
		name := entry.Name()
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || name == filepath.Base(classesFile) {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, 0)
		if err != nil {
			return nil, err
		}
		for _, decl := range file.Decls {
			for _, ident := range declaredBy(decl) {
				declared[ident.Name] = name
			}
		}
	}
	return declared, nil
}

// declaredBy are the names that a declaration adds to the package.
func declaredBy(decl ast.Decl) (names []*ast.Ident) {
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil {
			names = append(names, decl.Name)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				names = append(names, spec.Name)
			case *ast.ValueSpec:
				names = append(names, spec.Names...)
			}
		}
	}
	return names
}

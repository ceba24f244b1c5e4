package layers

import (
	"go/ast"
	"path/filepath"
	"testing"
)

func TestExportedIsDocumented(t *testing.T) {
	opened := map[string]bool{} // by folder: whether a file tells what the package is
	for _, s := range handWritten(t) {
		if s.isTest() {
			continue
		}
		dir := filepath.Dir(s.name)
		opened[dir] = opened[dir] || s.file.Doc != nil
		for _, decl := range s.file.Decls {
			for _, name := range undocumented(decl) {
				t.Errorf("%s: %s has no comment; tell what a caller can rely on", s.at(name), name.Name)
			}
		}
	}
	for dir, told := range opened {
		if !told {
			t.Errorf("%s: no file tells what the package is", dir)
		}
	}
}

// undocumented are the exported names that a declaration introduces without a
// word. A comment above a group tells all of it, if it is of constants or variables.
func undocumented(decl ast.Decl) (names []*ast.Ident) {
	add := func(name *ast.Ident, comments ...*ast.CommentGroup) {
		for _, c := range comments {
			if c != nil {
				return
			}
		}
		if name.IsExported() {
			names = append(names, name)
		}
	}
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv == nil || ast.IsExported(receiver(decl)) {
			add(decl.Name, decl.Doc)
		}
	case *ast.GenDecl:
		for _, spec := range decl.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				add(spec.Name, decl.Doc, spec.Doc)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					add(name, decl.Doc, spec.Doc, spec.Comment)
				}
			}
		}
	}
	return names
}

// receiver is the name of the type that a method belongs to.
func receiver(decl *ast.FuncDecl) (name string) {
	ast.Inspect(decl.Recv.List[0].Type, func(n ast.Node) bool {
		if ident, ok := n.(*ast.Ident); ok && name == "" {
			name = ident.Name
		}
		return true
	})
	return name
}

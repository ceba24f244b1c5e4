// Package layers holds the project to its own rules, by reading all of its Go:
// imports go only downwards, nothing heavy is compiled in, no class or relation
// is named outside schema/ and data/, what is exported is documented.
package layers

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

// source is one Go file of the project.
type source struct {
	name  string // under the root
	lines int
	file  *ast.File
	fset  *token.FileSet
}

func (s source) isTest() bool { return strings.HasSuffix(s.name, "_test.go") }

func (s source) at(node ast.Node) token.Position { return s.fset.Position(node.Pos()) }

// handWritten are all Go files of the project that no program wrote.
func handWritten(t *testing.T) (sources []source) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || len(name) > 1 && entry.Name()[0] == '.'):
			return fs.SkipDir
		case filepath.Ext(name) != ".go":
			return nil
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !ast.IsGenerated(file) {
			sources = append(sources, source{name, bytes.Count(text, []byte("\n")), file, fset})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return sources
}

func TestFilesAreShort(t *testing.T) {
	for _, s := range handWritten(t) {
		if s.lines > 500 {
			t.Errorf("%s has %d lines; take it apart by duty, 500 are the most", s.name, s.lines)
		}
	}
}

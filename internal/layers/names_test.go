package layers

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

// A class or a relation costs one file of SDL and no Go, so hand-written Go
// names none.
func TestNoClassOrRelationIsNamed(t *testing.T) {
	words := read(t)
	for _, s := range handWritten(t) {
		if s.isTest() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if what := words.inNode(n); what != "" {
				t.Errorf("%s: names %s", s.at(n), what)
			}
			return true
		})
	}
}

// The pages ask the API what there is, so their sources name none either.
func TestNoClassOrRelationIsNamedInPages(t *testing.T) {
	words := read(t)
	pages := filepath.Join(root, "internal/explorer")
	err := filepath.WalkDir(pages, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "dist"):
			return fs.SkipDir
		case filepath.Ext(path) != ".ts":
			return nil
		}
		text, err := os.ReadFile(path)
		for _, quoted := range quotedText.FindAllStringSubmatch(string(text), -1) {
			if what := words.inText(quoted[2]); what != "" {
				t.Errorf("%s: names %s", path, what)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var quotedText = regexp.MustCompile("([\"'`])([^\"'`\n]*)[\"'`]")

// core are words of the project itself that the ontology uses too: what
// statements come from is a Document, with or without a class for it, and a
// quantity has a value.
var core = []string{"Document", "document", "documents", "value"}

// vocabulary is what the ontology adds to the words of the core.
type vocabulary struct {
	classes  map[string]bool
	prefixes []string
	readings map[string]bool // predicates and fields
}

// read gives all words of the ontology but those of the core.
func read(t *testing.T) vocabulary {
	t.Helper()
	onto, err := ontology.Read(os.DirFS(filepath.Join(root, "schema")))
	if err != nil {
		t.Fatal(err)
	}
	v := vocabulary{classes: map[string]bool{}, readings: map[string]bool{}}
	for _, c := range onto.Classes() {
		v.classes[c.Name] = true
		v.prefixes = append(v.prefixes, c.Prefix+"/")
		v.readings[c.Plural], v.readings[c.Singular()] = true, true
		for _, f := range c.Fields {
			v.readings[f.Name] = true
			v.readings[f.Predicate.Name] = true
		}
	}
	for _, word := range core {
		if !v.classes[word] && !v.readings[word] {
			t.Errorf("%s is no word of the ontology, and needs no exception", word)
		}
		delete(v.classes, word)
		delete(v.readings, word)
	}
	return v
}

// inNode tells what an identifier or a literal names; empty for anything else.
func (v vocabulary) inNode(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Ident:
		if v.classes[n.Name] {
			return "the class " + n.Name
		}
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			text, _ := strconv.Unquote(n.Value) // the parser took it
			return v.inText(text)
		}
	}
	return ""
}

// inText tells what a text names, as a whole or as the beginning of an id.
func (v vocabulary) inText(text string) string {
	switch {
	case v.classes[text]:
		return "the class " + text
	case v.readings[text]:
		return "the predicate, field or query " + text
	}
	for _, prefix := range v.prefixes {
		if i := strings.Index(text, prefix); i == 0 || i > 0 && !isLetter(text[i-1]) {
			return "ids that begin with " + prefix
		}
	}
	return ""
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

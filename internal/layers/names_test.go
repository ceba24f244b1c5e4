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

	gql "github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

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
			if isExample(n) {
				return false
			}
			if what := words.inNode(n); what != "" {
				t.Errorf("%s: names %s", s.at(n), what)
			}
			return true
		})
	}
}

// isExample tells whether a node is the examples in the help of a command. They
// ask the shipped data, and a story runs them all, so they are of one kind with
// the stories.
func isExample(n ast.Node) bool {
	pair, ok := n.(*ast.KeyValueExpr)
	if !ok {
		return false
	}
	key, ok := pair.Key.(*ast.Ident)
	return ok && key.Name == "Example"
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
		code := comments.ReplaceAllString(string(text), "")
		for _, quoted := range quotedText.FindAllStringSubmatch(code, -1) {
			if what := words.inText(quoted[2]); what != "" {
				t.Errorf("%s: names %s", path, what)
			}
		}
		if what := words.amid(code); what != "" {
			t.Errorf("%s: names %s", path, what)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// comments of TypeScript; "://" begins none.
var comments = regexp.MustCompile(`(?s)/\*.*?\*/|(?m)(^|[^:])//.*$`)

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
	own      map[string]bool // fields of the API's own types, such as Series, which stay when the ontology changes
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
	v.own = ownFields(t, v.classes)
	for _, word := range core {
		if !v.classes[word] && !v.readings[word] {
			t.Errorf("%s is no word of the ontology, and needs no exception", word)
		}
		delete(v.classes, word)
		delete(v.readings, word)
	}
	return v
}

// word is a name in GraphQL, Go or TypeScript.
var word = regexp.MustCompile(`[A-Za-z][A-Za-z0-9]*`)

// coined tells whether nobody writes a name but to name it: contributesTo,
// FreeTradeArea. Of those of one plain word (fund, period, Country) texts for
// people are full, so these count only where they are all that a text is.
func coined(name string) bool {
	return strings.ContainsFunc(name[1:], func(r rune) bool { return 'A' <= r && r <= 'Z' })
}

// TestCoinedWordsAreFound sees that a name is found amid a question, a tag of a
// struct or code, and that words for people are not.
func TestCoinedWordsAreFound(t *testing.T) {
	v := vocabulary{classes: map[string]bool{"FreePort": true, "Fund": true}, readings: map[string]bool{"lendsTo": true, "period": true, "heldBy": true},
		own: map[string]bool{"heldBy": true}}
	for text, want := range map[string]string{
		"query { ship { lendsTo { id } } }": "lendsTo within a text",
		"json:\"lendsTo,omitempty\"":        "lendsTo within a text",
		"node.lendsTo?.id":                  "lendsTo within a text",
		"... on FreePort { id }":            "FreePort within a text",
		"lendsToo":                          "",
		"Fund of a period":                  "",
		"{ account { heldBy } }":            "",
	} {
		if got := v.amid(text); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// amid tells what a text names with a coined word, in whatever stands around
// it: the question that a program asks, the key that it reads.
func (v vocabulary) amid(text string) string {
	for _, name := range word.FindAllString(text, -1) {
		if coined(name) && !v.own[name] && (v.classes[name] || v.readings[name]) {
			return name + " within a text"
		}
	}
	return ""
}

// ownFields are the fields of types that are no class.
func ownFields(t *testing.T, classes map[string]bool) map[string]bool {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, "schema", "*.graphqls"))
	if err != nil {
		t.Fatal(err)
	}
	own := map[string]bool{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		document, err := parser.ParseSchema(&gql.Source{Name: name, Input: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range document.Definitions {
			if d.Kind != gql.Object || classes[d.Name] || d.Name == "Query" {
				continue
			}
			for _, field := range d.Fields {
				own[field.Name] = true
			}
		}
	}
	return own
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
	return v.amid(text)
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

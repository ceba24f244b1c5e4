package server

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/graph"
)

// grammar draws queries from a schema: right ones, and with a chance of one in
// so many at each place, ones with something wrong.
type grammar struct {
	*rapid.T
	schema *ast.Schema
	wrong  int // 0: never
	left   int // how many fields may yet be drawn
}

func (g *grammar) mistaken() bool {
	return g.wrong > 0 && rapid.IntRange(1, g.wrong).Draw(g.T, "mistake") == 1
}

func (g *grammar) selection(typ string, depth int) string {
	def := g.schema.Types[typ]
	var b strings.Builder
	b.WriteString("{ __typename ")
	if def.Kind == ast.Interface || def.Kind == ast.Union {
		possible := g.schema.PossibleTypes[typ]
		on := possible[rapid.IntRange(0, len(possible)-1).Draw(g.T, "on")]
		fmt.Fprintf(&b, "... on %s %s ", on.Name, g.selection(on.Name, depth-1))
	}
	fields := slices.DeleteFunc(slices.Clone(def.Fields), func(f *ast.FieldDefinition) bool {
		return strings.HasPrefix(f.Name, "__") || depth <= 0 && g.composite(f)
	})
	for range rapid.IntRange(0, 5).Draw(g.T, "fields") {
		if len(fields) == 0 || g.left == 0 {
			break
		}
		g.left--
		f := rapid.SampledFrom(fields).Draw(g.T, "field")
		name := f.Name
		if g.mistaken() {
			name += "x"
		}
		fmt.Fprintf(&b, "f%d: %s%s ", g.left, name, g.arguments(f))
		if g.composite(f) {
			b.WriteString(g.selection(f.Type.Name(), depth-1) + " ")
		}
	}
	return b.String() + "}"
}

func (g *grammar) composite(f *ast.FieldDefinition) bool {
	switch g.schema.Types[f.Type.Name()].Kind {
	case ast.Object, ast.Interface, ast.Union:
		return true
	}
	return false
}

func (g *grammar) arguments(f *ast.FieldDefinition) string {
	var all []string
	for _, a := range f.Arguments {
		if a.Type.NonNull || rapid.IntRange(0, 3).Draw(g.T, "give "+a.Name) == 0 {
			all = append(all, a.Name+": "+g.value(a.Name, a.Type, 2))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return "(" + strings.Join(all, ", ") + ")"
}

func (g *grammar) value(name string, typ *ast.Type, depth int) string {
	if g.mistaken() {
		return rapid.SampledFrom([]string{"null", `"x"`, "7", "1e999", "[]", "{}", "WRONG", "true", `"""block"""`, "99999999999999999999"}).Draw(g.T, "wrong value")
	}
	if typ.Elem != nil {
		var all []string
		for range rapid.IntRange(0, 2).Draw(g.T, "elements") {
			all = append(all, g.value(name, typ.Elem, depth))
		}
		return "[" + strings.Join(all, ", ") + "]"
	}
	switch def := g.schema.Types[typ.Name()]; {
	case def.Kind == ast.Enum:
		return rapid.SampledFrom(def.EnumValues).Draw(g.T, "enum").Name
	case def.Kind == ast.InputObject:
		return g.object(def, depth)
	case def.Name == "Int":
		return fmt.Sprint(rapid.SampledFrom([]int{0, 1, 2, 20, 100, 101, -1}).Draw(g.T, "int"))
	case def.Name == "Boolean":
		return fmt.Sprint(rapid.Bool().Draw(g.T, "boolean"))
	}
	return fmt.Sprintf("%q", rapid.SampledFrom(someValues(name, typ.Name())).Draw(g.T, "value"))
}

func (g *grammar) object(def *ast.Definition, depth int) string {
	var all []string
	for _, f := range def.Fields {
		required := f.Type.NonNull && f.DefaultValue == nil
		if required || depth > 0 && rapid.IntRange(0, 8).Draw(g.T, "give "+f.Name) == 0 {
			all = append(all, f.Name+": "+g.value(f.Name, f.Type, depth-1))
		}
	}
	return "{" + strings.Join(all, ", ") + "}"
}

// someValues are texts for a scalar: mostly ones that mean something.
func someValues(name, typ string) []string {
	switch typ {
	case "EDTF":
		return []string{"1977", "1980/1989", "1977-03~", "../1977", "[1976,1978]", "once"}
	case "Date":
		return []string{"1997-06-01", "1977-03-15", "1997-13-01"}
	case "Decimal":
		return []string{"0", "5150000000", "-1.5", "many"}
	case "Cursor":
		return []string{"Y291bnRyeS9qYXBhbg", "", "%"}
	case "ID":
		return []string{"country/japan", "fund/asean-cultural-fund", "person/takeo-fukuda", "document/asean-japan-dialogue-2003", "country/none", ""}
	}
	if strings.HasPrefix(name, "predicate") {
		return []string{"contributesTo", "participatesIn", "none"}
	}
	return []string{"asean japan", "Junichiru", "USD", "", "é"}
}

// Whatever is asked, the answer is JSON, is no mistake of ours, is bounded and
// comes the same again.
func TestAnyQuery(t *testing.T) {
	s := start(t, patient())
	schema := graph.NewSchema(patient()).Schema()
	rapid.Check(t, func(t *rapid.T) {
		g := &grammar{T: t, schema: schema, wrong: rapid.SampledFrom([]int{0, 0, 40, 8}).Draw(t, "wrong"), left: 40}
		query := g.selection("Query", 9)
		got := s.post(query, nil)
		codes := got.codes(s.t)
		if slices.Contains(codes, "INTERNAL") || s.log.Len() > 0 {
			t.Fatalf("%s\nis answered with %.300s\nand logged as %.2000s", query, got.body, s.log)
		}
		if g.wrong == 0 && slices.ContainsFunc(codes, func(code string) bool { return strings.HasPrefix(code, "GRAPHQL_") }) {
			t.Fatalf("%s\nis right by the schema and refused: %.500s", query, got.body)
		}
		if len(codes) > DefaultLimits.MaxErrors || len(got.body) > 8<<20 {
			t.Fatalf("%s\nis answered with %d errors and %d bytes", query, len(codes), len(got.body))
		}
		if again := s.post(query, nil); again.body != got.body {
			t.Fatalf("%s\nis answered with %.2000s\nand then with %.2000s", query, got.body, again.body)
		}
	})
	s.serves()
}

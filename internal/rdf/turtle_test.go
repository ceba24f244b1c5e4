package rdf_test

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

func turtle(text, base string) iter.Seq2[quad.Quad, error] {
	return rdf.ReadTurtle(strings.NewReader(text), base)
}

func trig(text, base string) iter.Seq2[quad.Quad, error] {
	return rdf.ReadTriG(strings.NewReader(text), base)
}

func TestReadTurtleObject(t *testing.T) {
	const xsd = "http://www.w3.org/2001/XMLSchema#"
	for _, test := range []struct {
		text string
		want quad.Value
	}{
		{`<#a>`, quad.IRI("https://example.org/b#a")},
		{`<../a?c>`, quad.IRI("https://example.org/a?c")},
		{`<urn:a/../b>`, quad.IRI("urn:a/../b")},
		{`ex:a.b`, quad.IRI("urn:ex:a.b")},
		{`ex:`, quad.IRI("urn:ex:")},
		{`ex:%41\%\.`, quad.IRI("urn:ex:%41%.")},
		{`ex:a:b`, quad.IRI("urn:ex:a:b")},
		{`_:b`, quad.BNode("b")},
		{`_:anon1`, quad.BNode("anon-anon1")},
		{`[]`, quad.BNode("anon1")},
		{`[ # nothing` + "\n]", quad.BNode("anon1")},
		{`()`, quad.IRI("http://www.w3.org/1999/02/22-rdf-syntax-ns#nil")},
		{`+007`, quad.TypedString{Value: "+007", Type: xsd + "integer"}},
		{`-.50`, quad.TypedString{Value: "-.50", Type: xsd + "decimal"}},
		{`1.`, quad.TypedString{Value: "1", Type: xsd + "integer"}},
		{`1.e0`, quad.TypedString{Value: "1.e0", Type: xsd + "double"}},
		{`.1E-10`, quad.TypedString{Value: ".1E-10", Type: xsd + "double"}},
		{`true`, quad.TypedString{Value: "true", Type: xsd + "boolean"}},
		{`"a" # why` + "\n ^^ # not\n ex:t", quad.TypedString{Value: "a", Type: "urn:ex:t"}},
		{`"a"^^<` + xsd + `string>`, quad.String("a")},
		{`'it is "so"'`, quad.String(`it is "so"`)},
		{`''`, quad.String("")},
		{`""`, quad.String("")},
		{`"""` + "a\r\n\"\"b\\\"\"\"\"", quad.String("a\r\n\"\"b\"")},
		{`''''it''s'''`, quad.String("'it''s")},
		{`"a" @en-GB`, quad.LangString{Value: "a", Lang: "en-GB"}},
	} {
		text := "PREFIX ex: <urn:ex:> ex:s a " + test.text
		if !strings.HasSuffix(test.text, ".") || strings.HasSuffix(test.text, `\.`) {
			text += "."
		}
		quads, err := all(turtle(text, "https://example.org/b"))
		if err != nil || len(quads) != 1 || quads[0].Object != test.want {
			t.Errorf("object %s: got %#v, %v; want %#v", test.text, quads, err, test.want)
		}
	}
}

func TestReadTurtleRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"\n \n  <urn:s>", "line 3: character 10: no predicate; write an IRI in angle brackets or a name with a prefix"},
		{"# é\n<urn:s> a \"é\" 7 .", "line 2: character 15: no full stop here; write ; before another predicate"},
		{"<urn:s> <urn:p> .", "character 17: no object; a number needs digits"},
		{"<urn:s> <urn:p> ex:o .", "line 1: character 17: unknown prefix ex:; declare it before, with @prefix ex: <…> ."},
		{"<s> a <o> .", "<s> is no absolute IRI"},
		{"@prefix ex: <relative/> .", "no absolute IRI"},
		{"@prefix ex <urn:ex:> .", "no prefix"},
		{"@prefix ex:a <urn:ex:> .", "no IRI"},
		{"@PREFIX ex: <urn:ex:> .", "unknown directive"},
		{"@base <urn:ex:>", "no full stop"},
		{"PREFIX ex: <urn:ex:> .", "no subject"},
		{"PREFIX ex: <urn:ex:> ex:s a ex:%4 .", "must not stand in a name"},
		{"PREFIX ex: <urn:ex:> ex:s a ex:\\a .", "must not stand in a name"},
		{"<urn:s> a [ a <urn:o> .", "no closing ]"},
		{"<urn:s> a ( <urn:o> .", "no object"},
		{"<urn:s> a \"a\n\" .", `must not stand here`},
		{"<urn:s> a 'a\" .", "no closing '"},
		{"<urn:s> a \"\"\"a\" .", `no closing """`},
		{"<urn:s> a \"a\"^<urn:t> .", "one ^ alone"},
		{"<urn:s> a \"a\"^^ .", "no datatype"},
		{"<urn:s> a True .", "no object"},
		{"<urn:s> a <urn:o> ;; , .", "no predicate"},
		{"{ <urn:s> a <urn:o> }", "no subject"},
		{"\x00", "no subject"},
		{"<urn:s> a \"\xc3\" .", "not UTF-8"},
		{"<urn:s> a \"a\" .\n#\xc3", "line 2: character 2: not UTF-8"},
	} {
		quads, err := all(turtle(test.text, ""))
		if err == nil || !strings.Contains(err.Error(), test.want) || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: got %v and error %v; want an invalid input: %s", test.text, quads, err, test.want)
		}
	}
	for _, text := range []string{
		"GRAPH <urn:g> a <urn:o> .", "GRAPH { }", "[ a <urn:o> ] { }", "() { }", "<urn:g> { @base <urn:b> . }", "<urn:g> { { } }", "<urn:g> { <urn:s> a <urn:o>",
	} {
		if quads, err := all(trig(text, "")); fault.KindOf(err) != fault.Invalid || err == nil {
			t.Errorf("TriG %q: got %v and error %v; want an invalid input", text, quads, err)
		}
	}
	if _, err := all(turtle("", "relative")); fault.KindOf(err) != fault.Invalid || err == nil {
		t.Errorf("a relative base: got error %v", err)
	}
}

func TestReadTurtleIsBounded(t *testing.T) {
	nested := func(depth int) string {
		return "<urn:s> a " + strings.Repeat("[ a ( ", depth/2) + strings.Repeat(" ) ]", depth/2) + "."
	}
	for _, test := range []struct {
		what, text string
		want       fault.Kind // Internal where it is read
	}{
		{"a comment of 5 MiB", "#" + strings.Repeat("é", 5<<19), fault.Internal},
		{"a string of nearly MaxTerm", `<urn:s> a "` + strings.Repeat("é", rdf.MaxTerm/2-rdf.MaxTerm/8) + `" .`, fault.Internal},
		{"a string that does not end", `<urn:s> a """` + strings.Repeat("a", 4*rdf.MaxTerm), fault.TooLarge},
		{"an IRI that does not end", `<` + strings.Repeat("a", 4*rdf.MaxTerm), fault.TooLarge},
		{"a name that does not end", strings.Repeat("a.", 2*rdf.MaxTerm), fault.TooLarge},
		{"full stops without end", "<urn:s> a _:a" + strings.Repeat(".", 4*rdf.MaxTerm), fault.TooLarge},
		{"nesting as deep as may be", nested(rdf.MaxNesting), fault.Internal},
		{"nesting deeper", nested(rdf.MaxNesting + 2), fault.TooLarge},
		{"nesting without end", strings.Repeat("[a(", 1<<20), fault.TooLarge},
		{"a prefix for a long IRI", "PREFIX a: <urn:" + strings.Repeat("a", rdf.MaxNamespace) + ">", fault.TooLarge},
		{"many quads", strings.Repeat("<urn:s> a <urn:o>, <urn:p>; .\n", 1<<16), fault.Internal},
	} {
		for name, input := range map[string]io.Reader{"whole": strings.NewReader(test.text), "in halves": iotest.HalfReader(strings.NewReader(test.text))} {
			quads, err := all(rdf.ReadTurtle(input, ""))
			if fault.KindOf(err) != test.want || (err == nil) != (test.want == fault.Internal) {
				t.Errorf("%s, %s: got %d quads and error %v, want kind %v", test.what, name, len(quads), err, test.want)
			}
		}
	}
}

func TestReadTurtleStreams(t *testing.T) {
	in, out := io.Pipe()
	defer in.Close()
	go func() {
		line := "<urn:s> a <urn:o> .\n"
		for n := 0; ; n++ {
			if _, err := fmt.Fprint(out, strings.Repeat(line, 10_000)); err != nil {
				return
			}
		}
	}()
	n := 0
	for _, err := range rdf.ReadTurtle(in, "") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 100_000 {
			break // of an input without end
		}
	}
}

func TestReadTurtleTellsBrokenInput(t *testing.T) {
	broken := errors.New("the wire is cut")
	quads, err := all(rdf.ReadTurtle(io.MultiReader(strings.NewReader("<urn:s> a <urn:o> .\n<urn:s"), iotest.ErrReader(broken)), ""))
	if !errors.Is(err, broken) || fault.KindOf(err) != fault.Unavailable {
		t.Errorf("got %v and error %v, want %v", quads, err, broken)
	}
}

func FuzzReadTurtle(f *testing.F) {
	for _, seed := range []string{
		"", "@prefix ex: <urn:ex:> .\nex:s a ex:o ; ex:p 1, 2.5, .5e3, true, 'a'@en, \"\"\"b\"\"\"^^ex:t .",
		"BASE <http://a/b/c?d> <../e> <#f> [ <> ( 1 [] _:anon1 ) ] .", "GRAPH <urn:g> { _:a a <urn:o> } [] { } { <urn:s> a <urn:o> . }",
		"PREFIX : <urn:> :a\\-%41.b :c :d...", "\xff", "<urn:s> a \"\\u00e9\\U0001F600",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quads, err := all(trig(text, ""))
		if err != nil && fault.KindOf(err) == fault.Internal {
			t.Errorf("%q: error without kind: %v", text, err)
		}
		checkReadsBack(t, quads)
		slowly, slowErr := all(rdf.ReadTriG(iotest.OneByteReader(strings.NewReader(text)), ""))
		if written(t, slowly) != written(t, quads) || fmt.Sprint(slowErr) != fmt.Sprint(err) {
			t.Errorf("%q: by bytes got %v, %v; want %v, %v", text, slowly, slowErr, quads, err)
		}
	})
}

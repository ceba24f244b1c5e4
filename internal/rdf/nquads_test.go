package rdf_test

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

// readAll reads N-Quads.
func readAll(text string) ([]quad.Quad, error) { return all(rdf.ReadNQuads(strings.NewReader(text))) }

// all gathers to the end or the first error.
func all(quads iter.Seq2[quad.Quad, error]) (gathered []quad.Quad, err error) {
	for q, err := range quads {
		if err != nil {
			return gathered, err
		}
		gathered = append(gathered, q)
	}
	return gathered, nil
}

func TestReadObject(t *testing.T) {
	for _, test := range []struct {
		text string
		want quad.Value
	}{
		{`<http://a/b>`, quad.IRI("http://a/b")},
		{`<urn:\u00e9>`, quad.IRI("urn:é")},
		{`_:b.1`, quad.BNode("b.1")},
		{`_:0é·`, quad.BNode("0é·")},
		{`""`, quad.String("")},
		{`"a \t\b\n\r\f\"\'\\ b"`, quad.String("a \t\b\n\r\f\"'\\ b")},
		{`"\u0000\u00E9\U0001F600"`, quad.String("\x00é😀")},
		{`"1978-12/.."^^<urn:edtf>`, quad.TypedString{Value: "1978-12/..", Type: "urn:edtf"}},
		{`"plain"^^<http://www.w3.org/2001/XMLSchema#string>`, quad.String("plain")},
		{`"7"^^<http://www.w3.org/2001/XMLSchema#integer>`, quad.TypedString{Value: "7", Type: "http://www.w3.org/2001/XMLSchema#integer"}},
		{`"chat"@fr-BE-1694acad`, quad.LangString{Value: "chat", Lang: "fr-BE-1694acad"}},
	} {
		quads, err := readAll("<urn:s> <urn:p> " + test.text + " .")
		if err != nil || len(quads) != 1 || quads[0].Object != test.want {
			t.Errorf("object %s: got %#v, %v; want %#v", test.text, quads, err, test.want)
		}
	}
}

func TestReadLines(t *testing.T) {
	q := quad.Quad{Subject: quad.BNode("s"), Predicate: quad.IRI("urn:p"), Object: quad.String("o")}
	labelled := q
	labelled.Label = quad.IRI("urn:g")
	for _, test := range []struct {
		text string
		want []quad.Quad
	}{
		{"", nil},
		{"\n\r\n # nothing\n\t", nil},
		{`_:s <urn:p> "o" .`, []quad.Quad{q}},
		{`_:s<urn:p>"o".#end`, []quad.Quad{q}},
		{`_:s<urn:p>"o"<urn:g>.`, []quad.Quad{labelled}},
		{"\t_:s\t<urn:p>\t\"o\"\t.\t", []quad.Quad{q}},
		{"_:s <urn:p> \"o\" .\r_:s <urn:p> \"o\" <urn:g> .\r\n_:s <urn:p> \"o\" .\r", []quad.Quad{q, labelled, q}},
	} {
		got, err := readAll(test.text)
		if err != nil || len(got) != len(test.want) {
			t.Errorf("%q: got %v, %v; want %v", test.text, got, err, test.want)
			continue
		}
		for n := range got {
			if got[n] != test.want[n] {
				t.Errorf("%q: quad %d: got %v, want %v", test.text, n, got[n], test.want[n])
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"\n\n<urn:s>", "line 3: character 8: no predicate"},
		{"<urn:s> <urn:p> \"é\" <urn:g> <urn:h> .", "line 1: character 29: no full stop"},
		{"\r\n<urn:s> <urn:p> <urn:o> . <urn:s>", "line 2: character 27: more after the full stop"},
		{"<urn:s> <urn:p> .", "no object"},
		{"\"s\" <urn:p> <urn:o> .", "no subject"},
		{"<urn:s> _:p <urn:o> .", "no predicate"},
		{"<urn:s> <urn:p> <urn:o> \"g\" .", "no graph label or the full stop"},
		{"<urn:s", "no closing >"},
		{"<> <urn:p> <urn:o> .", "no absolute IRI"},
		{"<1a:b> <urn:p> <urn:o> .", "no absolute IRI"},
		{"<é:b> <urn:p> <urn:o> .", "no absolute IRI"},
		{`<urn:\u0020> <urn:p> <urn:o> .`, "no absolute IRI"},
		{`<urn:\t> <urn:p> <urn:o> .`, "unknown escape"},
		{"_ <urn:p> <urn:o> .", "no blank node"},
		{"_:. <urn:p> <urn:o> .", "no blank node"},
		{"_:-a <urn:p> <urn:o> .", "no blank node"},
		{`<urn:s> <urn:p> "a`, "no closing \""},
		{`<urn:s> <urn:p> "\`, "a backslash at the end"},
		{`<urn:s> <urn:p> "\u12" .`, "no character's number"},
		{`<urn:s> <urn:p> "\u12`, "fewer than 4 digits"},
		{`<urn:s> <urn:p> "\uD800" .`, "no character's number"},
		{`<urn:s> <urn:p> "\U00110000" .`, "no character's number"},
		{`<urn:s> <urn:p> "\u+123" .`, "no character's number"},
		{`<urn:s> <urn:p> "a"@ .`, "no language tag"},
		{`<urn:s> <urn:p> "a"@en- .`, "no language tag"},
		{`<urn:s> <urn:p> "a"^<urn:t> .`, "no datatype"},
		{`<urn:s> <urn:p> "a"^^"t" .`, "no datatype"},
		{"<urn:s> <urn:p> \"\xff\" .", "not UTF-8"},
		{"\ufeff<urn:s> <urn:p> <urn:o> .", "no subject"},
	} {
		quads, err := readAll(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%q: got %v and error %v; want an invalid input: %s", test.text, quads, err, test.want)
		}
	}
}

func TestReadGoesOnAfterAWrongLine(t *testing.T) {
	r := rdf.NewNQuadsReader(strings.NewReader("<urn:s> wrong\n<urn:s> <urn:p> <urn:o> .\n"))
	if _, err := r.ReadQuad(); err == nil {
		t.Fatal("a wrong line: got no error")
	}
	q, err := r.ReadQuad()
	if err != nil || q.Object != quad.Value(quad.IRI("urn:o")) {
		t.Errorf("the line after: got %v, %v", q, err)
	}
}

func TestReadBoundsLines(t *testing.T) {
	line := func(bytes int) string {
		const frame = `<urn:s> <urn:p> "" .`
		return `<urn:s> <urn:p> "` + strings.Repeat("a", bytes-len(frame)) + `" .`
	}
	if quads, err := readAll(line(rdf.MaxLine - 1)); err != nil || len(quads) != 1 {
		t.Errorf("a line below MaxLine: got %d quads, %v", len(quads), err)
	}
	_, err := readAll("\n" + line(rdf.MaxLine+1))
	if fault.KindOf(err) != fault.TooLarge || !strings.HasPrefix(err.Error(), "line 2: ") {
		t.Errorf("a line above MaxLine: got error %v, want one that is too large, in line 2", err)
	}
}

func TestReadTellsBrokenInput(t *testing.T) {
	broken := errors.New("the wire is cut")
	r := rdf.NewNQuadsReader(io.MultiReader(strings.NewReader("# one\n"), iotest.ErrReader(broken)))
	_, err := r.ReadQuad()
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got error %v, want %v in line 2", err, broken)
	}
}

func FuzzReadNQuads(f *testing.F) {
	for _, seed := range []string{
		"", "# a\r\n", "<urn:s> <urn:p> <urn:o> <urn:g> .\n", `_:a<urn:p>"\u00e9\U0001F600\n"@en-GB.#c`,
		`<urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .`, "<urn:s> <urn:p> _:a..\r_:b", "\xff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quads, err := readAll(text)
		if err != nil && fault.KindOf(err) == fault.Internal {
			t.Errorf("%q: error without kind: %v", text, err)
		}
		checkReadsBack(t, quads)
	})
}

// More IRIs than a reader keeps, some longer than it keeps, stay apart.
func TestReadManyIRIs(t *testing.T) {
	var quads []quad.Quad
	for n := range 9000 {
		iri := quad.IRI(fmt.Sprintf("urn:%d:%s", n, strings.Repeat("a", n%600)))
		quads = append(quads, quad.Quad{Subject: iri, Predicate: quad.IRI("urn:p"), Object: iri})
	}
	checkReadsBack(t, quads)
}

// checkReadsBack writes quads as N-Quads and wants to read the same.
func checkReadsBack(t *testing.T, quads []quad.Quad) {
	t.Helper()
	text := written(t, quads)
	read, err := readAll(text)
	if err != nil {
		t.Fatalf("read what was written: %v\n%s", err, text)
	}
	if again := written(t, read); again != text {
		t.Fatalf("written, read and written again: got %q, want %q", again, text)
	}
}

// written is quads as canonical N-Quads.
func written(t testing.TB, quads []quad.Quad) string {
	t.Helper()
	var text strings.Builder
	if err := export.WriteNQuads(&text, slices.Values(quads)); err != nil {
		t.Fatalf("write %v: %v", quads, err)
	}
	return text.String()
}

package export

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

func write(quads []quad.Quad) (string, error) {
	var text strings.Builder
	err := WriteNQuads(&text, slices.Values(quads))
	return text.String(), err
}

func ExampleWriteNQuads() {
	quads := []quad.Quad{
		{Subject: quad.BNode("b1"), Predicate: quad.IRI("urn:p"), Object: quad.String("one\ntwo"), Label: nil},
		{Subject: quad.IRI("urn:s"), Predicate: quad.IRI("urn:p"), Object: quad.TypedString{Value: "1978-12/..", Type: "urn:edtf"}, Label: quad.IRI("urn:g")},
		{Subject: quad.BNode("b1"), Predicate: quad.IRI("urn:p"), Object: quad.String("one\ntwo"), Label: nil},
	}
	if err := WriteNQuads(os.Stdout, slices.Values(quads)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <urn:s> <urn:p> "1978-12/.."^^<urn:edtf> <urn:g> .
	// _:b1 <urn:p> "one\ntwo" .
}

func TestWriteObject(t *testing.T) {
	for _, test := range []struct {
		value quad.Value
		want  string
	}{
		{quad.IRI("urn:é"), `<urn:é>`},
		{quad.BNode("b.1"), `_:b.1`},
		{quad.String(""), `""`},
		{quad.String("\t\b\n\r\f\"'\\"), `"\t\b\n\r\f\"'\\"`},
		{quad.String("\x00\x0b\x1f\x7f\u0080\ufffe\uffff😀"), `"\u0000\u000B\u001F\u007F` + "\u0080" + `\uFFFE\uFFFF😀"`},
		{quad.LangString{Value: "a", Lang: "en-GB"}, `"a"@en-GB`},
		{quad.TypedString{Value: "a", Type: "http://www.w3.org/2001/XMLSchema#string"}, `"a"`},
		{quad.TypedString{Value: "a\"", Type: "urn:t"}, `"a\""^^<urn:t>`},
	} {
		got, err := write([]quad.Quad{{Subject: quad.IRI("urn:s"), Predicate: quad.IRI("urn:p"), Object: test.value}})
		want := "<urn:s> <urn:p> " + test.want + " .\n"
		if err != nil || got != want {
			t.Errorf("%#v: got %q, %v; want %q", test.value, got, err, want)
		}
	}
}

func TestWriteRefuses(t *testing.T) {
	good := quad.IRI("urn:a")
	for _, q := range []quad.Quad{
		{Predicate: good, Object: good},
		{Subject: good, Object: good},
		{Subject: good, Predicate: good},
		{Subject: quad.String("s"), Predicate: good, Object: good},
		{Subject: good, Predicate: quad.BNode("p"), Object: good},
		{Subject: good, Predicate: good, Object: good, Label: quad.String("g")},
		{Subject: good, Predicate: good, Object: quad.Int(1)},
		{Subject: good, Predicate: good, Object: quad.IRI("relative")},
		{Subject: good, Predicate: good, Object: quad.IRI("urn:a b")},
		{Subject: good, Predicate: good, Object: quad.IRI("urn:\xff")},
		{Subject: good, Predicate: good, Object: quad.BNode("")},
		{Subject: good, Predicate: good, Object: quad.BNode("a.")},
		{Subject: good, Predicate: good, Object: quad.String("\xff")},
		{Subject: good, Predicate: good, Object: quad.LangString{Value: "a", Lang: ""}},
		{Subject: good, Predicate: good, Object: quad.TypedString{Value: "a"}},
	} {
		text, err := write([]quad.Quad{{Subject: good, Predicate: good, Object: good}, q})
		if fault.KindOf(err) != fault.Invalid || err == nil || text != "" {
			t.Errorf("%#v: got %q and error %v; want nothing and an invalid input", q, text, err)
		}
	}
}

// full is a disk without room.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteTellsBrokenOutput(t *testing.T) {
	q := quad.Quad{Subject: quad.IRI("urn:s"), Predicate: quad.IRI("urn:p"), Object: quad.String(strings.Repeat("a", 1<<16))}
	if err := WriteNQuads(full{}, slices.Values([]quad.Quad{q})); !errors.Is(err, errFull) {
		t.Errorf("got error %v, want %v", err, errFull)
	}
}

// checkRoundTrip writes, reads and writes again.
func checkRoundTrip(t interface {
	Helper()
	Fatalf(string, ...any)
}, quads []quad.Quad) {
	t.Helper()
	first, err := write(quads)
	if err != nil {
		t.Fatalf("write %v: %v", quads, err)
	}
	var read []quad.Quad
	for q, err := range rdf.ReadNQuads(strings.NewReader(first)) {
		if err != nil {
			t.Fatalf("read what was written: %v\n%s", err, first)
		}
		read = append(read, q)
	}
	if err != nil {
		t.Fatalf("read what was written: %v\n%s", err, first)
	}
	wanted := make(map[quad.Quad]bool)
	for _, q := range quads {
		wanted[q] = true
	}
	for _, q := range read {
		if !wanted[q] {
			t.Fatalf("read %v, which was not written: %v", q, quads)
		}
	}
	if len(read) != len(wanted) {
		t.Fatalf("read %d quads, want %d:\n%s", len(read), len(wanted), first)
	}
	rand.Shuffle(len(read), func(i, j int) { read[i], read[j] = read[j], read[i] })
	if second, err := write(read); err != nil || second != first {
		t.Fatalf("written again: got %q, %v; want %q", second, err, first)
	}
}

var (
	anyIRI   = rapid.Map(rapid.StringMatching(`[a-z][a-z0-9+.-]{0,3}:[^\x00-\x20<>"{}|^\x60\\]{0,6}`), func(s string) quad.Value { return quad.IRI(s) })
	anyBlank = rapid.Map(rapid.StringMatching(`[A-Za-z_0-9é]([a-z.é·-]{0,3}[a-z_-])?`), func(s string) quad.Value { return quad.BNode(s) })
	anyText  = rapid.OneOf(rapid.String(), rapid.StringMatching(`[\x00-\x7f"\\]{0,6}`))
	anyValue = rapid.OneOf(anyIRI, anyBlank,
		rapid.Map(anyText, func(s string) quad.Value { return quad.String(s) }),
		rapid.Custom(func(t *rapid.T) quad.Value {
			return quad.LangString{Value: quad.String(anyText.Draw(t, "text")), Lang: rapid.StringMatching(`[a-zA-Z]{1,3}(-[a-z0-9]{1,3}){0,2}`).Draw(t, "language")}
		}),
		rapid.Custom(func(t *rapid.T) quad.Value {
			return quad.TypedString{Value: quad.String(anyText.Draw(t, "text")), Type: anyIRI.Draw(t, "datatype").(quad.IRI)}
		}))
	anyLabel = rapid.OneOf(anyIRI, anyBlank, rapid.Just[quad.Value](nil))
	anyQuad  = rapid.Custom(func(t *rapid.T) quad.Quad {
		return quad.Quad{
			Subject:   rapid.OneOf(anyIRI, anyBlank).Draw(t, "subject"),
			Predicate: anyIRI.Draw(t, "predicate"),
			Object:    anyValue.Draw(t, "object"),
			Label:     anyLabel.Draw(t, "label"),
		}
	})
)

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		quads := rapid.SliceOfN(anyQuad, 0, 5).Draw(t, "quads")
		checkRoundTrip(t, append(quads, quads...))
	})
}

// someQuads have the shape of the project's statements.
func someQuads(n int) []quad.Quad {
	quads := make([]quad.Quad, n)
	for i := range quads {
		quads[i] = quad.Quad{
			Subject:   quad.IRI(fmt.Sprintf("https://w3id.org/aseangraph/statement/%016d", i/5)),
			Predicate: quad.IRI(fmt.Sprintf("https://w3id.org/aseangraph/qualifier%d", i%5)),
			Object:    quad.TypedString{Value: quad.String(fmt.Sprintf("1978-%02d/..", i%12+1)), Type: "https://w3id.org/aseangraph/edtf"},
			Label:     quad.IRI("https://w3id.org/aseangraph/document/asean-japan-dialogue-2003"),
		}
	}
	return quads
}

func BenchmarkWriteNQuads(b *testing.B) {
	quads := someQuads(10_000)
	rand.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteNQuads(new(bytes.Buffer), slices.Values(quads)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N*len(quads))/b.Elapsed().Seconds(), "quads/s")
}

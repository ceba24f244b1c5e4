package rdf_test

import (
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/rdf"
)

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

func BenchmarkReadNQuads(b *testing.B) {
	quads := someQuads(10_000)
	measure(b, written(b, quads), len(quads), func(r io.Reader, _ string) iter.Seq2[quad.Quad, error] { return rdf.ReadNQuads(r) })
}

func BenchmarkReadTriG(b *testing.B) {
	var text strings.Builder
	text.WriteString("@prefix : <https://w3id.org/aseangraph/> .\n<https://w3id.org/aseangraph/document/asean-japan-dialogue-2003> {\n")
	const statements = 2_000
	for n := range statements {
		fmt.Fprintf(&text, "<https://w3id.org/aseangraph/statement/%016d>", n)
		for q := range 5 {
			fmt.Fprintf(&text, " :qualifier%d \"1978-%02d/..\"^^:edtf ;\n", q, q+1)
		}
		text.WriteString(".\n")
	}
	text.WriteString("}\n")
	measure(b, text.String(), 5*statements, rdf.ReadTriG)
}

func measure(b *testing.B, text string, quads int, read func(io.Reader, string) iter.Seq2[quad.Quad, error]) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, err := range read(strings.NewReader(text), "") {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != quads {
			b.Fatalf("got %d quads, want %d", n, quads)
		}
	}
	b.ReportMetric(float64(b.N*quads)/b.Elapsed().Seconds(), "quads/s")
}

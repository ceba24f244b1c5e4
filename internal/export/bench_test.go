package export

import (
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// fleet is a selection of about n quads with the shape of real data: some
// twelve statements an entity, most of them links with a date and a place in
// the text.
func fleet(t testing.TB, n int) Selection {
	random := rand.New(rand.NewPCG(1, 2))
	entities := make([]statement.Entity, n/100)
	for i := range entities {
		class, prefix := "Ship", "ship"
		if i%4 == 0 {
			class, prefix = "Port", "port"
		}
		entities[i] = statement.Entity{ID: statement.EntityID(fmt.Sprintf("%s/number-%d", prefix, i)), Class: class, Name: fmt.Sprintf("Number %d", i),
			Aliases: []string{fmt.Sprintf("No. %d", i)}, Description: "One of many."}
	}
	documents := make([]statement.Document, max(1, n/10_000))
	for i := range documents {
		documents[i] = statement.Document{ID: statement.EntityID(fmt.Sprintf("book/log-%d", i)), Title: fmt.Sprintf("Log %d", i), Publisher: "The crew",
			Published: date(t, "1999"), Language: "en", Kind: statement.Primary, Address: "https://example.org/log"}
	}
	var statements []statement.Statement
	for quads := 0; quads < n; quads += 9 {
		subject, object := entities[random.IntN(len(entities))], entities[random.IntN(len(entities))]
		s := statement.Statement{Subject: subject.ID, Predicate: "lendsTo", Object: statement.Thing(object.ID), When: date(t, fmt.Sprintf("%d/..", 1960+random.IntN(60))),
			Role: "lender of last resort", Status: statement.Status(random.IntN(5)), Evidence: statement.Evidence{
				Document: documents[random.IntN(len(documents))].ID, Section: "General", Paragraph: 1 + random.IntN(9), Start: len(statements), End: len(statements) + 80}}
		statements = append(statements, s)
	}
	return Select(drawnOntology(t), statement.Vocabulary{}, entities, documents, statements)
}

func BenchmarkFormats(b *testing.B) {
	s := fleet(b, 100_000)
	quads := 0
	for range s.Quads() {
		quads++
	}
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.Write(io.Discard, s); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(quads*b.N)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}

package statement

import (
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

// All is each thing's own quads, one after another.
func TestAllIsTheQuadsOfEach(t *testing.T) {
	v := Vocabulary{}
	rapid.Check(t, func(t *rapid.T) {
		entities := rapid.SliceOfN(anyEntity, 0, 3).Draw(t, "entities")
		documents := rapid.SliceOfN(anyDocument, 0, 2).Draw(t, "documents")
		statements := rapid.SliceOfN(anyStatement, 0, 3).Draw(t, "statements")
		var want []quad.Quad
		for n := range entities {
			want = append(want, v.EntityQuads(&entities[n])...)
		}
		for n := range documents {
			want = append(want, v.DocumentQuads(&documents[n])...)
		}
		for n := range statements {
			want = append(want, v.Quads(&statements[n])...)
		}
		got := slices.Collect(v.All(entities, documents, statements))
		if !slices.Equal(got, want) {
			t.Fatalf("got %v\nwant %v", got, want)
		}
		stop := rapid.IntRange(0, len(want)).Draw(t, "stop")
		for range v.All(entities, documents, statements) {
			if stop--; stop < 0 {
				break // All must take a reader that has enough
			}
		}
	})
}

package query_test

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// TestKnownIsWhatQuadsSay opens graphs with all, some or nothing known of what
// their quads were made of: nothing else may come of it.
func TestKnownIsWhatQuadsSay(t *testing.T) {
	onSmallGraphs(t, func(t *rapid.T, want *query.Graph, o *oracle) {
		store, words := quadstore.New(), statement.Vocabulary{}
		if err := store.Load(words.All(o.Entities, o.Documents, o.Statements)); err != nil {
			t.Fatal(err)
		}
		known := statement.Contents{
			Entities:   o.Entities[:rapid.IntRange(0, len(o.Entities)).Draw(t, "entities")],
			Documents:  o.Documents,
			Statements: o.Statements[:rapid.IntRange(0, len(o.Statements)).Draw(t, "statements")],
		}
		got, err := query.Open(query.Source{Quads: store.Generation(), Ontology: o.Ontology, Vocabulary: words, Known: known})
		if err != nil {
			t.Fatal(err)
		}
		if a, b := everything(t, got), everything(t, want); !reflect.DeepEqual(a, b) {
			t.Fatalf("got\n%v\nwant\n%v", a, b)
		}
	})
}

// everything is all that a graph knows of things and statements, in its order.
func everything(t fataler, g *query.Graph) (all []any) {
	for _, thing := range g.Things() {
		aliases, same := slices.Clone(thing.Aliases()), slices.Clone(thing.SameAs())
		slices.Sort(aliases)
		slices.Sort(same)
		all = append(all, thing.ID(), thing.Type(), thing.Name(), aliases, thing.Description(), same,
			thing.Title(), thing.Publisher(), thing.Published(), thing.Language(), thing.Kind(), thing.Address(), thing.Sha256())
	}
	for _, s := range whole(t, func(p query.Page) (*query.StatementConnection, error) { return g.Statements(nil, p, nil) }) {
		all = append(all, s.ID(), s.Content(), s.Subject().ID(), s.Predicate().Name())
	}
	return all
}

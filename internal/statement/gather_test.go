package statement

import (
	"iter"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// given gives quads as readers do.
func given(quads []quad.Quad) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func TestGatherIsTheWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Contents{
			Entities:   rapid.SliceOfNDistinct(anyEntity, 0, 3, func(e Entity) EntityID { return e.ID }).Draw(t, "entities"),
			Statements: rapid.SliceOfNDistinct(anyStatement, 0, 4, func(s Statement) ID { return s.ID() }).Draw(t, "statements"),
		}
		for _, e := range want.Entities {
			slices.Sort(e.Aliases)
			slices.Sort(e.SameAs)
			if rapid.Bool().Draw(t, "is a document") {
				d := anyDocument.Draw(t, "document")
				d.ID = e.ID
				want.Documents = append(want.Documents, d)
			}
		}
		quads := slices.Collect(Vocabulary{}.All(want.Entities, want.Documents, want.Statements))
		quads = append(quads, quads...)
		rand.Shuffle(len(quads), func(i, j int) { quads[i], quads[j] = quads[j], quads[i] })
		got, err := Vocabulary{}.Gather(given(quads))
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(want.Entities, func(a, b Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
		slices.SortFunc(want.Documents, func(a, b Document) int { return strings.Compare(string(a.ID), string(b.ID)) })
		slices.SortFunc(want.Statements, func(a, b Statement) int { return strings.Compare(string(a.ID()), string(b.ID())) })
		if len(got.Entities)+len(want.Entities) > 0 && !reflect.DeepEqual(got.Entities, want.Entities) {
			t.Errorf("entities: got %v, want %v", got.Entities, want.Entities)
		}
		if !slices.Equal(got.Documents, want.Documents) {
			t.Errorf("documents: got %v, want %v", got.Documents, want.Documents)
		}
		if !slices.Equal(got.Statements, want.Statements) {
			t.Errorf("statements: got %v, want %v", got.Statements, want.Statements)
		}
	})
}

func TestGatherTellsAllThatIsWrong(t *testing.T) {
	v := Vocabulary{}
	s := Statement{Subject: "x/one", Predicate: "joins", Object: Thing("x/two"), Evidence: Evidence{Document: "x/source"}}
	quads := v.Quads(&s)
	entity := v.EntityQuads(&Entity{ID: "x/one", Class: "X", Name: "One"})
	for _, test := range []struct {
		what  string
		quads []quad.Quad
		want  []string
	}{
		{"a link alone", quads[:1], []string{"no document is given"}},
		{"no link", quads[1:], []string{"is spoken of in a graph, but has no link"}},
		{"two links", append(slices.Clone(quads), quad.Quad{Subject: quads[0].Subject, Predicate: quads[0].Predicate, Object: v.IRI("x/three"), Label: quads[0].Label}),
			[]string{"has 2 links"}},
		{"no status and an entity without name", append(slices.Clone(quads[:1]), quads[2], entity[0]), []string{"no status is given", "name: it is missing", "2 faults"}},
		{"a stranger", []quad.Quad{{Subject: quad.IRI("urn:a"), Predicate: quad.IRI("urn:b"), Object: quad.IRI("urn:c")}}, []string{"is no entity under"}},
		{"a stranger in a graph", []quad.Quad{{Subject: quad.BNode("a"), Predicate: quad.IRI("urn:b"), Object: quad.IRI("urn:c"), Label: quad.IRI("urn:d")}}, []string{"has no link"}},
	} {
		got, err := v.Gather(given(test.quads))
		if fault.KindOf(err) != fault.Invalid || err == nil {
			t.Errorf("%s: got %v and error %v, want an invalid input", test.what, got, err)
			continue
		}
		for _, want := range test.want {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got error %v; want %s", test.what, err, want)
			}
		}
	}
	for _, stranger := range []quad.Quad{
		{Subject: quad.IRI("urn:a"), Predicate: quad.IRI("urn:b"), Object: quad.String("c")},
		{Subject: v.IRI("x/one"), Predicate: quad.IRI("urn:b"), Object: quad.String("c")},
		{Subject: quad.IRI("urn:a"), Predicate: quad.IRI("urn:b"), Object: quad.String("c"), Label: quad.IRI("urn:d")},
	} {
		_, err := v.Gather(given([]quad.Quad{stranger}))
		if err == nil || strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "  ") {
			t.Errorf("%s: got error %v, want one clear line", stranger, err)
		}
	}
	broken := fault.New(fault.Unavailable, "the wire is cut")
	if _, err := v.Gather(func(yield func(quad.Quad, error) bool) { yield(quad.Quad{}, broken) }); err != error(broken) {
		t.Errorf("quads that end with an error: got error %v, want %v", err, broken)
	}
}

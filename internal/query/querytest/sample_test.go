package querytest_test

import (
	"slices"
	"testing"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

func TestSampleHasItsShape(t *testing.T) {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		t.Fatal(err)
	}
	const asked = 100_000
	sample, err := querytest.New(o, o.Class("Document"), 7, asked)
	if err != nil {
		t.Fatal(err)
	}
	quads := 0
	for range (statement.Vocabulary{}).All(sample.Entities, sample.Documents, sample.Statements) {
		quads++
	}
	if quads < asked*9/10 || quads > asked*11/10 {
		t.Errorf("got %d quads, want about %d", quads, asked)
	}
	links := map[statement.EntityID]int{}
	for n := range sample.Statements {
		s := &sample.Statements[n]
		if err := s.Validate(); err != nil {
			t.Fatalf("%+v: %v", s, err)
		}
		links[s.Subject]++
		links[s.Object.Entity()]++
	}
	for _, hub := range sample.Hubs {
		if got, least := links[hub], len(sample.Statements)/20; got < least {
			t.Errorf("%s has %d links, want %d or more", hub, got, least)
		}
	}
	again, err := querytest.New(o, o.Class("Document"), 7, asked)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(again.Statements, sample.Statements) {
		t.Error("the same seed gives other statements")
	}
}

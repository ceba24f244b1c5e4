package edition_test

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// drawnWhere chooses by one predicate, one status, both or neither.
func drawnWhere(e *edition.Edition, t *rapid.T) *query.LinkWhere {
	w := &query.LinkWhere{}
	if rapid.Bool().Draw(t, "by predicate") {
		w.Predicates = []string{rapid.SampledFrom(e.Dataset.Statements).Draw(t, "statement").Predicate}
	}
	if rapid.Bool().Draw(t, "by status") {
		w.Status = []statement.Status{rapid.SampledFrom([]statement.Status{statement.Happened, statement.Planned}).Draw(t, "status")}
	}
	return w
}

// What is selected is what brute force over the statements finds: those that
// are meant, with both ends within so many meant links of the centres.
func TestSelectionAgreesWithBruteForce(t *testing.T) {
	e := open(t)
	rapid.Check(t, func(t *rapid.T) {
		where, depth := drawnWhere(e, t), rapid.IntRange(1, 4).Draw(t, "depth")
		centres := rapid.SliceOfNDistinct(rapid.SampledFrom(e.Dataset.Entities), 1, 3, func(e statement.Entity) statement.EntityID { return e.ID }).Draw(t, "centres")
		part := edition.Part{Depth: depth, Where: where}
		near := map[statement.EntityID]bool{}
		for _, c := range centres {
			part.Around, near[c.ID] = append(part.Around, string(c.ID)), true
		}
		meant := func(s *statement.Statement) bool {
			return (where.Predicates == nil || where.Predicates[0] == s.Predicate) && (where.Status == nil || where.Status[0] == s.Status)
		}
		for range depth {
			next := map[statement.EntityID]bool{}
			for n := range e.Dataset.Statements {
				s := &e.Dataset.Statements[n]
				if other := s.Object.Entity(); other != "" && meant(s) && (near[s.Subject] || near[other]) {
					next[s.Subject], next[other] = true, true
				}
			}
			for id := range next {
				near[id] = true
			}
		}
		var want []statement.ID
		for n := range e.Dataset.Statements {
			s := &e.Dataset.Statements[n]
			if meant(s) && near[s.Subject] && (s.Object.Entity() == "" || near[s.Object.Entity()]) {
				want = append(want, s.ID())
			}
		}
		selection, err := e.Selection(part)
		if err != nil {
			t.Fatal(err)
		}
		held := map[statement.EntityID]bool{}
		for entity := range selection.Entities {
			held[entity.ID] = true
		}
		var got []statement.ID
		for s := range selection.Statements {
			got = append(got, s.ID())
			for _, id := range []statement.EntityID{s.Subject, s.Object.Entity(), s.Where, s.Evidence.Document} {
				if id != "" && !held[id] {
					t.Fatalf("%+v: %s speaks of %s, which is not among the entities", part, s.ID(), id)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%+v gives %d statements, want %d", part, len(got), len(want))
		}
		for _, id := range part.Around {
			if !held[statement.EntityID(id)] {
				t.Fatalf("%+v leaves %s out", part, id)
			}
		}
	})
}

// The parts by status make up the whole, and the zero Part is the whole.
func TestSelectionsMakeUpTheWhole(t *testing.T) {
	e := open(t)
	whole, err := e.Selection(edition.Part{})
	if err != nil {
		t.Fatal(err)
	}
	left := map[statement.ID]bool{}
	for s := range whole.Statements {
		left[s.ID()] = true
	}
	if len(left) != len(e.Dataset.Statements) {
		t.Errorf("the whole has %d statements, the data %d", len(left), len(e.Dataset.Statements))
	}
	for status := statement.Happened; status <= statement.Proposed; status++ {
		part, err := e.Selection(edition.Part{Where: &query.LinkWhere{Status: []statement.Status{status}}})
		if err != nil {
			t.Fatal(err)
		}
		for s := range part.Statements {
			if !left[s.ID()] || s.Status != status {
				t.Errorf("%s is in the part %s, and was met before or is not of that status", s.ID(), status)
			}
			delete(left, s.ID())
		}
	}
	if len(left) > 0 {
		t.Errorf("%d statements are in no part", len(left))
	}
	var stored bytes.Buffer
	if err := export.WriteNQuads(&stored, e.Store.Generation().Quads()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(exported(t, "nquads", whole).Bytes(), stored.Bytes()) {
		t.Error("the whole is not what the store holds")
	}
}

func TestSelectionRefuses(t *testing.T) {
	e := open(t)
	id := string(e.Dataset.Entities[0].ID)
	for name, test := range map[string]struct {
		part edition.Part
		want fault.Kind
	}{
		"an unknown id":        {edition.Part{Around: []string{"country/nowhere"}, Depth: 1}, fault.NotFound},
		"no depth":             {edition.Part{Around: []string{id}}, fault.Invalid},
		"too great a depth":    {edition.Part{Around: []string{id}, Depth: query.MaxChosenDepth + 1}, fault.TooLarge},
		"an unknown predicate": {edition.Part{Where: &query.LinkWhere{Predicates: []string{"none"}}}, fault.Invalid},
		"an unknown document":  {edition.Part{Where: &query.LinkWhere{Documents: []string{id}}}, fault.NotFound},
	} {
		if _, err := e.Selection(test.part); fault.KindOf(err) != test.want || err == nil {
			t.Errorf("%s: got error %v, want one of kind %v", name, err, test.want)
		}
	}
}

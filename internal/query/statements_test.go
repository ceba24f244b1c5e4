package query

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// anyStatementWhere draws a filter and the test it stands for.
func anyStatementWhere(t *rapid.T, p *plain) (*StatementWhere, func(statement.Statement) bool) {
	f := anyFilter(t)
	w := &StatementWhere{AsOf: f.asOf, During: f.during, Certainty: f.certainty, Status: f.status, Kinds: f.kinds}
	if len(f.documents) > 0 {
		w.Document = &f.documents[0]
	}
	meant := []func(statement.Statement) bool{func(s statement.Statement) bool { return p.takes(f, s) }}
	given := func(name string) bool { return rapid.IntRange(0, 3).Draw(t, name) == 0 }
	if given("fulfilled") {
		fulfilled := rapid.Bool().Draw(t, "which")
		w.Fulfilled = &fulfilled
		meant = append(meant, func(s statement.Statement) bool { return !s.Status.Real() && fulfilled == (len(p.fulfilling(s)) > 0) })
	}
	if len(p.statements) == 0 {
		return w, meant[0]
	}
	like := rapid.SampledFrom(p.statements).Draw(t, "like")
	if given("subject") {
		id := string(like.Subject)
		w.Subject = &id
		meant = append(meant, func(s statement.Statement) bool { return s.Subject == like.Subject })
	}
	if given("predicate") {
		w.Predicate = &like.Predicate
		meant = append(meant, func(s statement.Statement) bool { return s.Predicate == like.Predicate })
	}
	if given("object") && like.Object.Entity() != "" {
		id := string(like.Object.Entity())
		w.Object = &id
		meant = append(meant, func(s statement.Statement) bool { return s.Object == like.Object })
	}
	if given("text") {
		text := rapid.SampledFrom([]string{"CHAIR", "co chair", "wörds", "none of it"}).Draw(t, "text")
		w.Text = &text
		meant = append(meant, func(s statement.Statement) bool {
			own := []string{s.Role, s.Note}
			if s.Object.Kind() == statement.KindText {
				own = append(own, s.Object.String())
			}
			return slices.ContainsFunc(own, func(words string) bool { return strings.Contains(fold(words), fold(text)) })
		})
	}
	return w, func(s statement.Statement) bool {
		return !slices.ContainsFunc(meant, func(one func(statement.Statement) bool) bool { return !one(s) })
	}
}

// anyStatementOrder draws an order and sorts as it says.
func anyStatementOrder(t *rapid.T) (*StatementOrder, func([]statement.Statement)) {
	o := &StatementOrder{
		rapid.SampledFrom([]StatementOrderField{BySubject, ByDate, ByEvidence}).Draw(t, "field"),
		rapid.SampledFrom([]OrderDirection{Ascending, Descending}).Draw(t, "direction"),
	}
	return o, func(all []statement.Statement) {
		if o.Field == BySubject {
			if o.Direction == Descending {
				slices.Reverse(all)
			}
			return
		}
		slices.SortStableFunc(all, func(a, b statement.Statement) int {
			if o.Field == ByDate && (dateOf(a).IsZero() || dateOf(b).IsZero()) {
				return edtf.Compare(dateOf(a), dateOf(b)) // no date stands last either way
			}
			if o.Direction == Descending {
				a, b = b, a
			}
			if o.Field == ByDate {
				return edtf.Compare(dateOf(a), dateOf(b))
			}
			x, y := a.Evidence, b.Evidence
			return cmp.Or(cmp.Compare(x.Document, y.Document), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(a.ID(), b.ID()))
		})
	}
}

func TestStatements(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		where, meant := anyStatementWhere(t, p)
		order, sort := anyStatementOrder(t)
		want := p.that(meant)
		sort(want)
		got, err := g.Statements(where, all(), order)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(ids(got.Nodes()), idsOf(want)) || got.TotalCount != len(want) {
			t.Errorf("where %+v order %+v: got %v (%d), want %v", where, order, ids(got.Nodes()), got.TotalCount, idsOf(want))
		}
		for _, thing := range g.Things() {
			want := p.that(func(s statement.Statement) bool {
				return (string(s.Subject) == thing.ID() || string(s.Object.Entity()) == thing.ID()) && meant(s)
			})
			first := MaxPageSize
			got, err := thing.Statements(where, &first, nil, nil, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(ids(got.Nodes()), idsOf(want)) {
				t.Errorf("%s where %+v: got %v, want %v", thing.ID(), where, ids(got.Nodes()), idsOf(want))
			}
		}
	})
}

// What must be so could be so, and two filters together give what both give.
func TestFiltersNarrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		a, _ := anyStatementWhere(t, p)
		b, _ := anyStatementWhere(t, p)
		ask := func(w StatementWhere) []string {
			got, err := g.Statements(&w, all(), nil)
			if err != nil {
				t.Fatal(err)
			}
			return ids(got.Nodes())
		}
		possible, definite := edtf.Possible, edtf.Definite
		could, must := *a, *a
		could.Certainty, must.Certainty = &possible, &definite
		for _, id := range ask(must) {
			if !slices.Contains(ask(could), id) {
				t.Errorf("%s must be so and could not be: %+v", id, a)
			}
		}
		alone, time := *b, *b // b without its time, and with a's time alone
		alone.AsOf, alone.During = nil, nil
		time.Subject, time.Predicate, time.Object, time.Text, time.Status, time.Document, time.Kinds, time.Fulfilled = nil, nil, nil, nil, nil, nil, nil, nil
		var want []string
		for _, id := range ask(alone) {
			if slices.Contains(ask(time), id) {
				want = append(want, id)
			}
		}
		if got := ask(*b); !slices.Equal(got, append([]string{}, want...)) {
			t.Errorf("%+v: got %v, want %v", b, got, want)
		}
	})
}

func TestTimeline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		f := anyFilter(t)
		first := MaxPageSize
		for _, thing := range g.Things() {
			want := p.that(func(s statement.Statement) bool {
				return (string(s.Subject) == thing.ID() || string(s.Object.Entity()) == thing.ID()) && !dateOf(s).IsZero() && p.takes(f, s)
			})
			slices.SortStableFunc(want, func(a, b statement.Statement) int { return edtf.Compare(dateOf(a), dateOf(b)) })
			got, err := thing.Timeline(&LinkWhere{AsOf: f.asOf, During: f.during, Certainty: f.certainty, Status: f.status, Documents: f.documents, Kinds: f.kinds}, &first, nil, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			var gotIDs []string
			for _, entry := range got.Nodes() {
				gotIDs = append(gotIDs, entry.Statement.ID())
				if entry.When() == nil {
					t.Errorf("%s has an entry without a date", thing.ID())
				}
			}
			if !slices.Equal(append([]string{}, gotIDs...), idsOf(want)) {
				t.Errorf("%s: got %v, want %v", thing.ID(), gotIDs, idsOf(want))
			}
		}
	})
}

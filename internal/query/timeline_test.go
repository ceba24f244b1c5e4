package query_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

func TestTimelineOfSeveralThings(t *testing.T) {
	g, _ := open(t, shippedOntology(t), []claim{
		{"a", "country/japan", "contributesTo", "fund/x", "when", "1978-12"},
		{"a", "fund/x", "establishedIn", "1977"},
		{"a", "country/china", "contributesTo", "fund/y", "when", "1976", "status", "PLANNED"},
		{"a", "country/china", "contributesTo", "fund/x"},
		{"a", "country/china", "metWith", "country/japan", "when", "1972"},
	})
	out, in := query.DirectionOut, query.DirectionIn
	for _, test := range []struct {
		name  string
		about []string
		where *query.LinkWhere
		want  []string
	}{
		{"all", nil, nil, []string{"1972", "1976", "1977", "1978-12"}},
		{"none named", []string{}, nil, []string{"1972", "1976", "1977", "1978-12"}},
		{"one", []string{"fund/x"}, nil, []string{"1977", "1978-12"}},
		{"two, each statement once", []string{"fund/x", "country/japan", "fund/x"}, nil, []string{"1972", "1977", "1978-12"}},
		{"from the subjects", []string{"fund/x", "country/china"}, &query.LinkWhere{Direction: &out}, []string{"1972", "1976", "1977"}},
		{"from the objects", []string{"fund/x"}, &query.LinkWhere{Direction: &in}, []string{"1978-12"}},
		{"all that have an object", nil, &query.LinkWhere{Direction: &in}, []string{"1972", "1976", "1978-12"}},
		{"all that happened", nil, &query.LinkWhere{Status: []statement.Status{statement.Happened}}, []string{"1972", "1977", "1978-12"}},
		{"all with a fund at an end", nil, &query.LinkWhere{Types: []query.EntityType{"FUND"}}, []string{"1976", "1978-12"}},
		{"predicate", nil, &query.LinkWhere{Predicates: []string{"establishedIn"}}, []string{"1977"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, entry := range whole(t, func(p query.Page) (*query.TimelineConnection, error) { return g.Timeline(test.about, test.where, p) }) {
				got = append(got, entry.When().Edtf().String())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
	for _, test := range []struct {
		about []string
		where *query.LinkWhere
		want  fault.Kind
	}{
		{[]string{"fund/x", "fund/none"}, nil, fault.NotFound},
		{nil, &query.LinkWhere{Predicates: []string{"none"}}, fault.Invalid},
	} {
		if _, err := g.Timeline(test.about, test.where, query.Page{}); fault.KindOf(err) != test.want {
			t.Errorf("about %s: the error is %v, want one of kind %s", test.about, err, test.want)
		}
	}
}

// ties are claims between few things, most of them dated.
var ties = []claim{
	{"a|b", "country/japan|country/china", "contributesTo", "fund/x|fund/y", "when", "1976|1976/1978|1977-03|1978", "status", "HAPPENED|ONGOING|PLANNED"},
	{"a|b", "country/japan|country/china", "metWith", "country/japan|country/india", "when", "1972|1976~"},
	{"a|b", "fund/x|fund/y", "establishedIn", "1976|1977|1978-12/.."},
	{"a|b", "fund/x|fund/y", "administeredBy", "organisation/x"},
}

func TestTimelineMatchesBruteForce(t *testing.T) {
	onto := shippedOntology(t)
	status := [][]statement.Status{nil, {statement.Happened}, {statement.Planned, statement.Ongoing}}
	named := []string{"country/japan", "country/china", "fund/x", "organisation/x"}
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			claims := append(drawnClaims(ties, 12).Draw(t, "claims"), // each thing is there
				claim{"a", "country/japan", "contributesTo", "fund/x"}, claim{"a", "fund/x", "administeredBy", "organisation/x"},
				claim{"b", "country/china", "contributesTo", "fund/x"})
			g, said := open(t, onto, claims)
			about := rapid.SliceOfN(rapid.SampledFrom(named), 0, 3).Draw(t, "about")
			where := &query.LinkWhere{Status: rapid.SampledFrom(status).Draw(t, "status")}
			if rapid.Bool().Draw(t, "choose") {
				where.Predicates, where.Documents = []string{"metWith", "establishedIn", "contributesTo"}, []string{"document/a"}
			}
			want := bruteTimeline(said, about, where)
			var got []statement.Statement
			entries := whole(t, func(p query.Page) (*query.TimelineConnection, error) { return g.Timeline(about, where, p) })
			for _, entry := range entries {
				got = append(got, entry.Statement.Content())
			}
			if !slices.IsSortedFunc(got, func(a, b statement.Statement) int { return edtf.Compare(dateOf(a), dateOf(b)) }) {
				t.Fatalf("not in order of date: %v", got)
			}
			sortByID(got)
			if !slices.Equal(got, want) {
				t.Fatalf("about %s: got %v, want %v", about, got, want)
			}
		}
	})
}

func bruteTimeline(said []statement.Statement, about []string, where *query.LinkWhere) (dated []statement.Statement) {
	for _, s := range said {
		if !dateOf(s).IsZero() &&
			(len(about) == 0 || slices.Contains(about, string(s.Subject)) || slices.Contains(about, string(s.Object.Entity()))) &&
			(len(where.Status) == 0 || slices.Contains(where.Status, s.Status)) &&
			(where.Predicates == nil || slices.Contains(where.Predicates, s.Predicate)) &&
			(where.Documents == nil || slices.Contains(where.Documents, string(s.Evidence.Document))) {
			dated = append(dated, s)
		}
	}
	sortByID(dated)
	return dated
}

func dateOf(s statement.Statement) edtf.Date {
	if date := s.Object.Date(); !date.IsZero() {
		return date
	}
	return s.When
}

func sortByID(said []statement.Statement) {
	slices.SortFunc(said, func(a, b statement.Statement) int { return cmp.Compare(a.ID(), b.ID()) })
}

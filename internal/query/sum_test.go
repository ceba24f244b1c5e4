package query_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

func TestSum(t *testing.T) {
	onto := shippedOntology(t)
	gift := func(document, to, amount string, more ...string) claim {
		return append(claim{document, "country/japan", "contributesTo", "fund/" + to, "quantity", amount}, more...)
	}
	for _, test := range []struct {
		name   string
		claims []claim
		where  query.StatementWhere
		want   string // the amount, added + left out
	}{
		{"decimals are exact", []claim{gift("a", "x", "0.1 USD EXACT"), gift("a", "y", "0.2 USD EXACT")}, query.StatementWhere{}, "0.3 USD EXACT, 2 + 0"},
		{"beyond floating point", []claim{gift("a", "x", "9007199254740993 USD EXACT"), gift("a", "y", "0.01 USD EXACT")},
			query.StatementWhere{}, "9007199254740993.01 USD EXACT, 2 + 0"},
		{"one that is not exact", []claim{gift("a", "x", "10 USD EXACT"), gift("a", "y", "5 USD NEARLY")}, query.StatementWhere{}, "15 USD ABOUT, 2 + 0"},
		{"stages that are the same", []claim{gift("a", "x", "10 USD EXACT PLEDGED"), gift("a", "y", "5 USD EXACT PLEDGED")},
			query.StatementWhere{}, "15 USD EXACT PLEDGED, 2 + 0"},
		{"without an amount", []claim{gift("a", "x", "10 USD EXACT"), {"a", "country/japan", "contributesTo", "fund/y"}}, query.StatementWhere{}, "10 USD EXACT, 1 + 1"},
		{"planned", []claim{gift("a", "x", "10 USD EXACT"), gift("a", "y", "5 XEU EXACT", "status", "PLANNED")}, query.StatementWhere{}, "10 USD EXACT, 1 + 1"},
		{"planned, asked for", []claim{gift("a", "x", "10 USD EXACT"), gift("a", "y", "5 XEU EXACT", "status", "PLANNED")},
			query.StatementWhere{Status: []statement.Status{statement.Planned}}, "5 XEU EXACT, 1 + 0"},
		{"two documents of one gift", []claim{gift("a", "x", "10 USD EXACT", "when", "1978"), gift("b", "x", "10 USD ABOUT", "when", "1978-12")},
			query.StatementWhere{}, "10 USD EXACT, 1 + 1"},
		{"two documents of two gifts", []claim{gift("a", "x", "10 USD EXACT", "when", "1978"), gift("b", "x", "10 USD EXACT", "when", "1979")},
			query.StatementWhere{}, "20 USD EXACT, 2 + 0"},
		{"two gifts in two roles", []claim{gift("a", "x", "10 USD EXACT", "role", "increase"), gift("a", "x", "10 USD EXACT", "role", "per year")},
			query.StatementWhere{}, "20 USD EXACT, 2 + 0"},
		{"figures that agree", []claim{{"a", "observation/x", "value", "87 USD EXACT"}, {"b", "observation/x", "value", "86 USD ABOUT"},
			{"b", "observation/y", "value", "3 USD EXACT"}}, query.StatementWhere{}, "90 USD EXACT, 2 + 1"},
		{"two currencies", []claim{gift("a", "x", "10 USD EXACT"), gift("a", "y", "5 XEU EXACT"), gift("b", "y", "6 XEU EXACT")},
			query.StatementWhere{}, "the statements have amounts in XEU (2) and USD (1), which cannot be added"},
		{"two stages", []claim{gift("a", "x", "10 USD EXACT PLEDGED"), gift("a", "y", "5 USD EXACT")},
			query.StatementWhere{}, "the statements have amounts in USD (1) and USD pledged (1), which cannot be added"},
		{"nothing to add", []claim{{"a", "country/japan", "contributesTo", "fund/y"}}, query.StatementWhere{}, "none of the 1 statements has an amount to add"},
		{"figures that disagree", []claim{{"a", "observation/x", "value", "87 USD EXACT"}, {"b", "observation/x", "value", "95 USD EXACT"}},
			query.StatementWhere{}, "cannot both be true, so they cannot be added"},
		{"one of the figures that disagree", []claim{{"a", "observation/x", "value", "87 USD EXACT"}, {"b", "observation/x", "value", "95 USD EXACT"}},
			query.StatementWhere{Document: new("document/b")}, "95 USD EXACT, 1 + 0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			g, _ := open(t, onto, test.claims)
			if got := sumOf(g.Sum(test.where)); !strings.Contains(got, test.want) {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func sumOf(s *query.Sum, err error) string {
	if err != nil {
		return err.Error()
	}
	q := s.Quantity
	text := string(q.Value()) + " " + q.Unit() + " " + q.Qualifier().String()
	if stage := q.Stage(); stage != nil {
		text += " " + stage.String()
	}
	return fmt.Sprintf("%s, %d + %d", text, len(s.Added), len(s.LeftOut))
}

func TestSumRefusesTooMany(t *testing.T) {
	claims := make([]claim, 1001)
	for n := range claims {
		claims[n] = claim{"a", "country/japan", "contributesTo", "fund/x", "quantity", "1 USD EXACT", "when", strconv.Itoa(1000 + n)}
	}
	g, _ := open(t, shippedOntology(t), claims[:1000])
	if got, want := sumOf(g.Sum(query.StatementWhere{})), "1000 USD EXACT, 1000 + 0"; got != want {
		t.Errorf("the sum of 1,000 is %s, want %s", got, want)
	}
	g, _ = open(t, shippedOntology(t), claims)
	if _, err := g.Sum(query.StatementWhere{}); fault.KindOf(err) != fault.TooLarge {
		t.Errorf("the sum of 1,001: the error is %v, want one of kind %s", err, fault.TooLarge)
	}
}

// gifts are claims with amounts, many of them twice.
var gifts = []claim{
	{"a|b", "country/japan|country/china", "contributesTo", "fund/x|fund/y", "quantity", "10 USD EXACT|10 USD ABOUT|2.5 USD EXACT", "when", "1978|1978-12|1979"},
	{"a|b", "country/japan", "contributesTo", "fund/x", "quantity", "10 USD EXACT|0.1 USD NEARLY|7 USD EXACT PLEDGED", "status", "HAPPENED|PLANNED|PROPOSED", "role", "increase|per year"},
	{"a|b", "observation/x|observation/y", "value", "10 USD EXACT|10.2 USD ABOUT|10 USD EXACT|20 USD EXACT"},
	{"a|b", "country/china", "contributesTo", "fund/y"},
	{"b", "country/china", "contributesTo", "fund/y", "quantity", "1 USD EXACT|1 USD EXACT|1 USD EXACT|5 XEU EXACT"},
}

func TestSumMatchesBruteForce(t *testing.T) {
	onto := shippedOntology(t)
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			g, said := open(t, onto, drawnClaims(gifts, 10).Draw(t, "claims"))
			var where query.StatementWhere
			if predicate := rapid.SampledFrom([]string{"", "contributesTo", "value"}).Draw(t, "predicate"); predicate != "" {
				where.Predicate = &predicate
			}
			if rapid.Bool().Draw(t, "ask for a status") {
				where.Status = []statement.Status{statement.Happened, statement.Planned}
			}
			sum, err := g.Sum(where)
			checkSum(t, onto, said, where, sum, err)
		}
	})
}

func checkSum(t *rapid.T, onto *ontology.Ontology, said []statement.Statement, where query.StatementWhere, sum *query.Sum, err error) {
	var selected, countable []statement.Statement
	for _, s := range said {
		if (where.Predicate == nil || *where.Predicate == s.Predicate) && (where.Status == nil || slices.Contains(where.Status, s.Status)) {
			selected = append(selected, s)
			if !amountOf(s).IsZero() && (where.Status != nil || s.Status.Real()) {
				countable = append(countable, s)
			}
		}
	}
	kinds, conflict := map[string]bool{}, false
	conflicts := bruteConflicts(onto, said)
	for _, a := range countable {
		kinds[amountOf(a).Unit+amountOf(a).Stage.String()] = true
		for _, b := range countable {
			conflict = conflict || conflicts[against{a.ID(), b.ID()}]
		}
	}
	if err != nil {
		if fault.KindOf(err) != fault.Invalid || len(kinds) == 1 && !conflict {
			t.Fatalf("the sum of %v is refused: %v", countable, err)
		}
		return
	}
	if len(kinds) != 1 {
		t.Fatalf("%v were added", countable)
	}
	all := append(contents(sum.Added), contents(sum.LeftOut)...)
	sortByID(all)
	sortByID(selected)
	if !slices.Equal(all, selected) {
		t.Fatalf("added and left out are %v, want %v", all, selected)
	}
	total := new(big.Rat)
	for n, s := range sum.Added {
		total.Add(total, amountOf(s.Content()).Value.Rat())
		if slices.ContainsFunc(sum.Added[:n], func(other *query.Statement) bool { return sameGift(onto, s.Content(), other.Content()) }) {
			t.Fatalf("%s is counted twice", s.ID())
		}
	}
	for _, s := range sum.LeftOut {
		repeats := slices.ContainsFunc(sum.Added, func(other *query.Statement) bool { return sameGift(onto, s.Content(), other.Content()) })
		if slices.Contains(countable, s.Content()) && !repeats {
			t.Fatalf("%s is left out", s.ID())
		}
	}
	if got := sum.Quantity.Value().Rat(); got.Cmp(total) != 0 {
		t.Fatalf("the sum is %s, want %s", got, total)
	}
}

func amountOf(s statement.Statement) statement.Quantity {
	if q := s.Object.Quantity(); !q.IsZero() {
		return q
	}
	return s.Quantity
}

func sameGift(onto *ontology.Ontology, a, b statement.Statement) bool {
	x, y := amountOf(a), amountOf(b)
	switch {
	case a.Subject != b.Subject || a.Predicate != b.Predicate || a.Role != b.Role:
		return false
	case onto.Predicate(a.Predicate).Single:
		return x.Agrees(y)
	}
	sameTime := a.When == b.When || a.Evidence.Document != b.Evidence.Document && edtf.Compatible(a.When, b.When)
	return a.Object == b.Object && sameTime && x.Value == y.Value && x.Unit == y.Unit && x.Stage == y.Stage
}

package query_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

func TestDisagreements(t *testing.T) {
	onto := shippedOntology(t)
	for _, test := range []struct {
		name   string
		claims []claim
		want   string
	}{
		{"years", []claim{
			{"a", "fund/x", "establishedIn", "1976"}, {"b", "fund/x", "establishedIn", "1977"}, {"c", "fund/x", "establishedIn", "1977"},
		}, "fund/x establishedIn: 1977 (b c), 1976 (a)"},
		{"year and month agree", []claim{{"a", "fund/x", "establishedIn", "1977"}, {"b", "fund/x", "establishedIn", "1977-03"}}, ""},
		{"more and less exact against a third", []claim{
			{"a", "fund/x", "establishedIn", "1977"}, {"b", "fund/x", "establishedIn", "1977-03"},
			{"c", "fund/x", "establishedIn", "1977-03"}, {"d", "fund/x", "establishedIn", "1978"},
		}, "fund/x establishedIn: 1977-03 (a b c), 1978 (d)"},
		{"what agrees with two that disagree", []claim{
			{"a", "fund/x", "establishedIn", "1976"}, {"b", "fund/x", "establishedIn", "1977"},
			{"c", "fund/x", "establishedIn", "[1976,1977]"}, {"d", "fund/x", "establishedIn", "1980"},
		}, "fund/x establishedIn: 1976 (a), 1977 (b), 1980 (d)\nfund/x establishedIn: [1976,1977] (c), 1980 (d)"},
		{"one document with two values", []claim{
			{"a", "fund/x", "establishedIn", "1976"}, {"a", "fund/x", "establishedIn", "1977"},
		}, ""},
		{"two values of one document against a third", []claim{
			{"a", "fund/x", "establishedIn", "1976"}, {"a", "fund/x", "establishedIn", "1977"}, {"b", "fund/x", "establishedIn", "1978"},
		}, "fund/x establishedIn: 1976 (a), 1978 (b)\nfund/x establishedIn: 1977 (a), 1978 (b)"},
		{"planned and happened", []claim{{"a", "fund/x", "establishedIn", "1976", "status", "PLANNED"}, {"b", "fund/x", "establishedIn", "1977"}}, ""},
		{"role is part of the key", []claim{
			{"a", "partnership/x", "establishedIn", "1973", "role", "informal relations"}, {"b", "partnership/x", "establishedIn", "1977", "role", "formalised"},
			{"c", "partnership/x", "establishedIn", "1974", "role", "informal relations"},
		}, "partnership/x establishedIn [informal relations]: 1973 (a), 1974 (c)"},
		{"levels at different times", []claim{
			{"a", "partnership/x", "partnershipLevel", "strategic", "when", "2003/2010"}, {"b", "partnership/x", "partnershipLevel", "special", "when", "2011/.."},
		}, ""},
		{"a later level ends an earlier one", []claim{
			{"a", "partnership/x", "partnershipLevel", "strategic", "when", "2003"}, {"b", "partnership/x", "partnershipLevel", "special", "when", "2011/.."},
		}, ""},
		{"levels at one time", []claim{
			{"a", "partnership/x", "partnershipLevel", "strategic", "when", "2003/2015"}, {"b", "partnership/x", "partnershipLevel", "special", "when", "2011/.."},
			{"c", "partnership/x", "partnershipLevel", "dialogue", "when", "2011"},
		}, "partnership/x partnershipLevel: strategic (a), dialogue (c), special (b)"},
		{"town and its country", []claim{
			{"a", "centre/x", "locatedIn", "place/tokyo"}, {"b", "centre/x", "locatedIn", "country/japan"}, {"a", "place/tokyo", "inCountry", "country/japan"},
		}, ""},
		{"town and another country", []claim{
			{"a", "centre/x", "locatedIn", "place/tokyo"}, {"b", "centre/x", "locatedIn", "country/china"}, {"a", "place/tokyo", "inCountry", "country/japan"},
		}, "centre/x locatedIn: country/china (b), place/tokyo (a)"},
		{"amounts within tolerance", []claim{
			{"a", "observation/x", "value", "87000000000 USD NEARLY"}, {"b", "observation/x", "value", "86500000000 USD EXACT"},
		}, ""},
		{"amounts out of tolerance", []claim{
			{"a", "observation/x", "value", "87000000000 USD NEARLY"}, {"b", "observation/x", "value", "90300000000 USD EXACT"},
		}, "observation/x value: nearly USD 87 billion (a), USD 90.3 billion (b)"},
		{"amounts in two units", []claim{
			{"a", "observation/x", "value", "87000000000 USD EXACT"}, {"b", "observation/x", "value", "70000000000 XEU EXACT"},
		}, ""},
		{"several values that one document gives together", []claim{
			{"a", "centre/x", "locatedIn", "country/japan"}, {"a", "centre/x", "locatedIn", "country/china"}, {"b", "centre/x", "locatedIn", "country/japan"},
			{"c", "centre/x", "locatedIn", "country/laos"},
		}, "centre/x locatedIn: country/japan (a b), country/laos (c)\ncentre/x locatedIn: country/china (a), country/laos (c)"},
		{"beginnings of membership, whatever the role", []claim{
			{"a", "country/x", "memberOf", "organisation/y", "when", "1995-07-28/..", "role", "seventh"},
			{"b", "country/x", "memberOf", "organisation/y", "when", "1996/.."}, {"c", "country/x", "memberOf", "organisation/z", "when", "1997/.."},
			{"d", "country/x", "memberOf", "organisation/y"}, {"e", "country/x", "memberOf", "organisation/y", "when", "1995"},
		}, "country/x memberOf: 1995 (a e), 1996 (b)"},
		{"terms", []claim{
			{"a", "person/x", "heldOffice", "office/y", "when", "1976-12/1978-12"}, {"b", "person/x", "heldOffice", "office/y", "when", "1976/1979"},
			{"c", "person/x", "heldOffice", "office/y", "when", "1990/1992"}, {"d", "person/x", "heldOffice", "office/y", "when", "../1978"},
		}, "person/x heldOffice: ../1978 (a d), 1976/1979 (b)"},
		{"a date within a term", []claim{
			{"a", "person/x", "headOf", "organisation/y", "when", "2009/2012"}, {"b", "person/x", "headOf", "organisation/y", "when", "2010"},
		}, ""},
		{"most documents first, then by name", []claim{
			{"a", "fund/b", "establishedIn", "1976"}, {"b", "fund/b", "establishedIn", "1977"},
			{"a", "fund/a", "establishedIn", "1976"}, {"b", "fund/a", "establishedIn", "1977"},
			{"a", "fund/z", "establishedIn", "1976"}, {"b", "fund/z", "establishedIn", "1977"}, {"c", "fund/z", "establishedIn", "1977-02"},
		}, "fund/z establishedIn: 1977 (b c), 1976 (a)\nfund/a establishedIn: 1976 (a), 1977 (b)\nfund/b establishedIn: 1976 (a), 1977 (b)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			g, _ := open(t, onto, test.claims)
			if got := describe(allDisagreements(t, g)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

func allDisagreements(t fataler, g *query.Graph, about ...string) []*query.Disagreement {
	t.Helper()
	return whole(t, func(p query.Page) (*query.DisagreementConnection, error) { return g.Disagreements(about, p) })
}

func describe(all []*query.Disagreement) string {
	var lines []string
	for _, d := range all {
		var values []string
		for _, v := range d.Values {
			values = append(values, label(v.Value)+" ("+documentsOf(v.Statements)+")")
		}
		line := d.Subject().ID() + " " + d.Predicate().Name()
		if role := d.Role(); role != nil {
			line += " [" + *role + "]"
		}
		lines = append(lines, line+": "+strings.Join(values, ", "))
	}
	return strings.Join(lines, "\n")
}

func TestDisagreementsAboutThings(t *testing.T) {
	g, _ := open(t, shippedOntology(t), []claim{
		{"a", "country/x", "memberOf", "organisation/y", "when", "1995"}, {"b", "country/x", "memberOf", "organisation/y", "when", "1996"},
		{"a", "fund/x", "establishedIn", "1976"}, {"b", "fund/x", "establishedIn", "1977"}, {"b", "fund/x", "administeredBy", "organisation/z"},
	})
	member, fund := "country/x memberOf: 1995 (a), 1996 (b)", "fund/x establishedIn: 1976 (a), 1977 (b)"
	for _, test := range []struct {
		about []string
		want  string
	}{
		{nil, member + "\n" + fund},
		{[]string{"fund/x"}, fund},
		{[]string{"organisation/y"}, member},
		{[]string{"organisation/z"}, ""},
		{[]string{"fund/x", "country/x", "fund/x"}, member + "\n" + fund},
	} {
		if got := describe(allDisagreements(t, g, test.about...)); got != test.want {
			t.Errorf("about %s: got\n%s\nwant\n%s", test.about, got, test.want)
		}
	}
	if _, err := g.Disagreements([]string{"fund/none"}, query.Page{}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("about an unknown id: the error is %v, want one of kind %s", err, fault.NotFound)
	}
}

// quarrels are claims of which many cannot be true together.
var quarrels = []claim{
	{"a|b|c", "fund/x|fund/y", "establishedIn", "1976|1977|1977-03|1977-05|[1976,1977]|1976~|1975/1977|1980", "status", "HAPPENED|HAPPENED|ONGOING|PLANNED", "role", "first|second"},
	{"a|b|c", "centre/x", "locatedIn", "place/tokyo|place/osaka|country/japan|country/china", "when", "1981|1981/1990|1985|1991/.."},
	{"a|b|c", "place/tokyo|place/osaka", "inCountry", "country/japan|country/japan|country/china"},
	{"a|b|c", "country/japan|country/china", "memberOf", "organisation/x|organisation/y", "when", "1995/..|1995-07|1996/2001|../1996|1997", "role", "first|second"},
	{"a|b|c", "person/x", "heldOffice", "office/x|office/y", "when", "1976/1978|1976-12/1978-12|1976/1979|1978|1990/1992|1976/.."},
	{"a|b|c", "observation/x", "value", "100 USD EXACT|100 USD ABOUT|104 USD EXACT|105 USD EXACT|130 USD OVER|100 XEU EXACT", "when", "1996|1997"},
}

func TestDisagreementsMatchBruteForce(t *testing.T) {
	onto := shippedOntology(t)
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			g, said := open(t, onto, drawnClaims(quarrels, 16).Draw(t, "claims"))
			checkDisagreements(t, g, bruteConflicts(onto, said))
		}
	})
}

// against is two statements that conflict.
type against [2]statement.ID

func checkDisagreements(t *rapid.T, g *query.Graph, want map[against]bool) {
	shown := map[against]bool{}
	documents := func(d *query.Disagreement) (n int) {
		for _, v := range d.Values {
			n += v.Documents
		}
		return n
	}
	all := allDisagreements(t, g)
	for _, d := range all {
		var docs []string
		for n, v := range d.Values {
			own := strings.Fields(documentsOf(v.Statements))
			if len(own) != v.Documents {
				t.Fatalf("%s: value %d has %d documents, want %d", describe(all), n, v.Documents, len(own))
			}
			docs = append(docs, own...)
			for _, other := range d.Values[n+1:] {
				for _, a := range v.Statements {
					for _, b := range other.Statements {
						shown[against{statement.ID(a.ID()), statement.ID(b.ID())}] = true
						shown[against{statement.ID(b.ID()), statement.ID(a.ID())}] = true
					}
				}
			}
		}
		slices.Sort(docs)
		if len(slices.Compact(docs)) != documents(d) {
			t.Fatalf("%s: a document stands under two values", describe(all))
		}
	}
	if !slices.IsSortedFunc(all, func(a, b *query.Disagreement) int { return -cmp.Compare(documents(a), documents(b)) }) {
		t.Fatalf("most documents are not first in\n%s", describe(all))
	}
	for pair := range want {
		if !shown[pair] {
			t.Fatalf("%s conflict, but no disagreement shows it:\n%s", pair, describe(all))
		}
	}
	for pair := range shown {
		if !want[pair] {
			t.Fatalf("%s do not conflict, but are under different values:\n%s", pair, describe(all))
		}
		against := g.Node(string(pair[0])).(*query.Statement).ConflictsWith()
		if !slices.ContainsFunc(against, func(s *query.Statement) bool { return s.ID() == string(pair[1]) }) {
			t.Fatalf("%s are under different values, but conflictsWith does not tell", pair)
		}
	}
	told := 0
	for _, s := range whole(t, func(p query.Page) (*query.StatementConnection, error) { return g.Statements(nil, p, nil) }) {
		told += len(s.ConflictsWith())
	}
	if told != len(want) {
		t.Fatalf("conflictsWith tells of %d conflicts, want %d", told, len(want))
	}
}

// bruteConflicts holds every statement against every other, and against what
// the other's document says besides.
func bruteConflicts(onto *ontology.Ontology, said []statement.Statement) map[against]bool {
	inside := func(inner, outer statement.Term) bool {
		return slices.ContainsFunc(said, func(s statement.Statement) bool {
			return onto.Predicate(s.Predicate).Contains && s.Status.Real() && s.Subject == inner.Entity() && s.Object == outer
		})
	}
	// judge tells whether two statements can be compared, and whether they then agree.
	judge := func(a, b statement.Statement) (compared, agree bool) {
		p := onto.Predicate(a.Predicate)
		if a.Subject != b.Subject || a.Predicate != b.Predicate || !a.Status.Real() || !b.Status.Real() {
			return false, false
		}
		starts := apart(beginning(p, a), beginning(p, b))
		switch x, y := a.Object, b.Object; {
		case p.Single && p.Object == statement.KindDate:
			return a.Role == b.Role, edtf.Compatible(x.Date(), y.Date())
		case p.Single && p.Object == statement.KindQuantity:
			return a.Role == b.Role && together(p, a, b) && x.Quantity().Unit == y.Quantity().Unit, x.Quantity().Agrees(y.Quantity())
		case p.Single:
			return a.Role == b.Role && together(p, a, b) && !follows(p, a, b) && !follows(p, b, a), x == y || inside(x, y) || inside(y, x)
		case p.Once:
			return x == y, !starts
		case p.Term:
			ends := a.When.IsInterval() && b.When.IsInterval() && apart(a.When.End(), b.When.End())
			return x == y && together(p, a, b), !starts && !ends
		}
		return false, false
	}
	tells := func(document statement.EntityID, what statement.Statement) bool {
		return slices.ContainsFunc(said, func(s statement.Statement) bool {
			compared, agree := judge(s, what)
			return s.Evidence.Document == document && compared && agree
		})
	}
	found := map[against]bool{}
	for _, a := range said {
		for _, b := range said {
			compared, agree := judge(a, b)
			if compared && !agree && a.Evidence.Document != b.Evidence.Document && !tells(a.Evidence.Document, b) && !tells(b.Evidence.Document, a) {
				found[against{a.ID(), b.ID()}] = true
			}
		}
	}
	return found
}

// follows tells whether b begins after a, of which no end is told.
func follows(p *ontology.Predicate, a, b statement.Statement) bool {
	ended := a.When.IsInterval() && !a.When.End().IsZero()
	return p.Time == ontology.Since && !ended && edtf.Before(a.When.Start(), b.When.Start(), edtf.Definite)
}

func apart(a, b edtf.Date) bool { return !a.IsZero() && !b.IsZero() && !edtf.Compatible(a, b) }

func beginning(p *ontology.Predicate, s statement.Statement) edtf.Date {
	if p.Time == ontology.While && !s.When.IsInterval() {
		return edtf.Date{}
	}
	return s.When.Start()
}

func together(p *ontology.Predicate, a, b statement.Statement) bool {
	x, y := a.When, b.When
	if p.Time == ontology.Since {
		x, y = x.OpenFrom(), y.OpenFrom()
	}
	return x.IsZero() || y.IsZero() || edtf.Overlaps(x, y, edtf.Possible)
}

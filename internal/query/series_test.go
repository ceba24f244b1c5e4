package query_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// observed are the claims of one document that make a figure; an empty partner
// or compiler is not told.
func observed(document, slug, indicator, reporter, partner, compiler, period, value string, more ...string) []claim {
	subject := "observation/" + slug
	claims := []claim{
		{document, subject, "measures", "indicator/" + indicator},
		{document, subject, "reporter", reporter},
		{document, subject, "period", period},
		append(claim{document, subject, "value", value}, more...),
	}
	if partner != "" {
		claims = append(claims, claim{document, subject, "counterpart", partner})
	}
	if compiler != "" {
		claims = append(claims, claim{document, subject, "compiledBy", compiler})
	}
	return claims
}

func TestSeries(t *testing.T) {
	onto := shippedOntology(t)
	exports := func(document, period, value string, more ...string) []claim {
		return observed(document, "exports."+period[:4], "exports", "organisation/asean", "country/japan", "", period, value, more...)
	}
	const head = "exports of organisation/asean with country/japan, USD: "
	for _, test := range []struct {
		name   string
		claims []claim
		want   string
	}{
		{"in order of period", slices.Concat(exports("a", "1996", "12 USD EXACT"), exports("a", "1993", "10 USD EXACT")), head + "1993 USD 10; 1996 USD 12"},
		{"change from year to year", slices.Concat(exports("a", "1993", "10 USD EXACT"), exports("a", "1994", "12.5 USD EXACT"), exports("b", "1995", "12.499 USD EXACT")),
			head + "1993 USD 10; 1994 USD 12.5 (25 percent); 1995 USD 12.499 (0 percent)"},
		{"no change where a figure is not exact", slices.Concat(exports("a", "1993", "10 USD NEARLY"), exports("a", "1994", "12 USD EXACT"), exports("a", "1995", "13 USD ABOUT")),
			head + "1993 nearly USD 10; 1994 USD 12; 1995 about USD 13"},
		{"no change between spans, seasons, doubtful years", slices.Concat(exports("a", "1993/1994", "10 USD EXACT"), exports("a", "1995~", "12 USD EXACT"), exports("a", "1996-06", "13 USD EXACT"), exports("a", "1997", "13 USD EXACT")),
			head + "1993/1994 USD 10; 1995~ USD 12; 1996-06 USD 13; 1997 USD 13"},
		{"no change from nothing or less", slices.Concat(exports("a", "1993", "0 USD EXACT"), exports("a", "1994", "-4 USD EXACT"), exports("a", "1995", "12 USD EXACT")),
			head + "1993 USD 0; 1994 USD -4; 1995 USD 12"},
		{"documents that disagree, and no change from either", slices.Concat(exports("a", "1993", "10 USD EXACT"), exports("b", "1993", "11 USD EXACT"), exports("a", "1994", "12 USD EXACT")),
			head + "1993 USD 10; 1993 USD 11; 1994 USD 12"},
		{"documents that agree word for word", slices.Concat(exports("a", "1993", "10 USD EXACT"), exports("b", "1993", "10 USD EXACT"), exports("a", "1994", "12 USD EXACT")),
			head + "1993 USD 10 [a b]; 1994 USD 12 (20 percent)"},
		{"shares change by points", slices.Concat(
			observed("a", "x", "trade-share", "organisation/asean", "country/japan", "", "1993", "8.4 percent EXACT"),
			observed("a", "y", "trade-share", "organisation/asean", "country/japan", "", "1994", "12 percent EXACT")),
			"trade-share of organisation/asean with country/japan, percent: 1993 8.4 percent; 1994 12 percent (3.6 percentage-point)"},
		{"targets are not in it", slices.Concat(exports("a", "1993", "10 USD EXACT"),
			exports("a", "2010", "20 USD EXACT", "status", "PLANNED", "role", "target"), exports("a", "2020", "30 USD EXACT", "role", "target")), head + "1993 USD 10"},
		{"currency, compiler, partner and indicator apart", slices.Concat(
			exports("a", "1993", "10 USD EXACT"), exports("a", "1994", "9 XEU EXACT"),
			observed("a", "x", "exports", "organisation/asean", "country/japan", "country/japan", "1994", "11 USD EXACT"),
			observed("a", "y", "exports", "organisation/asean", "country/china", "", "1994", "12 USD EXACT"),
			observed("a", "z", "exports", "organisation/asean", "", "", "1994", "14 USD EXACT"),
			observed("a", "v", "exports", "country/japan", "organisation/asean", "", "1994", "15 USD EXACT"),
			observed("a", "w", "imports", "organisation/asean", "country/japan", "", "1994", "13 USD EXACT")),
			"exports of country/japan with organisation/asean, USD: 1994 USD 15\n" +
				"exports of organisation/asean, USD: 1994 USD 14\n" +
				"exports of organisation/asean with country/china, USD: 1994 USD 12\n" +
				head + "1993 USD 10\n" +
				"exports of organisation/asean with country/japan, XEU: 1994 XEU 9\n" +
				"exports of organisation/asean with country/japan by country/japan, USD: 1994 USD 11\n" +
				"imports of organisation/asean with country/japan, USD: 1994 USD 13"},
		{"what another document tells of the figure", append(exports("a", "1993", "10 USD EXACT"), claim{"b", "observation/exports.1993", "value", "11 USD EXACT"}),
			head + "1993 USD 10; 1993 USD 11"},
		{"one document's own period", append(exports("a", "1993", "10 USD EXACT"), claim{"b", "observation/exports.1993", "value", "11 USD EXACT"},
			claim{"b", "observation/exports.1993", "period", "1992"}), head + "1992 USD 11; 1993 USD 10"},
		{"the date of the value where no period is told", []claim{{"a", "observation/x", "measures", "indicator/exports"}, {"a", "observation/x", "value", "10 USD EXACT", "when", "1993"},
			{"a", "observation/y", "measures", "indicator/exports"}, {"a", "observation/y", "value", "11 USD EXACT"}}, "exports, USD: 1993 USD 10"},
		{"a partner told in two ways, and not by the document of the value", append(exports("a", "1993", "10 USD EXACT"),
			claim{"b", "observation/exports.1993", "counterpart", "country/china"}, claim{"c", "observation/exports.1993", "value", "11 USD EXACT"}), head + "1993 USD 10"},
		{"what is measured is not told", []claim{{"a", "observation/x", "value", "10 USD EXACT", "when", "1993"}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			g, _ := open(t, onto, test.claims)
			all, err := g.Series(nil, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := chart(all); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// chart writes series a line each; a change in round brackets, the documents
// of a value that has several in square ones.
func chart(all []*query.Series) string {
	var lines []string
	for _, s := range all {
		line := strings.TrimPrefix(s.Indicator().ID(), "indicator/")
		line += named(" of ", s.Reporter()) + named(" with ", s.Partner()) + named(" by ", s.CompiledBy())
		var points []string
		for _, p := range s.Figures() {
			point := p.Period().Edtf().String() + " " + p.Value().Label()
			if c := p.Change(); c != nil {
				point += fmt.Sprintf(" (%s %s)", c.Value, c.Unit)
			}
			if from := documentsOf(p.Statements()); strings.Contains(from, " ") {
				point += " [" + from + "]"
			}
			points = append(points, point)
		}
		lines = append(lines, line+", "+s.Unit()+": "+strings.Join(points, "; "))
	}
	return strings.Join(lines, "\n")
}

func named(word string, thing query.Entity) string {
	if thing == nil {
		return ""
	}
	return word + thing.ID()
}

func TestSeriesChangeIsToldFromBothStatements(t *testing.T) {
	g, _ := open(t, shippedOntology(t), slices.Concat(
		observed("a", "x", "exports", "organisation/asean", "", "", "1993", "10 USD EXACT"),
		observed("b", "y", "exports", "organisation/asean", "", "", "1994", "7 USD EXACT")))
	all, err := g.Series(nil, nil, nil)
	if err != nil || len(all) != 1 || len(all[0].Figures()) != 2 {
		t.Fatalf("series are %s, error %v", chart(all), err)
	}
	before, after := all[0].Figures()[0], all[0].Figures()[1]
	if change := after.Change(); change == nil || change.Value != "-30" || !slices.Equal(change.From, []*query.Statement{before.Statement(), after.Statement()}) {
		t.Errorf("the change is %+v", change)
	}
	if after.Observation().ID() != "observation/y" || before.Change() != nil {
		t.Errorf("the points are of %s and %s, the first change %v", before.Observation().ID(), after.Observation().ID(), before.Change())
	}
}

func TestSeriesFilters(t *testing.T) {
	g, _ := open(t, shippedOntology(t), slices.Concat(
		observed("a", "x", "exports", "organisation/asean", "country/japan", "", "1993", "10 USD EXACT"),
		observed("a", "y", "imports", "organisation/asean", "country/china", "", "1993", "11 USD EXACT"),
		observed("a", "z", "imports", "country/japan", "organisation/asean", "", "1993", "12 USD EXACT")))
	for _, test := range []struct {
		indicator, reporter, partner, want string
		kind                               fault.Kind
	}{
		{"indicator/exports", "", "", "exports of organisation/asean with country/japan, USD: 1993 USD 10", 0},
		{"", "country/japan", "", "imports of country/japan with organisation/asean, USD: 1993 USD 12", 0},
		{"", "", "country/china", "imports of organisation/asean with country/china, USD: 1993 USD 11", 0},
		{"indicator/exports", "country/japan", "", "", 0},
		{"indicator/none", "", "", "", fault.NotFound},
		{"", "country/nowhere", "", "", fault.NotFound},
		{"", "", "country/nowhere", "", fault.NotFound},
		{"country/japan", "", "", "", fault.Invalid},
		{"", "indicator/exports", "", "", fault.Invalid},
	} {
		all, err := g.Series(optional(test.indicator), optional(test.reporter), optional(test.partner))
		if test.kind != 0 {
			if fault.KindOf(err) != test.kind {
				t.Errorf("%+v: the error is %v", test, err)
			}
			continue
		}
		if got := chart(all); err != nil || got != test.want {
			t.Errorf("%+v: got %s, error %v", test, got, err)
		}
	}
}

func optional(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

// figures are claims about few observations, by documents that may leave
// dimensions to each other.
var figures = []claim{
	{"a|b", "observation/x|observation/y|observation/z", "measures", "indicator/exports|indicator/exports|indicator/imports"},
	{"a|b", "observation/x|observation/y|observation/z", "reporter", "organisation/asean|organisation/asean|country/japan"},
	{"a|b", "observation/x|observation/y|observation/z", "counterpart", "country/japan"},
	{"a|b", "observation/x|observation/y|observation/z", "compiledBy", "organisation/asean|country/japan", "status", "HAPPENED|PLANNED"},
	{"a|b", "observation/x|observation/y|observation/z", "period", "1993|1994|1995/1996"},
	{"a|b", "observation/x|observation/y|observation/z", "value", "10 USD EXACT|12 USD ABOUT|9 XEU EXACT", "status", "HAPPENED|HAPPENED|PLANNED", "role", "|target|estimate"},
}

func TestSeriesMatchBruteForce(t *testing.T) {
	onto := shippedOntology(t)
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			g, said := open(t, onto, drawnClaims(figures, 20).Draw(t, "claims"))
			got := map[string]bool{}
			all, err := g.Series(nil, nil, nil)
			if err != nil {
				t.Fatalf("%v", err)
			}
			for _, s := range all {
				var things []query.Observation
				for _, p := range s.Figures() {
					if !slices.Contains(things, p.Observation()) {
						things = append(things, p.Observation())
					}
					for _, value := range p.Statements() {
						got[strings.Join([]string{string(value.ID()), s.Indicator().ID(), named("", s.Reporter()), named("", s.Partner()),
							named("", s.CompiledBy()), s.Unit(), p.Period().Edtf().String()}, " ")] = true
					}
				}
				if !slices.Equal(s.Points(), things) {
					t.Fatalf("the points are %v, want %v", s.Points(), things)
				}
			}
			if want := bruteFigures(said); !maps.Equal(got, want) {
				t.Fatalf("got\n%v\nwant\n%v\n%s", got, want, chart(all))
			}
			if !slices.IsSortedFunc(all, func(a, b *query.Series) int { return cmp.Compare(a.Indicator().ID(), b.Indicator().ID()) }) {
				t.Fatalf("not in order of what is measured:\n%s", chart(all))
			}
		}
	})
}

// bruteFigures are all values of which everything is told in one way.
func bruteFigures(said []statement.Statement) map[string]bool {
	told := func(value statement.Statement, predicate string) []string {
		own, all := map[string]bool{}, map[string]bool{}
		for _, s := range said {
			if s.Subject == value.Subject && s.Predicate == predicate && s.Status.Real() {
				all[s.Object.String()] = true
				if s.Evidence.Document == value.Evidence.Document {
					own[s.Object.String()] = true
				}
			}
		}
		if len(own) > 0 {
			all = own
		}
		return slices.Collect(maps.Keys(all))
	}
	found := map[string]bool{}
	for _, s := range said {
		if s.Predicate != "value" || !s.Status.Real() || s.Role == "target" {
			continue
		}
		row := []string{string(s.ID())}
		for _, column := range [][]string{
			told(s, "measures"), told(s, "reporter"), told(s, "counterpart"), told(s, "compiledBy"), {s.Object.Quantity().Unit}, told(s, "period"),
		} {
			if len(column) == 0 {
				column = []string{""}
			}
			if len(column) == 1 {
				row = append(row, column[0])
			}
		}
		if len(row) == 7 && row[1] != "" && row[6] != "" {
			found[strings.Join(row, " ")] = true
		}
	}
	return found
}

func TestShippedSeries(t *testing.T) {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ indicator, reporter, partner, want string }{
		{"indicator/fdi-outflow", "country/japan", "organisation/asean",
			"fdi-outflow of country/japan with organisation/asean, USD: 1993 USD 3.49 billion; 1994 USD 5.14 billion (47.3 percent); 1995 USD 5.15 billion (0.2 percent)"},
		{"indicator/fdi-share", "country/japan", "organisation/asean",
			"fdi-share of country/japan with organisation/asean, percent: 1993 8.4 percent; 1994 12 percent (3.6 percentage-point); 1995 10.4 percent (-1.6 percentage-point); 1997~ about 20 percent"},
		{"indicator/trade-share", "", "country/japan",
			"trade-share of organisation/asean with country/japan, percent: 1996 nearly 21 percent"},
		{"indicator/trade-share", "country/japan", "",
			"trade-share of country/japan with organisation/asean, percent: 1996 about 15 percent"},
	} {
		all, err := e.Graph.Series(optional(test.indicator), optional(test.reporter), optional(test.partner))
		if got := chart(all); err != nil || got != test.want {
			t.Errorf("got\n%s\nwant\n%s\nerror %v", got, test.want, err)
		}
	}
}

package query_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// trait is a link as a compared thing has it.
type trait struct {
	predicate string
	forward   bool
	other     statement.EntityID
}

// traits gives the statements of each link of a thing that is meant.
func (o *oracle) traits(id statement.EntityID, w *query.LinkWhere, byDefault func(statement.Status) bool) map[trait][]statement.Statement {
	all := map[trait][]statement.Statement{}
	for _, s := range o.Statements {
		object := s.Object.Entity()
		if object == "" || !o.meant(s, w, byDefault) {
			continue
		}
		var at trait
		switch id {
		case s.Subject:
			at = trait{s.Predicate, true, object}
		case object:
			at = trait{s.Predicate, o.symmetric(s.Predicate), s.Subject}
		default:
			continue
		}
		if o.runs(s.Predicate, at.forward, w) && o.types(at.other, w) {
			all[at] = append(all[at], s)
		}
	}
	return all
}

// compareTraits orders by class, predicate, direction and name.
func (o *oracle) compareTraits(a, b trait) int {
	backward := func(t trait) string { return fmt.Sprint(!t.forward) }
	return cmp.Or(cmp.Compare(o.of[a.other].Class, o.of[b.other].Class), cmp.Compare(a.predicate, b.predicate),
		cmp.Compare(backward(a), backward(b)), o.compare(a.other, b.other))
}

// begun is the earliest beginning of statements, as text; empty for none.
func begun(said []statement.Statement) string {
	var dates []edtf.Date
	for _, s := range said {
		if start := s.When.Start(); !start.IsZero() {
			dates = append(dates, start)
		}
	}
	if len(dates) == 0 {
		return ""
	}
	return slices.MinFunc(dates, edtf.Compare).String()
}

// idsOf gives the statements' ids, in order of id.
func idsOf(said []statement.Statement) (all []string) {
	for _, s := range said {
		all = append(all, string(s.ID()))
	}
	slices.Sort(all)
	return all
}

// tellComparison writes what the oracle finds, in the form of tellAnswer.
func (o *oracle) tellComparison(of []statement.EntityID, w *query.LinkWhere) string {
	var b strings.Builder
	var counted, shown []map[trait][]statement.Statement
	any := map[trait]int{} // how many have it
	everything := map[trait]bool{}
	for n, id := range of {
		counted = append(counted, o.traits(id, w, statement.Status.Real))
		shown = append(shown, o.traits(id, w, func(statement.Status) bool { return true }))
		for t := range counted[n] {
			any[t]++
		}
		for t := range shown[n] {
			everything[t] = true
		}
	}
	var all []trait
	for t := range everything {
		all = append(all, t)
	}
	slices.SortFunc(all, o.compareTraits)
	shared := 0
	for _, t := range all {
		if any[t] != len(of) {
			continue
		}
		shared++
		fmt.Fprintf(&b, "shared %s\n", t.other)
		for n, id := range of {
			fmt.Fprintf(&b, "  %s %s %v %s %v\n", id, t.predicate, t.forward, begun(counted[n][t]), idsOf(counted[n][t]))
		}
	}
	for n, id := range of {
		fmt.Fprintf(&b, "only %s\n", id)
		for _, t := range all {
			if said := counted[n][t]; any[t] == 1 && len(said) > 0 {
				fmt.Fprintf(&b, "  %s %s %v\n", t.predicate, t.other, idsOf(said))
			}
		}
	}
	for _, t := range all {
		fmt.Fprintf(&b, "row %s %s %v\n", t.other, t.predicate, t.forward)
		for n := range of {
			b.WriteString(tellCell(shown[n][t]))
		}
	}
	if len(any) == 0 {
		return b.String() + "0"
	}
	return b.String() + fmt.Sprint(float64(shared)/float64(len(any)))
}

func tellCell(said []statement.Statement) string {
	if len(said) == 0 {
		return "  none\n"
	}
	status := said[0].Status
	documents := map[statement.EntityID]bool{}
	var real []statement.Statement
	for _, s := range said {
		status = min(status, s.Status)
		documents[s.Evidence.Document] = true
		if s.Status.Real() {
			real = append(real, s)
		}
	}
	if len(real) == 0 {
		real = said
	}
	return fmt.Sprintf("  %s %v %d %v\n", begun(real), status, len(documents), idsOf(said))
}

func edtfOf(p *query.Period) string {
	if p == nil {
		return ""
	}
	return p.Edtf().String()
}

func tellAnswer(t *rapid.T, c *query.Comparison) string {
	var b strings.Builder
	for _, s := range c.Shared() {
		fmt.Fprintf(&b, "shared %s\n", s.Entity.ID())
		for _, l := range s.Links {
			fmt.Fprintf(&b, "  %s %s %v %s %v\n", l.To.ID(), l.Predicate.Name(), l.Forward, edtfOf(l.Since), ids(l.Statements))
		}
	}
	hundred := 100
	for _, one := range c.Only() {
		fmt.Fprintf(&b, "only %s\n", one.Of.ID())
		links, err := one.Links(&hundred, nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range links.Nodes() {
			fmt.Fprintf(&b, "  %s %s %v\n", l.Predicate().Name(), l.Node().ID(), ids(l.Statements))
		}
	}
	rows, err := c.Matrix(&hundred, nil, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows.Nodes() {
		fmt.Fprintf(&b, "row %s %s %v\n", row.Entity.ID(), row.Predicate.Name(), row.Forward)
		for _, cell := range row.Cells {
			if cell == nil {
				b.WriteString("  none\n")
				continue
			}
			fmt.Fprintf(&b, "  %s %v %d %v\n", edtfOf(cell.Since), cell.Status, cell.Documents, ids(cell.Statements))
		}
	}
	return b.String() + fmt.Sprint(c.Similarity)
}

func TestCompareAgreesWithOracle(t *testing.T) {
	onSmallGraphs(t, func(t *rapid.T, g *query.Graph, o *oracle) {
		most := min(query.MaxCompared, len(o.Entities))
		var of []statement.EntityID
		var named []string
		for _, e := range rapid.SliceOfNDistinct(rapid.SampledFrom(o.Entities), 2, most, func(e statement.Entity) statement.EntityID { return e.ID }).Draw(t, "of") {
			of, named = append(of, e.ID), append(named, string(e.ID))
		}
		where := anyLinkWhere(t, o.Sample)
		c, err := g.Compare(named, where)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := tellAnswer(t, c), o.tellComparison(of, where); got != want {
			t.Fatalf("compare %v, %+v:\ngot\n%s\nwant\n%s", of, where, got, want)
		}
	})
}

func TestCompareRefuses(t *testing.T) {
	g := sampleOf(t, "country/a contributesTo fund/small", "country/b contributesTo fund/small")
	seven := strings.Fields("country/a country/b fund/small country/a country/b fund/small country/a")
	for _, c := range []struct {
		name string
		of   []string
		kind fault.Kind
		hint string
	}{
		{"nothing", nil, fault.Invalid, "2 to 6"},
		{"one", seven[:1], fault.Invalid, "2 to 6"},
		{"seven", seven, fault.TooLarge, "2 to 6"},
		{"one twice", []string{"country/a", "country/b", "country/a"}, fault.Invalid, "once"},
		{"unknown", []string{"country/a", "country/bb"}, fault.NotFound, "did you mean country/b?"},
	} {
		got, err := g.Compare(c.of, nil)
		if err == nil || fault.KindOf(err) != c.kind || !strings.Contains(err.Error(), c.hint) {
			t.Errorf("%s: got %v, %v, want an error of kind %v that says %q", c.name, got, err, c.kind, c.hint)
		}
	}
}

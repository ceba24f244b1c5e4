package query

import (
	"cmp"
	"math/big"
	"reflect"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Many lists the things of a class that meet a filter: the class's fields by
// name, with the ids or the filter that each must meet, beside name, asOf,
// during, certainty and status. Nil lists all.
func Many[N Entity](g *Graph, class string, where map[string]any, p Page, order *EntityOrder) (*Connection[N], error) {
	found, err := g.choose(g.Ontology.Class(class), where)
	if err != nil {
		return nil, err
	}
	return list[N](order.sort(found), p)
}

// choose gives the things of a class that meet every key of the filter, with
// the statements that tie them, in order of name.
func (g *Graph) choose(class *ontology.Class, where map[string]any) ([]neighbour, error) {
	found := make([]neighbour, 0, len(g.classes[class]))
	for _, t := range g.classes[class] {
		found = append(found, neighbour{thing: t})
	}
	if where == nil {
		return found, nil
	}
	time := span{asOf: argument[*edtf.Day](where, "asOf"), during: argument[*edtf.Date](where, "during"), certainty: argument[*edtf.Certainty](where, "certainty")}
	meant, err := g.test(time, orReal(argument[[]statement.Status](where, "status")), sources{})
	if err != nil {
		return nil, err
	}
	if name := argument[*string](where, "name"); name != nil {
		words := fold(*name)
		found = keep(found, func(t *Thing) ([]*Statement, bool) { return nil, t.called(words) })
	}
	tied := false
	for _, f := range class.Fields { // in order of name, so the statements come in one order
		value := where[f.Name]
		if isNull(value) {
			continue
		}
		tied = true
		pick, err := g.picker(f, value, meant)
		if err != nil {
			return nil, err
		}
		found = keep(found, pick)
	}
	if !tied && (time.asOf != nil || time.during != nil) {
		found = keep(found, func(t *Thing) ([]*Statement, bool) {
			said := t.said(func(s *Statement) bool { return !s.time.IsZero() && meant(s) })
			return said, len(said) > 0
		})
	}
	return found, nil
}

// isNull tells whether a filter's key is left out or null, in whatever type.
func isNull(value any) bool {
	v := reflect.ValueOf(value)
	return !v.IsValid() || (v.Kind() == reflect.Pointer || v.Kind() == reflect.Slice) && v.IsNil()
}

// argument reads a filter's key; the zero value where it is left out or null.
func argument[T any](where map[string]any, key string) T {
	value, _ := where[key].(T)
	return value
}

// keep leaves the things that pick takes and adds the statements it gives.
func keep(all []neighbour, pick func(*Thing) ([]*Statement, bool)) []neighbour {
	var kept []neighbour
	for _, n := range all {
		if said, ok := pick(n.thing); ok {
			n.statements = append(n.statements, said...)
			kept = append(kept, n)
		}
	}
	return kept
}

// picker gives the test of one key of a filter.
func (g *Graph) picker(f *ontology.Field, value any, meant test) (func(*Thing) ([]*Statement, bool), error) {
	if ids, ok := value.([]string); ok {
		return g.tiedTo(f, ids, meant)
	}
	matches, err := literalTest(value)
	if err != nil {
		return nil, fault.New(fault.KindOf(err), "%s: %w", f.Name, err)
	}
	return func(t *Thing) ([]*Statement, bool) {
		var said []*Statement
		for _, group := range t.literals(f.Predicate.Name, meant) {
			if matches(group[0].content.Object) {
				said = append(said, group...)
			}
		}
		return said, len(said) > 0
	}, nil
}

// tiedTo takes the things that the field ties to one of the ids.
func (g *Graph) tiedTo(f *ontology.Field, ids []string, meant test) (func(*Thing) ([]*Statement, bool), error) {
	ties := map[*Thing][]*Statement{}
	for _, id := range unique(ids) {
		other, err := g.find(id)
		if err != nil {
			return nil, fault.New(fault.KindOf(err), "%s: %w", f.Name, err)
		}
		for _, n := range other.neighbours(f.Predicate, f.Direction.Reverse(), meant) {
			ties[n.thing] = append(ties[n.thing], n.statements...)
		}
	}
	return func(t *Thing) ([]*Statement, bool) { return ties[t], len(ties[t]) > 0 }, nil
}

// unique leaves each id once.
func unique(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// called tells whether folded words stand in one of the thing's names.
func (t *Thing) called(words string) bool {
	return slices.ContainsFunc(t.names, func(name string) bool { return strings.Contains(name, words) })
}

// said are the statements with the thing at either end that are meant, in the
// order of statements.
func (t *Thing) said(meant test) []*Statement {
	var all []*Statement
	for q := range t.g.Quads.BySubject(t.at).All() {
		if s := t.g.saidAt[q.Label]; s != nil && meant(s) {
			all = append(all, s)
		}
	}
	for q := range t.g.Quads.ByObject(t.at).All() {
		if s := t.g.saidAt[q.Label]; s != nil && s.object == t && s.subject != t && meant(s) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b *Statement) int { return cmp.Compare(a.rank, b.rank) })
	return all
}

// The filters by a property's value.
type (
	// PeriodFilter selects dates.
	PeriodFilter struct {
		During    *edtf.Date
		Before    *edtf.Date
		After     *edtf.Date
		Certainty *edtf.Certainty
	}
	// TextFilter selects words.
	TextFilter struct{ Contains string }
	// IntegerFilter selects whole numbers.
	IntegerFilter struct{ Min, Max *int }
	// DurationFilter selects lengths of time.
	DurationFilter struct{ Is string }
	// QuantityFilter selects amounts of one unit.
	QuantityFilter struct {
		Unit     string
		Min, Max *statement.Decimal
	}
)

// literalTest gives the test of a property's filter.
func literalTest(filter any) (func(statement.Term) bool, error) {
	switch f := filter.(type) {
	case *PeriodFilter:
		return f.matches, nil
	case *TextFilter:
		words := fold(f.Contains)
		return func(t statement.Term) bool { return strings.Contains(fold(t.String()), words) }, nil
	case *IntegerFilter:
		return func(t statement.Term) bool {
			return (f.Min == nil || t.Integer() >= *f.Min) && (f.Max == nil || t.Integer() <= *f.Max)
		}, nil
	case *DurationFilter:
		return func(t statement.Term) bool { return t.String() == f.Is }, nil
	case *QuantityFilter:
		return f.matches, nil
	}
	return nil, fault.New(fault.Internal, "no test for a filter of type %T", filter)
}

func (f *PeriodFilter) matches(t statement.Term) bool {
	certainty := edtf.Possible
	if f.Certainty != nil {
		certainty = *f.Certainty
	}
	own := t.Date()
	return (f.During == nil || edtf.Overlaps(own, f.During.Whole(), certainty)) &&
		(f.Before == nil || edtf.Before(own, f.Before.Whole(), certainty)) &&
		(f.After == nil || edtf.Before(f.After.Whole(), own, certainty))
}

func (f *QuantityFilter) matches(t statement.Term) bool {
	own := t.Quantity()
	atLeast := func(a, b *big.Rat) bool { return a.Cmp(b) >= 0 }
	return own.Unit == f.Unit &&
		(f.Min == nil || atLeast(own.Value.Rat(), f.Min.Rat())) &&
		(f.Max == nil || atLeast(f.Max.Rat(), own.Value.Rat()))
}

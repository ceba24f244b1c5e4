package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// The values of properties, each with what says so.
type (
	// PeriodValue is a date.
	PeriodValue struct {
		Value      *Period
		Statements []*Statement
	}
	// TextValue is words.
	TextValue struct {
		Value      string
		Statements []*Statement
	}
	// IntegerValue is a whole number.
	IntegerValue struct {
		Value      int
		Statements []*Statement
	}
	// DurationValue is a length of time.
	DurationValue struct {
		Value      *Duration
		Statements []*Statement
	}
	// QuantityValue is an amount.
	QuantityValue struct {
		Value      *Quantity
		Statements []*Statement
	}
)

func newPeriodValue(said []*Statement) *PeriodValue {
	return &PeriodValue{period(said[0].content.Object.Date(), said[0].content.Note), said}
}

func newTextValue(said []*Statement) *TextValue {
	return &TextValue{said[0].content.Object.String(), said}
}

func newIntegerValue(said []*Statement) *IntegerValue {
	return &IntegerValue{said[0].content.Object.Integer(), said}
}

func newDurationValue(said []*Statement) *DurationValue {
	return &DurationValue{&Duration{said[0].content.Object.String()}, said}
}

func newQuantityValue(said []*Statement) *QuantityValue {
	return &QuantityValue{quantity(said[0].content.Object.Quantity()), said}
}

// values reads a property: each value once, in the order of statements.
func values[V any](t *Thing, predicate string, where *RelationWhere, first *int, value func([]*Statement) V) ([]V, error) {
	meant, err := where.test(t.g)
	if err != nil {
		return nil, err
	}
	size, err := page{first: first}.size()
	if err != nil {
		return nil, err
	}
	groups := t.literals(predicate, meant)
	out := make([]V, 0, min(size, len(groups)))
	for _, said := range groups[:min(size, len(groups))] {
		out = append(out, value(said))
	}
	return out, nil
}

// literals groups the statements of a property by value.
func (t *Thing) literals(predicate string, meant test) [][]*Statement {
	at, used := t.g.predicates[t.g.Ontology.Predicate(predicate)]
	if !used {
		return nil
	}
	byValue := map[quadstore.ID][]*Statement{}
	var order []quadstore.ID
	for q := range t.g.Quads.BySubjectPredicate(t.at, at).All() {
		if s := t.g.saidAt[q.Label]; s != nil && meant(s) {
			if byValue[q.Object] == nil {
				order = append(order, q.Object)
			}
			byValue[q.Object] = append(byValue[q.Object], s)
		}
	}
	groups := make([][]*Statement, 0, len(order))
	for _, object := range order {
		said := byValue[object]
		slices.SortFunc(said, func(a, b *Statement) int { return cmp.Compare(a.rank, b.rank) })
		groups = append(groups, said)
	}
	slices.SortFunc(groups, func(a, b []*Statement) int { return cmp.Compare(a[0].rank, b[0].rank) })
	return groups
}

package query

import (
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// key is one key of a class's filter, and what it stands for: the statements
// that put a thing into the list, and whether it is in.
type key struct {
	name  string
	value any
	takes func(statement.EntityID, filter) ([]statement.Statement, bool)
}

// anyKey draws a key for one of the class's fields.
func (p *plain) anyKey(t *rapid.T, class *ontology.Class) key {
	field := rapid.SampledFrom(class.Fields).Draw(t, "field")
	if field.Target != "" {
		ids := rapid.SliceOfN(rapid.SampledFrom(slices.Sorted(maps.Keys(p.entities))), 0, 3).Draw(t, "ids")
		var texts []string
		for _, id := range ids {
			texts = append(texts, string(id))
		}
		return key{field.Name, append([]string{}, texts...), func(id statement.EntityID, f filter) (said []statement.Statement, ok bool) {
			for _, one := range p.neighbours(string(id), field.Predicate.Name, field.Direction, f) {
				if slices.Contains(ids, one.id) {
					said = append(said, one.said...)
				}
			}
			return said, len(said) > 0
		}}
	}
	value, matches := anyLiteralFilter(t, field.Predicate.Object)
	return key{field.Name, value, func(id statement.EntityID, f filter) (said []statement.Statement, ok bool) {
		for _, group := range p.literals(string(id), field.Predicate.Name, f) {
			if matches(group[0].Object) {
				said = append(said, group...)
			}
		}
		return said, len(said) > 0
	}}
}

func anyLiteralFilter(t *rapid.T, kind statement.Kind) (any, func(statement.Term) bool) {
	switch kind {
	case statement.KindText:
		return &TextFilter{"CHÁIRS"}, func(term statement.Term) bool { return strings.Contains(strings.ToLower(term.String()), "chairs") }
	case statement.KindInteger:
		least, most := rapid.IntRange(0, 20).Draw(t, "min"), rapid.IntRange(0, 20).Draw(t, "max")
		return &IntegerFilter{&least, &most}, func(term statement.Term) bool { return least <= term.Integer() && term.Integer() <= most }
	case statement.KindDuration:
		return &DurationFilter{"P1Y"}, func(term statement.Term) bool { return term.String() == "P1Y" }
	case statement.KindQuantity:
		least, most := statement.Decimal("10.5"), statement.Decimal("11")
		return &QuantityFilter{"USD", &least, &most}, func(term statement.Term) bool {
			q := term.Quantity()
			return q.Unit == "USD" && q.Value.Rat().Cmp(big.NewRat(21, 2)) >= 0 && q.Value.Rat().Cmp(big.NewRat(11, 1)) <= 0
		}
	}
	f := &PeriodFilter{}
	certainty := edtf.Certainty(rapid.Uint8Max(uint8(edtf.Definite)).Draw(t, "certainty"))
	f.Certainty = &certainty
	asked := rapid.SampledFrom(someDates()).Draw(t, "asked")
	switch rapid.IntRange(0, 2).Draw(t, "relation") {
	case 0:
		f.During = &asked
		return f, func(term statement.Term) bool { return edtf.Overlaps(term.Date(), asked.Whole(), certainty) }
	case 1:
		f.Before = &asked
		return f, func(term statement.Term) bool { return edtf.Before(term.Date(), asked.Whole(), certainty) }
	}
	f.After = &asked
	return f, func(term statement.Term) bool { return edtf.Before(asked.Whole(), term.Date(), certainty) }
}

func TestMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		class := rapid.SampledFrom(g.Things()).Draw(t, "class of").class
		f, order := anyFilter(t), anyEntityOrder(t)
		where := map[string]any{"status": f.status, "asOf": f.asOf, "during": f.during, "certainty": f.certainty}
		f.documents, f.kinds = nil, nil // no keys of these filters
		f = f.orReal()
		keys := map[string]key{}
		for range rapid.IntRange(0, 2).Draw(t, "keys") {
			k := p.anyKey(t, class)
			keys[k.name] = k
			where[k.name] = k.value
		}
		name := rapid.SampledFrom([]string{"", "BETA", "gamma"}).Draw(t, "name")
		if name != "" {
			where["name"] = &name
		}

		var want []tied
		for id, e := range p.entities {
			if e.Class != class.Name || name != "" && !strings.Contains(fold(e.Name)+"\n"+fold(strings.Join(e.Aliases, "")), fold(name)) {
				continue
			}
			one, in := tied{id: id}, true
			for _, name := range slices.Sorted(maps.Keys(keys)) {
				said, ok := keys[name].takes(id, f)
				one.said, in = append(one.said, said...), in && ok
			}
			if len(keys) == 0 && (f.asOf != nil || f.during != nil) {
				one.said = p.that(func(s statement.Statement) bool {
					return (s.Subject == id || s.Object.Entity() == id) && !timeOf(s).IsZero() && p.takes(f, s)
				})
				in = len(one.said) > 0
			}
			if in {
				want = append(want, one)
			}
		}
		slices.SortFunc(want, func(a, b tied) int { return p.nameOrder(a.id, b.id) })
		p.sort(want, order)
		got, err := Many[Entity](g, class.Name, where, all(), order)
		if err != nil {
			t.Fatal(err)
		}
		if tellEdges(got) != tell(want) {
			t.Errorf("%s %v %+v: got\n%swant\n%s", class.Name, where, order, tellEdges(got), tell(want))
		}
	})
}

// A key that is null is one that is left out, whatever its type.
func TestNullKeys(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, _ := drawn(t)
		class := rapid.SampledFrom(g.Things()).Draw(t, "class of").class
		null := map[string]any{
			"name": (*string)(nil), "asOf": (*edtf.Day)(nil), "during": (*edtf.Date)(nil),
			"certainty": (*edtf.Certainty)(nil), "status": []statement.Status(nil),
		}
		for _, field := range class.Fields {
			null[field.Name] = rapid.SampledFrom([]any{
				nil, []string(nil), (*PeriodFilter)(nil), (*TextFilter)(nil), (*IntegerFilter)(nil), (*DurationFilter)(nil), (*QuantityFilter)(nil),
			}).Draw(t, field.Name)
		}
		got, err := Many[Entity](g, class.Name, null, all(), nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := Many[Entity](g, class.Name, nil, all(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if tellEdges(got) != tellEdges(want) {
			t.Errorf("%s: got\n%swant\n%s", class.Name, tellEdges(got), tellEdges(want))
		}
	})
}

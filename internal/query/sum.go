package query

import (
	"cmp"
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Sum is the amounts of statements put together.
type Sum struct {
	Quantity *Quantity    // exact only where all that was added is
	Added    []*Statement // in the order of statements; never nil
	LeftOut  []*Statement // what was selected and not added, in the order of statements; never nil
}

// maxSummed is how many statements one sum takes: all of them are listed.
const maxSummed = 1000

// Sum adds the amounts of the statements that are meant: the object where that
// is an amount, else the quantity. Left out are statements without an amount,
// those of what has not happened unless a status is asked for, and those that
// repeat what another says already (see repeats). Amounts of several units or
// stages, and amounts that cannot both be true, are refused with an error of
// kind Invalid, more than 1,000 statements with one of kind TooLarge.
func (g *Graph) Sum(where StatementWhere) (*Sum, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	sum := &Sum{Added: []*Statement{}, LeftOut: []*Statement{}}
	var counted []*Statement
	for _, s := range g.statements {
		switch {
		case !meant(s):
			continue
		case s.amount().IsZero(), len(where.Status) == 0 && !s.content.Status.Real():
			sum.LeftOut = append(sum.LeftOut, s)
		default:
			counted = append(counted, s)
		}
		if len(counted)+len(sum.LeftOut) > maxSummed {
			return nil, fault.New(fault.TooLarge, "more than %d statements are to be added", maxSummed).
				Hinted("narrow them by subject, predicate, object, document or time")
		}
	}
	sum.add(counted)
	if err := sum.check(); err != nil {
		return nil, err
	}
	sum.Quantity, err = total(sum.Added)
	return sum, err
}

// add takes the statements, each amount once: the most exact of those that
// tell it, and of these the first.
func (s *Sum) add(counted []*Statement) {
	slices.SortStableFunc(counted, func(a, b *Statement) int { return cmp.Compare(a.amount().Qualifier, b.amount().Qualifier) })
	for _, said := range counted {
		if slices.ContainsFunc(s.Added, said.repeats) {
			s.LeftOut = append(s.LeftOut, said)
		} else {
			s.Added = append(s.Added, said)
		}
	}
	slices.SortFunc(s.Added, byRank)
	slices.SortFunc(s.LeftOut, byRank)
}

// amount is how much a statement tells; zero where it does not.
func (s *Statement) amount() statement.Quantity {
	if s.content.Object.Kind() == statement.KindQuantity {
		return s.content.Object.Quantity()
	}
	return s.content.Quantity
}

// repeats tells whether two statements tell one amount of one thing, so that
// it counts once: where there is one true value at a time, values that agree;
// otherwise the same amount with the same subject, predicate, object, role and
// time. Two documents may tell the time more or less exactly.
func (s *Statement) repeats(other *Statement) bool {
	if !s.besides(other) || s.content.Role != other.content.Role {
		return false
	}
	a, b := s.amount(), other.amount()
	if s.content.Object.Kind() == statement.KindQuantity && s.predicate.Single {
		return s.meets(other) && a.Agrees(b)
	}
	return a.Value == b.Value && a.Unit == b.Unit && a.Stage == b.Stage && s.object == other.object &&
		(s.content.When == other.content.When || s.document != other.document && edtf.Compatible(s.content.When, other.content.When))
}

// check refuses what cannot be added.
func (s *Sum) check() error {
	if len(s.Added) == 0 {
		return fault.New(fault.Invalid, "none of the %d statements has an amount to add", len(s.LeftOut)).
			Hinted("select statements with a quantity; what has not happened is added only where its status is asked for")
	}
	if kinds := kindsOf(s.Added); len(kinds) > 1 {
		return fault.New(fault.Invalid, "the statements have amounts in %s, which cannot be added", strings.Join(kinds, " and ")).
			Hinted("narrow them by subject, predicate, object, document or time to one currency or unit, and one stage")
	}
	for n, a := range s.Added {
		for _, b := range s.Added[n+1:] {
			if a.conflicts(b) {
				return fault.New(fault.Invalid, "%s and %s cannot both be true, so they cannot be added", a.id, b.id).
					Hinted("choose one of the documents %s and %s", a.document.ID(), b.document.ID())
			}
		}
	}
	return nil
}

// kindsOf counts amounts by unit and stage: "USD (3)", "EUR pledged (1)"; the
// most frequent first.
func kindsOf(said []*Statement) []string {
	counts := map[string]int{}
	for _, s := range said {
		amount := s.amount()
		counts[strings.TrimSpace(amount.Unit+" "+strings.ToLower(amount.Stage.String()))]++
	}
	kinds := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(-cmp.Compare(counts[a], counts[b]), strings.Compare(a, b))
	})
	for n, kind := range kinds {
		kinds[n] = fmt.Sprintf("%s (%d)", kind, counts[kind])
	}
	return kinds
}

// total adds amounts of one unit and stage.
func total(said []*Statement) (*Quantity, error) {
	sum, qualifier := new(big.Rat), statement.Exact
	for _, s := range said {
		sum.Add(sum, s.amount().Value.Rat())
		if s.amount().Qualifier != statement.Exact {
			qualifier = statement.About
		}
	}
	digits, _ := sum.FloatPrec() // a sum of decimals is a decimal
	of := said[0].amount()
	q, err := statement.NewQuantity(sum.FloatString(digits), of.Unit, qualifier, of.Stage)
	if err != nil {
		return nil, err
	}
	return &Quantity{q}, nil
}

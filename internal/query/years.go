package query

import (
	"math"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// years is the first and the last year that a date can reach to. It sifts out
// most of what lies outside a span without a look at the dates.
type years struct{ from, to int32 }

// anyYears is those of what has no date, or only about one.
var anyYears = years{math.MinInt32, math.MaxInt32}

func yearsOf(date edtf.Date) years {
	all := anyYears
	if date.Approximate() || date.Uncertain() {
		return all // it may lie outside its bounds
	}
	earliest, latest := date.Bounds()
	if !earliest.IsZero() {
		all.from = int32(earliest.Year())
	}
	if !latest.IsZero() {
		all.to = int32(latest.Year())
	}
	return all
}

// and is the least that has both in it.
func (y years) and(other years) years {
	return years{min(y.from, other.from), max(y.to, other.to)}
}

// meets tells whether they have a year in common.
func (y years) meets(other years) bool { return y.from <= other.to && other.from <= y.to }

// asked are the years that a link's dates must each meet.
func (w *LinkWhere) asked() (all []years) {
	if w.AsOf != nil {
		all = append(all, years{int32(w.AsOf.Year()), int32(w.AsOf.Year())})
	}
	if w.During != nil {
		all = append(all, yearsOf(w.During.Whole()))
	}
	return all
}

package statement

import (
	"math/big"
	"strconv"
	"strings"
)

// tolerances are the parts of an amount by which the true one may lie below
// and above it, by qualifier.
var tolerances = map[Qualifier]struct{ below, above *big.Rat }{
	Exact:  {new(big.Rat), new(big.Rat)},
	About:  {big.NewRat(5, 100), big.NewRat(5, 100)},
	Nearly: {big.NewRat(5, 100), new(big.Rat)},
	Over:   {new(big.Rat), big.NewRat(10, 100)},
}

// mostRounding is the part of an amount that rounding may hide at most, so
// that an exact amount never leaves more open than one told with "about".
var mostRounding = big.NewRat(5, 100)

// Agrees tells whether two amounts can describe the same one: the unit and the
// stage of money are the same, and what the two leave open overlaps.
//
// "About" leaves open five in a hundred to either side, "nearly" five in a
// hundred below, "over" ten in a hundred above. Any amount may be rounded to
// its last digit that is not zero, and so leaves half of that place to either
// side, or five in a hundred where that is less: 5.14 and 5.15 disagree, 5.1
// and 5.14 agree, and so do 100 and 98, but not 10 and 12.
func (q Quantity) Agrees(other Quantity) bool {
	if q.Unit != other.Unit || q.Stage != other.Stage {
		return false
	}
	low, high := q.reach()
	otherLow, otherHigh := other.reach()
	return q.Value == other.Value || low.Cmp(otherHigh) < 0 && otherLow.Cmp(high) < 0
}

// reach is what the amount can mean: at least low, and less than high.
func (q Quantity) reach() (low, high *big.Rat) {
	value := q.Value.Rat()
	size := new(big.Rat).Abs(value)
	part := func(tolerance *big.Rat) *big.Rat { return new(big.Rat).Mul(size, tolerance) }
	rounding := q.Value.rounding()
	if most := part(mostRounding); rounding.Cmp(most) > 0 {
		rounding = most
	}
	tolerance := tolerances[q.Qualifier]
	low = new(big.Rat).Sub(value, rounding)
	high = new(big.Rat).Add(value, rounding)
	return low.Sub(low, part(tolerance.below)), high.Add(high, part(tolerance.above))
}

// rounding is half of the place of the last digit that is not zero.
func (d Decimal) rounding() *big.Rat {
	_, fraction, _ := strings.Cut(string(d), ".")
	exponent := -len(fraction)
	if fraction == "" {
		exponent = len(d) - len(strings.TrimRight(string(d), "0"))
	}
	half, _ := new(big.Rat).SetString("5e" + strconv.Itoa(exponent-1)) // always a number
	return half
}

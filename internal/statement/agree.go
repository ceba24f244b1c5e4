package statement

import "math/big"

// Tolerances of the qualifiers: how far the true amount may lie from the one
// told. "About" leaves five in a hundred to either side, "nearly" five in a
// hundred below, "over" ten in a hundred above; an exact amount is rounded to
// its last digit that is not zero, so it leaves half of that place.
var tolerances = map[Qualifier][2]*big.Rat{
	Exact:  {new(big.Rat), new(big.Rat)},
	About:  {big.NewRat(5, 100), big.NewRat(5, 100)},
	Nearly: {big.NewRat(5, 100), new(big.Rat)},
	Over:   {new(big.Rat), big.NewRat(10, 100)},
}

// Agrees tells whether two amounts can describe the same one: the unit is the
// same and what their qualifiers and rounding leave open overlaps. Amounts of
// different units, or money at different stages, never agree.
func (q Quantity) Agrees(other Quantity) bool {
	if q.Unit != other.Unit || q.Stage != other.Stage {
		return false
	}
	low, high := q.reach()
	otherLow, otherHigh := other.reach()
	return low.Cmp(otherHigh) <= 0 && otherLow.Cmp(high) <= 0
}

// reach is the lowest and the highest that the amount can mean.
func (q Quantity) reach() (low, high *big.Rat) {
	value := q.Value.Rat()
	size := new(big.Rat).Abs(value)
	slack := q.Value.rounding()
	tolerance := tolerances[q.Qualifier]
	low = new(big.Rat).Sub(value, new(big.Rat).Add(slack, new(big.Rat).Mul(size, tolerance[0])))
	high = new(big.Rat).Add(value, new(big.Rat).Add(slack, new(big.Rat).Mul(size, tolerance[1])))
	return low, high
}

// rounding is half of the place of the last digit that tells something.
func (d Decimal) rounding() *big.Rat {
	place := big.NewRat(1, 1)
	ten := big.NewRat(10, 1)
	digits, scaled := string(d), false
	for n := len(digits) - 1; n >= 0 && digits[n] == '0'; n-- {
		place.Mul(place, ten)
	}
	for n := 0; n < len(digits); n++ {
		if digits[n] == '.' {
			place.SetInt64(1)
			scaled = true
		} else if scaled {
			place.Quo(place, ten)
		}
	}
	return place.Mul(place, big.NewRat(1, 2))
}

package picture

import (
	"math"
	"strconv"
	"strings"
)

// scale maps figures to pixels.
type scale struct{ low, high, from, until float64 }

func (s scale) onto(from, until float64) scale { return scale{s.low, s.high, from, until} }

func (s scale) at(v float64) float64 {
	return s.from + float64((v-s.low)/(s.high-s.low)*(s.until-s.from))
}

// ticks are round figures that enclose low and high, in about so many steps.
func ticks(low, high float64, about int) []float64 {
	if high <= low {
		high = low + 1
	}
	step := roundStep((high - low) / float64(about))
	var all []float64
	for n := math.Floor(low / step); ; n++ {
		all = append(all, n*step)
		if n*step >= high {
			return all
		}
	}
}

// roundStep is 1, 2 or 5 by a power of ten, and no less than asked.
func roundStep(least float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(least)))
	for _, f := range []float64{1, 2, 5} {
		if f*unit >= least {
			return f * unit
		}
	}
	return 10 * unit
}

// yearTicks are the whole years within the bounds, or every second, fifth …
// where there are more than most.
func yearTicks(low, high float64, most int) []float64 {
	step := max(1, roundStep((high-low)/float64(most)))
	var all []float64
	for y := math.Ceil(low/step) * step; y <= high; y += step {
		all = append(all, y)
	}
	return all
}

// magnitude is what the figures of a scale are counted in, so that they stay
// short, and its name before the unit.
func magnitude(reach float64) (float64, string) {
	switch {
	case reach >= 1e12:
		return 1e12, "trillion "
	case reach >= 1e9:
		return 1e9, "billion "
	case reach >= 1e6:
		return 1e6, "million "
	}
	return 1, ""
}

// figure tells a figure of a scale, with its thousands apart. Ten digits hide
// what reckoning in binary adds.
func figure(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 10, 64), 64)
	whole, fraction, broken := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', -1, 64), ".")
	for n := len(whole) - 3; n > 0; n -= 3 {
		whole = whole[:n] + "," + whole[n:]
	}
	if broken {
		whole += "." + fraction
	}
	if v < 0 {
		return "−" + whole
	}
	return whole
}

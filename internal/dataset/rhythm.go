package dataset

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// span is a length of time. Months and days are not reckoned into each other.
type span struct {
	months, days string // big.Rat in its one form; "0" for none
}

// periods are the words for one unit of time, singular.
var periods = map[string]struct{ months, days int64 }{
	"decade": {120, 0}, "year": {12, 0}, "annum": {12, 0}, "quarter": {3, 0}, "month": {1, 0}, "week": {0, 7}, "day": {0, 1},
}

// adverbs are the words that tell a rhythm by themselves.
var adverbs = map[string]struct{ months, days int64 }{
	"annual": {12, 0}, "annually": {12, 0}, "yearly": {12, 0}, "biennial": {24, 0}, "biennially": {24, 0},
	"quarterly": {3, 0}, "monthly": {1, 0}, "weekly": {0, 7}, "daily": {0, 1},
}

func spanOf(months, days int64, times *big.Rat) span {
	m := new(big.Rat).Mul(big.NewRat(months, 1), times)
	d := new(big.Rat).Mul(big.NewRat(days, 1), times)
	return span{m.RatString(), d.RatString()}
}

var (
	behind = regexp.MustCompile(`^[\s-]*(\pL+)`)
	// rate is what stands between a count and the period it is counted in:
	// twice a year, three times per year.
	rate        = regexp.MustCompile(`^\s*(?:times\s+)?(?:a|an|per|each|every)\s+(\pL+)`)
	everyPeriod = regexp.MustCompile(`(?i)\b(?:a|an|per|each|every)\s+(\pL+)`)
)

// holdsSpan tells whether a text has a length of time or a rhythm of that
// length: 18-24 months, every two years, once every year, annually, twice a
// year. The first number of a range shares the period of the second.
func holdsSpan(text string, want span) bool {
	one := big.NewRat(1, 1)
	for _, found := range everyPeriod.FindAllStringSubmatch(text, -1) {
		if p, ok := periods[singular(found[1])]; ok && spanOf(p.months, p.days, one) == want {
			return true
		}
	}
	for _, word := range token.FindAllString(text, -1) {
		if a, ok := adverbs[strings.ToLower(word)]; ok && spanOf(a.months, a.days, one) == want {
			return true
		}
	}
	all := figures(text)
	for n, f := range all {
		end := f.to
		if n+1 < len(all) && joint.MatchString(text[f.to:all[n+1].from]) {
			end = all[n+1].to
		}
		if p, ok := period(behind, text[end:]); ok && spanOf(p.months, p.days, f.amount()) == want {
			return true
		}
		if p, ok := period(rate, text[f.to:]); ok && f.amount().Sign() > 0 && spanOf(p.months, p.days, new(big.Rat).Inv(f.amount())) == want {
			return true
		}
	}
	return false
}

// period finds the period that a text begins with, after what form has before it.
func period(form *regexp.Regexp, text string) (struct{ months, days int64 }, bool) {
	found := form.FindStringSubmatch(text)
	if found == nil {
		return struct{ months, days int64 }{}, false
	}
	p, ok := periods[singular(found[1])]
	return p, ok
}

func singular(word string) string { return strings.TrimSuffix(strings.ToLower(word), "s") }

var durationPart = regexp.MustCompile(`([0-9]+)([YMWD])`)

// spansOf reads a duration, or a range of two, as statement.Duration takes it.
func spansOf(duration string) []span {
	var all []span
	for side := range strings.SplitSeq(duration, "/") {
		var months, days int64
		for _, part := range durationPart.FindAllStringSubmatch(side, -1) {
			n, _ := strconv.ParseInt(part[1], 10, 32) // more is no rhythm that a text has
			switch part[2] {
			case "Y":
				months += 12 * n
			case "M":
				months += n
			case "W":
				days += 7 * n
			case "D":
				days += n
			}
		}
		all = append(all, spanOf(months, days, big.NewRat(1, 1)))
	}
	return all
}

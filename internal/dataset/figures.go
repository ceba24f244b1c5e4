package dataset

import (
	"math/big"
	"regexp"
	"strings"
)

// figure is a number in a text: in digits (7,893, 10.4, 15th) or in words
// (two, third, twenty-one), times the money words behind it (87 billion).
type figure struct {
	value *big.Rat // digits or words by themselves
	scale *big.Rat // product of the words behind them; 1 where there are none
	from  int      // bytes in the text
	to    int      // behind the words of scale
}

func (f figure) amount() *big.Rat { return new(big.Rat).Mul(f.value, f.scale) }

var (
	token = regexp.MustCompile(`[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\pL+`)
	// joint is what stands between the two numbers of a range.
	joint = regexp.MustCompile(`^\s*(?:[-–—/]|to|or|and)\s*(?:[A-Z]{0,3}[$€£¥])?$`)
)

var scales = map[string]int64{
	"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12,
}

var numerals = numeralsOf(
	"zero", "one first once", "two second twice", "three third thrice", "four fourth", "five fifth", "six sixth", "seven seventh",
	"eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth",
	"fifteen fifteenth", "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth", "twenty twentieth",
)

func numeralsOf(upToTwenty ...string) map[string]int64 {
	all := make(map[string]int64)
	for n, names := range upToTwenty {
		for _, name := range strings.Fields(names) {
			all[name] = int64(n)
		}
	}
	for n, name := range strings.Fields("thirt fort fift sixt sevent eight ninet") {
		all[name+"y"], all[name+"ieth"] = int64(n+3)*10, int64(n+3)*10
	}
	return all
}

// figures finds all numbers of a text, in its order.
func figures(text string) []figure {
	var all []figure
	places := token.FindAllStringIndex(text, -1)
	word := func(n int) string {
		if n >= len(places) {
			return ""
		}
		return strings.ToLower(text[places[n][0]:places[n][1]])
	}
	for n := 0; n < len(places); n++ {
		f := figure{value: number(word(n)), scale: big.NewRat(1, 1), from: places[n][0]}
		if f.value == nil {
			continue
		}
		if tens, ones := numerals[word(n)], numerals[word(n+1)]; tens >= 20 && 0 < ones && ones < 10 {
			f.value = big.NewRat(tens+ones, 1)
			n++
		}
		for scales[word(n+1)] > 0 {
			f.scale.Mul(f.scale, big.NewRat(scales[word(n+1)], 1))
			n++
		}
		f.to = places[n][1]
		all = append(all, f)
	}
	return all
}

// number reads digits, or a word for a number; nil for any other word. A money
// word without a number before it counts once: a million.
func number(word string) *big.Rat {
	if '0' <= word[0] && word[0] <= '9' {
		r, _ := new(big.Rat).SetString(strings.ReplaceAll(word, ",", ""))
		return r
	}
	if n, ok := numerals[word]; ok {
		return big.NewRat(n, 1)
	}
	if n, ok := scales[word]; ok {
		return big.NewRat(n, 1)
	}
	return nil
}

// holdsFigure tells whether a text has a number, whatever its sign: "fell by
// 3 percent" holds -3. The first number of a range shares the money words of
// the second: "1.2-1.5 billion" holds 1.2 billion.
func holdsFigure(text string, want *big.Rat) bool {
	want = new(big.Rat).Abs(want)
	all := figures(text)
	for n, f := range all {
		if f.amount().Cmp(want) == 0 {
			return true
		}
		if n+1 < len(all) && joint.MatchString(text[f.to:all[n+1].from]) {
			f.scale = all[n+1].scale
			if f.amount().Cmp(want) == 0 {
				return true
			}
		}
	}
	return false
}

var (
	digits     = regexp.MustCompile(`[0-9]+`)
	shortRange = regexp.MustCompile(`\b([0-9]{2})[0-9]{2}\s*[-–—/]\s*([0-9]{2})\b`)
	yearOfDate = regexp.MustCompile(`(?:^|[/\[{,. ?~%])([0-9X]{4})`)
)

// yearsOf are the years that a date's EDTF text names, each of four
// characters, X for a digit left open.
func yearsOf(date string) []string {
	var all []string
	for _, found := range yearOfDate.FindAllStringSubmatch(date, -1) {
		all = append(all, found[1])
	}
	return all
}

// holdsYear tells whether a text has a year, or one within its open digits:
// "the 1980s" holds 198X. The second year of a range may be short: 1994-98.
func holdsYear(text, year string) bool {
	found := digits.FindAllString(text, -1)
	for _, short := range shortRange.FindAllStringSubmatch(text, -1) {
		found = append(found, short[1]+short[2])
	}
	for _, digits := range found {
		if len(digits) == 4 && fits(digits, year) {
			return true
		}
	}
	return false
}

func fits(digits, pattern string) bool {
	for n := range pattern {
		if pattern[n] != 'X' && pattern[n] != digits[n] {
			return false
		}
	}
	return true
}

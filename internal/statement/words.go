package statement

import "strings"

// scales are the words for large round numbers, largest first.
var scales = []struct {
	zeros int
	word  string
}{{12, "trillion"}, {9, "billion"}, {6, "million"}}

// qualifierWords are how people say qualifiers.
var qualifierWords = map[Qualifier]string{About: "about ", Nearly: "nearly ", Over: "over "}

// Label tells the amount for people: "nearly USD 87 billion", "10.4 percent",
// "7,893 person". A word for a large number is used only where at most two
// decimals are left, so nothing is rounded. Empty for the zero value.
func (q Quantity) Label() string {
	if q.IsZero() {
		return ""
	}
	number := q.Value.label()
	if isCurrency(q.Unit) {
		return qualifierWords[q.Qualifier] + q.Unit + " " + number
	}
	return qualifierWords[q.Qualifier] + number + " " + q.Unit
}

// isCurrency tells whether a unit has the form of an ISO 4217 code.
func isCurrency(unit string) bool {
	return len(unit) == 3 && strings.ToUpper(unit) == unit
}

func (d Decimal) label() string {
	whole, fraction, _ := strings.Cut(string(d), ".")
	for _, scale := range scales {
		if fraction != "" || len(strings.TrimPrefix(whole, "-")) <= scale.zeros {
			continue
		}
		cut := len(whole) - scale.zeros
		if rest := strings.TrimRight(whole[cut:], "0"); len(rest) <= 2 {
			return grouped(whole[:cut], rest) + " " + scale.word
		}
	}
	return grouped(whole, fraction)
}

// grouped writes a number with a comma between thousands.
func grouped(whole, fraction string) string {
	digits, negative := strings.CutPrefix(whole, "-")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for n := range len(digits) {
		if n > 0 && (len(digits)-n)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(digits[n])
	}
	if fraction != "" {
		b.WriteString("." + fraction)
	}
	return b.String()
}

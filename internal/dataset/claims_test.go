package dataset

import (
	"math/big"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestHoldsFigure(t *testing.T) {
	for _, test := range []struct {
		text, figure string
		want         bool
	}{
		{"nearly US$87 billion", "87000000000", true},
		{"US$5.14 billion (12%) in 1994", "5140000000", true},
		{"US$5.14 billion (12%) in 1994", "12", true},
		{"US$5.14 billion", "5.14", false},
		{"US$5.14 billion", "5140000", false},
		{"US$109.0 billion", "109000000000", true},
		{"a total of 7,893 youths", "7893", true},
		{"a total of 7,893 youths", "893", false},
		{"about 8.4% of", "8.4", true},
		{"about 8.4% of", "8", false},
		{"the 15th Forum", "15", true},
		{"the third of its kind since the first two", "3", true},
		{"the third of its kind since the first two", "2", true},
		{"the third of its kind since the first two", "1", true},
		{"the Second Summit", "2", true},
		{"the twenty-first century", "21", true},
		{"the twentieth", "20", true},
		{"forty-five projects", "45", true},
		{"two dozen workshops", "24", true},
		{"two hundred thousand doses", "200000", true},
		{"a million doses", "1000000", true},
		{"1.2-1.5 billion", "1200000000", true},
		{"US$1.2 to US$1.5 billion", "1200000000", true},
		{"US$1.2 to US$1.5 billion", "1500000000", true},
		{"in 1993, 87 billion", "1993", true},
		{"fell by 3 percent", "-3", true},
		{"bn 5bn 6 mn", "5000000000", true},
		{"", "1", false},
		{"bone, tone and weight", "1", false},
	} {
		want, _ := new(big.Rat).SetString(test.figure)
		if got := holdsFigure(test.text, want); got != test.want {
			t.Errorf("%q holds %s: got %t, want %t", test.text, test.figure, got, test.want)
		}
	}
}

// Any whole number is found among words, however its thousands are parted.
func TestHoldsFigureWrittenInDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1e15).Draw(t, "n")
		plain := strconv.FormatInt(n, 10)
		parted := plain
		for at := len(plain) - 3; at > 0; at -= 3 {
			parted = parted[:at] + "," + parted[at:]
		}
		for _, text := range []string{"some " + plain + " people", "US$" + parted + ", or so"} {
			if !holdsFigure(text, big.NewRat(n, 1)) {
				t.Fatalf("%q does not hold %d", text, n)
			}
		}
	})
}

func TestHoldsYear(t *testing.T) {
	for _, test := range []struct {
		text, year string
		want       bool
	}{
		{"in March 1977.", "1977", true},
		{"in March 1977.", "1978", false},
		{"in 19771", "1977", false},
		{"throughout the 1980s", "198X", true},
		{"in 1984", "198X", true},
		{"in 1994", "198X", false},
		{"in 1994", "19XX", true},
		{"from 1984-1993", "1993", true},
		{"from 1994 - 98", "1998", true},
		{"from 1994/98", "1998", true},
		{"a sum of 1,977", "1977", false},
	} {
		if got := holdsYear(test.text, test.year); got != test.want {
			t.Errorf("%q holds %s: got %t, want %t", test.text, test.year, got, test.want)
		}
	}
}

func TestYearsOf(t *testing.T) {
	for date, want := range map[string][]string{
		"":                           nil,
		"1977":                       {"1977"},
		"1977-03-14":                 {"1977"},
		"1977-03/1997-05":            {"1977", "1997"},
		"1974/..":                    {"1974"},
		"../1974":                    {"1974"},
		"198X":                       {"198X"},
		"~1997-07/?2001":             {"1997", "2001"},
		"[1977-10, 1978..1980-1112]": {"1977", "1978", "1980"},
		"1997-10-09T10:00:00Z":       {"1997"},
	} {
		if got := yearsOf(date); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", date, got, want)
		}
	}
}

func TestHoldsSpan(t *testing.T) {
	for _, test := range []struct {
		text, duration string
		want           bool
	}{
		{"has met once every 18-24 months", "P18M/P24M", true},
		{"has met once every 18-24 months", "P24M", true},
		{"has met once every 18-24 months", "P1M", false},
		{"every eighteen to twenty-four months", "P18M/P24M", true},
		{"be increased to once every year in order", "P1Y", true},
		{"once every year", "P12M", true},
		{"once a year", "P1Y", true},
		{"annually", "P1Y", true},
		{"an annual meeting", "P1Y", true},
		{"twice a year", "P6M", true},
		{"three times per year", "P4M", true},
		{"every two years", "P2Y", true},
		{"every two years", "P1Y", false},
		{"for another five years", "P5Y", true},
		{"every fortnight", "P2W", false},
		{"a week", "P1W", true},
		{"14 days", "P2W", true},
		{"the year 2003", "P1Y", false},
		{"every quarter", "P3M", true},
		{"0 times a year", "P1Y", true},
	} {
		got := true
		for _, span := range spansOf(test.duration) {
			got = got && holdsSpan(test.text, span)
		}
		if got != test.want {
			t.Errorf("%q holds %s: got %t, want %t", test.text, test.duration, got, test.want)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, test := range []struct {
		text, name string
		want       bool
	}{
		{"Japan's trade", "Japan", true},
		{"the ASEAN-Japan Forum", "ASEAN Japan Forum", true},
		{"the Japanese minister", "Japan", false},
		{"ASEAN +3", "ASEAN+3", true},
		{"the ‘Côte d’Ivoire’", "cote d'ivoire", true},
		{"Viet  Nam", "Viet\u00a0Nam", true},
		{"KOBE", "Kobe", true},
		{"Kobe", "***", false},
		{"", "Kobe", false},
		{"Phnom Penh", "Phnom Penh City", false},
	} {
		if got := within(fold(test.text), fold(test.name)); got != test.want {
			t.Errorf("%q in %q: got %t, want %t", test.name, test.text, got, test.want)
		}
	}
}

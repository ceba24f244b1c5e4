package statement

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantityLabel(t *testing.T) {
	for text, want := range map[string]string{
		"87000000000 USD NEARLY":         "nearly USD 87 billion",
		"5150000000 USD ABOUT PLEDGED":   "about USD 5.15 billion",
		"5000000 JPY OVER":               "over JPY 5 million",
		"1200000000000 USD EXACT":        "USD 1.2 trillion",
		"1234500000 USD EXACT":           "USD 1,234.5 million",
		"1234567000 USD EXACT":           "USD 1,234,567,000",
		"1000000000000000 USD EXACT":     "USD 1,000 trillion",
		"100000 USD EXACT":               "USD 100,000",
		"1000000 USD EXACT":              "USD 1 million",
		"999 USD EXACT":                  "USD 999",
		"-2500000 USD EXACT":             "USD -2.5 million",
		"-1234 USD EXACT":                "USD -1,234",
		"1234567.5 USD EXACT":            "USD 1,234,567.5",
		"10.4 percent EXACT":             "10.4 percent",
		"7893 person EXACT":              "7,893 person",
		"0 percent ABOUT":                "about 0 percent",
		"27 action-line NEARLY":          "nearly 27 action-line",
		"240000000000 USD EXACT PLEDGED": "USD 240 billion",
	} {
		if got := quantity(t, text).Label(); got != want {
			t.Errorf("label of %s: %q, want %q", text, got, want)
		}
	}
	if got := (Quantity{}).Label(); got != "" {
		t.Errorf("label of none: %q", got)
	}
}

// A label rounds nothing: read back, it is the same number.
func TestLabelIsExact(t *testing.T) {
	scale := strings.NewReplacer(" trillion", "e12", " billion", "e9", " million", "e6", ",", "")
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`-?[1-9][0-9]{0,3}0{0,12}(\.[0-9]{1,3})?`).Draw(t, "number")
		d, err := ParseDecimal(digits)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := new(big.Rat).SetString(scale.Replace(d.label()))
		if !ok || got.Cmp(d.Rat()) != 0 {
			t.Fatalf("%s is told as %q", d, d.label())
		}
	})
}

package statement

import (
	"testing"

	"pgregory.net/rapid"
)

func quantity(t *testing.T, text string) Quantity {
	t.Helper()
	q, err := ParseQuantity(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestAgrees(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		// Exact: what is written, but for rounding.
		{"5.15 USD EXACT", "5.15 USD EXACT", true},
		{"5140000000 USD EXACT", "5150000000 USD EXACT", false},
		{"5.14 USD EXACT", "5.15 USD EXACT", false},
		{"5.1 USD EXACT", "5.14 USD EXACT", true},
		{"5.1 USD EXACT", "5.16 USD EXACT", false},
		{"5100000000 USD EXACT", "5140000000 USD EXACT", true},
		{"100 project EXACT", "98 project EXACT", true},
		{"100 project EXACT", "90 project EXACT", false},
		{"10 party EXACT", "12 party EXACT", false},
		{"27 party EXACT", "28 party EXACT", false},
		{"0 USD EXACT", "0 USD EXACT", true},
		{"0 USD EXACT", "0.1 USD EXACT", false},
		{"-5.1 percent EXACT", "-5.14 percent EXACT", true},
		{"-5.1 percent EXACT", "5.1 percent EXACT", false},

		// Nearly: something less, and no more than rounding above.
		{"87000000000 USD NEARLY", "86900000000 USD EXACT", true},
		{"87000000000 USD NEARLY", "86900000000 USD NEARLY", true},
		{"87000000000 USD NEARLY", "83000000000 USD EXACT", true},
		{"87000000000 USD NEARLY", "81000000000 USD EXACT", false},
		{"87000000000 USD NEARLY", "88000000000 USD EXACT", false},
		{"-87000000000 USD NEARLY", "-91000000000 USD EXACT", true},

		// About: something less or more.
		{"87000000000 USD ABOUT", "86000000000 USD EXACT", true},
		{"87000000000 USD ABOUT", "91000000000 USD EXACT", true},
		{"87000000000 USD ABOUT", "93000000000 USD EXACT", false},
		{"87000000000 USD ABOUT", "93000000000 USD ABOUT", true},
		{"0.5 percent ABOUT", "0.53 percent EXACT", true},
		{"0.5 percent ABOUT", "0.6 percent EXACT", false},

		// Over: something more.
		{"7500 person OVER", "7893 person EXACT", true},
		{"7500 person OVER", "7000 person EXACT", false},
		{"6800 person OVER", "7893 person EXACT", false},

		// Of another kind.
		{"5 USD EXACT", "5 JPY EXACT", false},
		{"5 USD EXACT PLEDGED", "5 USD EXACT DISBURSED", false},
		{"5 USD EXACT PLEDGED", "5 USD EXACT", false},
		{"5 USD ABOUT COMMITTED", "5.1 USD EXACT COMMITTED", true},
	} {
		a, b := quantity(t, test.a), quantity(t, test.b)
		if got := a.Agrees(b); got != test.want {
			t.Errorf("%s agrees with %s: %v, want %v", a, b, got, test.want)
		}
	}
}

func TestAgreementIsMutual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyQuantity.Draw(t, "a"), anyQuantity.Draw(t, "b")
		if rapid.Bool().Draw(t, "alike") {
			b.Unit, b.Stage = a.Unit, a.Stage
		}
		if !a.Agrees(a) {
			t.Fatalf("%s does not agree with itself", a)
		}
		if a.Agrees(b) != b.Agrees(a) {
			t.Fatalf("%s and %s agree one way only", a, b)
		}
	})
}

// What agrees as exact agrees all the more with words that leave more open,
// and the size of the unit makes no difference.
func TestAgreementGrowsWithTolerance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyQuantity.Draw(t, "a"), anyQuantity.Draw(t, "b")
		b.Unit, b.Stage, a.Qualifier, b.Qualifier = a.Unit, a.Stage, Exact, Exact
		exact := a.Agrees(b)
		for q := About; q <= Over; q++ {
			if loose := (Quantity{a.Value, a.Unit, q, a.Stage}); exact && !loose.Agrees(b) {
				t.Fatalf("%s agrees with %s, but not %s", a, b, loose)
			}
		}
		big := func(q Quantity) Quantity {
			value, err := ParseDecimal(q.Value.Rat().Mul(q.Value.Rat(), Decimal("1000").Rat()).FloatString(6))
			if err != nil {
				t.Fatal(err)
			}
			q.Value = value
			return q
		}
		if big(a).Agrees(big(b)) != exact {
			t.Fatalf("%s and %s agree: %v, but not a thousand times as large", a, b, exact)
		}
	})
}

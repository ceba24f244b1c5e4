package statement

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]Decimal{
		"0": "0", "-0": "0", "-0.0": "0", "007": "7", "1.50": "1.5", "-2.10": "-2.1", "10": "10", "0.05": "0.05", "87000000000": "87000000000",
		"": "", "+1": "", ".5": "", "1.": "", "1e3": "", "1,000": "", " 1": "", "NaN": "", "--1": "",
	} {
		got, err := ParseDecimal(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestParseQuantity(t *testing.T) {
	for text, want := range map[string]string{
		"87000000000 USD NEARLY":  "87000000000 USD NEARLY",
		"5.150 USD ABOUT PLEDGED": "5.15 USD ABOUT PLEDGED",
		"27 participant EXACT":    "27 participant EXACT",
		"":                        "",
		"5 USD":                   "",
		"5  USD EXACT":            "",
		"5 USD exact":             "",
		"5 USD EXACT ":            "",
		"5 USD EXACT SPENT":       "",
		"5 US$ EXACT":             "",
		"five USD EXACT":          "",
	} {
		got, err := ParseQuantity(text)
		if got.String() != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestQuantityAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyQuantity.Draw(t, "quantity")
		if got, err := ParseQuantity(want.String()); err != nil || got != want {
			t.Fatalf("%q: got %+v, %v; want %+v", want, got, err, want)
		}
	})
}

func ExampleDecimal_Rat() {
	half, err := ParseDecimal("10.40")
	fmt.Println(half, half.Rat(), err)
	fmt.Println(Decimal("").Rat())
	// Output:
	// 10.4 52/5 <nil>
	// 0/1
}

func FuzzParseQuantity(f *testing.F) {
	for _, seed := range []string{"87000000000 USD NEARLY", "5.150 USD ABOUT PLEDGED", "-0.0 percent EXACT", "1 a b c d", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := ParseQuantity(text)
		if err != nil {
			if fault.KindOf(err) != fault.Invalid || !q.IsZero() {
				t.Errorf("%q: got %+v and error %v", text, q, err)
			}
			return
		}
		if again, err := ParseQuantity(q.String()); err != nil || again != q {
			t.Errorf("%q: got %+v, %v; want %+v", q, again, err, q)
		}
	})
}

package statement

import (
	"testing"

	"pgregory.net/rapid"
)

func TestTermAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyTerm.Draw(t, "term")
		if want.Kind() == KindThing {
			if got := Thing(want.Entity()); got != want {
				t.Fatalf("got %+v, want %+v", got, want)
			}
			return
		}
		if got, err := ParseLiteral(want.Kind(), want.String()); err != nil || got != want {
			t.Fatalf("got %+v, %v; want %+v", got, err, want)
		}
	})
}

func TestParseLiteral(t *testing.T) {
	for _, test := range []struct {
		kind Kind
		text string
		ok   bool
	}{
		{KindInteger, "15", true}, {KindInteger, "-3", true}, {KindInteger, "+3", false}, {KindInteger, "03", false},
		{KindInteger, "", false}, {KindInteger, "99999999999999999999", false},
		{KindDuration, "P1Y", true}, {KindDuration, "P18M/P24M", true}, {KindDuration, "P2W", true}, {KindDuration, "P", false},
		{KindDuration, "P1D1Y", false}, {KindDuration, "P1Y/", false}, {KindDuration, "P1Y/P2Y/P3Y", false}, {KindDuration, "PT1H", false},
		{KindDate, "1978-12/..", true}, {KindDate, "December 1978", false},
		{KindQuantity, "5 USD EXACT", true}, {KindQuantity, "5", false},
		{KindText, "a", true}, {KindThing, "a/b", false}, {0, "a", false},
	} {
		got, err := ParseLiteral(test.kind, test.text)
		if (err == nil) != test.ok || test.ok && got.String() != test.text || !test.ok && got != (Term{}) {
			t.Errorf("%s %q: got %+v, %v; want it taken: %v", test.kind, test.text, got, err, test.ok)
		}
	}
}

func TestTermParts(t *testing.T) {
	amount, err := NewQuantity("5", "USD", Exact, NoStage)
	if err != nil {
		t.Fatal(err)
	}
	for _, term := range []Term{{}, Thing("a/b"), Text("7"), Integer(7), Amount(amount)} {
		kind := term.Kind()
		if (term.Entity() != "") != (kind == KindThing) || (term.Integer() != 0) != (kind == KindInteger) ||
			term.Quantity().IsZero() != (kind != KindQuantity) || !term.Date().IsZero() {
			t.Errorf("%s %q: entity %q, integer %d, quantity %q, date %q", kind, term, term.Entity(), term.Integer(), term.Quantity(), term.Date())
		}
	}
}

func TestNames(t *testing.T) {
	for n, name := range statusNames {
		if got, err := ParseStatus(name); err != nil || got != Status(n) || got.Real() != (n <= int(Ongoing)) {
			t.Errorf("status %q: got %v, %v", name, got, err)
		}
	}
	for n, name := range documentKindNames[1:] {
		if got, err := ParseDocumentKind(name); err != nil || got != DocumentKind(n+1) {
			t.Errorf("kind %q: got %v, %v", name, got, err)
		}
	}
	if got, err := ParseStage(""); err == nil {
		t.Errorf("empty stage: got %v and no error", got)
	}
	if got := Stage(200).String(); got != "" {
		t.Errorf("stage 200: got %q, want nothing", got)
	}
}

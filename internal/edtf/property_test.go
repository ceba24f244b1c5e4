package edtf

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyDate draws dates of every kind, and now and then the zero Date.
func anyDate(t *rapid.T, label string) Date {
	g := generator{func(n int) int { return rapid.IntRange(0, n-1).Draw(t, label) }}
	if g.choose(20) == 0 {
		return Date{}
	}
	for range 20 {
		if d, err := Parse(g.text()); err == nil {
			return d
		}
	}
	d, _ := Parse(g.oneOf("1977", "1977/1979", "1977-03", "[1977,1979]"))
	return d
}

func TestPropertiesOfOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t, "d")
		again, err := Parse(d.String())
		if !d.IsZero() && (err != nil || again != d) {
			t.Fatalf("%q does not read back: %v", d, err)
		}
		earliest, latest := d.Bounds()
		if !earliest.IsZero() && !latest.IsZero() && earliest.Compare(latest) > 0 {
			t.Fatalf("bounds of %q: %s is after %s", d, earliest, latest)
		}
		if !Compatible(d, d) {
			t.Fatalf("%q is not compatible with itself", d)
		}
		if (d.Label() == "") != d.IsZero() || strings.Contains(d.Label(), "  ") {
			t.Fatalf("label of %q: %q", d, d.Label())
		}
		for _, made := range []Date{d.OpenFrom(), d.Whole(), d.Start(), d.End()} {
			if read, err := Parse(made.String()); !made.IsZero() && (err != nil || read != made) {
				t.Fatalf("%q, made of %q, is not what its text says: %v", made, d, err)
			}
		}
		for _, alternative := range d.alternatives() {
			for _, x := range alternative {
				if x.start.earliest.Compare(x.start.latest) > 0 || x.end.earliest.Compare(x.end.latest) > 0 {
					t.Fatalf("%q has no reading in %v", d, x)
				}
			}
		}
	})
}

func TestPropertiesOfTwo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate(t, "a"), anyDate(t, "b")
		for name, relation := range map[string]func(a, b Date, certainty Certainty) bool{"Before": Before, "Overlaps": Overlaps, "Contains": Contains} {
			if relation(a, b, Definite) && !relation(a, b, Possible) {
				t.Fatalf("%s(%q, %q) is definite and not possible", name, a, b)
			}
		}
		for _, certainty := range []Certainty{Possible, Definite} {
			if Overlaps(a, b, certainty) != Overlaps(b, a, certainty) {
				t.Fatalf("Overlaps(%q, %q, %s) is not symmetric", a, b, certainty)
			}
			if Contains(a, b, certainty) && !Overlaps(a, b, certainty) {
				t.Fatalf("%q contains %q, %s, without overlap", a, b, certainty)
			}
		}
		if Before(a, b, Definite) && (Before(b, a, Possible) || Overlaps(a, b, Possible) || Contains(a, b, Possible)) {
			t.Fatalf("%q is definitely before %q and yet possibly not", a, b)
		}
		if Compatible(a, b) != Compatible(b, a) {
			t.Fatalf("Compatible(%q, %q) is not symmetric", a, b)
		}
		if got, back := Compare(a, b), Compare(b, a); got != -back || (got == 0) != (a == b) {
			t.Fatalf("Compare(%q, %q): %d, and %d the other way", a, b, got, back)
		}
	})
}

// TestRelationsByReadings compares the relations of dates without gaps with
// their definition: all pairs of readings, tried one by one on a small calendar.
func TestRelationsByReadings(t *testing.T) {
	texts := []string{
		"1977-03-01", "1977-03-02", "1977-03-03", "1977-03-04",
		"1977-03-02~", "1977-03-02/1977-03-03", "1977-03-01/1977-03-03~", "1977-03-03/1977-03-03",
		"1977-03-0X/1977-03-02", "1977-03-02/..", "../1977-03-03", "1977-03-02/", "/1977-03-03",
		"1977-03-01~/1977-03-02?", "1977-03-X2/1977-03-04", "1977-03-03/1977-03-0X",
	}
	for _, textA := range texts {
		for _, textB := range texts {
			a, b := date(t, textA), date(t, textB)
			for name, relation := range map[string]struct {
				asked func(a, b Date, certainty Certainty) bool
				holds func(x, y [2]Day) bool
			}{
				"Before":   {Before, func(x, y [2]Day) bool { return x[1].Compare(y[0]) < 0 }},
				"Overlaps": {Overlaps, func(x, y [2]Day) bool { return x[0].Compare(y[1]) <= 0 && y[0].Compare(x[1]) <= 0 }},
				"Contains": {Contains, func(x, y [2]Day) bool { return x[0].Compare(y[0]) <= 0 && y[1].Compare(x[1]) <= 0 }},
			} {
				possible, definite := false, true
				for _, x := range readings(a) {
					for _, y := range readings(b) {
						possible = possible || relation.holds(x, y)
						definite = definite && relation.holds(x, y)
					}
				}
				if got := relation.asked(a, b, Possible); got != possible {
					t.Errorf("%s(%s, %s, POSSIBLE): got %v, want %v", name, a, b, got, possible)
				}
				if got := relation.asked(a, b, Definite); got != definite {
					t.Errorf("%s(%s, %s, DEFINITE): got %v, want %v", name, a, b, got, definite)
				}
			}
		}
	}
}

// readings lists beginnings and ends near March 1977 that fit the date.
func readings(d Date) [][2]Day {
	calendar := []Day{minDay}
	for day := (Day{1977, 2, 27}); day.Compare(Day{1977, 4, 3}) < 0; day = day.add(0, 1) {
		calendar = append(calendar, day)
	}
	calendar = append(calendar, maxDay)
	within := func(day Day, e edge) bool {
		e = e.widened()
		return e.earliest.Compare(day) <= 0 && day.Compare(e.latest) <= 0
	}
	var all [][2]Day
	for _, first := range calendar {
		for _, last := range calendar {
			if within(first, d.start) && within(last, d.end) && first.Compare(last) <= 0 {
				all = append(all, [2]Day{first, last})
			}
		}
	}
	return all
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"1977", "1977-08-18", "1985-04-12T23:20:30+04:30", "1984?/2004-06~", "1978-12/..", "/1993", "2001-34",
		"156X-12-25", "?2004-06-~11", "Y-17E7S3", "1950S2", "[1667,1668, 1670..1672]", "{..1984}", "", "/", "[..]", "XXXX-XX-XX", "é",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Parse(text)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("Parse(%q): a date beside the error %v", text, err)
			}
			return
		}
		earliest, latest := d.Bounds()
		if d.String() != text || !earliest.IsZero() && !latest.IsZero() && earliest.Compare(latest) > 0 {
			t.Fatalf("Parse(%q): got %q from %s to %s", text, d, earliest, latest)
		}
		if d.Label() == "" || !Compatible(d, d) || Compare(d, d) != 0 {
			t.Fatalf("%q: label %q, or not compatible with itself", text, d.Label())
		}
		for _, made := range []Date{d.OpenFrom(), d.Whole(), d.Start(), d.End()} {
			if read, err := Parse(made.String()); !made.IsZero() && (err != nil || read != made) {
				t.Fatalf("%q, made of %q, is not what its text says: %v", made, d, err)
			}
		}
	})
}

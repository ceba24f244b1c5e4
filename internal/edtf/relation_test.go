package edtf

import "testing"

func TestRelations(t *testing.T) {
	const (
		no       = "no"
		possible = "possible"
		definite = "definite"
	)
	asked := func(relation func(a, b Date, certainty Certainty) bool, a, b Date) string {
		switch {
		case relation(a, b, Definite):
			return definite
		case relation(a, b, Possible):
			return possible
		}
		return no
	}
	for _, test := range []struct{ a, b, before, overlaps, contains string }{
		{"1976", "1977", definite, no, no},
		{"1977", "1976", no, no, no},
		{"1977", "1977", possible, possible, possible},
		{"1977-03-05", "1977-03-05", no, definite, definite},
		{"1977", "1977-03", possible, possible, possible},
		{"1977-03", "1977", possible, possible, possible},
		{"1977-03-05", "1977-03", possible, possible, possible},

		// A whole year, asked about as "during".
		{"1977-01-01/1977-12-31", "1977-03", no, definite, definite},
		{"1977-01-01/1977-12-31", "1977", no, definite, definite},
		{"1977-01-01/1977-12-31", "1977~", possible, possible, possible},
		{"1977-01-01/1977-12-31", "1976~", no, possible, possible},
		{"1977-01-01/1977-12-31", "1975~", no, no, no},

		// Spans whose ends are known to the year.
		{"1984/1993", "1990", no, definite, definite},
		{"1984/1993", "1993-06", possible, possible, possible},
		{"1984/1993", "1994", definite, no, no},
		{"1984/1993", "1993/1994", possible, possible, no},
		{"1984/1993", "1986/1989", no, definite, definite},
		{"1986/1989", "1984/1993", no, definite, no},
		{"1993/1993", "1993", possible, possible, possible},

		// Open ends have no bound.
		{"1978-12/..", "2020", no, definite, definite},
		{"1978-12/..", "1978-12-15", no, possible, possible},
		{"1978-12/..", "1977", no, no, no},
		{"1977", "1978-12/..", definite, no, no},
		{"1978-12/..", "1993/..", no, definite, definite},
		{"1993/..", "1978-12/..", no, definite, no},
		{"../1993", "1950", no, definite, definite},
		{"../1993", "1994", definite, no, no},
		{"../1993", "../1980", no, definite, definite},
		{"../1993", "1984/..", no, definite, no},
		{"../1993", "1994/..", definite, no, no},

		// Unknown ends may be anywhere.
		{"1978-12/", "2020", possible, possible, possible},
		{"1978-12/", "1977", no, no, no},
		{"/1993", "1950", no, possible, possible},
		{"/1993", "1994", definite, no, no},
		{"1978-12/", "1978-12/..", possible, possible, possible},

		// Marks widen.
		{"1977~", "1978", possible, possible, possible},
		{"1977~", "1979", definite, no, no},
		{"2004-06-11~", "2004-06-12", possible, possible, possible},
		{"2004-06-11?", "2004-06-13", definite, no, no},
		{"2004?-06-11", "2005-06-11", possible, possible, possible},
		{"2004?-06-11", "2005-06-12", definite, no, no},
		{"2004-06-~11", "2004-06-13", definite, no, no},
		{"198X~", "1999", possible, possible, possible},
		{"198X~", "2000", definite, no, no},
		{"2001-34~", "2001-07", possible, possible, possible},
		{"2001-34~", "2001-10", definite, no, no},

		// Sets.
		{"[1977,1979]", "1980", definite, no, no},
		{"[1977,1979]", "1978", possible, no, no},
		{"[1977,1979]", "1979", possible, possible, possible},
		{"1977-01-01/1979-12-31", "[1977,1979]", no, definite, definite},
		{"1979-01-01/1979-12-31", "[1977,1979]", no, possible, possible},
		{"[1977..1979]", "1978", possible, possible, possible},
		{"[..1977]", "1978", definite, no, no},
		{"[..1977]", "1950", possible, possible, possible},
		{"[1977..]", "1950", no, no, no},
		{"{1977,1979}", "1978", no, no, no},
		{"{1977,1979}", "1980", definite, no, no},
		{"1977-01-01/1977-12-31", "{1977,1979}", no, definite, no},
		{"1977-01-01/1979-12-31", "{1977,1979}", no, definite, definite},
		{"{1977..1979}", "1978", no, definite, definite},
		{"{1977..1979,1985}", "1978", no, definite, definite},
		{"{..1977}", "1950", no, definite, definite},
	} {
		a, b := date(t, test.a), date(t, test.b)
		if got := asked(Before, a, b); got != test.before {
			t.Errorf("Before(%s, %s): got %s, want %s", a, b, got, test.before)
		}
		if got := asked(Overlaps, a, b); got != test.overlaps {
			t.Errorf("Overlaps(%s, %s): got %s, want %s", a, b, got, test.overlaps)
		}
		if got := asked(Contains, a, b); got != test.contains {
			t.Errorf("Contains(%s, %s): got %s, want %s", a, b, got, test.contains)
		}
	}
}

func TestRelationsWithoutDate(t *testing.T) {
	d := date(t, "1977")
	for _, certainty := range []Certainty{Possible, Definite} {
		for _, pair := range [][2]Date{{d, {}}, {{}, d}, {{}, {}}} {
			a, b := pair[0], pair[1]
			if Before(a, b, certainty) || Overlaps(a, b, certainty) || Contains(a, b, certainty) {
				t.Errorf("a relation holds, %s, between %q and %q", certainty, a, b)
			}
		}
	}
}

func TestCompatible(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"1977", "1977-03", true},
		{"1977", "1977-03-31", true},
		{"1976", "1977", false},
		{"1977-03", "1977-04", false},
		{"1997-07-14", "1997-01", false},
		{"198X", "1984", true},
		{"1984", "1984/1993", true},
		{"1990-05-01", "1984/1993", true},
		{"1994", "1984/1993", false},
		{"1984/1993", "1984-06/1993-03", true},
		{"1984/1993", "1984/1998", false},
		{"2003-10-06/2003-10-09", "2003-10-08/2003-10-09", false},
		{"2003-10-06/2003-10-09", "2003-10/2003-10", true},
		{"1984/1993", "1984/", true},
		{"1984/..", "1984/1993", true},
		{"1984/..", "1985/1993", false},
		{"../1993", "1984/1993", true},
		{"../1993", "1984/..", true},
		{"../1976", "1977/..", false},
		{"1978-12/..", "1974", false},
		{"1978-12/..", "1990", true},

		{"1997~", "1996", true},
		{"1997~", "1995", false},
		{"1997?", "1998-12-31", true},
		{"1997~", "1995~", true},
		{"1997~", "1994~", false},
		{"1997-03~", "1997-04", true},
		{"1984~/1993", "1985/1993", true},
		{"1984~/1993", "1986/1993", false},

		{"[1977,1979]", "1979", true},
		{"[1977,1979]", "1978", false},
		{"{1977,1979}", "1979", true},
		{"{1977,1979}", "1978", false},
		{"{1977,1979}", "{1977,1980}", false},
		{"{1977,1979}", "{1979-05,1977-02}", true},
		{"{1977,1979}", "1977/1979", true},
	} {
		a, b := date(t, test.a), date(t, test.b)
		if got := Compatible(a, b); got != test.want {
			t.Errorf("Compatible(%s, %s): got %v, want %v", a, b, got, test.want)
		}
	}
	if !Compatible(Date{}, date(t, "1977")) || !Compatible(date(t, "1977"), Date{}) {
		t.Errorf("the zero date is not compatible with 1977")
	}
}

func TestCompare(t *testing.T) {
	ordered := []string{"../1993", "/1993", "../1994", "-0044", "1976", "1977-01", "1977", "1977~", "1977/..", "1977-03", "1978", ""}
	dates := make([]Date, len(ordered))
	for i, text := range ordered {
		if text != "" {
			dates[i] = date(t, text)
		}
	}
	for i, a := range dates {
		for j, b := range dates {
			if got := Compare(a, b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("Compare(%q, %q): got %d, want the order of %q", a, b, got, ordered)
			}
		}
	}
}

func TestCertainty(t *testing.T) {
	for _, want := range []Certainty{Possible, Definite} {
		if got, err := ParseCertainty(want.String()); got != want || err != nil {
			t.Errorf("ParseCertainty(%q): got %v, %v", want, got, err)
		}
	}
	for _, text := range []string{"", "possible", "SURE"} {
		if _, err := ParseCertainty(text); err == nil {
			t.Errorf("ParseCertainty(%q): got no error", text)
		}
	}
	if got := Certainty(7).String(); got != "" {
		t.Errorf("String of no certainty: got %q", got)
	}
}

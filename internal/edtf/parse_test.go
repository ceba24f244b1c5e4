package edtf

import (
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// date reads a text that a test takes for right.
func date(t interface {
	Helper()
	Fatal(...any)
}, text string) Date {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseBounds(t *testing.T) {
	for _, test := range []struct{ text, earliest, latest string }{
		// Level 0.
		{"1985", "1985-01-01", "1985-12-31"},
		{"1985-04", "1985-04-01", "1985-04-30"},
		{"1985-04-12", "1985-04-12", "1985-04-12"},
		{"2004-02", "2004-02-01", "2004-02-29"},
		{"1900-02", "1900-02-01", "1900-02-28"},
		{"2000-02-29", "2000-02-29", "2000-02-29"},
		{"0000", "0000-01-01", "0000-12-31"},
		{"0079-08-24", "0079-08-24", "0079-08-24"},
		{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20", "1985-04-12", "1985-04-12"},
		{"1985-04-12T23:20:30.123", "1985-04-12", "1985-04-12"},
		{"1964/2008", "1964-01-01", "2008-12-31"},
		{"2004-06/2006-08", "2004-06-01", "2006-08-31"},
		{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31"},
		{"2005/2006-02", "2005-01-01", "2006-02-28"},
		{"2005/2005", "2005-01-01", "2005-12-31"},
		{"2005/2005-02", "2005-01-01", "2005-02-28"},
		// Level 1.
		{"Y170000002", "+170000002-01-01", "+170000002-12-31"},
		{"Y-170000002", "-170000002-01-01", "-170000002-12-31"},
		{"-1985", "-1985-01-01", "-1985-12-31"},
		{"-0004-02-29", "-0004-02-29", "-0004-02-29"},
		{"2001-21", "2001-03-01", "2001-11-30"},
		{"2001-22", "2001-06-01", "2002-02-28"},
		{"2001-23", "2001-03-01", "2001-11-30"},
		{"2003-24", "2003-06-01", "2004-02-29"},
		{"1984?", "1984-01-01", "1984-12-31"},
		{"2004-06~", "2004-06-01", "2004-06-30"},
		{"2004-06-11%", "2004-06-11", "2004-06-11"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"20XX", "2000-01-01", "2099-12-31"},
		{"2004-XX", "2004-01-01", "2004-12-31"},
		{"1985-04-XX", "1985-04-01", "1985-04-30"},
		{"1985-XX-XX", "1985-01-01", "1985-12-31"},
		{"1985-04-12/..", "1985-04-12", ""},
		{"1985/", "1985-01-01", ""},
		{"../1985-04", "", "1985-04-30"},
		{"/1985-04", "", "1985-04-30"},
		{"1984~/2004-06", "1984-01-01", "2004-06-30"},
		{"1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"},
		// Level 2.
		{"Y-17E7", "-170000000-01-01", "-170000000-12-31"},
		{"Y17E7S3", "+170000000-01-01", "+170999999-12-31"},
		{"1950S2", "1900-01-01", "1999-12-31"},
		{"1950S4", "1950-01-01", "1950-12-31"},
		{"-1950S2", "-1999-01-01", "-1900-12-31"},
		{"0000S1", "0000-01-01", "0999-12-31"},
		{"Y171010000S3", "+171000000-01-01", "+171999999-12-31"},
		{"Y-171010000S3", "-171999999-01-01", "-171000000-12-31"},
		{"2001-25", "2001-03-01", "2001-05-31"},
		{"2001-26", "2001-06-01", "2001-08-31"},
		{"2001-27", "2001-09-01", "2001-11-30"},
		{"2003-28", "2003-12-01", "2004-02-29"},
		{"2001-29", "2001-09-01", "2001-11-30"},
		{"2001-30", "2001-12-01", "2002-02-28"},
		{"2001-31", "2001-03-01", "2001-05-31"},
		{"2001-32", "2001-06-01", "2001-08-31"},
		{"2001-33", "2001-01-01", "2001-03-31"},
		{"2001-34", "2001-04-01", "2001-06-30"},
		{"2001-35", "2001-07-01", "2001-09-30"},
		{"2001-36", "2001-10-01", "2001-12-31"},
		{"2001-37", "2001-01-01", "2001-04-30"},
		{"2001-38", "2001-05-01", "2001-08-31"},
		{"2001-39", "2001-09-01", "2001-12-31"},
		{"2001-40", "2001-01-01", "2001-06-30"},
		{"2001-41", "2001-07-01", "2001-12-31"},
		{"-2001-34", "-2001-04-01", "-2001-06-30"},
		{"200X-34", "2000-04-01", "2009-06-30"},
		{"2004-06~-11", "2004-06-11", "2004-06-11"},
		{"2004?-06-11", "2004-06-11", "2004-06-11"},
		{"?2004-06-~11", "2004-06-11", "2004-06-11"},
		{"2004-%06-11", "2004-06-11", "2004-06-11"},
		{"156X-12-25", "1560-12-25", "1569-12-25"},
		{"15XX-12-25", "1500-12-25", "1599-12-25"},
		{"1XXX-XX", "1000-01-01", "1999-12-31"},
		{"1XXX-12", "1000-12-01", "1999-12-31"},
		{"1984-1X", "1984-10-01", "1984-12-31"},
		{"1984-X1", "1984-01-01", "1984-11-30"},
		{"1984-XX-31", "1984-01-31", "1984-12-31"},
		{"1984-X2-3X", "1984-12-30", "1984-12-31"},
		{"XXXX", "", ""},
		{"XXXX-12-25", "", ""},
		{"XXXX~", "", ""},
		{"XXXX/2005", "", "2005-12-31"},
		{"XXXX/..", "", ""},
		{"19XX-02-29", "1904-02-29", "1996-02-29"},
		{"1X8X", "1080-01-01", "1989-12-31"},
		{"-198X", "-1989-01-01", "-1980-12-31"},
		{"-XXXX", "-9999-01-01", "-0001-12-31"},
		{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"},
		{"[1667, 1668]", "1667-01-01", "1668-12-31"},
		{"[..1760-12-03]", "", "1760-12-03"},
		{"[1760-12..]", "1760-12-01", ""},
		{"[1760-01,1760-02,1760-12..]", "1760-01-01", ""},
		{"{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"},
		{"{1961-12,1960}", "1960-01-01", "1961-12-31"},
		{"{..1984}", "", "1984-12-31"},
		{"[1984~,1985?]", "1984-01-01", "1985-12-31"},
		{"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"},
		{"1978-XX/1998-10-04T15:28:30", "1978-01-01", "1998-10-04"},
		{"2001-21/2002-33", "2001-03-01", "2002-03-31"},
		{"Y-12000/-4000", "-12000-01-01", "-4000-12-31"},
	} {
		got, err := Parse(test.text)
		if err != nil {
			t.Errorf("Parse(%q): %v", test.text, err)
			continue
		}
		earliest, latest := got.Bounds()
		if earliest.String() != test.earliest || latest.String() != test.latest {
			t.Errorf("Bounds of %s: got %s to %s, want %s to %s", test.text, earliest, latest, test.earliest, test.latest)
		}
		if got.String() != test.text || got.IsZero() {
			t.Errorf("Parse(%q): got the text %q", test.text, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", "character 1: a year of four digits was expected"},
		{" 1985", "character 1: a year"},
		{"1985 ", "character 5: nothing was expected after the date"},
		{"19", "character 1: a year of four digits"},
		{"198", "character 1: a year of four digits"},
		{"19850", "character 1: a year of four digits"},
		{"198x", "character 1: a year of four digits"},
		{"١٩٨٥", "character 1: a year"},
		{"1985é", "character 5: nothing was expected"},
		{"August 1977", "character 1: a year"},
		{"1985-4", "character 6: two digits"},
		{"1985-04-1", "character 9: two digits"},
		{"1985-", "character 6: two digits"},
		{"1985--04", "character 6: two digits"},
		{"1985-04-12-01", "character 11: nothing was expected"},
		{"1985-00", "character 1: no month or day fits 1985-00"},
		{"1985-13", "no month or day fits 1985-13"},
		{"1985-20", "no month or day fits"},
		{"1985-42", "no month or day fits"},
		{"1985-2X", "no month or day fits"},
		{"1985-02-29", "no month or day fits 1985-02-29"},
		{"1985-04-00", "no month or day fits"},
		{"1985-04-31", "no month or day fits"},
		{"1985-02-3X", "no month or day fits"},
		{"XXX1-02-29", "no month or day fits"},
		{"1985-21-01", "a division of a year has no days"},
		{"-0000", "there is no year -0000"},
		{"+1985", "character 1: a year"},
		{"1984-06-02?~", "character 12: one mark follows another"},
		{"??1984", "character 2: a year"},
		{"1985-04T10:00", "character 8: a time follows what is not one plain day"},
		{"1985-04-12?T10:00", "character 12: a time follows"},
		{"1985-04-XXT10:00", "a time follows"},
		{"1985-04-12T", "character 12: no time of day"},
		{"1985-04-12T24:00:00", "no time of day"},
		{"1985-04-12T23:20-00:00", "no time of day"},
		{"1985-04-12T23:60", "no time of day"},
		{"1985-04-12T23:20:30z", "no time of day"},
		{"Y", "character 2: digits, the first not 0, were expected after Y"},
		{"Y017000", "character 2: digits, the first not 0"},
		{"Y17000S04", "significant digits does not fit"},
		{"Y17E07", "the year is too far away"},
		{"Y1985", "character 2: Y stands before a year of four digits or fewer"},
		{"Y17E2", "four digits or fewer"},
		{"Y0E9", "digits, the first not 0"},
		{"Y17E", "an exponent was expected"},
		{"Y17E8", "character 2: the year is too far away"},
		{"Y17E99999999999999999999", "the year is too far away"},
		{"Y99999999999999999999", "the year is too far away"},
		{"Y17000-05", "character 7: nothing was expected after the year"},
		{"Y17000S", "significant digits does not fit"},
		{"1950S0", "character 6: the number of significant digits"},
		{"1950S5", "significant digits does not fit"},
		{"195XS2", "significant digits does not fit"},
		{"1950S2-05", "character 7: nothing was expected"},
		{"/", "an interval without any date"},
		{"../..", "an interval without any date"},
		{"/..", "an interval without any date"},
		{"1985/1984", "character 6: the end is before the start"},
		{"1985-05/1985-04-30", "the end is before the start"},
		{"1984/1985/1986", "character 10: nothing was expected"},
		{"1984/[1985]", "character 6: a year"},
		{"1984/...", "character 6: a year"},
		{"[", "the set does not end with ]"},
		{"[]", "character 2: a year"},
		{"[1984}", "character 7: the set does not end with ]"},
		{"{1984", "the set does not end with }"},
		{"[1984,]", "character 7: a year"},
		{"[..]", "nothing on one side of the two dots"},
		{"[1984,..1985]", "character 7: nothing on one side"},
		{"[1984..,1985]", "nothing on one side"},
		{"[1985..1984]", "character 8: the end of the range is before its start"},
		{"[1984/1985]", "character 6: nothing was expected"},
		{"[[1984]]", "character 2: a year"},
		{"{1984;1985}", "character 6: nothing was expected"},
		{strings.Repeat("1", maxLength+1), "has 513 bytes, more than 512"},
	} {
		got, err := Parse(test.text)
		if err == nil {
			t.Errorf("Parse(%q): got %v, want an error", test.text, got)
			continue
		}
		if !got.IsZero() {
			t.Errorf("Parse(%q): got a date beside the error: %v", test.text, got)
		}
		if !strings.Contains(err.Error(), test.want) {
			t.Errorf("Parse(%q): got %q, want %q in it", test.text, err, test.want)
		}
		if kind := fault.KindOf(err); kind != fault.Invalid {
			t.Errorf("Parse(%q): got kind %v, want INVALID", test.text, kind)
		}
		if !strings.Contains(err.Error(), "; ") {
			t.Errorf("Parse(%q): no remedy in %q", test.text, err)
		}
	}
}

func TestMarks(t *testing.T) {
	for _, test := range []struct {
		text                   string
		approximate, uncertain bool
	}{
		{"1984", false, false},
		{"1984~", true, false},
		{"1984?", false, true},
		{"1984%", true, true},
		{"?2004-06-~11", true, true},
		{"2004-?06-11", false, true},
		{"1984/2004~", true, false},
		{"1984?/2004~", true, true},
		{"1984?/..", false, true},
		{"[1984,1985~]", true, false},
		{"{1984..1985?}", false, true},
		{"2001-21?", false, true},
		{"Y17000~", true, false},
		{"198X~", true, false},
	} {
		d := date(t, test.text)
		if d.Approximate() != test.approximate || d.Uncertain() != test.uncertain {
			t.Errorf("%s: got approximate %v, uncertain %v, want %v, %v", test.text, d.Approximate(), d.Uncertain(), test.approximate, test.uncertain)
		}
	}
}

func TestParts(t *testing.T) {
	for _, test := range []struct {
		text               string
		isInterval         bool
		start, end         string
		openStart, openEnd bool
	}{
		{"1984", false, "1984", "1984", false, false},
		{"1984/1993~", true, "1984", "1993~", false, false},
		{"1984/..", true, "1984", "", false, true},
		{"1984/", true, "1984", "", false, false},
		{"../1993", true, "", "1993", true, false},
		{"/1993", true, "", "1993", false, false},
		{"[..1984]", false, "[..1984]", "[..1984]", false, false},
		{"{1984..}", false, "{1984..}", "{1984..}", false, false},
	} {
		d := date(t, test.text)
		if d.IsInterval() != test.isInterval || d.Start().String() != test.start || d.End().String() != test.end {
			t.Errorf("%s: got interval %v from %q to %q, want %v, %q, %q", test.text, d.IsInterval(), d.Start(), d.End(), test.isInterval, test.start, test.end)
		}
		if d.OpenStart() != test.openStart || d.OpenEnd() != test.openEnd {
			t.Errorf("%s: got open start %v, open end %v, want %v, %v", test.text, d.OpenStart(), d.OpenEnd(), test.openStart, test.openEnd)
		}
	}
}

func TestOpenFromAndWhole(t *testing.T) {
	for _, test := range []struct{ text, openFrom, whole string }{
		{"1974", "1974/..", "1974-01-01/1974-12-31"},
		{"1974-02~", "1974-02~/..", "1974-02-01/1974-02-28"},
		{"1974/1976", "1974/1976", "1974-01-01/1976-12-31"},
		{"1974/..", "1974/..", "1974-01-01/.."},
		{"1974/", "1974/", "1974-01-01/"},
		{"../1974", "../1974", "../1974-12-31"},
		{"/1974", "/1974", "/1974-12-31"},
		{"[1974,1976]", "[1974,1976]", "1974-01-01/1976-12-31"},
		{"[..1974]", "[..1974]", "../1974-12-31"},
		{"[..1974,1980..]", "[..1974,1980..]", "[..1974,1980..]"},
		{"-0044", "-0044/..", "-0044-01-01/-0044-12-31"},
		{"Y17000", "Y17000/..", "Y17000"},
	} {
		d := date(t, test.text)
		if got, want := d.OpenFrom(), date(t, test.openFrom); got != want {
			t.Errorf("OpenFrom of %s: got %#v, want %#v", test.text, got, want)
		}
		if got, want := d.Whole(), date(t, test.whole); got != want {
			t.Errorf("Whole of %s: got %#v, want %#v", test.text, got, want)
		}
	}
	if got := (Date{}).OpenFrom(); !got.IsZero() {
		t.Errorf("OpenFrom of the zero date: got %v", got)
	}
	if got := (Date{}).Whole(); !got.IsZero() {
		t.Errorf("Whole of the zero date: got %v", got)
	}
}

func TestDay(t *testing.T) {
	day, err := ParseDay("1977-08-18")
	if err != nil || day.String() != "1977-08-18" || day.IsZero() {
		t.Errorf("ParseDay: got %v, %v", day, err)
	}
	after, _ := ParseDay("1977-09-01")
	if day.Compare(after) >= 0 || after.Compare(day) <= 0 || day.Compare(day) != 0 {
		t.Errorf("Compare of %v and %v is not an order", day, after)
	}
	for _, text := range []string{"", "1977", "1977-8-18", "1977-02-29", "01977-01-01", "1977-08-18T00:00:00Z", "-0044-03-15"} {
		if got, err := ParseDay(text); err == nil || fault.KindOf(err) != fault.Invalid || !got.IsZero() {
			t.Errorf("ParseDay(%q): got %v, %v, want an error of kind INVALID", text, got, err)
		}
	}
}

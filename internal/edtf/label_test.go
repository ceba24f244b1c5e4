package edtf

import "testing"

func TestLabel(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"1977", "1977"},
		{"1977-08", "August 1977"},
		{"1997-07-14", "14 July 1997"},
		{"2003-12-01", "1 December 2003"},
		{"0079-08-24", "24 August AD 79"},
		{"0000", "1 BC"},
		{"-0043-03-15", "15 March 44 BC"},
		{"Y17000", "17000"},
		{"Y-17E3", "17001 BC"},
		{"1950S1", "1950 to 1 significant digit"},
		{"Y171010000S3", "171010000 to 3 significant digits"},
		{"1985-04-12T23:20:30", "12 April 1985, 23:20:30"},
		{"1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"},
		{"1985-04-12T23:20+07:00", "12 April 1985, 23:20 UTC+07:00"},

		{"1997~", "about 1997"},
		{"1997-12~", "about December 1997"},
		{"1997-12-05?", "perhaps 5 December 1997"},
		{"1997%", "perhaps about 1997"},
		{"2004?-06-11", "11 June 2004 (year uncertain)"},
		{"2004-06~-11", "11 June 2004 (year approximate, month approximate)"},
		{"?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"},
		{"2004-%06-11", "11 June 2004 (month uncertain and approximate)"},

		{"198X", "1980s"},
		{"198X~", "about the 1980s"},
		{"19XX", "some year from 1900 to 1999"},
		{"XXXX", "date not known"},
		{"XXXX?", "date not known"},
		{"XXXX-XX", "date not known"},
		{"XXXX/..", "since a date not known"},
		{"XXXX/2005", "a date not known to 2005"},
		{"XXXX-1X", "some day of some year"},
		{"-XXXX", "some year from 10000 BC to 2 BC"},
		{"XXXX-12-25", "25 December of some year"},
		{"198X-08", "August of some year of the 1980s"},
		{"19XX-08-01", "1 August of some year from 1900 to 1999"},
		{"1985-XX", "some month of 1985"},
		{"1985-12-XX", "some day of December 1985"},
		{"1985-XX-XX", "some day of 1985"},
		{"1985-XX-31", "day 31 of some month of 1985"},
		{"1985-XX-3X", "some day from 30 January 1985 to 31 December 1985"},
		{"1985-1X-05", "some day from 5 October 1985 to 5 December 1985"},
		{"XXXX-XX-XX", "date not known"},

		{"2001-21", "spring 2001"},
		{"2001-28", "northern winter 2001"},
		{"2001-31~", "about southern autumn 2001"},
		{"2001-34", "second quarter of 2001"},
		{"2001-38", "middle four months of 2001"},
		{"2001-41", "second half of 2001"},

		{"1984/1993", "1984 to 1993"},
		{"1984-06?/1993~", "perhaps June 1984 to about 1993"},
		{"1997-09/1997-10", "September to October 1997"},
		{"1997-12/1998-01", "December 1997 to January 1998"},
		{"2003-12-11/2003-12-12", "11 to 12 December 2003"},
		{"2003-11-30/2003-12-02", "30 November to 2 December 2003"},
		{"2003-12-30/2004-01-02", "30 December 2003 to 2 January 2004"},
		{"2003-11/2003-12-02", "November 2003 to 2 December 2003"},
		{"2001-21/2001-22", "spring 2001 to summer 2001"},
		{"1978-12/..", "since December 1978"},
		{"1978-12~/..", "since about December 1978"},
		{"198X/..", "since the 1980s"},
		{"2001-34?/..", "since perhaps the second quarter of 2001"},
		{"198X/199X", "1980s to 1990s"},
		{"../1993", "until 1993"},
		{"1978-12/", "from December 1978, end unknown"},
		{"/1993", "until 1993, beginning unknown"},

		{"[1977,1978]", "1977 or 1978"},
		{"[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672"},
		{"{1960,1961-12}", "1960 and December 1961"},
		{"[..1977-03]", "March 1977 or earlier"},
		{"[1977-03..]", "March 1977 or later"},
		{"{..1984}", "1984 and earlier"},
		{"[1667,1760-12..]", "1667 or December 1760 or later"},
	} {
		if got := date(t, test.text).Label(); got != test.want {
			t.Errorf("Label of %s: got %q, want %q", test.text, got, test.want)
		}
	}
	if got := (Date{}).Label(); got != "" {
		t.Errorf("Label of the zero date: got %q, want none", got)
	}
}

func TestLabelWith(t *testing.T) {
	for _, test := range []struct{ text, note, want string }{
		{"1977-08", "early", "early August 1977"},
		{"1977-08", "mid", "mid-August 1977"},
		{"1977", "late", "late 1977"},
		{"198X", "mid", "mid-1980s"},
		{"1977-08", "in the morning", "August 1977"},
		{"1977-08", "", "August 1977"},
		{"1977-08-05", "early", "5 August 1977"},
		{"1977-08~", "early", "about August 1977"},
		{"1977-21", "early", "spring 1977"},
		{"1977-XX", "early", "some month of 1977"},
		{"19XX", "early", "some year from 1900 to 1999"},
		{"1950S2", "early", "1950 to 2 significant digits"},
		{"1977/1978", "early", "1977 to 1978"},
		{"[1977,1978]", "early", "1977 or 1978"},
	} {
		if got := date(t, test.text).LabelWith(test.note); got != test.want {
			t.Errorf("LabelWith(%q) of %s: got %q, want %q", test.note, test.text, got, test.want)
		}
	}
	if got := (Date{}).LabelWith("early"); got != "" {
		t.Errorf("LabelWith of the zero date: got %q, want none", got)
	}
}

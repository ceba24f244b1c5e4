package dataset

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	long := "This line of a paragraph is long enough to be broken by hand and"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"no word", " \n--\n\n***\n", nil},
		{"menu", "Home\nAbout us\nEuropean Union\n\nSave", []string{"Home", "About us", "European Union", "Save"}},
		{"bars", " Home | Links | Contact | Jobs | Archive | Meetings and Events | Search \nicon Print", []string{"Home | Links | Contact | Jobs | Archive | Meetings and Events | Search", "icon Print"}},
		{"two", "It was so. It is so.", []string{"It was so.", "It is so."}},
		{"titles", "The Minister H.E. Mr. Takeo Fukuda met J. Smith, Dr. Li and Prof. Tan. They spoke.", []string{"The Minister H.E. Mr. Takeo Fukuda met J. Smith, Dr. Li and Prof. Tan.", "They spoke."}},
		{"number", "See No. 5 of Vol. 2. No. Not that.", []string{"See No. 5 of Vol. 2.", "No.", "Not that."}},
		{"decimals", "It rose to US$5.14 billion (12%) in 1994. It fell.", []string{"It rose to US$5.14 billion (12%) in 1994.", "It fell."}},
		{"quotes", `They announced "peace and prosperity". Then “IDEA.”  More (see Chapter 2.) End`, []string{`They announced "peace and prosperity".`, "Then “IDEA.”", "More (see Chapter 2.)", "End"}},
		{"bracket opens", "Elements of an FTA.  (More can be found below.)", []string{"Elements of an FTA.", "(More can be found below.)"}},
		{"small letter", "They met, e.g. in Kobe, at 5 p.m. on Monday!", []string{"They met, e.g. in Kobe, at 5 p.m. on Monday!"}},
		{"questions", "Who? Where?! Why… Because.", []string{"Who?", "Where?!", "Why…", "Because."}},
		{"no stop at the end", "The dialogue goes on\n\nNext", []string{"The dialogue goes on", "Next"}},
		{"broken by hand", long + "\nGoes on. Ends", []string{long + "\nGoes on.", "Ends"}},
		{"small letter runs on", "A short line\nruns on.\nHeading", []string{"A short line\nruns on.", "Heading"}},
		{"heading with a colon", "Resolved:\nthat it be so.", []string{"Resolved:", "that it be so."}},
		{"heading above", "Funds\nJapan pays. ASEAN spends.", []string{"Funds", "Japan pays.", "ASEAN spends."}},
		{"carriage returns", "One.\r\n\r\nTwo.\r\n", []string{"One.", "Two."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			text := []rune(test.text)
			var got []string
			for _, s := range sentences(text) {
				got = append(got, string(text[s.start:s.end]))
				if want := 1 + strings.Count(string(text[:s.start]), "\n"); s.line != want {
					t.Errorf("%q: got line %d, want %d", got[len(got)-1], s.line, want)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q\n got %q\nwant %q", test.text, got, test.want)
			}
		})
	}
}

// Every letter and digit lies in one sentence, sentences come in the order of
// the text, and their lines are right.
func TestSentencesLeaveNoWordOut(t *testing.T) {
	piece := rapid.SampledFrom([]string{"Japan", "met", "H.E.", "Mr.", "No.", "5", "7,893", ".", "?", "…", "”", ")", " ", " ", "\n", "\n\n", "|", ":", "\u00a0", "é", "\r\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), ""))
		end := 0
		for _, s := range sentences(text) {
			if slices.ContainsFunc(text[end:s.start], wordly) || s.start < end || s.end <= s.start {
				t.Fatalf("%q: sentence %+v after %d", string(text), s, end)
			}
			if want := 1 + breaks(text[:s.start]); s.line != want {
				t.Fatalf("%q: sentence %+v: want line %d", string(text), s, want)
			}
			end = s.end
		}
		if slices.ContainsFunc(text[end:], wordly) {
			t.Fatalf("%q: words behind the last sentence, which ends at %d", string(text), end)
		}
	})
}

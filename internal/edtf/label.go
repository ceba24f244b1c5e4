package edtf

import (
	"strconv"
	"strings"
	"time"
)

// Label is the date in English words: "14 July 1997", "September to October
// 1997", "about 1997", "since December 1978", "1977 or 1978". It is for people
// only; what it says in prose cannot be read back. Empty for the zero Date.
func (d Date) Label() string {
	switch d.form {
	case interval:
		return d.intervalLabel()
	case oneOf, allOf:
		return d.setLabel()
	}
	if d.IsZero() {
		return ""
	}
	return read(d.text).label()
}

// LabelWith is Label with a note that narrows it. ISO 8601-2 has no code for
// parts of a month, so a statement gives the month and a note: where the note
// is early, mid or late and the date an unmarked month, year or decade, the
// label is such as "early August 1977". Any other note leaves Label as it is.
func (d Date) LabelWith(note string) string {
	if d.IsZero() || d.form != single || d.marks != 0 {
		return d.Label()
	}
	m := read(d.text)
	month, err := strconv.Atoi(m.month.digits)
	narrowed := m.day.digits == "" && (m.month.digits == "" || err == nil && month <= 12)
	if strings.Contains(m.year.digits, "X") && (!m.isDecade() || m.month.digits != "") {
		narrowed = false
	}
	switch {
	case !narrowed || m.significant > 0:
		return d.Label()
	case note == "early", note == "late":
		return note + " " + m.label()
	case note == "mid":
		return "mid-" + m.label()
	}
	return d.Label()
}

// read is parseMoment for a text that has been read before.
func read(text string) *moment {
	m, _ := parseMoment(text, 0, len(text)) // the text of a Date has no error
	return m
}

func (d Date) intervalLabel() string {
	first, last, _ := strings.Cut(d.text, "/")
	switch {
	case d.OpenEnd():
		return "since " + read(first).phrase()
	case d.OpenStart():
		return "until " + read(last).phrase()
	case last == "":
		return "from " + read(first).phrase() + ", end unknown"
	case first == "":
		return "until " + read(last).phrase() + ", beginning unknown"
	}
	return rangeLabel(read(first), read(last))
}

// rangeLabel leaves out of the first date what the second repeats.
func rangeLabel(a, b *moment) string {
	first := a.label()
	if a.plain() && b.plain() && a.number == b.number && a.month.digits != "" && b.month.digits != "" {
		switch {
		case a.day.digits == "" && b.day.digits == "":
			first = a.monthName()
		case a.day.digits == "" || b.day.digits == "":
		case a.month == b.month:
			first = unpadded(a.day.digits)
		default:
			first = unpadded(a.day.digits) + " " + a.monthName()
		}
	}
	return first + " to " + b.label()
}

func (d Date) setLabel() string {
	members, _ := parseMembers(d.text) // the text of a Date has no error
	word := "and"
	if d.form == oneOf {
		word = "or"
	}
	labels := make([]string, len(members))
	for i, m := range members {
		switch {
		case m.first == nil:
			labels[i] = m.last.label() + " " + word + " earlier"
		case m.last == nil:
			labels[i] = m.first.label() + " " + word + " later"
		case m.first == m.last:
			labels[i] = m.first.label()
		default:
			labels[i] = rangeLabel(m.first, m.last)
		}
	}
	last := len(labels) - 1
	if last == 0 {
		return labels[0]
	}
	return strings.Join(labels[:last], ", ") + " " + word + " " + labels[last]
}

// plain tells whether a date has neither marks nor X, no time and no division.
func (m *moment) plain() bool {
	_, isDivision := divisions[m.month.digits]
	return m.marks() == 0 && m.clock == "" && !isDivision && !m.masked()
}

var markPrefix = map[mark]string{
	approximate:             "about ",
	uncertain:               "perhaps ",
	approximate | uncertain: "perhaps about ",
}

var markWord = map[mark]string{
	approximate:             "approximate",
	uncertain:               "uncertain",
	approximate | uncertain: "uncertain and approximate",
}

// label puts the marks before the words where all components share them, else
// names each component marked.
func (m *moment) label() string {
	text := m.words()
	shared := m.year.mark
	if m.month.digits != "" && m.month.mark != shared || m.day.digits != "" && m.day.mark != shared {
		var marked []string
		for _, c := range []struct {
			name string
			mark mark
		}{{"year", m.year.mark}, {"month", m.month.mark}, {"day", m.day.mark}} {
			if c.mark != 0 {
				marked = append(marked, c.name+" "+markWord[c.mark])
			}
		}
		return text + " (" + strings.Join(marked, ", ") + ")"
	}
	if shared == 0 {
		return text
	}
	return markPrefix[shared] + m.article() + text
}

// phrase is the label as it stands after another word.
func (m *moment) phrase() string {
	if m.marks() == 0 {
		return m.article() + m.label()
	}
	return m.label()
}

// article stands before decades, quarters and their like inside a phrase.
func (m *moment) article() string {
	if m.month.digits >= "33" || m.month.digits == "" && m.isDecade() {
		return "the "
	}
	return ""
}

// words is the date without its marks.
func (m *moment) words() string {
	if m.month.digits == "" {
		return m.yearAlone()
	}
	if code, ok := divisions[m.month.digits]; ok {
		return m.within(code.words)
	}
	month, day := m.monthName(), unpadded(m.day.digits)
	switch {
	case month == "" && m.month.digits != "XX", day == "" && m.day.digits != "XX" && m.day.digits != "":
		return "some day from " + m.earliest.words() + " to " + m.latest.words()
	case month == "" && m.day.digits == "":
		return m.within("some month of")
	case month == "" && day == "":
		return m.within("some day of")
	case month == "":
		return m.within("day " + day + " of some month of")
	case m.day.digits == "":
		return m.within(month)
	case day == "":
		return m.within("some day of " + month)
	}
	text := m.within(day + " " + month)
	if m.clock != "" {
		text += ", " + clockWords(m.clock)
	}
	return text
}

// monthName is empty where a digit is not known.
func (m *moment) monthName() string {
	n, err := strconv.Atoi(m.month.digits)
	if err != nil {
		return ""
	}
	return time.Month(n).String()
}

// unpadded is empty where a digit is not known.
func unpadded(digits string) string {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return ""
	}
	return strconv.Itoa(n)
}

// yearAlone is a year that no month or day goes with.
func (m *moment) yearAlone() string {
	switch {
	case m.significant == 1:
		return yearWords(m.number) + " to 1 significant digit"
	case m.significant > 1:
		return yearWords(m.number) + " to " + strconv.Itoa(m.significant) + " significant digits"
	case m.isDecade():
		return m.decade()
	}
	return m.someYear()
}

// within puts the year behind what it holds, with "of" between where the year
// is more than a number.
func (m *moment) within(what string) string {
	year := m.someYear()
	if m.isDecade() {
		year = "some year of the " + m.decade()
	}
	if strings.Contains(m.year.digits, "X") && !strings.HasSuffix(what, " of") {
		what += " of"
	}
	return what + " " + year
}

func (m *moment) someYear() string {
	switch {
	case m.year.digits == "XXXX":
		return "some year"
	case strings.Contains(m.year.digits, "X"):
		return "some year from " + yearWords(int(m.earliest.year)) + " to " + yearWords(int(m.latest.year))
	}
	return yearWords(m.number)
}

func (m *moment) decade() string { return m.year.digits[:3] + "0s" }

// isDecade tells whether only the last digit of a year AD is not known.
func (m *moment) isDecade() bool {
	return !m.negative && strings.IndexByte(m.year.digits, 'X') == 3 && m.year.digits > "0999"
}

// yearWords tells years before 1 as BC and those of one to three digits as AD.
func yearWords(year int) string {
	switch {
	case year <= 0:
		return strconv.Itoa(1-year) + " BC"
	case year < 1000:
		return "AD " + strconv.Itoa(year)
	}
	return strconv.Itoa(year)
}

func (d Day) words() string {
	return strconv.Itoa(int(d.day)) + " " + time.Month(d.month).String() + " " + yearWords(int(d.year))
}

// clockWords is a time of day with UTC before its zone.
func clockWords(clock string) string {
	if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
		return clock[:at] + " UTC" + strings.TrimPrefix(clock[at:], "Z")
	}
	return clock
}

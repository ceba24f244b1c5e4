package edtf

import (
	"strconv"
	"strings"
	"time"
)

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

// untold is the label of a date that tells nothing.
const untold = "date not known"

// untold tells whether neither year nor month nor day is known in any part.
func (m *moment) untold() bool {
	return m.anyYear() && strings.Trim(m.month.digits+m.day.digits, "X") == ""
}

// label puts the marks before the words where all components share them, else
// names each component marked.
func (m *moment) label() string {
	if m.untold() {
		return untold
	}
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
	if m.untold() {
		return "a " + untold
	}
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
	partly := month == "" && m.month.digits != "XX" || day == "" && m.day.digits != "XX" && m.day.digits != ""
	switch {
	case partly && m.anyYear():
		return "some day of some year"
	case partly:
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
	case m.anyYear():
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

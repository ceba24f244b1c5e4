package edtf

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// moment is one date without slash or brackets, in its components.
type moment struct {
	edge
	year, month, day component // a month or day that is not written has no digits
	number           int       // the year, where it has no X
	significant      int       // significant digits of the year; 0 where not written
	negative         bool
	clock            string // time of day and zone as written, without the T
}

// component is a year, a month (or a division of the year, 21 to 41) or a day.
type component struct {
	digits string // may have X; a year's without sign
	mark   mark
}

// mark is a set of what ?, ~ and % say.
type mark uint8

const (
	approximate mark = 1 << iota
	uncertain
)

var markOf = map[byte]mark{'~': approximate, '?': uncertain, '%': approximate | uncertain}

func (m *moment) marks() mark { return m.year.mark | m.month.mark | m.day.mark }

// masked tells whether any digit is X.
func (m *moment) masked() bool {
	return strings.Contains(m.year.digits+m.month.digits+m.day.digits, "X")
}

// scanner walks over a part of a text; what it complains of is a place in the whole.
type scanner struct {
	text string // the whole text up to where the part ends
	at   int
}

func (s *scanner) done() bool { return s.at == len(s.text) }

func (s *scanner) take(b byte) bool {
	if s.done() || s.text[s.at] != b {
		return false
	}
	s.at++
	return true
}

// mark reads one mark, or none.
func (s *scanner) mark() mark {
	if s.done() {
		return 0
	}
	m := markOf[s.text[s.at]]
	if m != 0 {
		s.at++
	}
	return m
}

// digits reads all digits, and X where letters has it.
func (s *scanner) digits(set string) string {
	from := s.at
	for !s.done() && strings.IndexByte(set, s.text[s.at]) >= 0 {
		s.at++
	}
	return s.text[from:s.at]
}

func (s *scanner) wrong(hint, what string, args ...any) error {
	return &syntaxError{s.at, fmt.Sprintf(what, args...), hint}
}

const (
	decimal  = "0123456789"
	maskable = decimal + "X"
	dateHint = "write four digits of the year, then two of the month and two of the day where known, such as 1977-08-18; X for a digit that is not known"
)

// parseMoment reads text[from:to].
func parseMoment(text string, from, to int) (*moment, error) {
	s := &scanner{text: text[:to], at: from}
	m := &moment{}
	if s.take('Y') {
		return m, s.farYear(m)
	}
	if err := s.date(m); err != nil {
		return m, err
	}
	if s.take('T') {
		return m, s.clock(m)
	}
	if !s.done() {
		return m, s.wrong(dateHint, "nothing was expected after the date")
	}
	return m, nil
}

// date reads year, month and day with their marks, and reckons the bounds.
func (s *scanner) date(m *moment) error {
	from := s.at
	before := s.mark()
	m.negative = s.take('-')
	yearAt := s.at
	if m.year.digits = s.digits(maskable); len(m.year.digits) != 4 {
		s.at = yearAt
		return s.wrong(dateHint+"; longer years begin with Y", "a year of four digits was expected")
	}
	if !strings.Contains(m.year.digits, "X") {
		m.number, _ = strconv.Atoi(m.year.digits)
	}
	if m.negative {
		m.number = -m.number
	}
	if s.take('S') {
		if err := s.significantDigits(m); err != nil {
			return err
		}
	}
	m.year.mark = before
	m.markUpTo(s.mark(), &m.year)
	for _, c := range []*component{&m.month, &m.day} {
		if m.significant > 0 || !s.take('-') {
			break
		}
		before := s.mark()
		if c.digits = s.digits(maskable); len(c.digits) != 2 {
			s.at -= len(c.digits)
			return s.wrong(dateHint, "two digits were expected after the hyphen")
		}
		c.mark = before
		m.markUpTo(s.mark(), c)
	}
	if !s.done() && markOf[s.text[s.at]] != 0 {
		return s.wrong("write % for both uncertain and approximate", "one mark follows another")
	}
	if m.significant > 0 {
		m.slack = m.markedSlack()
		return nil
	}
	if err := m.reckon(); err != nil {
		return &syntaxError{from, err.Error(), "check it against a calendar: month 01 to 12 or division of a year 21 to 41, and a day that the month has"}
	}
	if m.anyYear() {
		m.edge = unknown
		return nil
	}
	m.slack = m.markedSlack()
	return nil
}

// markUpTo puts a mark on a component and all before it: what a mark on the
// right means.
func (m *moment) markUpTo(right mark, last *component) {
	for _, c := range []*component{&m.year, &m.month, &m.day} {
		c.mark |= right
		if c == last {
			return
		}
	}
}

// clockForm is hours and minutes, seconds and their fraction, and a zone. The
// zone -00:00 has this form, but ISO 8601 rules it out.
var clockForm = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-](0[0-9]|1[0-4])(:[0-5][0-9])?)?$`)

func (s *scanner) clock(m *moment) error {
	const hint = "write a whole day without marks, T and the time, such as 1985-04-12T23:20:30Z or 1985-04-12T23:20:30+07:00"
	if m.day.digits == "" || m.marks() != 0 || m.masked() {
		s.at--
		return s.wrong(hint, "a time follows what is not one plain day")
	}
	m.clock = s.text[s.at:]
	if !clockForm.MatchString(m.clock) || strings.HasSuffix(m.clock, "-00:00") || strings.HasSuffix(m.clock, "-00") {
		return s.wrong(hint, "no time of day")
	}
	return nil
}

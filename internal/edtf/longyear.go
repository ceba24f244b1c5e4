package edtf

import (
	"strconv"
	"strings"
)

// maxYear keeps days within 32 bits.
const maxYear = 999_999_999

// farYear reads what follows the Y: more than four digits, or digits with an exponent.
func (s *scanner) farYear(m *moment) error {
	const hint = "write Y and more than four digits, such as Y17000, or digits E digits, such as Y17E7, up to 999999999"
	from := s.at
	m.negative = s.take('-')
	m.year.digits = s.digits(decimal)
	if m.year.digits == "" || m.year.digits[0] == '0' {
		s.at -= len(m.year.digits)
		return s.wrong(hint, "digits, the first not 0, were expected after Y")
	}
	zeros := "0"
	if s.take('E') {
		if zeros = s.digits(decimal); zeros == "" {
			return s.wrong(hint, "an exponent was expected after E")
		}
	}
	n, ok := scaled(m.year.digits, zeros)
	switch {
	case !ok:
		return &syntaxError{from, "the year is too far away", hint}
	case n <= 9999:
		return &syntaxError{from, "Y stands before a year of four digits or fewer", "leave out the Y and write four digits"}
	}
	m.year.digits = strconv.Itoa(n)
	m.number = n
	if m.negative {
		m.number = -n
	}
	m.years(m.number, m.number)
	if s.take('S') {
		if err := s.significantDigits(m); err != nil {
			return err
		}
	}
	m.year.mark = s.mark()
	m.slack = m.markedSlack()
	if !s.done() {
		return s.wrong("a year with Y stands alone, or with ?, ~ or % after it", "nothing was expected after the year")
	}
	return nil
}

// scaled is a number with that many zeros behind it; not ok beyond maxYear.
func scaled(digits, zeros string) (n int, ok bool) {
	if len(digits) > 9 || len(zeros) > 1 {
		return 0, false
	}
	n, _ = strconv.Atoi(digits + strings.Repeat("0", int(zeros[0]-'0')))
	return n, n <= maxYear
}

// significantDigits reads what follows the S and sets the bounds: all years
// that begin with that many of the year's digits.
func (s *scanner) significantDigits(m *moment) error {
	from := s.at
	digits := s.digits(decimal)
	n, err := strconv.Atoi(digits)
	if err != nil || digits[0] == '0' || n > len(m.year.digits) || strings.Contains(m.year.digits, "X") {
		return &syntaxError{from, "the number of significant digits does not fit the year", "write a number from 1 to the count of the year's digits, such as 1950S2, and no X"}
	}
	m.significant = n
	size := 1
	for range len(m.year.digits) - n {
		size *= 10
	}
	low := abs(m.number) / size * size
	if m.negative {
		m.years(-low-size+1, -low)
	} else {
		m.years(low, low+size-1)
	}
	return nil
}

func abs(n int) int { return max(n, -n) }

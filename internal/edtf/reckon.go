package edtf

import (
	"errors"
	"fmt"
	"strconv"
)

// slack is how far a mark moves the bounds outward.
type slack struct {
	months, days int32
}

// markedSlack is one unit of the finest component that is marked; a year
// written alone, with X or significant digits, is as long as its bounds are.
func (m *moment) markedSlack() slack {
	switch {
	case m.day.mark != 0:
		return slack{days: 1}
	case m.month.mark != 0:
		return slack{months: m.monthsLong()}
	case m.year.mark != 0 && m.month.digits == "":
		return slack{months: 12 * (m.latest.year - m.earliest.year + 1)}
	case m.year.mark != 0:
		return slack{months: 12}
	}
	return slack{}
}

// monthsLong is the length of a month or of a division of a year. A season is
// three months, even where the hemisphere is not told.
func (m *moment) monthsLong() int32 {
	code, ok := divisions[m.month.digits]
	switch {
	case !ok:
		return 1
	case m.month.digits < "37":
		return 3
	}
	return int32(code.last - code.first + 1)
}

// years sets the bounds to whole years.
func (m *moment) years(first, last int) {
	m.earliest = Day{int32(first), 1, 1}
	m.latest = Day{int32(last), 12, 31}
}

// division is the months that a code from 21 to 41 covers; a last month beyond
// 12 is in the next year.
type division struct {
	first, last int
	words       string
}

var divisions = map[string]division{
	"21": {3, 11, "spring"}, // of either hemisphere, down to 24
	"22": {6, 14, "summer"},
	"23": {3, 11, "autumn"},
	"24": {6, 14, "winter"},
	"25": {3, 5, "northern spring"},
	"26": {6, 8, "northern summer"},
	"27": {9, 11, "northern autumn"},
	"28": {12, 14, "northern winter"},
	"29": {9, 11, "southern spring"},
	"30": {12, 14, "southern summer"},
	"31": {3, 5, "southern autumn"},
	"32": {6, 8, "southern winter"},
	"33": {1, 3, "first quarter of"},
	"34": {4, 6, "second quarter of"},
	"35": {7, 9, "third quarter of"},
	"36": {10, 12, "fourth quarter of"},
	"37": {1, 4, "first four months of"},
	"38": {5, 8, "middle four months of"},
	"39": {9, 12, "last four months of"},
	"40": {1, 6, "first half of"},
	"41": {7, 12, "second half of"},
}

// reckon finds the first and the last day that fit the digits.
func (m *moment) reckon() error {
	all := fitting(m.year.digits, 0, 9999)
	if m.negative {
		all = mirrored(all)
	}
	if len(all) == 0 {
		return errors.New("there is no year -0000")
	}
	first, last := all[0], all[len(all)-1]
	if m.month.digits == "" {
		m.years(first, last)
		return nil
	}
	if code, ok := divisions[m.month.digits]; ok {
		if m.day.digits != "" {
			return errors.New("a division of a year has no days")
		}
		m.earliest = Day{int32(first), uint8(code.first), 1}
		m.latest = Day{int32(last), 1, 1}.add(code.last, -1)
		return nil
	}
	if m.earliest = m.firstFit(all, false); m.earliest.IsZero() {
		return fmt.Errorf("no month or day fits %s", m.written())
	}
	m.latest = m.firstFit(all, true)
	return nil
}

// anyYear tells whether no digit of the year is known, so that nothing is told
// of it but that there is one: nothing bounds the date then. X stands for what
// is not told (ISO 8601-2), and nobody told of the years 0000 to 9999.
func (m *moment) anyYear() bool { return m.year.digits == "XXXX" && !m.negative }

// everyDay is the days of the longest month.
var everyDay = fitting("XX", 1, 31)

// firstFit is the first day that fits the digits in one of the years, or the
// last one, going backward; the zero Day where none does.
func (m *moment) firstFit(all []int, backward bool) Day {
	inMonth, inYear := everyDay, fitting(m.month.digits, 1, 12)
	if m.day.digits != "" {
		inMonth = fitting(m.day.digits, 1, 31)
	}
	for _, year := range directed(all, backward) {
		for _, month := range directed(inYear, backward) {
			for _, day := range directed(inMonth, backward) {
				if day <= daysIn(year, month) {
					return Day{int32(year), uint8(month), uint8(day)}
				}
			}
		}
	}
	return Day{}
}

func (m *moment) written() string {
	if m.day.digits == "" {
		return m.year.digits + "-" + m.month.digits
	}
	return m.year.digits + "-" + m.month.digits + "-" + m.day.digits
}

// fitting gives the numbers from low to high, ascending, that a pattern of
// digits and X stands for.
func fitting(pattern string, low, high int) []int {
	if n, err := strconv.Atoi(pattern); err == nil {
		if n < low || n > high {
			return nil
		}
		return []int{n}
	}
	var fit []int
	for n := low; n <= high; n++ {
		if fits(pattern, n) {
			fit = append(fit, n)
		}
	}
	return fit
}

func fits(pattern string, n int) bool {
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] != 'X' && int(pattern[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return true
}

// mirrored turns years AD into those before year 0, ascending again.
func mirrored(all []int) []int {
	var negative []int
	for i := len(all) - 1; i >= 0; i-- {
		if all[i] != 0 {
			negative = append(negative, -all[i])
		}
	}
	return negative
}

func directed(numbers []int, backward bool) []int {
	if !backward {
		return numbers
	}
	reversed := make([]int, len(numbers))
	for i, n := range numbers {
		reversed[len(numbers)-1-i] = n
	}
	return reversed
}

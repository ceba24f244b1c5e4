package edtf

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"time"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Day is a day of the Gregorian calendar, carried back before its
// introduction; year 0 is 1 BC. Days are values and equal (==) where they are
// the same day. The zero value is no day.
type Day struct {
	year       int32
	month, day uint8
}

// minDay and maxDay stand for "no bound"; no text gives them.
var (
	minDay = Day{math.MinInt32, 1, 1}
	maxDay = Day{math.MaxInt32, 12, 31}
)

var dayForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// ParseDay reads a day such as 2006-01-02, years 0000 to 9999; the error is of
// kind Invalid.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || !dayForm.MatchString(text) {
		return Day{}, fault.New(fault.Invalid, "%.40q is no day", text).Hinted("write year, month and day, such as 1977-08-18")
	}
	return dayOf(t), nil
}

// String is the day as YYYY-MM-DD, with a sign before years below 0 and, as
// ISO 8601 has it for more than four digits, before years above 9999. It is
// empty for the zero Day.
func (d Day) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.year < 0:
		return fmt.Sprintf("-%04d-%02d-%02d", -int64(d.year), d.month, d.day)
	case d.year > 9999:
		return "+" + strconv.Itoa(int(d.year)) + fmt.Sprintf("-%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// Year is the day's year, 0 being 1 BC; 0 for the zero Day too.
func (d Day) Year() int { return int(d.year) }

// IsZero tells whether there is no day.
func (d Day) IsZero() bool { return d == Day{} }

// Compare is negative where d is before other, positive where after, else 0.
func (d Day) Compare(other Day) int {
	return cmp.Or(cmp.Compare(d.year, other.year), cmp.Compare(d.month, other.month), cmp.Compare(d.day, other.day))
}

// writable tells whether a day can stand in a date's text.
func (d Day) writable() bool { return d.year >= -9999 && d.year <= 9999 }

// add moves a day by whole months and days; minDay and maxDay stay.
func (d Day) add(months, days int) Day {
	if d == minDay || d == maxDay {
		return d
	}
	return dayOf(d.time().AddDate(0, months, days))
}

// time is the day's midnight in UTC.
func (d Day) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) Day {
	return Day{int32(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

// daysIn is the number of days of a month, 1 to 12, of a year.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func earlier(a, b Day) Day {
	if a.Compare(b) <= 0 {
		return a
	}
	return b
}

func later(a, b Day) Day {
	if a.Compare(b) >= 0 {
		return a
	}
	return b
}

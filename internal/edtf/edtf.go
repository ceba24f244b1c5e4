// Package edtf holds dates as documents publish them: ISO 8601-2, the Extended
// Date/Time Format, levels 0, 1 and 2.
//
// A Date keeps the exact text it was read from; nothing is rounded or filled
// in. Parse takes calendar dates, months, years and datetimes; intervals with
// open ("..") and unknown (empty) ends; seasons and the other divisions of a
// year (21 to 41); unspecified digits (X); the marks ? (uncertain), ~
// (approximate) and % (both) on the whole, on groups and on single components;
// sets, [one of] and {all of}; years with Y, exponent and significant digits,
// up to 999999999 years from year 0.
//
// # Bounds
//
// Every date lies between an earliest and a latest Day, see Date.Bounds. A time
// of day does not narrow them, and a time zone does not move them: the day is
// the one written. Seasons are those of meteorologists, whole months, and one
// that crosses the new year begins in the year written. Codes 21 to 24 do not
// tell the hemisphere, so their bounds take in the season of either.
// Unspecified digits give the first and last day that fit. Where all four digits
// of a year are unspecified (XXXX, XXXX-12-25) the year is not told at all, and
// nothing bounds the date: years of more digits are no less possible.
//
// # Readings
//
// A date says where something begins and ends. A reading is one beginning and
// one end, in days, that fit the text:
//
//   - a single date, such as 1977: both lie anywhere within its bounds, the
//     beginning not after the end. It may be a moment or a span;
//   - an interval, such as 1984/1993: the beginning within the bounds of the
//     first date, the end within those of the second;
//   - an open end is unbounded: before, or after, every day;
//   - an unknown end may be any day, or unbounded;
//   - a set [one of]: the readings of each of its members;
//   - a set {all of}: a reading of every member at once; a thing with gaps.
//
// A mark ? or ~ or % widens the bounds on both sides by one unit of the finest
// component marked: 1997~ reaches from 1996 to 1998, 2004-06-11? from 10 to 12
// June, 2004?-06-11 from 11 June 2003 to 11 June 2005. A year written alone with
// X or significant digits moves by its own length, 198X~ from 1970 to 1999; a
// season by three months, other divisions of a year by their length. Bounds
// itself gives the days as written.
//
// A relation between two dates (Before, Overlaps, Contains) is Possible where
// it is so for some pair of their readings, and Definite where it is so for
// every pair. Things on one day are not told apart: neither is before the other.
package edtf

import "strings"

// Date is a date, interval or set as published. Dates are values: two are equal
// (==) where their texts are. The zero value is no date at all.
type Date struct {
	text       string
	form       form
	start, end edge // where it begins and ends; the same for a single date
	marks      mark // all marks in the text
}

// form is what a text describes.
type form uint8

const (
	single form = iota
	interval
	oneOf
	allOf
)

// edge is the range of days that a beginning or an end lies in.
type edge struct {
	earliest, latest Day // minDay and maxDay where nothing bounds it
	slack            slack
}

var (
	openStart = edge{earliest: minDay, latest: minDay}
	openEnd   = edge{earliest: maxDay, latest: maxDay}
	unknown   = edge{earliest: minDay, latest: maxDay}
)

// String is the exact text that Parse read; empty for the zero Date.
func (d Date) String() string { return d.text }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d.text == "" }

// Bounds gives the first and the last day that the date, as written, can mean.
// A bound is the zero Day where an open or unknown end leaves none, and both are
// where the year is not told.
func (d Date) Bounds() (earliest, latest Day) {
	if d.start.earliest != minDay {
		earliest = d.start.earliest
	}
	if d.end.latest != maxDay {
		latest = d.end.latest
	}
	return earliest, latest
}

// Approximate tells whether any part is marked ~ or %.
func (d Date) Approximate() bool { return d.marks&approximate != 0 }

// Uncertain tells whether any part is marked ? or %.
func (d Date) Uncertain() bool { return d.marks&uncertain != 0 }

// IsInterval tells whether the text has the form start/end.
func (d Date) IsInterval() bool { return d.form == interval }

// Start is the first part of an interval: the zero Date where it is open or
// unknown, which OpenStart tells apart. Any other date is its own start.
func (d Date) Start() Date {
	if d.form != interval {
		return d
	}
	text, _, _ := strings.Cut(d.text, "/")
	return part(text)
}

// End is the last part of an interval: the zero Date where it is open or
// unknown, which OpenEnd tells apart. Any other date is its own end.
func (d Date) End() Date {
	if d.form != interval {
		return d
	}
	_, text, _ := strings.Cut(d.text, "/")
	return part(text)
}

// part reads one side of an interval that has been read before.
func part(text string) Date {
	date, err := Parse(text)
	if err != nil {
		return Date{} // "" and "..", the only sides that are no dates
	}
	return date
}

// OpenStart tells whether the text begins with "..": it has no beginning.
func (d Date) OpenStart() bool { return d.form == interval && d.start == openStart }

// OpenEnd tells whether the text ends with "..": it has no end.
func (d Date) OpenEnd() bool { return d.form == interval && d.end == openEnd }

// OpenFrom reads a bare date as the beginning of what has no end: 1974 becomes
// 1974/... An interval, a set and the zero Date stay themselves.
func (d Date) OpenFrom() Date {
	if d.IsZero() || d.form != single {
		return d
	}
	return Date{text: d.text + "/..", form: interval, start: d.start, end: openEnd, marks: d.marks}
}

// Whole is the span from the first day to the last of the date's bounds:
// 1984 becomes 1984-01-01/1984-12-31. It is what "during 1984" asks about,
// where 1984 alone is some time within that year. Marks fall away; open and
// unknown ends stay. A year that does not have four digits stays itself, since
// no day of it can be written, and so does a set that is open at both ends.
func (d Date) Whole() Date {
	earliest, latest := d.Bounds()
	if d.IsZero() || !earliest.writable() || !latest.writable() || earliest.IsZero() && latest.IsZero() {
		return d
	}
	whole := Date{
		form:  interval,
		start: edge{earliest: d.start.earliest, latest: d.start.earliest},
		end:   edge{earliest: d.end.latest, latest: d.end.latest},
	}
	first, last := earliest.String(), latest.String()
	if earliest.IsZero() {
		if first = ".."; d.form == interval && !d.OpenStart() {
			first, whole.start = "", unknown
		}
	}
	if latest.IsZero() {
		if last = ".."; d.form == interval && !d.OpenEnd() {
			last, whole.end = "", unknown
		}
	}
	whole.text = first + "/" + last
	return whole
}

// Compare orders dates for lists: by earliest day, then latest day, then text.
// An unbounded or unknown beginning comes first, such an end last, and the zero
// Date after everything else. The result is negative, zero or positive.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		switch {
		case a.IsZero() && b.IsZero():
			return 0
		case a.IsZero():
			return 1
		}
		return -1
	}
	if c := a.start.earliest.Compare(b.start.earliest); c != 0 {
		return c
	}
	if c := a.end.latest.Compare(b.end.latest); c != 0 {
		return c
	}
	return strings.Compare(a.text, b.text)
}

package edtf

import (
	"errors"
	"fmt"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// maxLength is the longest text taken, in bytes; a set of forty days fits.
const maxLength = 512

// Parse reads EDTF text. The error is of kind Invalid and tells what is wrong,
// at which character, counted from 1, and what to write instead.
func Parse(text string) (Date, error) {
	if len(text) > maxLength {
		return Date{}, fault.New(fault.Invalid, "date %.40q… has %d bytes, more than %d", text, len(text), maxLength).Hinted("write a shorter set or an interval")
	}
	date, err := parse(text)
	if err != nil {
		var syntax *syntaxError
		errors.As(err, &syntax)
		return Date{}, fault.New(fault.Invalid, "date %q, character %d: %s", text, syntax.at+1, syntax.what).Hinted("%s", syntax.hint)
	}
	return date, nil
}

// syntaxError is what is wrong at a byte of a text. All that comes before that
// byte is ASCII, so it is a character's place too.
type syntaxError struct {
	at         int
	what, hint string
}

func (e *syntaxError) Error() string { return e.what }

func parse(text string) (Date, error) {
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		return parseSet(text)
	}
	if slash := strings.IndexByte(text, '/'); slash >= 0 {
		return parseInterval(text, slash)
	}
	moment, err := parseMoment(text, 0, len(text))
	if err != nil {
		return Date{}, err
	}
	return Date{text: text, start: moment.edge, end: moment.edge, marks: moment.marks()}, nil
}

func parseInterval(text string, slash int) (Date, error) {
	date := Date{text: text, form: interval}
	var err error
	if date.start, err = date.side(0, slash, openStart); err != nil {
		return Date{}, err
	}
	if date.end, err = date.side(slash+1, len(text), openEnd); err != nil {
		return Date{}, err
	}
	if !dated(text[:slash]) && !dated(text[slash+1:]) {
		return Date{}, &syntaxError{0, "an interval without any date", "write a date on at least one side of the slash"}
	}
	if date.end.latest.Compare(date.start.earliest) < 0 {
		return Date{}, &syntaxError{slash + 1, "the end is before the start", "write the earlier date first"}
	}
	return date, nil
}

// side reads one side of an interval, gathering its marks.
func (d *Date) side(from, to int, open edge) (edge, error) {
	switch d.text[from:to] {
	case "":
		return unknown, nil
	case "..":
		return open, nil
	}
	moment, err := parseMoment(d.text, from, to)
	if err != nil {
		return edge{}, err
	}
	d.marks |= moment.marks()
	return moment.edge, nil
}

// dated tells whether a side of an interval is more than open or unknown.
func dated(side string) bool { return side != "" && side != ".." }

func parseSet(text string) (Date, error) {
	members, err := parseMembers(text)
	if err != nil {
		return Date{}, err
	}
	date := Date{text: text, form: allOf, start: members[0].start(), end: members[0].end()}
	for _, m := range members {
		date.start.earliest = earlier(date.start.earliest, m.start().earliest)
		date.end.latest = later(date.end.latest, m.end().latest)
		date.marks |= m.marks()
	}
	// The hull: what Bounds and Compare need. Relations read the members.
	date.start = edge{earliest: date.start.earliest, latest: date.end.latest}
	date.end = date.start
	if text[0] == '[' {
		date.form = oneOf
	}
	return date, nil
}

// member is one element of a set: a date, a range or, with one side nil, all
// before or after a date.
type member struct {
	first, last *moment
}

func (m member) start() edge {
	if m.first == nil {
		return openStart
	}
	return m.first.edge
}

func (m member) end() edge {
	if m.last == nil {
		return openEnd
	}
	return m.last.edge
}

func (m member) marks() (all mark) {
	for _, moment := range []*moment{m.first, m.last} {
		if moment != nil {
			all |= moment.marks()
		}
	}
	return all
}

// parseMembers reads the elements of a set; there is at least one.
func parseMembers(text string) ([]member, error) {
	end := len(text) - 1
	if closing := map[byte]byte{'[': ']', '{': '}'}[text[0]]; end == 0 || text[end] != closing {
		return nil, &syntaxError{len(text), fmt.Sprintf("the set does not end with %c", closing), "close it as it was opened: [one of] or {all of}"}
	}
	var members []member
	for from := 1; from <= end; {
		to := from + strings.IndexByte(text[from:end]+",", ',')
		first, last := from == 1, to == end
		m, err := parseMember(text, from, to, first, last)
		if err != nil {
			return nil, err
		}
		members = append(members, m)
		from = to + 1
	}
	return members, nil
}

// parseMember reads the element at text[from:to], blanks around it left out.
func parseMember(text string, from, to int, first, last bool) (member, error) {
	for from < to && text[from] == ' ' {
		from++
	}
	for from < to && text[to-1] == ' ' {
		to--
	}
	dots := strings.Index(text[from:to], "..")
	if dots < 0 {
		m, err := parseMoment(text, from, to)
		return member{m, m}, err
	}
	dots += from
	var m member
	var err error
	switch {
	case to-from == 2 || dots == from && !first || dots+2 == to && !last:
		return m, &syntaxError{dots, "nothing on one side of the two dots", "write a date on both sides; only the first and the last of a set may be open"}
	case dots > from && dots+2 < to:
		if m.first, err = parseMoment(text, from, dots); err != nil {
			return m, err
		}
		if m.last, err = parseMoment(text, dots+2, to); err != nil {
			return m, err
		}
		if m.last.latest.Compare(m.first.earliest) < 0 {
			err = &syntaxError{dots + 2, "the end of the range is before its start", "write the earlier date first"}
		}
	case dots == from:
		m.last, err = parseMoment(text, dots+2, to)
	default:
		m.first, err = parseMoment(text, from, dots)
	}
	return m, err
}

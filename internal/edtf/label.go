package edtf

import (
	"strconv"
	"strings"
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
	if a.untold() {
		first = a.phrase()
	}
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

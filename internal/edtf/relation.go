package edtf

import (
	"github.com/aseangraph/aseangraph/internal/fault"
)

// Certainty tells how sure a relation between two dates is to be.
type Certainty uint8

// The certainties.
const (
	Possible Certainty = iota // so for some pair of readings
	Definite                  // so for every pair of readings
)

var certaintyNames = [...]string{"POSSIBLE", "DEFINITE"}

// String is the certainty as the API writes it.
func (c Certainty) String() string {
	if int(c) < len(certaintyNames) {
		return certaintyNames[c]
	}
	return ""
}

// ParseCertainty reads what String writes; the error is of kind Invalid.
func ParseCertainty(text string) (Certainty, error) {
	for i, name := range certaintyNames {
		if name == text {
			return Certainty(i), nil
		}
	}
	return Possible, fault.New(fault.Invalid, "unknown certainty %.40q", text).Hinted("use one of: POSSIBLE DEFINITE")
}

// Before tells whether a ends on a day before b begins. Nothing is before, or
// after, the zero Date.
func Before(a, b Date, certainty Certainty) bool {
	if x, y, ok := withoutGaps(a, b); ok {
		return x.before(y, certainty)
	}
	return relate(a, b, certainty, func(a, b []extent) bool {
		return every(a, func(x extent) bool {
			return every(b, func(y extent) bool { return x.before(y, certainty) })
		})
	})
}

// Overlaps tells whether a and b have a day in common. The zero Date overlaps
// nothing.
func Overlaps(a, b Date, certainty Certainty) bool {
	if x, y, ok := withoutGaps(a, b); ok {
		return x.overlaps(y, certainty)
	}
	return relate(a, b, certainty, func(a, b []extent) bool {
		return some(a, func(x extent) bool {
			return some(b, func(y extent) bool { return x.overlaps(y, certainty) })
		})
	})
}

// Contains tells whether a, or one part of a set {all of}, reaches from the
// beginning of b, or of each part of b, to its end. The zero Date contains
// nothing and is in nothing.
func Contains(a, b Date, certainty Certainty) bool {
	if x, y, ok := withoutGaps(a, b); ok {
		return x.contains(y, certainty)
	}
	return relate(a, b, certainty, func(a, b []extent) bool {
		return every(b, func(y extent) bool {
			return some(a, func(x extent) bool { return x.contains(y, certainty) })
		})
	})
}

// relate asks holds for each pair of alternatives: for all of them to be
// Definite, for one to be Possible.
func relate(a, b Date, certainty Certainty, holds func(a, b []extent) bool) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	quantifier := some[[]extent]
	if certainty == Definite {
		quantifier = every[[]extent]
	}
	return quantifier(a.alternatives(), func(x []extent) bool {
		return quantifier(b.alternatives(), func(y []extent) bool { return holds(x, y) })
	})
}

func some[T any](all []T, holds func(T) bool) bool {
	for _, one := range all {
		if holds(one) {
			return true
		}
	}
	return false
}

func every[T any](all []T, holds func(T) bool) bool {
	return !some(all, func(one T) bool { return !holds(one) })
}

// extent is all readings of a date or of a member of a set: the beginning lies
// in start, the end in end and not before the beginning.
type extent struct {
	start, end edge
	span       bool // told by its two ends
}

// withoutGaps gives the one extent of each, where neither is a set or zero: the
// common case, kept apart since it allocates nothing.
func withoutGaps(a, b Date) (x, y extent, ok bool) {
	if a.IsZero() || b.IsZero() || a.isSet() || b.isSet() {
		return x, y, false
	}
	return a.extent(), b.extent(), true
}

func (d Date) isSet() bool { return d.form == oneOf || d.form == allOf }

// extent is that of a date which is no set.
func (d Date) extent() extent { return newExtent(d.start, d.end, d.form == interval) }

// alternatives gives the extents of a date. Only a set [one of] has more than
// one alternative, and only a set {all of} more than one extent in it.
func (d Date) alternatives() [][]extent {
	if !d.isSet() {
		return [][]extent{{d.extent()}}
	}
	members, err := parseMembers(d.text)
	if err != nil {
		return nil // never: Parse has read the same text
	}
	var one [][]extent
	var all []extent
	for _, m := range members {
		if d.form == allOf {
			all = append(all, newExtent(m.start(), m.end(), m.first != m.last))
			continue
		}
		within := edge{earliest: m.start().widened().earliest, latest: m.end().widened().latest}
		one = append(one, []extent{newExtent(within, within, false)})
	}
	if d.form == allOf {
		return [][]extent{all}
	}
	return one
}

// newExtent widens what is marked and leaves out the days that no reading has.
func newExtent(start, end edge, span bool) extent {
	start, end = start.widened(), end.widened()
	start.latest = earlier(start.latest, end.latest)
	end.earliest = later(end.earliest, start.earliest)
	return extent{start, end, span}
}

// widened moves both bounds outward by the slack of the mark.
func (e edge) widened() edge {
	if e.slack == (slack{}) {
		return e
	}
	months, days := int(e.slack.months), int(e.slack.days)
	after := e.latest.add(0, 1) // a month added to the last day of one may overshoot
	return edge{
		earliest: e.earliest.add(-months, -days),
		latest:   after.add(months, days).add(0, -1),
	}
}

func (x extent) before(y extent, certainty Certainty) bool {
	if certainty == Definite {
		return x.end.latest.Compare(y.start.earliest) < 0
	}
	return x.end.earliest.Compare(y.start.latest) < 0
}

func (x extent) overlaps(y extent, certainty Certainty) bool {
	if certainty == Definite {
		return x.start.latest.Compare(y.end.earliest) <= 0 && y.start.latest.Compare(x.end.earliest) <= 0
	}
	return x.start.earliest.Compare(y.end.latest) <= 0 && y.start.earliest.Compare(x.end.latest) <= 0
}

func (x extent) contains(y extent, certainty Certainty) bool {
	if certainty == Definite {
		return x.start.latest.Compare(y.start.earliest) <= 0 && y.end.latest.Compare(x.end.earliest) <= 0
	}
	begins := later(x.start.earliest, y.start.earliest)
	ends := earlier(x.end.latest, y.end.latest)
	return begins.Compare(y.start.latest) <= 0 && y.end.earliest.Compare(ends) <= 0 && begins.Compare(ends) <= 0
}

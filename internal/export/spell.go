package export

import (
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// spell is a span of time from its first day to its last; the zero day at an
// open end.
type spell struct{ start, end edtf.Day }

// spells are the bounds of the dates, in order. Those that overlap are one,
// since Gephi refuses overlapping intervals. A date that bounds nothing makes
// all of time one spell, and that is none.
func spells(dates []edtf.Date) []spell {
	var merged []spell
	for _, d := range slices.SortedFunc(slices.Values(dates), edtf.Compare) { // an open beginning comes first
		var next spell
		next.start, next.end = d.Bounds()
		last := len(merged) - 1
		switch {
		case last < 0 || merged[last].before(next):
			merged = append(merged, next)
		case next.end.IsZero() || !merged[last].end.IsZero() && merged[last].end.Compare(next.end) < 0:
			merged[last].end = next.end
		}
	}
	if len(merged) == 1 && merged[0] == (spell{}) {
		return nil
	}
	return merged
}

// before tells whether s is over when next begins.
func (s spell) before(next spell) bool {
	return !s.end.IsZero() && !next.start.IsZero() && s.end.Compare(next.start) < 0
}

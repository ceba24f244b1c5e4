package edtf

// Compatible tells whether a and b can both be right about one and the same
// thing, each as exact as its writer could be:
//
//   - two single dates: where they have a day in common, so 1977 and 1977-03;
//   - two spans: where their beginnings agree and their ends agree, each to its
//     precision; 6 to 9 October and 8 to 9 October do not. An unknown end
//     agrees with any, and so does an open one: who wrote it knew of no end,
//     which is not to say that none came;
//   - a span and a single date: where the date can lie inside the span;
//   - a set [one of]: where one of its members is compatible;
//   - a set {all of}: where each part of one side has a counterpart in the other.
//
// Marks ? ~ % widen the bounds, as the package comment says. The zero Date
// tells nothing, so it is compatible with every date.
func Compatible(a, b Date) bool {
	if a.IsZero() || b.IsZero() {
		return true
	}
	if x, y, ok := withoutGaps(a, b); ok {
		return x.agrees(y)
	}
	return some(a.alternatives(), func(x []extent) bool {
		return some(b.alternatives(), func(y []extent) bool {
			return matched(x, y) || matched(y, x)
		})
	})
}

// matched tells whether each of a has a counterpart in b.
func matched(a, b []extent) bool {
	return every(a, func(x extent) bool { return some(b, x.agrees) })
}

func (x extent) agrees(y extent) bool {
	if !x.span || !y.span {
		return x.overlaps(y, Possible)
	}
	x, y = x.ended(), y.ended()
	return x.start.meets(y.start) && x.end.meets(y.end) &&
		later(x.start.earliest, y.start.earliest).Compare(earlier(x.end.latest, y.end.latest)) <= 0
}

// ended takes open ends for unknown ones.
func (x extent) ended() extent {
	if x.start.latest == minDay {
		x.start.latest = x.end.latest
	}
	if x.end.earliest == maxDay {
		x.end.earliest = x.start.earliest
	}
	return x
}

// meets tells whether two edges can be the same day.
func (e edge) meets(other edge) bool {
	return e.earliest.Compare(other.latest) <= 0 && other.earliest.Compare(e.latest) <= 0
}

package quadstore

import "iter"

// List is the quads that answer one question, in a total order: by the place
// asked for (the same in all of them), then by predicate, subject, object and
// label, each by its ID. IDs count values as the store first saw them. A List
// is a view of one generation: it costs nothing to hold and never changes.
type List struct {
	order                direction
	base, added, removed []Quad // removed is part of base, added is not
}

// Len counts the quads without walking them.
func (l List) Len() int { return len(l.base) + len(l.added) - len(l.removed) }

// All walks the quads in order.
func (l List) All() iter.Seq[Quad] {
	return func(yield func(Quad) bool) {
		if len(l.added) == 0 && len(l.removed) == 0 {
			for _, q := range l.base {
				if !yield(q) {
					return
				}
			}
			return
		}
		rest := l // so that the sequence can be walked again
		for q, ok := rest.next(); ok; q, ok = rest.next() {
			if !yield(q) {
				return
			}
		}
	}
}

// next takes the first quad off the list.
func (l *List) next() (Quad, bool) {
	for {
		if len(l.added) > 0 && (len(l.base) == 0 || l.order.compare(l.added[0], l.base[0]) < 0) {
			q := l.added[0]
			l.added = l.added[1:]
			return q, true
		}
		if len(l.base) == 0 {
			return Quad{}, false
		}
		q := l.base[0]
		l.base = l.base[1:]
		if len(l.removed) == 0 || l.removed[0] != q {
			return q, true
		}
		l.removed = l.removed[1:]
	}
}

// slice is the quads in order, in memory that may be shared.
func (l List) slice() []Quad {
	switch {
	case len(l.added) == 0 && len(l.removed) == 0:
		return l.base
	case len(l.base) == 0:
		return l.added
	}
	quads := make([]Quad, 0, l.Len())
	for q, ok := l.next(); ok; q, ok = l.next() {
		quads = append(quads, q)
	}
	return quads
}

// narrow is the part of the list with one predicate. The list holds one ID in
// the place it is ordered by, so the predicate comes next in the order.
func (l List) narrow(p ID) List {
	l.base = run(l.base, predicate, p)
	l.added = run(l.added, predicate, p)
	l.removed = run(l.removed, predicate, p)
	return l
}

package quadstore

import (
	"cmp"
	"slices"
)

// ID is the number of a value within one store. It stays the same for the life
// of the store and is never given to another value; 0 stands for no value.
type ID uint32

// Quad is a quad by the numbers of its values. Label is 0 where there is none.
type Quad struct{ Subject, Predicate, Object, Label ID }

// direction is one of the four places of a quad.
type direction int

const (
	subject direction = iota
	predicate
	object
	label
	directions // how many there are
)

// at is the value in one place.
func (q Quad) at(d direction) ID {
	switch d {
	case subject:
		return q.Subject
	case predicate:
		return q.Predicate
	case object:
		return q.Object
	default:
		return q.Label
	}
}

// compare orders quads by the place d first, then by the predicate, then by
// what is left in the order subject, object, label.
func (d direction) compare(a, b Quad) int {
	switch d {
	case subject:
		return cmp.Or(cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Predicate, b.Predicate),
			cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
	case predicate:
		return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Subject, b.Subject),
			cmp.Compare(a.Object, b.Object), cmp.Compare(a.Label, b.Label))
	case object:
		return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(a.Predicate, b.Predicate),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Label, b.Label))
	default:
		return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.Predicate, b.Predicate),
			cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object, b.Object))
	}
}

// sorted is a set of quads in the four orders of direction.compare. It is
// never changed once made.
type sorted [directions][]Quad

// newSorted sorts the quads, drops what is there twice and takes the slice
// over. No ID in it is above max.
func newSorted(quads []Quad, max ID) sorted {
	if len(quads) < int(max)/8 {
		return sortedByComparing(quads)
	}
	return sortedByCounting(quads, max)
}

func sortedByComparing(quads []Quad) sorted {
	slices.SortFunc(quads, subject.compare)
	s := sorted{subject: slices.Compact(quads)}
	for d := predicate; d < directions; d++ {
		s[d] = slices.Clone(s[subject])
		slices.SortFunc(s[d], d.compare)
	}
	return s
}

// sortedByCounting is a radix sort with one stable pass a place. Each order
// but the first is one pass away from another.
func sortedByCounting(quads []Quad, max ID) sorted {
	spare := make([]Quad, len(quads))
	counts := make([]uint32, int(max)+2)
	for _, d := range []direction{label, object, predicate, subject} {
		scatter(spare, quads, d, counts)
		quads, spare = spare, quads
	}
	return sortedFromSubject(slices.Compact(quads), spare, counts)
}

// sortedFromSubject adds the other orders to that of subject. It takes the
// slices over: spare is at least as long as quads, counts as max+2.
func sortedFromSubject(quads, spare []Quad, counts []uint32) sorted {
	s := sorted{subject: quads, predicate: spare[:len(quads)]}
	scatter(s[predicate], s[subject], predicate, counts)
	for _, d := range []direction{object, label} {
		s[d] = make([]Quad, len(quads))
		scatter(s[d], s[predicate], d, counts)
	}
	return s
}

// scatter writes from into to, ordered by one place and else as it was.
func scatter(to, from []Quad, d direction, counts []uint32) {
	countInto(counts, from, d)
	for _, q := range from {
		at := &counts[q.at(d)]
		to[*at] = q
		*at++
	}
}

// countInto sets first[id] to the number of quads with an ID below id in place d.
func countInto(first []uint32, quads []Quad, d direction) {
	clear(first)
	for _, q := range quads {
		first[q.at(d)+1]++
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
}

// merge is the set with plus, of which it holds none, and without minus, of
// which it holds all.
func (s sorted) merge(plus, minus sorted) sorted {
	var merged sorted
	for d := range directions {
		merged[d] = List{order: d, base: s[d], added: plus[d], removed: minus[d]}.slice()
	}
	return merged
}

// len counts the quads.
func (s sorted) len() int { return len(s[subject]) }

// contains tells whether the quad is in the set.
func (s sorted) contains(q Quad) bool {
	_, found := slices.BinarySearchFunc(s[subject], q, subject.compare)
	return found
}

// list is the run of quads with id in place d.
func (s sorted) list(d direction, id ID) []Quad {
	if len(s[d]) == 0 {
		return nil
	}
	return run(s[d], d, id)
}

// run is the part of quads with id in place d, where they are ordered by d.
func run(quads []Quad, d direction, id ID) []Quad {
	byID := func(q Quad, id ID) int { return cmp.Compare(q.at(d), id) }
	from, _ := slices.BinarySearchFunc(quads, id, byID)
	quads = quads[from:]
	to, _ := slices.BinarySearchFunc(quads, id+1, byID)
	return quads[:to]
}

// base is a sorted set that finds the run of an ID in one step.
type base struct {
	sorted
	first [directions][]uint32 // first[d][id] is where the run of id starts in sorted[d]
}

// newBase indexes a set in which no ID is above max.
func newBase(s sorted, max ID) *base {
	b := &base{sorted: s}
	for d := range directions {
		b.first[d] = make([]uint32, int(max)+2)
		countInto(b.first[d], s[d], d)
	}
	return b
}

// list is the run of quads with id in place d.
func (b *base) list(d direction, id ID) []Quad {
	first := b.first[d]
	if int(id)+1 >= len(first) {
		return nil
	}
	return b.sorted[d][first[id]:first[id+1]]
}

// contains tells whether the quad is in the set.
func (b *base) contains(q Quad) bool {
	_, found := slices.BinarySearchFunc(b.list(subject, q.Subject), q, subject.compare)
	return found
}

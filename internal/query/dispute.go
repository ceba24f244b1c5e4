package query

import (
	"cmp"
	"iter"
	"slices"
	"strings"
)

// disagree finds every disagreement of the graph: most documents first, then
// by the subject's name. Only statements with one subject, predicate and key
// are compared with each other.
func (g *Graph) disagree() []*Disagreement {
	var all []*Disagreement
	for rank := 0; rank < len(g.statements); {
		said := g.alike(rank)
		rank += len(said)
		for _, m := range matters {
			for _, group := range m.groups(said) {
				all = append(all, m.disagreements(group)...)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *Disagreement) int {
		x, y := a.first[0], b.first[0]
		return cmp.Or(
			-cmp.Compare(a.documents, b.documents),
			cmp.Compare(x.subject.rank, y.subject.rank),
			strings.Compare(x.predicate.Name, y.predicate.Name),
			byRank(x, y),
			byRank(a.first[1], b.first[1]),
		)
	})
	return all
}

// groups are the statements that speak of one matter, in the order of
// statements; none where the predicate leaves nothing to disagree about.
func (m *matter) groups(said []*Statement) [][]*Statement {
	if len(said) < 2 || !m.can(said[0].predicate) {
		return nil
	}
	number := map[any]int{}
	var groups [][]*Statement
	for _, s := range said {
		key := m.key(s)
		n, known := number[key]
		if !known {
			n = len(groups)
			number[key] = n
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], s)
	}
	return groups
}

// pair is two statements, in their order.
type pair [2]*Statement

// disagreements are so many that every pair that conflicts is in one of them.
// Mostly one is enough. Two are needed where what agrees with both of two
// values, as "1976 or 1977" does with 1976 and with 1977, conflicts with a third.
func (m *matter) disagreements(group []*Statement) []*Disagreement {
	var all []*Disagreement
	shown := map[pair]bool{}
	for n, a := range group {
		for _, b := range group[n+1:] {
			first := pair{a, b}
			if shown[first] || !m.conflict(a, b) {
				continue
			}
			sides := m.sides(first, group, shown)
			all = append(all, m.disagreement(first, sides))
			for pair := range across(sides) {
				shown[pair] = true
			}
		}
	}
	return all
}

// sides puts with a pair whatever shows a conflict not yet shown: what agrees
// with all of one side and conflicts with all others, or is a side of its own.
func (m *matter) sides(first pair, group []*Statement, shown map[pair]bool) [][]*Statement {
	sides := [][]*Statement{{first[0]}, {first[1]}}
	for _, s := range group {
		if s == first[0] || s == first[1] {
			continue
		}
		n, fits := m.side(s, sides)
		if !fits || !shows(s, n, sides, shown) {
			continue
		}
		if n == len(sides) {
			sides = append(sides, nil)
		}
		sides[n] = append(sides[n], s)
	}
	for _, side := range sides {
		slices.SortFunc(side, byRank)
	}
	return sides
}

// side finds the side that a statement belongs to, one past the last for a
// side of its own, and whether it fits in at all.
func (m *matter) side(s *Statement, sides [][]*Statement) (n int, fits bool) {
	n = len(sides)
	for at, side := range sides {
		switch {
		case !slices.ContainsFunc(side, func(other *Statement) bool { return !m.conflict(s, other) }):
		case n == len(sides) && !slices.ContainsFunc(side, func(other *Statement) bool { return !m.agrees(s, other) }):
			n = at
		default:
			return 0, false
		}
	}
	return n, true
}

// shows tells whether a statement on side n is against one that it has not
// been shown against.
func shows(s *Statement, n int, sides [][]*Statement, shown map[pair]bool) bool {
	for at, side := range sides {
		if at != n && slices.ContainsFunc(side, func(other *Statement) bool { return !shown[ordered(s, other)] }) {
			return true
		}
	}
	return false
}

// across gives the pairs of statements on different sides.
func across(sides [][]*Statement) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for n, side := range sides {
			for _, other := range sides[n+1:] {
				for _, a := range side {
					for _, b := range other {
						if !yield(ordered(a, b)) {
							return
						}
					}
				}
			}
		}
	}
}

func ordered(a, b *Statement) pair {
	if a.rank > b.rank {
		return pair{b, a}
	}
	return pair{a, b}
}

func byRank(a, b *Statement) int { return cmp.Compare(a.rank, b.rank) }

// disagreement tells the sides, whose documents are all different: a document
// does not conflict with itself.
func (m *matter) disagreement(first pair, sides [][]*Statement) *Disagreement {
	d := &Disagreement{first: first}
	if m == &aboutValue {
		d.role = first[0].content.Role
	}
	for _, side := range sides {
		v := &ClaimedValue{Value: m.term(m.usual(side)), Statements: side, Documents: documents(side)}
		d.Values = append(d.Values, v)
		d.documents += v.Documents
	}
	slices.SortFunc(d.Values, func(a, b *ClaimedValue) int {
		return cmp.Or(-cmp.Compare(a.Documents, b.Documents), byDate(a.Statements[0], b.Statements[0]))
	})
	return d
}

// usual is the first statement, in order of date, of those whose very words
// most documents have.
func (m *matter) usual(side []*Statement) *Statement {
	alike := map[any][]*Statement{}
	for _, s := range side {
		alike[m.claim(s)] = append(alike[m.claim(s)], s)
	}
	return slices.MaxFunc(side, func(a, b *Statement) int {
		return cmp.Or(cmp.Compare(documents(alike[m.claim(a)]), documents(alike[m.claim(b)])), byDate(b, a))
	})
}

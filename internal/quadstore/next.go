package quadstore

// next is the generation after a transaction that adds quads that are not
// there and removes quads that are. It takes the slices over. A delta of more
// than limit quads goes into a new base.
func (g *Generation) next(v values, adds, removes []Quad, limit int) *Generation {
	adds, back := split(adds, g.removed)
	removes, undone := split(removes, g.added)
	sort := func(quads []Quad) sorted { return newSorted(quads, v.max()) }
	fresh, dropped, gone, restored := sort(adds), sort(undone), sort(removes), sort(back)
	n := &Generation{
		sequence: g.sequence + 1,
		values:   v,
		base:     g.base,
		added:    g.added.merge(fresh, dropped),
		removed:  g.removed.merge(gone, restored),
	}
	if n.added.len()+n.removed.len() > limit {
		n.base = newBase(g.base.merge(n.added, n.removed), v.max())
		n.added, n.removed = sorted{}, sorted{}
		n.nodes = n.countNodes()
		return n
	}
	n.touched = newTouched(n.added, n.removed)
	n.nodes = g.nodes + n.gained(g, fresh, dropped, gone, restored)
	return n
}

// split divides the quads into those that are not in the set and those that are.
func split(quads []Quad, by sorted) (out, in []Quad) {
	if by.len() == 0 {
		return quads, nil
	}
	for _, q := range quads {
		if by.contains(q) {
			in = append(in, q)
		} else {
			out = append(out, q)
		}
	}
	return out, in
}

func (g *Generation) countNodes() int {
	n := 0
	for id := ID(1); id <= g.values.max(); id++ {
		if g.uses(id) {
			n++
		}
	}
	return n
}

// gained is how many more values stand in a quad than before, if only the
// quads given came or went.
func (g *Generation) gained(before *Generation, changes ...sorted) int {
	n := 0
	seen := make(map[ID]bool)
	for _, change := range changes {
		for _, q := range change[subject] {
			for d := range directions {
				id := q.at(d)
				if seen[id] {
					continue
				}
				seen[id] = true
				n += count(g.uses(id)) - count(before.uses(id))
			}
		}
	}
	return n
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// touched tells which values the delta may have in which place, by the last 16
// bits of their IDs, so that a list the delta does not change is not searched
// for in it. Nil is the one of an empty delta.
type touched [directions][1 << 10]uint64

func newTouched(sets ...sorted) *touched {
	var t touched
	for _, set := range sets {
		for _, q := range set[subject] {
			for d := range directions {
				word, bit := bitOf(q.at(d))
				t[d][word] |= bit
			}
		}
	}
	return &t
}

// may tells whether a quad of the delta may have id in place d.
func (t *touched) may(d direction, id ID) bool {
	if t == nil {
		return false
	}
	word, bit := bitOf(id)
	return t[d][word]&bit != 0
}

func bitOf(id ID) (word uint16, bit uint64) { return uint16(id) >> 6, 1 << (id & 63) }

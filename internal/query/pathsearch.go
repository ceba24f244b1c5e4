package query

import (
	"cmp"
	"container/heap"
	"fmt"
	"math"
	"slices"
)

// Bounds of a search, for the largest questions: what is reached from two
// things that are tied to everything, in graphs of tens of millions of quads.
var (
	maxLooks  = 5_000_000 // links looked at, before paths are put together and then once more
	maxTrails = 250_000   // beginnings of paths kept
)

// search finds the best paths from start to goal. It meets in the middle: from
// the goal back and from the start on it reckons the costs of the cheapest
// walks that are left, and with these a best-first search (A*) comes upon the
// paths in order and leaves aside what leads nowhere. A walk, unlike a path,
// may come to a thing twice, but not by turning round: up to four links, then,
// every estimate is exact.
type search struct {
	*sieve
	start, goal int32
	most        int      // links of a path
	rest        [][]rest // rest[r][thing]: of exactly r links, but not of most
	whole       rest     // of exactly most links, from the start
	shortest    bool     // ranks by length before cost
	looks       int      // links that may still be looked at
	trails      []*trail // a heap
	kept        int      // trails made so far
	bounded     string   // which bound was hit
}

// rest is the cost of the cheapest walk from a thing to the goal, which begins
// with the thing via, and of the cheapest that begins with another.
type rest struct {
	best, second uint32
	via          int32
}

const never = math.MaxUint32

// nowhere is what is left where no walk is known.
var nowhere = rest{best: never, second: never}

// without is the cost of the cheapest walk that does not begin with a thing.
func (r *rest) without(thing int32) uint32 {
	if r.via == thing {
		return r.second
	}
	return r.best
}

// offer takes in a walk.
func (r *rest) offer(cost uint32, via int32) {
	switch {
	case via == r.via:
		r.best = min(r.best, cost)
	case cost < r.best:
		r.best, r.second, r.via = cost, r.best, via
	case cost < r.second:
		r.second = cost
	}
}

func newSearch(s *sieve, start, goal *Thing, most int) *search {
	f := &search{sieve: s, start: int32(start.rank), goal: int32(goal.rank), most: most, looks: maxLooks}
	f.lookBack()
	f.lookAhead()
	return f
}

// look is the halves of a thing; none where the bound is reached.
func (f *search) look(thing int32) []half {
	halves := f.of(thing)
	if f.looks -= len(halves); f.looks < 0 {
		f.bounded = fmt.Sprintf("%d links were looked at: better paths may be missing; ask for a smaller maxLength or fewer links", maxLooks)
		return nil
	}
	return halves
}

// between tells whether a path may pass through a thing.
func (f *search) between(thing int32) bool {
	return thing != f.start && thing != f.goal && f.admits(thing)
}

// lookBack reckons what is left from every thing within half the way of the goal.
func (f *search) lookBack() {
	f.rest = append(f.rest, f.blank())
	f.rest[0][f.goal] = rest{0, 0, -1}
	edge := []int32{f.goal}
	for r := 1; r <= f.most/2; r++ { // fewer than most: one link is left to lookAhead
		f.rest = append(f.rest, f.blank())
		edge = f.stepBack(edge, f.rest[r-1], f.rest[r])
	}
}

// stepBack takes walks one link back from the things at the edge and gives
// those that a path may pass through on the way there.
func (f *search) stepBack(edge []int32, from, to []rest) (next []int32) {
	for _, thing := range edge {
		halves := f.look(thing)
		for n := range halves {
			h := &halves[n]
			cost := from[thing].without(h.other)
			if cost == never || h.other == thing || !f.passesBack(h) {
				continue
			}
			left := &to[h.other]
			switch passable := f.between(h.other); {
			case passable && left.best == never:
				next = append(next, h.other)
			case !passable && h.other != f.start:
				continue
			}
			left.offer(cost+h.cost, thing)
		}
	}
	return next
}

// lookAhead reckons what is left from the things near the start, as far as
// lookBack has not.
func (f *search) lookAhead() {
	near, ends := f.near(f.most - len(f.rest))
	for r := len(f.rest); r < f.most; r++ {
		f.rest = append(f.rest, f.blank())
		for _, thing := range near[:ends[f.most-r]] {
			f.stepAhead(thing, f.rest[r-1], &f.rest[r][thing])
		}
	}
	f.whole = nowhere
	f.stepAhead(f.start, f.rest[f.most-1], &f.whole)
}

// near gives the start and what lies within a number of links of it, nearest
// first, and how many of them lie within 0, 1, … links.
func (f *search) near(links int) (near []int32, ends []int) {
	seen := make([]bool, len(f.sieve.ties.classes))
	near, ends = []int32{f.start}, []int{1}
	for at := 0; len(ends) <= links; ends = append(ends, len(near)) {
		edge := near[at:]
		at = len(near)
		for _, thing := range edge {
			halves := f.look(thing)
			for n := range halves {
				if h := &halves[n]; !seen[h.other] && f.between(h.other) && f.passes(h) {
					seen[h.other] = true
					near = append(near, h.other)
				}
			}
		}
	}
	return near, ends
}

// stepAhead takes walks from a thing to those that go on from its neighbours.
func (f *search) stepAhead(thing int32, from []rest, to *rest) {
	halves := f.look(thing)
	for n := range halves {
		h := &halves[n]
		cost := from[h.other].without(thing)
		if cost != never && h.other != thing && h.other != f.start && f.passes(h) {
			to.offer(cost+h.cost, h.other)
		}
	}
}

// blank is a table in which no walk is known; spare ones are used again.
func (f *search) blank() []rest {
	table, ok := f.spare.Get().(*[]rest)
	if !ok {
		table = new(make([]rest, len(f.sieve.ties.classes)))
	}
	for n := range *table {
		(*table)[n] = nowhere
	}
	return *table
}

// close gives the tables back.
func (f *search) close() {
	for n := range f.rest {
		f.spare.Put(&f.rest[n])
	}
}

// trail is the beginning of a path of a settled length.
type trail struct {
	cost   uint32 // of the whole path, at the least
	spent  uint32 // of the steps taken
	length int8   // of the whole path, in links
	taken  int8   // of these
	at     [MaxPathLength + 1]int32
}

// here is where the trail has come to.
func (t *trail) here() int32 { return t.at[t.taken] }

// been tells whether the trail has come to a thing.
func (t *trail) been(thing int32) bool { return slices.Contains(t.at[:t.taken+1], thing) }

// best gives the best paths, in order.
func (f *search) best(wanted int) (found []*trail) {
	f.looks = maxLooks
	for length := 1; length <= f.most; length++ {
		left := f.whole
		if length < f.most {
			left = f.rest[length][f.start]
		}
		t := &trail{cost: left.best, length: int8(length)}
		t.at[0] = f.start
		f.keep(t)
	}
	for len(found) < wanted && len(f.trails) > 0 && f.kept <= maxTrails {
		t := heap.Pop(f).(*trail)
		if t.taken == t.length {
			found = append(found, t)
			continue
		}
		f.extend(t)
	}
	if f.kept > maxTrails && len(found) < wanted && len(f.trails) > 0 {
		f.bounded = fmt.Sprintf("%d beginnings of paths were followed: more paths may be missing; ask for a smaller maxLength or fewer links", maxTrails)
	}
	return found
}

// extend takes one step more, in every way that may come to the goal.
func (f *search) extend(t *trail) {
	left := f.rest[t.length-t.taken-1]
	here, last := t.here(), int32(-1)
	halves := f.look(here)
	for n := range halves {
		h := &halves[n]
		rest := left[h.other].without(here)
		if h.other == last || rest == never || t.been(h.other) || !f.passes(h) {
			continue
		}
		last = h.other // the first half to a thing is the cheapest
		next := *t
		next.taken++
		next.at[next.taken] = h.other
		next.spent += h.cost
		next.cost = next.spent + rest
		f.keep(&next)
	}
}

// keep puts a trail that may come to the goal where its turn will come.
func (f *search) keep(t *trail) {
	if t.cost != never {
		f.kept++
		heap.Push(f, t)
	}
}

// step is the link that a path takes from one thing to the next.
func (f *search) step(from, to int32) *half {
	halves := f.of(from)
	n, _ := slices.BinarySearchFunc(halves, to, func(h half, to int32) int { return cmp.Compare(h.other, to) })
	for !f.passes(&halves[n]) {
		n++
	}
	return &halves[n]
}

// The trails are a heap: see container/heap.

// Len counts the trails that wait.
func (f *search) Len() int { return len(f.trails) }

// Less ranks trails so that a path comes after all its beginnings and before
// all paths that rank lower.
func (f *search) Less(i, j int) bool {
	a, b := f.trails[i], f.trails[j]
	byCost, byLength := cmp.Compare(a.cost, b.cost), cmp.Compare(a.length, b.length)
	if f.shortest {
		byCost, byLength = byLength, byCost
	}
	if first := cmp.Or(byCost, byLength); first != 0 {
		return first < 0
	}
	return slices.Compare(a.at[:a.taken+1], b.at[:b.taken+1]) < 0
}

// Swap changes the places of two trails.
func (f *search) Swap(i, j int) { f.trails[i], f.trails[j] = f.trails[j], f.trails[i] }

// Push adds a trail.
func (f *search) Push(t any) { f.trails = append(f.trails, t.(*trail)) }

// Pop takes the last trail off.
func (f *search) Pop() any {
	last := f.trails[len(f.trails)-1]
	f.trails = f.trails[:len(f.trails)-1]
	return last
}

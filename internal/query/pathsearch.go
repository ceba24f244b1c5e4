package query

import (
	"context"
	"fmt"
	"math"
)

// Bounds of a search, for the largest questions: those between things that are
// tied to everything, in graphs of many million quads.
var (
	maxLooks  = 5_000_000 // links looked at before paths are put together, and once more then
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
	ctx         context.Context // ends the search
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

// never is the cost where there is no walk. An end costs less than 64 bits, so
// that no walk of MaxPathLength comes near it.
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

// newSearch reckons the costs that are left; close gives back what it took.
func newSearch(ctx context.Context, s *sieve, start, goal *Thing, most int) *search {
	f := &search{sieve: s, ctx: ctx, start: int32(start.rank), goal: int32(goal.rank), most: most, looks: maxLooks}
	f.lookBack()
	f.lookAhead()
	return f
}

// look is the halves of a thing; none where the bound is reached or ctx at its end.
func (f *search) look(thing int32) []half {
	halves := f.of(thing)
	if f.looks -= len(halves); f.looks < 0 {
		f.bounded = fmt.Sprintf("%d links were looked at: better paths may be missing; ask for a smaller maxLength or fewer links", maxLooks)
		return nil
	}
	if f.ctx.Err() != nil {
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
	for _, table := range f.rest {
		f.spare.Put(&table)
	}
}

package query

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
)

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
	for len(found) < wanted && len(f.trails) > 0 && f.kept <= maxTrails && f.ctx.Err() == nil {
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

package query

import (
	"cmp"
	"container/heap"
	"context"
	"maps"
	"math/bits"
	"slices"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// surroundings are the things within some links of the centres, and those of
// them that are kept.
type surroundings struct {
	centres []*Thing
	found   []*Thing // the centres, then breadth first
	steps   []int8   // by the thing's rank: how many links away; -1 for what is not found
	kept    []*Thing
	at      map[*Thing]bool // what is kept
	walked  []*Link         // those of what is kept to what is found
	degrees map[side]int
	worths  map[*Thing]int
	ways    map[*Thing]way // how each thing beside the centres was come to first
	crowds  map[any]int    // how many are kept of a class, and of those come to one way
	spared  candidates     // those whose crowds are full
}

// way is how a thing is come to.
type way struct {
	predicate *ontology.Predicate
	forward   bool // whether the thing is the object, or the predicate symmetric
}

// side is one side of the links with a predicate.
type side struct {
	thing     *Thing
	predicate *ontology.Predicate
	forward   bool // whether thing is the subject
}

// surroundings walks breadth first from the centres; the error is that of ctx.
func (g *Graph) surroundings(ctx context.Context, centres []*Thing, depth int, meant test, where *LinkWhere) (*surroundings, error) {
	s := &surroundings{
		centres: centres, found: slices.Clone(centres), steps: make([]int8, len(g.things)),
		at: map[*Thing]bool{}, degrees: map[side]int{}, worths: map[*Thing]int{}, ways: map[*Thing]way{}, crowds: map[any]int{},
	}
	for n := range s.steps {
		s.steps[n] = -1
	}
	for _, t := range centres {
		s.steps[t.rank] = 0
	}
	for n := 0; n < len(s.found); n++ {
		t := s.found[n]
		away := s.steps[t.rank] + 1
		if int(away) > depth {
			break
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		visit := func(q quadstore.Quad, other *Thing, forward bool) {
			said := g.saidAt[q.Label]
			if said != nil && other != nil && s.steps[other.rank] < 0 && meant(said) && where.takes(other, forward, said.predicate) {
				s.steps[other.rank] = away
				s.found = append(s.found, other)
			}
		}
		for q := range g.Quads.BySubject(t.at).All() {
			visit(q, g.thingAt[q.Object], true)
		}
		for q := range g.Quads.ByObject(t.at).All() {
			visit(q, g.thingAt[q.Subject], false)
		}
	}
	return s, nil
}

// keep chooses at most size of the things found, the most informative first:
// each time the one with the greatest worth to those kept already, so that
// every kept thing hangs together with a centre. A thing's worth is the sum
// over its links to what is kept of
//
//	doublings(documents that tell the link)
//	÷ doublings(links with that predicate that lead to the thing, in all)
//
// halved for each step beyond the first. Doublings(n) is 1 for 1, 2 for 2 to
// 3, 3 for 4 to 7 and so on. Equals stand in order of name. Worths are whole
// numbers of 1/worthUnit, so that no order of adding can change the choice.
//
// What is much alike does not crowd out the rest: where neither classes nor
// predicates are asked for, things of one class, and things come to by one
// predicate in one direction, are a quarter of size each at the most, as long as
// there is anything else. A thing is come to by its first link, in the order of
// links, from the first kept thing that has one to it. The error is that of ctx.
func (s *surroundings) keep(ctx context.Context, size int, where *LinkWhere) error {
	most := len(s.found)
	if where == nil || len(where.Types)+len(where.Predicates) == 0 {
		most = max(1, size/4)
	}
	queue := &candidates{}
	for len(s.kept) < min(size, len(s.found)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		t := s.next(queue, most)
		links, err := t.links(where)
		if err != nil {
			return err
		}
		s.take(t)
		for _, l := range links {
			away := s.steps[l.other.rank]
			if away < 0 || l.other == t { // a link to itself is not drawn
				continue
			}
			s.walked = append(s.walked, l)
			if away > 0 && !s.at[l.other] {
				s.enter(l, queue)
			}
		}
	}
	return nil
}

// take keeps a thing.
func (s *surroundings) take(t *Thing) {
	s.kept, s.at[t] = append(s.kept, t), true
	if s.steps[t.rank] > 0 {
		s.crowds[t.class]++
		s.crowds[s.ways[t]]++
	}
}

// enter makes a candidate of what a link from a kept thing leads to.
func (s *surroundings) enter(l *Link, queue *candidates) {
	if _, known := s.ways[l.other]; !known {
		s.ways[l.other] = way{l.predicate, l.Forward}
	}
	s.worths[l.other] += s.worth(l)
	heap.Push(queue, candidate{l.other, s.worths[l.other]})
}

// next takes the centres first, then the best candidate that is not kept and in
// no crowd that has most already; where there is none, the best. The latest
// entry of a candidate is its greatest and comes first.
func (s *surroundings) next(queue *candidates, most int) *Thing {
	if len(s.kept) < len(s.centres) {
		return s.centres[len(s.kept)]
	}
	for queue.Len() > 0 {
		best := heap.Pop(queue).(candidate)
		switch {
		case s.at[best.thing]:
		case s.crowds[best.thing.class] >= most, s.crowds[s.ways[best.thing]] >= most:
			heap.Push(&s.spared, best)
		default:
			return best.thing
		}
	}
	for {
		if best := heap.Pop(&s.spared).(candidate); !s.at[best.thing] {
			return best.thing
		}
	}
}

// worthUnit can be halved for every step.
const worthUnit = 1 << 20

// worth is what a link from a kept thing adds to the other.
func (s *surroundings) worth(l *Link) int {
	at := side{l.other, l.predicate, !l.Forward}
	degree, known := s.degrees[at]
	if !known {
		degree = l.other.degreeBy(l.predicate, !l.Forward)
		s.degrees[at] = degree
	}
	return bits.Len(uint(documents(l.Statements))) * worthUnit / bits.Len(uint(degree)) >> (s.steps[l.other.rank] - 1)
}

// links are those between what is kept, in order of id. Most are walked from
// both ends; where a filter has a direction, from one.
func (s *surroundings) links() []*NetworkLink {
	byID := map[string]*NetworkLink{}
	for _, l := range s.walked {
		if s.at[l.other] {
			byID[l.ID()] = &NetworkLink{l}
		}
	}
	all := make([]*NetworkLink, 0, len(byID))
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		all = append(all, byID[id])
	}
	return all
}

// degreeBy is how many things are tied to the thing by a predicate of which it
// is the subject, or the object; by a symmetric one, either.
func (t *Thing) degreeBy(p *ontology.Predicate, forward bool) int {
	others := map[quadstore.ID]bool{}
	if forward || p.Symmetric {
		for q := range t.g.Quads.BySubjectPredicate(t.at, t.g.predicates[p]).All() {
			others[q.Object] = true
		}
	}
	if !forward || p.Symmetric {
		for q := range t.g.Quads.ByObjectPredicate(t.at, t.g.predicates[p]).All() {
			others[q.Subject] = true
		}
	}
	delete(others, t.at)
	return len(others)
}

// candidate is a thing that may be kept, with its worth when it was entered.
type candidate struct {
	thing *Thing
	worth int
}

// candidates is a heap, the best on top.
type candidates []candidate

func (c candidates) Len() int      { return len(c) }
func (c candidates) Swap(i, j int) { c[i], c[j] = c[j], c[i] }
func (c candidates) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(c[j].worth, c[i].worth), cmp.Compare(c[i].thing.rank, c[j].thing.rank)) < 0
}
func (c *candidates) Push(x any) { *c = append(*c, x.(candidate)) }
func (c *candidates) Pop() any {
	last := (*c)[len(*c)-1]
	*c = (*c)[:len(*c)-1]
	return last
}

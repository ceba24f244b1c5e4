package query

import (
	"cmp"
	"container/heap"
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
	at      map[*Thing]bool         // what is kept
	ties    map[string]*NetworkLink // the links between what is kept, by id
	degrees map[side]int
}

// side is one side of the links with a predicate.
type side struct {
	thing     *Thing
	predicate *ontology.Predicate
	forward   bool // whether thing is the subject
}

// surroundings walks breadth first from the centres.
func (g *Graph) surroundings(centres []*Thing, depth int, meant test, where *LinkWhere) *surroundings {
	s := &surroundings{
		centres: centres, found: slices.Clone(centres), steps: make([]int8, len(g.things)),
		at: map[*Thing]bool{}, ties: map[string]*NetworkLink{}, degrees: map[side]int{},
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
	return s
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
func (s *surroundings) keep(size int, where *LinkWhere) error {
	worths := map[*Thing]int{}
	queue := &candidates{}
	for len(s.kept) < min(size, len(s.found)) {
		t := s.next(queue)
		links, err := t.links(where)
		if err != nil {
			return err
		}
		s.kept, s.at[t] = append(s.kept, t), true
		for _, l := range links {
			switch {
			case l.other == t: // a link to itself is not drawn
			case s.at[l.other]:
				s.ties[l.ID()] = &NetworkLink{l}
			case s.steps[l.other.rank] > 0: // found, and no centre that waits for its turn
				worths[l.other] += s.worth(l)
				heap.Push(queue, candidate{l.other, worths[l.other]})
			}
		}
	}
	return nil
}

// next takes the centres first, then the best candidate that is not kept. The
// latest entry of a candidate is its greatest and comes first.
func (s *surroundings) next(queue *candidates) *Thing {
	if len(s.kept) < len(s.centres) {
		return s.centres[len(s.kept)]
	}
	for {
		if best := heap.Pop(queue).(candidate); !s.at[best.thing] {
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

// links are those between what is kept, in order of id.
func (s *surroundings) links() []*NetworkLink {
	all := make([]*NetworkLink, 0, len(s.ties))
	for _, l := range s.ties {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *NetworkLink) int { return cmp.Compare(a.ID(), b.ID()) })
	return all
}

// degreeBy is how many links with a predicate the thing has at one end.
func (t *Thing) degreeBy(p *ontology.Predicate, forward bool) int {
	list := t.g.Quads.ByObjectPredicate(t.at, t.g.predicates[p])
	if forward {
		list = t.g.Quads.BySubjectPredicate(t.at, t.g.predicates[p])
	}
	var n int
	var last quadstore.Quad
	for q := range list.All() { // those between the same two things adjoin
		if q.Subject != last.Subject || q.Object != last.Object {
			n++
		}
		last = q
	}
	return n
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

package query

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// ties is what ties things to each other, made for walking: things by their
// rank, and beside each thing its links in adjoining memory. A tie is a
// subject, predicate and object with the statements that carry it; those of a
// symmetric predicate that name the same two things are one, whichever is the
// subject. But for spare it is never changed once made.
type ties struct {
	statements [][]*Statement // by tie, each in the order of statements
	years      []years        // by tie: those to which its statements reach; set by Graph.bound
	halves     []half         // by thing, then by the other, cost and reading
	first      []uint32       // where the halves of a thing begin; one more than there are things
	predicates []*ontology.Predicate
	classes    []uint16  // the number of each thing's class, by name
	spare      sync.Pool // of *[]rest, for searches
}

// half is a tie seen from one end.
type half struct {
	other    int32   // the rank of the thing at the other end
	tie      int32   // its number
	cost     uint32  // what it costs to walk it, either way, in millionths of a bit
	reading  reading // how it reads from here
	statuses statuses
}

// reading is a predicate with a direction: twice the number of the predicate
// by name, and one more where it is read from the object. A symmetric
// predicate is always read from the subject.
type reading uint16

// forward tells whether the thing it is read from is the subject.
func (r reading) forward() bool { return r%2 == 0 }

// statuses is a set of statuses.
type statuses uint8

// realStatuses are those of what happened or is so.
const realStatuses = statuses(1<<statement.Happened | 1<<statement.Ongoing)

// anyStatus is all of them.
const anyStatus = statuses(math.MaxUint8)

func statusesOf(list []statement.Status) (set statuses) {
	for _, s := range list {
		set |= 1 << s
	}
	return set
}

// newTies ties the things that the statements speak of; both are in order of rank.
func newTies(o *ontology.Ontology, things []*Thing, said []*Statement) *ties {
	t := &ties{predicates: o.Predicates(), classes: make([]uint16, len(things))}
	number := map[*ontology.Class]uint16{}
	for n, class := range o.Classes() {
		number[class] = uint16(n)
	}
	for n, thing := range things {
		t.classes[n] = number[thing.class]
	}
	strands := t.gather(said)
	t.split(strands, len(things))
	t.price()
	for n := range things {
		slices.SortFunc(t.of(int32(n)), func(a, b half) int {
			return cmp.Or(cmp.Compare(a.other, b.other), cmp.Compare(a.cost, b.cost), cmp.Compare(a.reading, b.reading))
		})
	}
	return t
}

// strand is what a statement adds to a tie.
type strand struct {
	subject, object int32
	reading         reading
	statement       *Statement
}

// gather groups the statements by tie and gives one strand of each.
func (t *ties) gather(said []*Statement) []strand {
	number := map[*ontology.Predicate]reading{}
	for n, p := range t.predicates {
		number[p] = reading(2 * n)
	}
	all := make([]strand, 0, len(said))
	for _, s := range said {
		if s.object == nil {
			continue
		}
		one := strand{int32(s.subject.rank), int32(s.object.rank), number[s.predicate], s}
		if s.predicate.Symmetric && one.subject > one.object {
			one.subject, one.object = one.object, one.subject
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b strand) int {
		return cmp.Or(a.compare(b), cmp.Compare(a.statement.rank, b.statement.rank))
	})
	sorted := make([]*Statement, len(all))
	var firsts []strand
	for from, to := 0, 0; from < len(all); from = to {
		for to < len(all) && all[to].compare(all[from]) == 0 {
			sorted[to] = all[to].statement
			to++
		}
		firsts = append(firsts, all[from])
		t.statements = append(t.statements, sorted[from:to:to])
		t.years = append(t.years, anyYears)
	}
	return firsts
}

// compare is 0 for strands of one tie.
func (a strand) compare(b strand) int {
	return cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.reading, b.reading), cmp.Compare(a.object, b.object))
}

// split puts each tie beside the things at its ends.
func (t *ties) split(strands []strand, things int) {
	t.first = make([]uint32, things+1)
	each := func(take func(at int32, h half)) {
		for n, one := range strands {
			h := half{other: one.object, tie: int32(n), reading: one.reading}
			for _, s := range t.statements[n] {
				h.statuses |= 1 << s.content.Status
			}
			take(one.subject, h)
			if one.object == one.subject {
				continue
			}
			h.other = one.subject
			if !t.predicates[one.reading/2].Symmetric {
				h.reading++
			}
			take(one.object, h)
		}
	}
	each(func(at int32, _ half) { t.first[at+1]++ })
	for n := range things {
		t.first[n+1] += t.first[n]
	}
	t.halves = make([]half, t.first[things])
	next := slices.Clone(t.first)
	each(func(at int32, h half) {
		t.halves[next[at]] = h
		next[at]++
	})
}

// price sets the cost of every half: see PathRanking.
func (t *ties) price() {
	costs := make([]uint32, len(t.statements))
	counts := make([]int, 2*len(t.predicates))
	for n := range len(t.first) - 1 {
		kinds := 0
		for _, h := range t.of(int32(n)) {
			if counts[h.reading]++; counts[h.reading] == 1 {
				kinds++
			}
		}
		for _, h := range t.of(int32(n)) {
			costs[h.tie] += rarity(kinds * counts[h.reading])
		}
		for _, h := range t.of(int32(n)) {
			counts[h.reading] = 0
		}
	}
	for n := range t.halves {
		t.halves[n].cost = costs[t.halves[n].tie]
	}
}

// bit is the unit of costs: they are whole numbers, so that sums are exact and
// ranks the same on every machine.
const bit = 1_000_000

// rarity is how much it tells to name one out of a number, in millionths of a bit.
func rarity(outOf int) uint32 { return uint32(math.Round(math.Log2(float64(outOf)) * bit)) }

// of is the halves of a thing.
func (t *ties) of(thing int32) []half { return t.halves[t.first[thing]:t.first[thing+1]] }

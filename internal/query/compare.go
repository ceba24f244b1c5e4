package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// MaxCompared is how many things can be compared at once.
const MaxCompared = 6

// Comparison is two or more things side by side. Two of them share a link
// where they are tied by the same predicate, in the same direction, to the same
// thing.
//
// What has not happened is never shared: where no status is asked for, Shared,
// Only and Similarity go by what happened or is ongoing, and only Matrix tells
// the rest too, with its status. Where one is asked for, all go by it.
//
// Every list is in order of class, predicate, direction (those first of which
// the compared thing is the subject) and name of the thing at the other end.
type Comparison struct {
	Of         []Entity
	Similarity float64 // see Measure
	Measure    string  // how Similarity is reckoned

	g       *Graph
	of      []*Thing
	shown   *sieve // what the matrix tells
	counted *sieve // what counts
	lines   []line
}

// measure is that of P. Jaccard, The Distribution of the Flora in the Alpine
// Zone, New Phytologist 11 (1912): what is common in parts of what there is.
const measure = "Jaccard index: the links that all of them have, divided by the links that at least one of them has; " +
	"a link is a predicate, a direction and the thing at its other end, and counts where it happened or is ongoing, or has a status that was asked for"

// line is a link that at least one of the compared things has.
type line struct {
	key     lineKey
	ties    [MaxCompared]int32 // of each compared thing; -1 for one that has it not
	holders int                // how many have it so that it counts
}

// lineKey is class, reading and rank of the thing at the other end, so that
// keys are in order.
type lineKey uint64

func (k lineKey) reading() reading { return reading(k >> 32) }
func (k lineKey) other() int32     { return int32(uint32(k)) }

// Compare sets two to MaxCompared things side by side. Where chooses the links
// as it does for Thing.Links, but for status (see Comparison). The error is of
// kind NotFound for an id that nothing has, Invalid for fewer than two things,
// one that is named twice or an unknown predicate, TooLarge for too many.
func (g *Graph) Compare(of []string, where *LinkWhere) (*Comparison, error) {
	c := &Comparison{g: g, Measure: measure}
	switch {
	case len(of) < 2:
		return nil, fault.New(fault.Invalid, "of names %d things", len(of)).Hinted("name 2 to %d", MaxCompared)
	case len(of) > MaxCompared:
		return nil, fault.New(fault.TooLarge, "of names %d things", len(of)).Hinted("name 2 to %d", MaxCompared)
	}
	for _, id := range of {
		t, err := g.find(id)
		if err != nil {
			return nil, fault.New(fault.KindOf(err), "of: %w", err)
		}
		if slices.Contains(c.of, t) {
			return nil, fault.New(fault.Invalid, "of names %s twice", t.entity.ID).Hinted("name each thing once")
		}
		c.of = append(c.of, t)
		c.Of = append(c.Of, wrap(t))
	}
	var err error
	if c.shown, err = g.sift(where, anyStatus); err != nil {
		return nil, err
	}
	if c.counted, err = g.sift(where, realStatuses); err != nil {
		return nil, err
	}
	c.draw()
	c.Similarity = c.jaccard()
	return c, nil
}

// draw makes the lines.
func (c *Comparison) draw() {
	type entry struct {
		key     lineKey
		tie     int32
		column  int8
		counted bool
	}
	most := 0
	for _, t := range c.of {
		most += len(c.g.ties.of(int32(t.rank)))
	}
	entries := make([]entry, 0, most)
	for column, t := range c.of {
		halves := c.g.ties.of(int32(t.rank))
		for n := range halves {
			h := &halves[n]
			if c.shown.admits(h.other) && c.shown.passes(h) {
				class := c.g.ties.classes[h.other]
				key := lineKey(class)<<48 | lineKey(h.reading)<<32 | lineKey(h.other)
				entries = append(entries, entry{key, h.tie, int8(column), c.counted.passes(h)})
			}
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	c.lines = make([]line, 0, len(entries))
	for n, e := range entries {
		if n == 0 || e.key != entries[n-1].key {
			c.lines = append(c.lines, line{key: e.key, ties: [...]int32{-1, -1, -1, -1, -1, -1}})
		}
		last := &c.lines[len(c.lines)-1]
		last.ties[e.column] = e.tie
		if e.counted {
			last.holders++
		}
	}
}

// jaccard is 0 where there is nothing to compare.
func (c *Comparison) jaccard() float64 {
	shared, total := 0, 0
	for _, l := range c.lines {
		if l.holders == len(c.of) {
			shared++
		}
		if l.holders > 0 {
			total++
		}
	}
	if total == 0 {
		return 0
	}
	return float64(shared) / float64(total)
}

// SharedThing is a thing to which all compared things are tied in the same way.
type SharedThing struct {
	Entity Entity
	Links  []*SharedLink // of each compared thing, in their order
}

// SharedLink is the link of one compared thing to a shared one.
type SharedLink struct {
	To         Entity // the compared thing
	Predicate  *Predicate
	Forward    bool    // whether the compared thing is the subject; true for a symmetric predicate
	Since      *Period // see since; nil where no date tells
	Statements []*Statement
}

// Shared is what all compared things share; never nil.
func (c *Comparison) Shared() []*SharedThing {
	shared := []*SharedThing{}
	for _, l := range c.lines {
		if l.holders != len(c.of) {
			continue
		}
		thing := &SharedThing{Entity: wrap(c.g.things[l.key.other()])}
		for column := range c.of {
			said := c.counted.said(l.ties[column])
			thing.Links = append(thing.Links, &SharedLink{
				c.Of[column], c.predicate(l), l.key.reading().forward(), since(said), said,
			})
		}
		shared = append(shared, thing)
	}
	return shared
}

func (c *Comparison) predicate(l line) *Predicate {
	return &Predicate{c.g.ties.predicates[l.key.reading()/2], c.g}
}

// OnlyOne is what one of the compared things has and no other.
type OnlyOne struct {
	Of    Entity
	links []*Link
}

// Only is what each compared thing has that no other has, in their order.
func (c *Comparison) Only() []*OnlyOne {
	only := make([]*OnlyOne, len(c.of))
	for column := range only {
		only[column] = &OnlyOne{Of: c.Of[column]}
	}
	for _, l := range c.lines {
		if l.holders != 1 {
			continue
		}
		for column, tie := range l.ties[:len(c.of)] {
			if tie < 0 {
				continue
			}
			if said := c.counted.said(tie); len(said) > 0 {
				only[column].links = append(only[column].links, c.link(l, column, said))
			}
		}
	}
	return only
}

func (c *Comparison) link(l line, column int, said []*Statement) *Link {
	return &Link{
		predicate:  c.g.ties.predicates[l.key.reading()/2],
		from:       c.of[column],
		other:      c.g.things[l.key.other()],
		Forward:    said[0].subject == c.of[column],
		Statements: said,
	}
}

// Links is a page of the links.
func (o *OnlyOne) Links(first *int, after *string, last *int, before *string) (*LinkConnection, error) {
	return connect(o.links, page{first, after, last, before},
		(*Link).ID,
		func(l *Link) (*Edge[*Link], error) { return &Edge[*Link]{Node: l}, nil })
}

// since is when the first of the statements that are dated says that it began
// or was so; nil where none is dated.
func since(said []*Statement) *Period {
	var first edtf.Date
	note := ""
	for _, s := range said {
		if begun := s.content.When.Start(); edtf.Compare(begun, first) < 0 { // what has no date comes last
			first, note = begun, s.content.Note
		}
	}
	return period(first, note)
}

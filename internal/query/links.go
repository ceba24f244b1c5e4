package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

// Link is a subject, predicate and object, seen from one end.
type Link struct {
	predicate  *ontology.Predicate
	from       *Thing // the end it is seen from
	other      *Thing
	Forward    bool // whether from is the subject, or the predicate symmetric
	Statements []*Statement
}

// ID is made of all three places: two relations between the same things are
// two links, and a link has one id from either end. The things that a symmetric
// predicate ties stand in order of name.
func (l *Link) ID() string {
	subject, object := l.ends()
	return strings.Join([]string{subject.ID(), l.predicate.Name, object.ID()}, " ")
}

// Predicate is what ties them.
func (l *Link) Predicate() *Predicate { return &Predicate{l.predicate, l.from.g} }

// Node is the thing at the other end.
func (l *Link) Node() Entity { return wrap(l.other) }

// The lists of links.
type (
	// LinkEdge is a link in a list.
	LinkEdge = Edge[*Link]
	// LinkConnection is a page of links.
	LinkConnection = Connection[*Link]
)

// Links are the thing's links in both directions: by predicate, those of which
// it is the subject first, then by the other's name.
func (t *Thing) Links(where *LinkWhere, first *int, after *string, last *int, before *string) (*LinkConnection, error) {
	links, err := t.links(where)
	if err != nil {
		return nil, err
	}
	return connect(links, page{first, after, last, before},
		(*Link).ID,
		func(l *Link) (*Edge[*Link], error) { return &Edge[*Link]{Node: l}, nil })
}

func (t *Thing) links(where *LinkWhere) ([]*Link, error) {
	meant, err := where.test(t.g)
	if err != nil {
		return nil, err
	}
	var links []*Link
	for _, h := range t.g.ties.of(int32(t.rank)) {
		predicate, other := t.g.ties.predicates[h.reading/2], t.g.things[h.other]
		if !where.takes(other, h.reading.forward(), predicate) {
			continue
		}
		if said := those(t.g.ties.statements[h.tie], meant); len(said) > 0 {
			links = append(links, &Link{predicate, t, other, h.reading.forward(), said})
		}
	}
	slices.SortFunc(links, compareLinks)
	return links, nil
}

// takes tells whether a link's other end and direction are meant; a symmetric
// predicate runs both ways.
func (w *LinkWhere) takes(other *Thing, forward bool, p *ontology.Predicate) bool {
	if w == nil {
		return true
	}
	if len(w.Types) > 0 && !slices.Contains(w.Types, other.Type()) {
		return false
	}
	return w.Direction == nil || p.Symmetric || (*w.Direction == DirectionOut) == forward
}

func compareLinks(a, b *Link) int {
	return cmp.Or(
		cmp.Compare(a.predicate.Name, b.predicate.Name),
		trueFirst(a.Forward, b.Forward),
		cmp.Compare(a.other.rank, b.other.rank),
	)
}

// trueFirst puts what holds first.
func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// those gives the statements that are meant; it copies only where some are not.
func those(all []*Statement, meant test) []*Statement {
	if !slices.ContainsFunc(all, func(s *Statement) bool { return !meant(s) }) {
		return all
	}
	var some []*Statement
	for _, s := range all {
		if meant(s) {
			some = append(some, s)
		}
	}
	return some
}

// degree is how many links the thing has.
func (t *Thing) degree() int { return len(t.g.ties.of(int32(t.rank))) }

// LinkCount is how many links of one kind a thing has.
type LinkCount struct {
	predicate  *ontology.Predicate
	g          *Graph
	Forward    bool
	Decade     *int
	Links      int
	Statements int
}

// Predicate is what is counted.
func (c *LinkCount) Predicate() *Predicate { return &Predicate{c.predicate, c.g} }

// LinkCounts counts the thing's links by predicate, direction and the decade
// of the earliest date that tells of them; undated ones come last.
func (t *Thing) LinkCounts(where *LinkWhere) ([]*LinkCount, error) {
	links, err := t.links(where)
	if err != nil {
		return nil, err
	}
	var counts []*LinkCount
	at := map[int]*LinkCount{} // by decade, of one predicate and direction
	for n, l := range links {
		if n > 0 && (l.predicate != links[n-1].predicate || l.Forward != links[n-1].Forward) {
			clear(at)
		}
		decade := l.decade()
		if at[decade] == nil {
			at[decade] = &LinkCount{predicate: l.predicate, g: t.g, Forward: l.Forward}
			if decade != undated {
				at[decade].Decade = &decade
			}
			counts = append(counts, at[decade])
		}
		at[decade].Links++
		at[decade].Statements += len(l.Statements)
	}
	slices.SortFunc(counts, func(a, b *LinkCount) int {
		return cmp.Or(cmp.Compare(a.predicate.Name, b.predicate.Name), trueFirst(a.Forward, b.Forward), cmp.Compare(a.when(), b.when()))
	})
	return counts, nil
}

func (c *LinkCount) when() int {
	if c.Decade == nil {
		return undated
	}
	return *c.Decade
}

// decade is that of the earliest of the link's dates; undated where none tells.
func (l *Link) decade() int {
	return slices.MinFunc(l.Statements, func(a, b *Statement) int { return cmp.Compare(a.timeRank, b.timeRank) }).decade
}

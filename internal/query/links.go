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
	type place struct {
		predicate *ontology.Predicate
		other     *Thing
		forward   bool
	}
	at := map[place]*Link{}
	var links []*Link
	for _, s := range t.said(meant) {
		other, forward := s.object, true
		if s.subject != t {
			other, forward = s.subject, false
		}
		if other == nil || !where.takes(other, forward, s.predicate) {
			continue
		}
		forward = forward || s.predicate.Symmetric
		key := place{s.predicate, other, forward}
		if at[key] == nil {
			at[key] = &Link{predicate: s.predicate, from: t, other: other, Forward: forward}
			links = append(links, at[key])
		}
		at[key].Statements = append(at[key].Statements, s)
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
		cmp.Compare(backward(a), backward(b)),
		cmp.Compare(a.other.rank, b.other.rank),
	)
}

func backward(l *Link) int {
	if l.Forward {
		return 0
	}
	return 1
}

// countLinks tells each thing how many links it has. A link is counted at the
// first of the statements that carry it, which follow one another where they
// have one subject.
func countLinks(all []*Statement) {
	var last *Statement
	mirrored := map[[3]any]bool{} // links of symmetric predicates, which have two subjects
	for _, s := range all {
		if s.object == nil || last != nil && s.subject == last.subject && s.predicate == last.predicate && s.object == last.object {
			continue
		}
		last = s
		if s.predicate.Symmetric {
			if mirrored[[3]any{s.object, s.predicate, s.subject}] {
				continue
			}
			mirrored[[3]any{s.subject, s.predicate, s.object}] = true
		}
		s.subject.degree++
		if s.object != s.subject {
			s.object.degree++
		}
	}
}

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
	type place struct {
		predicate *ontology.Predicate
		forward   bool
		decade    int
	}
	at := map[place]*LinkCount{}
	var counts []*LinkCount
	for _, l := range links {
		decade := l.decade()
		key := place{l.predicate, l.Forward, undated}
		if decade != nil {
			key.decade = *decade
		}
		if at[key] == nil {
			at[key] = &LinkCount{predicate: l.predicate, g: t.g, Forward: l.Forward, Decade: decade}
			counts = append(counts, at[key])
		}
		at[key].Links++
		at[key].Statements += len(l.Statements)
	}
	slices.SortStableFunc(counts, func(a, b *LinkCount) int {
		return cmp.Or(cmp.Compare(a.predicate.Name, b.predicate.Name), -cmp.Compare(truth(a.Forward), truth(b.Forward)), cmp.Compare(a.when(), b.when()))
	})
	return counts, nil
}

func (c *LinkCount) when() int {
	if c.Decade == nil {
		return undated
	}
	return *c.Decade
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// decade is that of the earliest day of the link's dates; nil where none tells.
func (l *Link) decade() *int {
	first := slices.MinFunc(l.Statements, func(a, b *Statement) int { return cmp.Compare(a.timeRank, b.timeRank) })
	earliest, _ := first.time.Bounds()
	if earliest.IsZero() {
		return nil
	}
	year := earliest.Year()
	decade := year - (year%10+10)%10
	return &decade
}

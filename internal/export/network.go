package export

import (
	"iter"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// network is the selection as graph tools take it: entities, and a link for
// all statements with the same subject, predicate and object. Two predicates
// between the same entities are two links. What has a literal for its object
// is no link.
type network struct {
	Selection
	links    []*link // in the order of their first statement
	byPlaces map[places]*link
	bare     []statement.EntityID // that links name and the selection does not hold, in the same order
}

type places struct {
	from      statement.EntityID
	predicate string
	to        statement.EntityID
}

// link is what statements say between two entities.
type link struct {
	places
	known      *ontology.Predicate // nil where the ontology has none of that name
	status     statement.Status    // the firmest
	when       []edtf.Date         // as published, in order, without repeats
	spans      []edtf.Date         // the same as the predicate reads them
	statements []statement.ID
	documents  map[statement.EntityID]bool
}

// point is an entity as a node; the name is the id where none is known.
type point struct {
	id                  statement.EntityID
	name, class, colour string
}

func newNetwork(s Selection) *network {
	n := &network{Selection: s, byPlaces: map[places]*link{}}
	known := map[statement.EntityID]bool{}
	for e := range s.Entities {
		known[e.ID] = true
	}
	for of := range s.Statements {
		if of.Object.Kind() != statement.KindThing {
			continue
		}
		n.link(of).add(of)
		for _, end := range []statement.EntityID{of.Subject, of.Object.Entity()} {
			if !known[end] {
				known[end] = true
				n.bare = append(n.bare, end)
			}
		}
	}
	return n
}

// link finds or begins the link of a statement. A symmetric one is the same
// from both ends.
func (n *network) link(s *statement.Statement) *link {
	at := places{s.Subject, s.Predicate, s.Object.Entity()}
	l := &link{places: at, known: n.Ontology.Predicate(s.Predicate), status: s.Status, documents: map[statement.EntityID]bool{}}
	if there := n.byPlaces[at]; there != nil {
		return there
	}
	if there := n.byPlaces[places{at.to, at.predicate, at.from}]; there != nil && l.symmetric() {
		return there
	}
	n.byPlaces[at] = l
	n.links = append(n.links, l)
	return l
}

func (l *link) symmetric() bool { return l.known != nil && l.known.Symmetric }

// add counts a statement in.
func (l *link) add(s *statement.Statement) {
	l.status = min(l.status, s.Status)
	l.statements = append(l.statements, s.ID())
	l.documents[s.Evidence.Document] = true
	if s.When.IsZero() || slices.ContainsFunc(l.when, func(d edtf.Date) bool { return d == s.When }) {
		return
	}
	l.when = append(l.when, s.When)
	slices.SortFunc(l.when, edtf.Compare)
	span := s.When
	if l.known != nil && l.known.Time == ontology.Since {
		span = span.OpenFrom()
	}
	l.spans = append(l.spans, span)
}

// id is made of all three places, as in the API.
func (l *link) id() string { return string(l.from) + " " + l.predicate + " " + string(l.to) }

func (l *link) dates() string {
	var texts []string
	for _, d := range l.when {
		texts = append(texts, d.String())
	}
	return strings.Join(texts, "; ")
}

func (l *link) ids() string {
	var texts []string
	for _, id := range l.statements {
		texts = append(texts, string(id))
	}
	return strings.Join(texts, " ")
}

// points are the nodes: the entities, then those that only links name.
func (n *network) points() iter.Seq[point] {
	return func(yield func(point) bool) {
		for e := range n.Entities {
			if !yield(n.point(e.ID, e.Name)) {
				return
			}
		}
		for _, id := range n.bare {
			if !yield(n.point(id, string(id))) {
				return
			}
		}
	}
}

func (n *network) point(id statement.EntityID, name string) point {
	p := point{id: id, name: name, colour: "#808080"}
	if c := n.Ontology.ClassOf(id); c != nil {
		p.class, p.colour = c.Name, c.Colour
	}
	return p
}

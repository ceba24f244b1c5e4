package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// neighbour is a thing at the other end of a relation, with what says so.
type neighbour struct {
	thing      *Thing
	statements []*Statement
}

// related is a typed relation read from one thing. A field may read fewer
// classes than its predicate has: things of other classes are left to another
// field.
func related[N Entity](t *Thing, predicate string, direction ontology.Direction, where *RelationWhere, p page, order *EntityOrder) (*Connection[N], error) {
	meant, err := where.test(t.g)
	if err != nil {
		return nil, err
	}
	found := slices.DeleteFunc(t.neighbours(t.g.Ontology.Predicate(predicate), direction, meant), func(n neighbour) bool {
		_, is := wrap(n.thing).(N)
		return !is
	})
	return list[N](order.sort(found), p)
}

// list makes a page of things in the Go type of the list.
func list[N Entity](all []neighbour, p page) (*Connection[N], error) {
	return connect(all, p,
		func(n neighbour) string { return n.thing.ID() },
		func(n neighbour) (*Edge[N], error) {
			node, ok := wrap(n.thing).(N)
			if !ok {
				return nil, fault.New(fault.Internal, "%s is of class %s, which this list does not take", n.thing.ID(), n.thing.class.Name)
			}
			return &Edge[N]{Node: node, Statements: n.statements}, nil
		})
}

// neighbours are the things at the other end, in order of name, each once.
func (t *Thing) neighbours(p *ontology.Predicate, direction ontology.Direction, meant test) []neighbour {
	at, used := t.g.predicates[p]
	if !used {
		return nil
	}
	var found []neighbour
	place := map[*Thing]int{}
	add := func(other quadstore.ID, label quadstore.ID) {
		s := t.g.saidAt[label]
		if s == nil || !meant(s) {
			return
		}
		thing := t.g.thingAt[other]
		n, known := place[thing]
		if !known {
			n = len(found)
			place[thing] = n
			found = append(found, neighbour{thing: thing})
		}
		found[n].statements = append(found[n].statements, s)
	}
	if direction != ontology.In {
		for q := range t.g.Quads.BySubjectPredicate(t.at, at).All() {
			add(q.Object, q.Label)
		}
	}
	if direction != ontology.Out {
		for q := range t.g.Quads.ByObjectPredicate(t.at, at).All() {
			if direction == ontology.In || q.Subject != t.at { // what is tied to itself has been added
				add(q.Subject, q.Label)
			}
		}
	}
	for _, n := range found {
		slices.SortFunc(n.statements, func(a, b *Statement) int { return cmp.Compare(a.rank, b.rank) })
	}
	slices.SortFunc(found, func(a, b neighbour) int { return cmp.Compare(a.thing.rank, b.thing.rank) })
	return found
}

// EntityOrder is the order of a list of things.
type EntityOrder struct {
	Field     EntityOrderField
	Direction OrderDirection
}

// EntityOrderField is what things are ordered by.
type EntityOrderField string

// The fields.
const (
	ByName   EntityOrderField = "NAME"
	ByWhen   EntityOrderField = "WHEN"
	ByDegree EntityOrderField = "DEGREE"
)

// OrderDirection is which way a list runs.
type OrderDirection string

// The directions.
const (
	Ascending  OrderDirection = "ASC"
	Descending OrderDirection = "DESC"
)

// sort orders things that are in order of name; nil leaves them so. What has
// no date comes last either way.
func (o *EntityOrder) sort(all []neighbour) []neighbour {
	if o == nil {
		return all
	}
	key := func(n neighbour) int { return n.thing.rank }
	switch o.Field {
	case ByWhen:
		key = neighbour.earliest
	case ByDegree:
		key = func(n neighbour) int { return n.thing.degree() }
	}
	return sortBy(all, key, o.Direction)
}

// sortBy orders by a number, those that are undated last whatever the
// direction; what is equal stays as it is.
func sortBy[E any](all []E, key func(E) int, direction OrderDirection) []E {
	type place struct{ key, at int }
	places := make([]place, len(all))
	for n, element := range all {
		places[n] = place{key(element), n}
		if direction == Descending && places[n].key != undated {
			places[n].key *= -1
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) })
	sorted := make([]E, len(all))
	for n, p := range places {
		sorted[n] = all[p.at]
	}
	return sorted
}

// earliest is the number of the first date that the statements tell.
func (n neighbour) earliest() int {
	first := undated
	for _, s := range n.statements {
		first = min(first, s.timeRank)
	}
	return first
}

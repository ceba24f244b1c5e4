package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// tied is a thing with the statements that put it into a list.
type tied struct {
	id   statement.EntityID
	said []statement.Statement
}

func tell(all []tied) string {
	var b strings.Builder
	for _, one := range all {
		fmt.Fprintf(&b, "%s %v\n", one.id, idsOf(one.said))
	}
	return b.String()
}

func tellEdges[N Entity](c *Connection[N]) string {
	var b strings.Builder
	for _, e := range c.Edges {
		fmt.Fprintf(&b, "%s %v\n", e.Node.ID(), ids(e.Statements))
	}
	return b.String()
}

// neighbours goes through the list for what a predicate ties to a thing.
func (p *plain) neighbours(of, predicate string, direction ontology.Direction, f filter) []tied {
	at := map[statement.EntityID]int{}
	var all []tied
	for _, s := range p.statements {
		if s.Predicate != predicate || !p.takes(f, s) {
			continue
		}
		var others []statement.EntityID
		if direction != ontology.In && string(s.Subject) == of {
			others = append(others, s.Object.Entity())
		}
		if direction != ontology.Out && string(s.Object.Entity()) == of && (direction == ontology.In || s.Subject != s.Object.Entity()) {
			others = append(others, s.Subject)
		}
		for _, other := range others {
			if _, known := at[other]; !known {
				at[other] = len(all)
				all = append(all, tied{id: other})
			}
			all[at[other]].said = append(all[at[other]].said, s)
		}
	}
	slices.SortFunc(all, func(a, b tied) int { return p.nameOrder(a.id, b.id) })
	return all
}

// degree counts a thing's links in both directions.
func (p *plain) degree(id statement.EntityID) int {
	seen := map[string]bool{}
	for _, s := range p.statements {
		other := s.Object.Entity()
		if other == "" || s.Subject != id && other != id {
			continue
		}
		a, b := s.Subject, other
		if authored().Predicate(s.Predicate).Symmetric && a > b {
			a, b = b, a
		}
		seen[string(a)+" "+s.Predicate+" "+string(b)] = true
	}
	return len(seen)
}

// sort orders as an EntityOrder says.
func (p *plain) sort(all []tied, o *EntityOrder) []tied {
	earliest := func(one tied) (first edtf.Date) {
		for _, s := range one.said {
			if date := timeOf(s); first.IsZero() || !date.IsZero() && edtf.Compare(date, first) < 0 {
				first = date
			}
		}
		return first
	}
	slices.SortStableFunc(all, func(a, b tied) int {
		if o.Field == ByWhen && (earliest(a).IsZero() || earliest(b).IsZero()) {
			return edtf.Compare(earliest(a), earliest(b))
		}
		if o.Direction == Descending {
			a, b = b, a
		}
		switch o.Field {
		case ByWhen:
			return edtf.Compare(earliest(a), earliest(b))
		case ByDegree:
			return cmp.Compare(p.degree(a.id), p.degree(b.id))
		}
		return p.nameOrder(a.id, b.id)
	})
	return all
}

func anyEntityOrder(t *rapid.T) *EntityOrder {
	return &EntityOrder{
		rapid.SampledFrom([]EntityOrderField{ByName, ByWhen, ByDegree}).Draw(t, "field"),
		rapid.SampledFrom([]OrderDirection{Ascending, Descending}).Draw(t, "direction"),
	}
}

func TestRelations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		f, order := anyFilter(t), anyEntityOrder(t)
		for _, thing := range g.Things() {
			for _, field := range thing.class.Fields {
				if field.Target == "" {
					continue
				}
				want := p.sort(p.neighbours(thing.ID(), field.Predicate.Name, field.Direction, f.orReal()), order)
				got, err := related[Entity](thing, field.Predicate.Name, field.Direction, f.relation(), all(), order)
				if err != nil {
					t.Fatal(err)
				}
				if tellEdges(got) != tell(want) || got.TotalCount != len(want) {
					t.Errorf("%s %s %+v %+v: got\n%s(%d), want\n%s", thing.ID(), field.Name, f, order, tellEdges(got), got.TotalCount, tell(want))
				}
			}
		}
	})
}

// Whatever a relation ties is tied from either end.
func TestBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, _ := drawn(t)
		f := anyFilter(t)
		for _, predicate := range g.Ontology.Predicates() {
			if predicate.Object != statement.KindThing {
				continue
			}
			ends := func(direction ontology.Direction) (all []string) {
				for _, thing := range g.Things() {
					got, err := related[Entity](thing, predicate.Name, direction, f.relation(), page{}, nil)
					if err != nil {
						t.Fatal(err)
					}
					for _, n := range got.Edges {
						subject, object := thing.ID(), n.Node.ID()
						if direction == ontology.In {
							subject, object = object, subject
						}
						all = append(all, fmt.Sprint(subject, object, ids(n.Statements)))
					}
				}
				slices.Sort(all)
				return all
			}
			if forward, back := ends(ontology.Out), ends(ontology.In); !slices.Equal(forward, back) {
				t.Errorf("%s: forward %v, back %v", predicate.Name, forward, back)
			}
		}
	})
}

func TestPropertyValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		f := anyFilter(t)
		for _, thing := range g.Things() {
			for _, field := range thing.class.Fields {
				if field.Target != "" {
					continue
				}
				var want []string
				for _, group := range p.literals(thing.ID(), field.Predicate.Name, f.orReal()) {
					want = append(want, fmt.Sprint(group[0].Object, idsOf(group)))
				}
				got, err := values(thing, field.Predicate.Name, f.relation(), nil, func(said []*Statement) string {
					return fmt.Sprint(said[0].content.Object, ids(said))
				})
				if err != nil {
					t.Fatal(err)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s %s %+v: got %v, want %v", thing.ID(), field.Name, f, got, want)
				}
			}
		}
	})
}

// literals goes through the list for the values of a property, each once.
func (p *plain) literals(of, predicate string, f filter) (groups [][]statement.Statement) {
	for _, s := range p.statements {
		if string(s.Subject) != of || s.Predicate != predicate || !p.takes(f, s) {
			continue
		}
		n := slices.IndexFunc(groups, func(group []statement.Statement) bool { return group[0].Object == s.Object })
		if n < 0 {
			n = len(groups)
			groups = append(groups, nil)
		}
		groups[n] = append(groups[n], s)
	}
	return groups
}

func TestLinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, p := drawn(t)
		f := anyFilter(t)
		w := &LinkWhere{AsOf: f.asOf, During: f.during, Certainty: f.certainty, Status: f.status, Documents: f.documents, Kinds: f.kinds}
		w.Direction = rapid.SampledFrom([]*Direction{nil, new(DirectionOut), new(DirectionIn)}).Draw(t, "direction")
		if rapid.Bool().Draw(t, "types given") {
			w.Types = []EntityType{rapid.SampledFrom(g.Things()).Draw(t, "type").Type()}
		}
		if rapid.Bool().Draw(t, "predicates given") && len(p.statements) > 0 {
			w.Predicates = []string{rapid.SampledFrom(p.statements).Draw(t, "predicate").Predicate}
		}
		first := MaxPageSize
		for _, thing := range g.Things() {
			want := p.links(thing.ID(), w, f)
			connection, err := thing.Links(w, &first, nil, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, l := range connection.Nodes() {
				got = append(got, fmt.Sprint(l.predicate.Name, " ", !l.Forward, " ", l.other.ID(), ids(l.Statements)))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s %+v: got %v, want %v", thing.ID(), w, got, want)
			}
			if whole := len(p.links(thing.ID(), nil, filter{})); thing.degree() != whole {
				t.Errorf("%s: degree %d, want %d", thing.ID(), thing.degree(), whole)
			}
			counts, err := thing.LinkCounts(w)
			if err != nil {
				t.Fatal(err)
			}
			links, statements := 0, 0
			for _, c := range counts {
				links, statements = links+c.Links, statements+c.Statements
			}
			said := 0
			for _, l := range connection.Nodes() {
				said += len(l.Statements)
			}
			if links != len(want) || statements != said {
				t.Errorf("%s: %d links and %d statements are counted, want %d and %d", thing.ID(), links, statements, len(want), said)
			}
		}
	})
}

// links goes through the list for a thing's links, told as text, in order.
func (p *plain) links(of string, w *LinkWhere, f filter) []string {
	type end struct {
		predicate string
		back      bool
		other     statement.EntityID
	}
	said := map[end][]statement.Statement{}
	for _, s := range p.statements {
		other, back := s.Object.Entity(), false
		if string(s.Subject) != of {
			other, back = s.Subject, true
		}
		symmetric := authored().Predicate(s.Predicate).Symmetric
		if s.Object.Entity() == "" || back && string(s.Object.Entity()) != of || !p.takes(f, s) {
			continue
		}
		if w != nil && (len(w.Predicates) > 0 && !slices.Contains(w.Predicates, s.Predicate) ||
			len(w.Types) > 0 && !slices.Contains(w.Types, EntityType(authored().ClassOf(other).Symbol)) ||
			w.Direction != nil && !symmetric && (*w.Direction == DirectionIn) != back) {
			continue
		}
		key := end{s.Predicate, back && !symmetric, other}
		said[key] = append(said[key], s)
	}
	var ends []end
	for key := range said {
		ends = append(ends, key)
	}
	slices.SortFunc(ends, func(a, b end) int {
		return cmp.Or(cmp.Compare(a.predicate, b.predicate), strings.Compare(fmt.Sprint(a.back), fmt.Sprint(b.back)), p.nameOrder(a.other, b.other))
	})
	var all []string
	for _, key := range ends {
		all = append(all, fmt.Sprint(key.predicate, " ", key.back, " ", key.other, idsOf(said[key])))
	}
	return all
}

// A link has one id, from whichever end it is seen.
func TestLinkIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g, _ := drawn(t)
		ends := map[string]int{}
		for _, thing := range g.Things() {
			links, err := thing.links(nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range links {
				if ends[l.ID()]++; l.other == thing {
					ends[l.ID()]++ // it has both ends here
				}
			}
		}
		for id, n := range ends {
			if n != 2 {
				t.Errorf("link %s has %d ends", id, n)
			}
		}
	})
}

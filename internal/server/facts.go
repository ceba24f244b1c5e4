package server

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// perPage is how many facts of one kind a page shows.
const perPage = 50

// group is the facts of a thing under the words of one reading of a predicate.
type group struct {
	Key   string // in addresses
	Label string
	Total int // of facts; Facts may be some of them
	Facts []fact

	all []fact
}

// fact is what statements say of one other thing or value, or what statements
// say that cannot be true together.
type fact struct {
	Claims   []claim
	Disputed bool
}

// The places that a thing can have in a statement beside that of the object,
// in the order in which a page tells of them.
const (
	asSubject  = iota
	asObject   // the key has ".in"
	asPlace    // "where.in"
	asEvidence // "source.in"
)

// reading is a way in which statements speak of a thing.
type reading struct {
	place      int
	key, label string
}

// groups are all facts about a thing: those of which it is the subject come
// first; within a group what has dates, earliest first.
func groups(g *query.Graph, id statement.EntityID) []*group {
	of := map[reading][]*query.Statement{}
	all, _ := g.Choose(nil, 0, nil) // what is not filtered cannot fail
	for _, s := range all.Statements {
		for _, r := range readings(s, id) {
			of[r] = append(of[r], s)
		}
	}
	var found []*group
	for _, r := range sortedReadings(of) {
		said := of[r]
		slices.SortStableFunc(said, func(a, b *query.Statement) int { return edtf.Compare(a.Content().When, b.Content().When) })
		made := &group{Key: r.key, Label: r.label, all: join(g, said, id, r.place)}
		made.Total = len(made.all)
		made.quoteOnce()
		found = append(found, made)
	}
	return found
}

// quoteOnce leaves out a passage that stands right above.
func (g *group) quoteOnce() {
	var last source
	for _, f := range g.all {
		for n := range f.Claims {
			c := &f.Claims[n]
			if c.Source == last {
				c.Source.Passage = ""
			} else {
				last = c.Source
			}
		}
	}
}

func sortedReadings(of map[reading][]*query.Statement) []reading {
	var all []reading
	for r := range of {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.label, b.label), cmp.Compare(a.key, b.key))
	})
	return all
}

// readings are the ways in which a statement speaks of a thing.
func readings(s *query.Statement, id statement.EntityID) (all []reading) {
	content, predicate := s.Content(), s.Predicate()
	if content.Subject == id {
		all = append(all, reading{asSubject, predicate.Name(), predicate.Label()})
	} else if content.Object.Entity() == id && predicate.Symmetric() {
		all = append(all, reading{asSubject, predicate.Name(), predicate.Label()})
	} else if content.Object.Entity() == id {
		all = append(all, reading{asObject, predicate.Name() + ".in", text(predicate.InverseLabel())})
	}
	if content.Where == id {
		all = append(all, reading{asPlace, "where.in", "what took place here"})
	}
	if content.Evidence.Document == id {
		all = append(all, reading{asEvidence, "source.in", "what it says"})
	}
	return all
}

// join makes facts of statements: those with the same at the other end are one,
// and so are those that disagree with one another.
func join(g *query.Graph, said []*query.Statement, id statement.EntityID, place int) []fact {
	var facts []fact
	at := map[string]int{} // by what is at the other end
	by := map[*query.Statement]int{}
	for _, s := range said {
		if place > asObject { // each for itself, told whole
			facts = append(facts, fact{Claims: []claim{whole(g, s)}})
			continue
		}
		c := newClaim(g, s, otherEnd(s, id))
		key := c.Value.Href + "\n" + c.Value.Text
		n, known := at[key]
		against := s.ConflictsWith()
		for _, o := range against {
			if m, ok := by[o]; ok {
				n, known = m, true
			}
		}
		if !known {
			n, facts = len(facts), append(facts, fact{})
		}
		at[key], by[s] = n, n
		claims := facts[n].Claims
		c.Again = len(claims) > 0 && claims[len(claims)-1].Value == c.Value
		facts[n].Claims = append(claims, c)
		facts[n].Disputed = facts[n].Disputed || len(against) > 0
	}
	return facts
}

// otherEnd is what a statement ties a thing to; empty for a literal.
func otherEnd(s *query.Statement, id statement.EntityID) statement.EntityID {
	content := s.Content()
	if content.Subject == id {
		return content.Object.Entity()
	}
	return content.Subject
}

// whole is a statement told as a sentence that leads to its page.
func whole(g *query.Graph, s *query.Statement) claim {
	c := newClaim(g, s, s.Content().Object.Entity())
	c.Value, c.ID, c.Page = anchor{sentence(g, s), "/" + s.ID()}, "", "" // it may stand elsewhere on the page too
	return c
}

// sentence is the subject, the predicate and the object in words.
func sentence(g *query.Graph, s *query.Statement) string {
	content := s.Content()
	object := words(s)
	if id := content.Object.Entity(); id != "" {
		object = g.Thing(id).Name()
	}
	return strings.Join([]string{g.Thing(content.Subject).Name(), s.Predicate().Label(), object}, " ")
}

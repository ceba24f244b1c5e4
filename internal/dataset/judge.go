package dataset

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// statement judges one statement by itself; of one whose form has faults, what
// could be read.
func (c *checking) statement(n int) {
	s, at := &c.Statements[n], c.statementAt[n]
	p := c.onto.Predicate(s.Predicate)
	if s.Where != "" && c.known(at, "where", s.Where) && !c.isPlace(s.Where) {
		c.add(at, "name a place", "where: %s is no place", s.Where)
	}
	switch {
	case c.unsound[n] && p == nil:
		c.known(at, "subject", s.Subject)
		return
	case !c.unsound[n] && (p == nil || s.Object.Kind() != p.Object):
		c.add(at, "read the data with the ontology that it is checked with", "%s does not take %q", s.Predicate, s.Object)
		return
	}
	c.ends(s, p, at)
	if _, ok := c.ids[statement.EntityID(s.Object.String())]; ok && s.Object.Kind() == statement.KindText {
		c.add(at, "write words, or use a predicate whose object is an entity", "object: %s takes words, and %q is an id", p.Name, s.Object)
	}
	if !c.unsound[n] { // the status may be what could not be read
		c.dates(s, at)
	}
	c.currency(sumOf(s), at)
}

// ends judges the classes of subject and object.
func (c *checking) ends(s *statement.Statement, p *ontology.Predicate, at place) {
	subject, object := c.onto.ClassOf(s.Subject), c.onto.ClassOf(s.Object.Entity())
	subjectThere := c.known(at, "subject", s.Subject)
	objectThere := p.Object == statement.KindThing && c.known(at, "object", s.Object.Entity())
	admitted, reached := p.Admits(subject) || !subjectThere, p.Reaches(object) || !objectThere
	if !admitted && !reached && p.Admits(object) && p.Reaches(subject) {
		c.add(at, "swap them", "%s and %s stand at the wrong ends of %s", s.Subject, s.Object, p.Name)
		return
	}
	if !admitted {
		c.add(at, oneOf(p.Domain), "%s cannot be the subject of %s", s.Subject, p.Name)
	}
	if !reached {
		c.add(at, oneOf(p.Range), "%s cannot be the object of %s", s.Object, p.Name)
	}
}

// oneOf is the remedy that names the classes which may stand there.
func oneOf(classes []*ontology.Class) string {
	names := make([]string, len(classes))
	for n, class := range classes {
		names[n] = class.Name
	}
	return "use one of " + strings.Join(names, ", ") + ", or another predicate"
}

// isPlace tells whether things can be at an entity: its class is at an end of
// a predicate by which one place contains another.
func (c *checking) isPlace(id statement.EntityID) bool {
	class := c.onto.ClassOf(id)
	for _, p := range c.onto.Predicates() {
		if p.Contains && (p.Admits(class) || p.Reaches(class)) {
			return true
		}
	}
	return false
}

// dates complains of what a document cannot know: it tells what was so, and
// what it looks ahead from, no later than it is published.
func (c *checking) dates(s *statement.Statement, at place) {
	published := c.published[s.Evidence.Document]
	late := func(what string, date edtf.Date, remedy string) {
		if edtf.Before(published, date, edtf.Definite) {
			c.add(at, remedy, "%s: %s is after the document's publication, %s", what, date, published)
		}
	}
	late("asOf", s.AsOf, "write the date that the document speaks from")
	if s.Status.Real() {
		const remedy = "mend the date, or give the status PLANNED, TENTATIVE or PROPOSED"
		late("when", s.When, remedy)
		late("object", s.Object.Date(), remedy)
	}
}

// repeats finds statements that are told twice from one place.
func (c *checking) repeats() {
	seen := make(map[statement.ID]place)
	for n := range c.Statements {
		if c.unsound[n] {
			continue
		}
		id := c.Statements[n].ID()
		if first, ok := seen[id]; ok {
			c.add(c.statementAt[n], "remove one", "the same statement as in line %d", first.line)
			continue
		}
		seen[id] = c.statementAt[n]
	}
}

// claim is what a document gives one value for. What it looks ahead to never
// disagrees with what was so.
type claim struct {
	document, subject statement.EntityID
	predicate, role   string
	real              bool
}

// contradictions finds single values that one document gives differently in
// two passages, with no time to tell them apart.
func (c *checking) contradictions() {
	made := make(map[claim][]int)
	for n := range c.Statements {
		s := &c.Statements[n]
		if p := c.onto.Predicate(s.Predicate); p == nil || !p.Single || c.unsound[n] {
			continue
		}
		key := claim{s.Evidence.Document, s.Subject, s.Predicate, s.Role, s.Status.Real()}
		for _, m := range made[key] {
			if c.contradict(&c.Statements[m], s) {
				c.add(c.statementAt[n], "mend one, or tell them apart by when or role", "%s %s is %s here and %s in line %d", s.Subject, s.Predicate, s.Object, c.Statements[m].Object, c.statementAt[m].line)
				break
			}
		}
		made[key] = append(made[key], n)
	}
}

// contradict tells whether two statements with one claim cannot both be so.
// Values that one passage gives together can.
func (c *checking) contradict(a, b *statement.Statement) bool {
	sameTime := a.When.IsZero() && b.When.IsZero() ||
		!a.When.IsZero() && !b.When.IsZero() && edtf.Compatible(a.When, b.When)
	if a.Evidence == b.Evidence || !sameTime {
		return false
	}
	switch a.Object.Kind() {
	case statement.KindDate:
		return !edtf.Compatible(a.Object.Date(), b.Object.Date())
	case statement.KindQuantity:
		p, q := a.Object.Quantity(), b.Object.Quantity()
		return p.Value != q.Value || p.Unit != q.Unit
	case statement.KindThing:
		return a.Object != b.Object && !c.contains(a.Object, b.Object) && !c.contains(b.Object, a.Object)
	}
	return a.Object != b.Object
}

// contains tells whether the data says that one place lies in another.
func (c *checking) contains(whole, part statement.Term) bool {
	for n := range c.Statements {
		s := &c.Statements[n]
		if s.Subject == part.Entity() && s.Object == whole {
			if p := c.onto.Predicate(s.Predicate); p != nil && p.Contains {
				return true
			}
		}
	}
	return false
}

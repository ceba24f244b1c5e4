package query

import (
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// ConflictsWith gives the statements of other documents that cannot be true
// together with this one, in the order of statements; never nil.
func (s *Statement) ConflictsWith() []*Statement {
	against := []*Statement{}
	for _, other := range s.g.alike(s.rank) {
		if s.conflicts(other) {
			against = append(against, other)
		}
	}
	return against
}

// alike are the statements with the subject and the predicate of the one with
// that rank, itself among them, in the order of statements.
func (g *Graph) alike(rank int) []*Statement {
	from, to := rank, rank+1
	for from > 0 && g.statements[from-1].besides(g.statements[rank]) {
		from--
	}
	for to < len(g.statements) && g.statements[to].besides(g.statements[rank]) {
		to++
	}
	return g.statements[from:to]
}

// besides tells whether two statements say something of one subject by one predicate.
func (s *Statement) besides(other *Statement) bool {
	return s.subject == other.subject && s.predicate == other.predicate
}

// conflicts tells whether two statements cannot both be true. What has not
// happened never disagrees with anything, and a document never with itself.
func (s *Statement) conflicts(other *Statement) bool {
	return s.besides(other) && (aboutValue.conflict(s, other) || aboutTime.conflict(s, other))
}

// matter is what documents can disagree about: of statements with one subject
// and predicate, those with one key speak of one matter.
type matter struct {
	can    func(*ontology.Predicate) bool
	key    func(*Statement) any
	claim  func(*Statement) any       // what is said of the matter, to be compared with ==
	term   func(*Statement) Term      // the same for readers
	meet   func(a, b *Statement) bool // whether they speak of one time
	agrees func(a, b *Statement) bool // whether their claims can tell the same
}

var matters = []*matter{&aboutValue, &aboutTime}

var (
	// aboutValue: a subject has one true object at a time, in each role; amounts
	// in two units cannot be compared.
	aboutValue = matter{
		can:    func(p *ontology.Predicate) bool { return p.Single },
		key:    func(s *Statement) any { return [2]string{s.content.Role, s.content.Object.Quantity().Unit} },
		claim:  func(s *Statement) any { return s.content.Object },
		term:   (*Statement).Object,
		meet:   (*Statement).meets,
		agrees: func(a, b *Statement) bool { return a.content.Object == b.content.Object || a.agrees(b) },
	}
	// aboutTime: a link comes about once, or has one beginning and one end each time.
	aboutTime = matter{
		can:    func(p *ontology.Predicate) bool { return p.Once || p.Term },
		key:    func(s *Statement) any { return s.content.Object },
		claim:  func(s *Statement) any { return s.claimed() },
		term:   func(s *Statement) Term { return period(s.claimed(), s.content.Note) },
		meet:   func(a, b *Statement) bool { return a.predicate.Once || a.overlaps(b) },
		agrees: (*Statement).coincides,
	}
)

// conflict tells whether two statements of one subject and predicate cannot
// both be true in this matter. A document that itself tells what the other one
// tells does not contradict it: it knows of more than one value.
func (m *matter) conflict(a, b *Statement) bool {
	return m.can(a.predicate) && a.document != b.document && m.compares(a, b) && !m.agrees(a, b) &&
		!m.tells(a.together, b) && !m.tells(b.together, a)
}

// compares tells whether two statements speak of one thing at one time.
func (m *matter) compares(a, b *Statement) bool {
	return a.content.Status.Real() && b.content.Status.Real() && m.key(a) == m.key(b) && m.meet(a, b)
}

// tells tells whether one of the statements says what another says.
func (m *matter) tells(said []*Statement, other *Statement) bool {
	return slices.ContainsFunc(said, func(s *Statement) bool { return m.compares(s, other) && m.agrees(s, other) })
}

// gatherTogether gives each statement what its document says besides of the
// same subject by the same predicate, where that can be disagreed about.
func (g *Graph) gatherTogether() {
	for rank := 0; rank < len(g.statements); {
		said := g.alike(rank)
		rank += len(said)
		if p := said[0].predicate; len(said) == 1 || !aboutValue.can(p) && !aboutTime.can(p) {
			continue
		}
		by := make(map[*Thing][]*Statement, len(said))
		for _, s := range said {
			by[s.document] = append(by[s.document], s)
		}
		for _, s := range said {
			s.together = by[s.document]
		}
	}
}

// meets tells whether two statements speak of the same time: one that has no
// date speaks of any.
func (s *Statement) meets(other *Statement) bool {
	if s.predicate.Object == statement.KindDate || s.time.IsZero() || other.time.IsZero() {
		return true
	}
	return s.overlaps(other) && !s.endsWith(other) && !other.endsWith(s)
}

// endsWith tells whether a value that came later took the place of one of
// which no end is told: who wrote that it is so since 2003 did not know of 2011.
func (s *Statement) endsWith(later *Statement) bool {
	return s.predicate.Time == ontology.Since && edtf.Date(end(s)).IsZero() &&
		edtf.Before(s.content.When.Start(), later.content.When.Start(), edtf.Definite)
}

func (s *Statement) overlaps(other *Statement) bool {
	return edtf.Overlaps(s.time, other.time, edtf.Possible)
}

// agrees tells whether two values can describe one thing: dates that are
// compatible, amounts within what their qualifiers leave open, a thing and
// what contains it.
func (s *Statement) agrees(other *Statement) bool {
	a, b := s.content.Object, other.content.Object
	switch {
	case a.Kind() == statement.KindDate && b.Kind() == statement.KindDate:
		return edtf.Compatible(a.Date(), b.Date())
	case a.Kind() == statement.KindQuantity && b.Kind() == statement.KindQuantity:
		return a.Quantity().Agrees(b.Quantity())
	case s.object != nil && other.object != nil:
		return s.object.within(other.object) || other.object.within(s.object)
	}
	return false
}

// coincides tells whether two links can have begun at one time and, where they
// come to an end, ended at one time.
func (s *Statement) coincides(other *Statement) bool {
	return !begin(s).differs(begin(other)) && (s.predicate.Once || !end(s).differs(end(other)))
}

// claimed is the time that documents can disagree about: the beginning of what
// comes about once, the whole span of what may recur.
func (s *Statement) claimed() edtf.Date {
	if s.predicate.Once {
		return s.content.When.Start()
	}
	return s.content.When
}

// within tells whether a statement puts the thing into the other, as a town
// into its country.
func (t *Thing) within(other *Thing) bool {
	for _, p := range t.g.Ontology.Predicates() {
		if !p.Contains {
			continue
		}
		for _, n := range t.neighbours(p, ontology.Out, real) {
			if n.thing == other {
				return true
			}
		}
	}
	return false
}

// moment is when something began or ended; zero where it is open or not told.
type moment edtf.Date

func begin(s *Statement) moment {
	if s.predicate.Time == ontology.While && !s.content.When.IsInterval() {
		return moment{} // it only tells that it was so then
	}
	return moment(s.content.When.Start())
}

func end(s *Statement) moment {
	if !s.content.When.IsInterval() {
		return moment{} // a bare date tells no end
	}
	return moment(s.content.When.End())
}

func (m moment) differs(other moment) bool {
	a, b := edtf.Date(m), edtf.Date(other)
	return !a.IsZero() && !b.IsZero() && !edtf.Compatible(a, b)
}

package query

import (
	"cmp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// lifespan is when a thing begins and ends, as documents date it; zero where
// none does.
type lifespan struct{ begin, end edtf.Date }

// bound reckons what the times of the statements reach to. The documents that
// carry a link tell its time together; a literal is one statement's own.
func (g *Graph) bound() {
	lives := g.lifespans()
	for n, said := range g.ties.statements {
		life := lifespan{}
		if reading := said[0].predicate.Time; reading == ontology.Since || reading == ontology.While {
			life = lives[said[0].subject].and(lives[said[0].object])
		}
		for i, s := range said {
			s.bound(said, life)
			reach := yearsOf(s.possible)
			if !s.definite.IsZero() {
				reach = reach.and(yearsOf(s.definite))
			}
			if i == 0 {
				g.ties.years[n] = reach
			}
			g.ties.years[n] = g.ties.years[n].and(reach)
		}
	}
	for _, s := range g.statements {
		if s.object == nil {
			s.bound([]*Statement{s}, lifespan{})
		}
	}
}

// lifespans are those of all things that documents date: from the first
// beginning to the last end. A role tells of a part that ended.
func (g *Graph) lifespans() map[*Thing]lifespan {
	lives := map[*Thing]lifespan{}
	for _, s := range g.statements {
		life, date := lives[s.subject], s.time
		switch {
		case !real(s) || s.predicate.Object != statement.KindDate:
			continue
		case s.predicate.Sense == ontology.Beginning:
			life.begin = first(life.begin, date.Start())
		case s.predicate.Sense == ontology.Ending && s.content.Role == "":
			life.end = last(life.end, date.End())
		}
		lives[s.subject] = life
	}
	return lives
}

// and is the time in which two things both are.
func (l lifespan) and(other lifespan) lifespan {
	return lifespan{last(l.begin, other.begin), first(l.end, other.end)}
}

// bound sets what the statement's time can, and must, reach to. said are the
// statements of its link, itself among them, life the time of the link's ends.
// Only what is told as so is bounded, and bounds.
//
// An open end of what comes about once stands until an end is told: by another
// statement of the same span, else of the things. Of what is held for a term it
// is no promise: it must have lasted until the latest day to which a statement
// of the link tells that it stood, and can have lasted until such an end.
// What is told as so without a date must have been so on the day that it is
// relative to, and can have been so where the other statements of the link can,
// and on from there where it is told later; and never before both things were.
func (s *Statement) bound(said []*Statement, life lifespan) {
	s.possible, s.definite = s.time, s.time
	switch {
	case !real(s):
	case s.time.IsZero():
		s.definite = s.content.AsOf
		s.possible = s.undated(said, life)
	case s.time.OpenEnd():
		stood, end := s.known(), edtf.Date{}
		for _, other := range said {
			if !real(other) || other != s && !other.carries(s) {
				continue
			}
			stood = last(stood, other.stood())
			if other.closed() && edtf.Compatible(other.time.Start(), s.time.Start()) && !before(other.time.End(), s.known()) {
				end = last(end, other.time.End())
			}
		}
		if end.IsZero() && !life.end.IsZero() && !before(life.end, stood) {
			end = life.end
		}
		if !end.IsZero() || !s.predicate.Once {
			s.definite = until(s.time, stood)
		}
		if !end.IsZero() {
			s.possible = until(s.time, end)
		}
	}
}

// known is the day of which a statement speaks as its present.
func (s *Statement) known() edtf.Date {
	return cmp.Or(s.content.AsOf, s.document.source().Published)
}

// stood is until when the statement tells that its link stood; zero where it
// does not.
func (s *Statement) stood() edtf.Date {
	switch {
	case s.time.OpenEnd():
		return s.known()
	case s.time.IsZero():
		return s.content.AsOf
	}
	return s.time.End()
}

// closed tells whether the time is a span with an end.
func (s *Statement) closed() bool { return s.time.IsInterval() && !s.time.End().IsZero() }

// carries tells whether what another statement of the same link says goes on in
// this one: always, but where the link may recur, only with the same beginning.
func (s *Statement) carries(other *Statement) bool {
	if !s.predicate.Term {
		return true
	}
	return s.time.IsInterval() && edtf.Compatible(s.time.Start(), other.time.Start())
}

// undated is when the statement can have been so, having no date of its own.
func (s *Statement) undated(said []*Statement, life lifespan) edtf.Date {
	var dates []edtf.Date
	for _, other := range said {
		if real(other) && !other.time.IsZero() {
			dates = append(dates, other.time)
		}
	}
	slices.SortFunc(dates, edtf.Compare)
	from, to := "..", ".."
	if whole := spanning(dates); !whole.IsZero() {
		if start := whole.Start(); !start.IsZero() {
			from = start.String()
		}
		if end := whole.End(); !end.IsZero() && !before(end, s.content.AsOf) {
			to = end.String()
		}
	}
	if from == ".." && !life.begin.IsZero() {
		from = life.begin.String()
	}
	if to == ".." && !life.end.IsZero() && !before(life.end, s.content.AsOf) {
		to = life.end.String()
	}
	if from == to && from == ".." {
		return edtf.Date{}
	}
	span, _ := edtf.Parse(from + "/" + to) // what leaves no room bounds nothing
	return span
}

// until ends an open span; its beginning alone is left where that is not before
// the end, or no end is told.
func until(open, end edtf.Date) edtf.Date {
	from := open.Start().String()
	if open.OpenStart() {
		from = ".."
	}
	if end = end.End(); !end.IsZero() {
		if span, err := edtf.Parse(from + "/" + end.String()); err == nil {
			return span
		}
	}
	return open.Start()
}

// before tells whether a date surely lies before another; never where one is none.
func before(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && edtf.Before(a, b, edtf.Definite)
}

// last is the date with the later end, and the other where one is none.
func last(a, b edtf.Date) edtf.Date {
	_, x := a.Bounds()
	_, y := b.Bounds()
	if order := x.Compare(y); order < 0 || order == 0 && edtf.Compare(a, b) < 0 { // the zero Day comes first
		return b
	}
	return a
}

// first is the date with the earlier beginning, and the other where one is none.
func first(a, b edtf.Date) edtf.Date {
	x, _ := a.Bounds()
	y, _ := b.Bounds()
	if x.IsZero() || !y.IsZero() && (y.Compare(x) < 0 || y == x && edtf.Compare(b, a) < 0) {
		return b
	}
	return a
}

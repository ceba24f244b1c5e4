package query

import (
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// PlainCovers tells whether a statement is so at the time asked, by going
// through all statements of the data. No two things of it are dated by others.
func PlainCovers(o *ontology.Ontology, all []statement.Statement, published func(statement.EntityID) edtf.Date, s statement.Statement, asked edtf.Date, certainty edtf.Certainty) bool {
	p := &plainReach{o, published, s, nil}
	for _, other := range all {
		if other.Status.Real() && p.alike(other) {
			p.link = append(p.link, other)
		}
	}
	when := p.time(s)
	if s.Status.Real() {
		switch {
		case when.IsZero() && certainty == edtf.Definite:
			when = s.AsOf
		case when.IsZero():
			when = p.undated(all)
		case when.OpenEnd() && certainty == edtf.Definite && o.Predicate(s.Predicate).Once && p.latest(p.ends(all)).IsZero(): // it stands
		case when.OpenEnd() && certainty == edtf.Definite:
			when = p.closed(p.latest(p.stood()), true)
		case when.OpenEnd():
			when = p.closed(p.latest(p.ends(all)), false)
		}
	}
	if when.IsZero() {
		return certainty == edtf.Possible
	}
	return edtf.Overlaps(when, asked, certainty)
}

// plainReach is a statement with those of its link that are told as so.
type plainReach struct {
	*ontology.Ontology
	published func(statement.EntityID) edtf.Date
	s         statement.Statement
	link      []statement.Statement
}

func (p *plainReach) alike(other statement.Statement) bool {
	a, b := p.s, other
	if a.ID() == b.ID() {
		return true
	}
	thing := a.Object.Kind() == statement.KindThing
	same := a.Subject == b.Subject && a.Object == b.Object ||
		p.Predicate(a.Predicate).Symmetric && a.Subject == b.Object.Entity() && a.Object.Entity() == b.Subject
	return thing && a.Predicate == b.Predicate && same
}

func (p *plainReach) time(s statement.Statement) edtf.Date {
	switch {
	case s.Object.Kind() == statement.KindDate:
		return s.Object.Date()
	case p.Predicate(s.Predicate).Time == ontology.Since:
		return s.When.OpenFrom()
	}
	return s.When
}

func (p *plainReach) known(s statement.Statement) edtf.Date {
	if s.AsOf.IsZero() {
		return p.published(s.Evidence.Document)
	}
	return s.AsOf
}

// stood are the days to which the link is told to have stood.
func (p *plainReach) stood() (days []edtf.Date) {
	begun := p.time(p.s).Start()
	for _, other := range p.link {
		when := p.time(other)
		if p.Predicate(p.s.Predicate).Term && other.ID() != p.s.ID() && (!when.IsInterval() || !edtf.Compatible(when.Start(), begun)) {
			continue
		}
		switch {
		case when.IsZero():
			days = append(days, other.AsOf)
		case when.OpenEnd():
			days = append(days, p.known(other))
		default:
			days = append(days, when.End())
		}
	}
	return days
}

// ends are those that others tell of the same span; else those of the things.
func (p *plainReach) ends(all []statement.Statement) (ends []edtf.Date) {
	for _, other := range p.link {
		when := p.time(other)
		if when.IsInterval() && !when.End().IsZero() && edtf.Compatible(when.Start(), p.time(p.s).Start()) && !sooner(when.End(), p.known(p.s)) {
			ends = append(ends, when.End())
		}
	}
	if _, end := p.life(all); len(ends) == 0 && !sooner(end, p.latest(p.stood())) {
		ends = append(ends, end)
	}
	return ends
}

func sooner(a, b edtf.Date) bool {
	return !a.IsZero() && !b.IsZero() && edtf.Before(a, b, edtf.Definite)
}

// latest ends last; of equals, the last in order.
func (p *plainReach) latest(days []edtf.Date) (latest edtf.Date) {
	slices.SortFunc(days, edtf.Compare)
	for _, day := range days {
		_, a := latest.Bounds()
		if _, b := day.Bounds(); latest.IsZero() || b.Compare(a) >= 0 {
			latest = day
		}
	}
	return latest
}

// closed puts an end to the statement's span. Where there is none, it is its
// beginning alone, or stays open.
func (p *plainReach) closed(end edtf.Date, alone bool) edtf.Date {
	begun, _, _ := strings.Cut(p.time(p.s).String(), "/")
	if last := end.String(); strings.Contains(last, "/") {
		_, last, _ = strings.Cut(last, "/")
		end, _ = edtf.Parse(last)
	}
	if end.IsZero() && !alone {
		return p.time(p.s)
	}
	if span, err := edtf.Parse(begun + "/" + end.String()); err == nil && !end.IsZero() {
		return span
	}
	start, _ := edtf.Parse(begun)
	return start
}

// undated bounds a statement by the others of its link, then by the things.
func (p *plainReach) undated(all []statement.Statement) edtf.Date {
	var dates []edtf.Date
	for _, other := range p.link {
		if when := p.time(other); !when.IsZero() {
			dates = append(dates, when)
		}
	}
	slices.SortFunc(dates, edtf.Compare)
	whole := spanning(dates)
	begin, end := p.life(all)
	from, to := "..", ".."
	if first := whole.Start(); !first.IsZero() {
		from = first.String()
	} else if !begin.IsZero() {
		from = begin.String()
	}
	if last := whole.End(); !last.IsZero() && !sooner(last, p.s.AsOf) {
		to = last.String()
	} else if !end.IsZero() && !sooner(end, p.s.AsOf) {
		to = end.String()
	}
	if from+to == "...." {
		return edtf.Date{}
	}
	span, _ := edtf.Parse(from + "/" + to)
	return span
}

// life is the time of both ends of the link, where it is one that stands.
func (p *plainReach) life(all []statement.Statement) (begin, end edtf.Date) {
	if time := p.Predicate(p.s.Predicate).Time; p.s.Object.Kind() != statement.KindThing || time != ontology.Since && time != ontology.While {
		return begin, end
	}
	for _, thing := range []statement.EntityID{p.s.Subject, p.s.Object.Entity()} {
		var begins, ends []edtf.Date
		for _, s := range all {
			if !s.Status.Real() || s.Subject != thing || s.Object.Kind() != statement.KindDate {
				continue
			}
			switch sense := p.Predicate(s.Predicate).Sense; {
			case sense == ontology.Beginning:
				begins = append(begins, s.Object.Date().Start())
			case sense == ontology.Ending && s.Role == "":
				ends = append(ends, s.Object.Date().End())
			}
		}
		if first := earliest(begins); begin.IsZero() || !first.IsZero() && p.latest([]edtf.Date{begin, first}) == first {
			begin = first
		}
		if last := p.latest(ends); end.IsZero() || !last.IsZero() && earliest([]edtf.Date{end, last}) == last {
			end = last
		}
	}
	return begin, end
}

// earliest begins first; of equals, the first in order.
func earliest(days []edtf.Date) (earliest edtf.Date) {
	slices.SortFunc(days, edtf.Compare)
	for _, day := range days {
		a, _ := earliest.Bounds()
		if b, _ := day.Bounds(); !b.IsZero() && (earliest.IsZero() || b.Compare(a) < 0) {
			earliest = day
		}
	}
	return earliest
}

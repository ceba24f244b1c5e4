package query

import (
	"slices"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

// sieve is a LinkWhere made ready for walking ties. It serves one question and
// one goroutine.
type sieve struct {
	*ties
	statuses statuses
	readings []bool // by reading; nil for any
	classes  []bool // by number of class; nil for any
	meant    test   // of single statements; nil where the halves tell enough
	asked    []years
	verdicts []verdict
}

// verdict is what meant came to for a tie.
type verdict uint8

// The verdicts.
const (
	unjudged verdict = iota
	taken
	refused
)

// sift makes the sieve of a question; byDefault are the statuses that are
// meant where none is asked for.
func (g *Graph) sift(where *LinkWhere, byDefault statuses) (*sieve, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	s := &sieve{ties: g.ties, statuses: byDefault}
	if where == nil {
		return s, nil
	}
	if len(where.Status) > 0 {
		s.statuses = statusesOf(where.Status)
	}
	if len(where.Predicates) > 0 || where.Direction != nil {
		s.readings = where.readings(g.ties.predicates)
	}
	if len(where.Types) > 0 {
		s.classes = make([]bool, len(g.Ontology.Classes()))
		for n, class := range g.Ontology.Classes() {
			s.classes[n] = slices.Contains(where.Types, EntityType(class.Symbol))
		}
	}
	if where.AsOf != nil || where.During != nil || len(where.Documents)+len(where.Kinds) > 0 {
		s.meant, s.asked, s.verdicts = meant, where.asked(), make([]verdict, len(g.ties.statements))
	}
	return s, nil
}

// readings tells which readings are meant.
func (w *LinkWhere) readings(predicates []*ontology.Predicate) []bool {
	all := make([]bool, 2*len(predicates))
	for n, p := range predicates {
		if len(w.Predicates) > 0 && !slices.Contains(w.Predicates, p.Name) {
			continue
		}
		all[2*n] = w.Direction == nil || *w.Direction == DirectionOut || p.Symmetric
		all[2*n+1] = w.Direction == nil || *w.Direction == DirectionIn
	}
	return all
}

// passes tells whether a half is meant, whatever is at its other end.
func (s *sieve) passes(h *half) bool {
	return h.statuses&s.statuses != 0 && s.reads(h.reading) && (s.meant == nil || s.judge(h.tie))
}

// passesBack is passes for walking from the other end to the one that the half
// is seen from.
func (s *sieve) passesBack(h *half) bool {
	return h.statuses&s.statuses != 0 && s.reads(s.back(h.reading)) && (s.meant == nil || s.judge(h.tie))
}

func (s *sieve) reads(r reading) bool { return s.readings == nil || s.readings[r] }

// back is how a tie with that reading reads from its other end.
func (t *ties) back(r reading) reading {
	if t.predicates[r/2].Symmetric {
		return r
	}
	return r ^ 1
}

// admits tells whether a thing's class is meant.
func (s *sieve) admits(thing int32) bool { return s.classes == nil || s.classes[s.ties.classes[thing]] }

func (s *sieve) judge(tie int32) bool {
	for _, asked := range s.asked {
		if !s.years[tie].meets(asked) {
			return false
		}
	}
	if s.verdicts[tie] == unjudged {
		s.verdicts[tie] = refused
		if slices.ContainsFunc(s.statements[tie], s.takes) {
			s.verdicts[tie] = taken
		}
	}
	return s.verdicts[tie] == taken
}

// takes tells whether a statement of a tie that is read as meant is itself meant.
func (s *sieve) takes(one *Statement) bool {
	return s.statuses&(1<<one.content.Status) != 0 && (s.meant == nil || s.meant(one))
}

// said gives the statements of a tie that are meant, in their order; never nil.
func (s *sieve) said(tie int32) []*Statement {
	all := make([]*Statement, 0, len(s.statements[tie]))
	for _, one := range s.statements[tie] {
		if s.takes(one) {
			all = append(all, one)
		}
	}
	return all
}

package dataset

import (
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// lifespan is when things begin and end, as statements date it.
type lifespan struct{ begins, ends []edtf.Date }

// lifespans finds meetings held while their series was not there, and what is
// held by, or holds, something that was not there. It is a doubt where all
// documents that date the beginning, or the end, leave no room for it.
func (f *doubting) lifespans() {
	of := make(map[statement.EntityID]*lifespan)
	at := func(id statement.EntityID) *lifespan {
		if of[id] == nil {
			of[id] = &lifespan{}
		}
		return of[id]
	}
	for _, n := range f.with(ontology.Beginning) {
		l := at(f.Statements[n].Subject)
		l.begins = append(l.begins, f.Statements[n].Object.Date())
	}
	for _, n := range f.with(ontology.Ending) {
		if s := &f.Statements[n]; s.Role == "" { // a role tells of a part that ended
			at(s.Subject).ends = append(at(s.Subject).ends, s.Object.Date())
		}
	}
	for _, n := range f.with(ontology.Series) {
		s := &f.Statements[n]
		f.outlives(n, s.Subject, f.dates(s.Subject), s.Object.Entity(), at(s.Object.Entity()))
	}
	for _, n := range f.with(ontology.Holding) {
		s := &f.Statements[n]
		if s.When.IsZero() {
			continue
		}
		f.outlives(n, s.Subject, []edtf.Date{s.When}, s.Object.Entity(), at(s.Object.Entity()))
		f.outlives(n, s.Object.Entity(), []edtf.Date{s.When}, s.Subject, at(s.Subject))
	}
}

// outlives doubts what is dated while something else that it takes was not there.
func (f *doubting) outlives(n int, what statement.EntityID, dates []edtf.Date, other statement.EntityID, l *lifespan) {
	const remedy = "see whether the documents say so"
	if len(dates) == 0 {
		return
	}
	if len(l.begins) > 0 && allBefore(starts(dates), l.begins) {
		f.add(f.statementAt[n], remedy, "%s, %s, is before the beginning of %s, %s", what, dates[0], other, l.begins[0])
	}
	if len(l.ends) > 0 && allBefore(l.ends, dates) {
		f.add(f.statementAt[n], remedy, "%s, %s, is after the end of %s, %s", what, dates[0], other, l.ends[0])
	}
}

// starts are the beginnings of spans, where they tell one; a term that is
// before a beginning begins before it.
func starts(dates []edtf.Date) []edtf.Date {
	all := make([]edtf.Date, len(dates))
	for n, date := range dates {
		all[n] = date
		if date.IsInterval() && !date.Start().IsZero() {
			all[n] = date.Start()
		}
	}
	return all
}

// standing is what is granted to one.
type standing struct {
	told
	by statement.Term
}

// standings finds those of which no document tells since when.
func (f *doubting) standings() {
	first := make(map[standing]int)
	dated := make(map[standing]bool)
	for _, n := range f.with(ontology.Standing) {
		s := &f.Statements[n]
		key := standing{told{s.Subject, f.onto.Predicate(s.Predicate)}, s.Object}
		if _, ok := first[key]; !ok {
			first[key] = n
		}
		dated[key] = dated[key] || !s.When.IsZero()
	}
	for key, n := range first {
		if !dated[key] && !f.lacking[key.subject] {
			f.add(f.statementAt[n], "find a document that tells, or put it into review/gaps.yaml", "nothing tells since when %s %s %s", key.subject, key.predicate.Name, key.by)
		}
	}
}

package dataset

import (
	"maps"
	"regexp"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// doubting is a search for what is hardly so, although documents may say it.
type doubting struct {
	*checking
	told    map[told][]int              // the statements of what was or is so, by number
	lacking map[statement.EntityID]bool // what is known to lack something
}

// told is what statements say of a subject by one predicate.
type told struct {
	subject   statement.EntityID
	predicate *ontology.Predicate
}

// Doubts are what somebody should look at in data that Check has nothing
// against: a person in two places on one day, an office held by two at once, a
// meeting before the one of a lower number, something before its own beginning
// or after its end, a thing without what its class needs, a standing without
// its beginning, money without a stage or a currency. Documents may say so, and
// then it stays. What documents date differently is no doubt: the graph shows that they
// disagree. They are in order of file and line; none where the form of the data
// has faults, for what could not be read may settle them.
func (d *Dataset) Doubts(onto *ontology.Ontology) []Complaint {
	if len(d.faulty) > 0 {
		return nil
	}
	f := &doubting{checking: &checking{Dataset: d, onto: onto}, told: make(map[told][]int), lacking: make(map[statement.EntityID]bool)}
	for n := range d.Statements {
		if s := &d.Statements[n]; s.Status.Real() {
			key := told{s.Subject, onto.Predicate(s.Predicate)}
			f.told[key] = append(f.told[key], n)
		}
	}
	for _, gap := range f.Gaps {
		for _, id := range gap.About {
			f.lacking[id] = true
		}
	}
	f.needs()
	f.presence()
	f.numbers()
	f.holders()
	f.lifespans()
	f.standings()
	f.money()
	return f.sorted()
}

// of are the statements of a subject by the predicate of a sense.
func (f *doubting) of(subject statement.EntityID, sense ontology.Sense) []int {
	return f.told[told{subject, f.onto.Sense(sense)}]
}

// with are the statements by the predicates of a sense.
func (f *doubting) with(sense ontology.Sense) (all []int) {
	for n := range f.Statements {
		s := &f.Statements[n]
		if p := f.onto.Predicate(s.Predicate); p != nil && p.Sense == sense && s.Status.Real() {
			all = append(all, n)
		}
	}
	return all
}

func (f *doubting) needs() {
	there := make(map[told]bool) // planned ones too
	for n := range f.Statements {
		s := &f.Statements[n]
		there[told{s.Subject, f.onto.Predicate(s.Predicate)}] = true
	}
	for _, e := range f.Entities {
		for _, p := range f.onto.ClassOf(e.ID).Needs {
			if !there[told{e.ID, p}] && !f.lacking[e.ID] && !(p.Sense == ontology.Venue && f.virtual(e.ID)) {
				f.add(f.ids[e.ID], "find a document that tells, or put it into review/gaps.yaml", "nothing tells of %s %s", e.ID, p.Name)
			}
		}
	}
}

// virtual tells whether an occasion had no place.
func (f *doubting) virtual(occasion statement.EntityID) bool {
	return slices.ContainsFunc(f.of(occasion, ontology.Day), func(n int) bool { return f.Statements[n].Role == "virtual" })
}

// presence finds who was at two occasions of one day that have no place in
// common. Of occasions that last for days, one may follow the other.
func (f *doubting) presence() {
	holding := f.onto.Sense(ontology.Holding)
	attended := make(map[statement.EntityID][]int)
	for _, n := range f.with(ontology.Presence) {
		s := &f.Statements[n]
		if holding == nil || !holding.Admits(f.onto.ClassOf(s.Subject)) {
			continue // a country can be in two places
		}
		for _, m := range attended[s.Subject] {
			if other := &f.Statements[m]; other.Object != s.Object && f.sameDay(other.Object.Entity(), s.Object.Entity()) && f.farApart(other.Object.Entity(), s.Object.Entity()) {
				f.add(f.statementAt[n], "see whether both documents say so", "%s is at %s and at %s on one day", s.Subject, other.Object, s.Object)
				break
			}
		}
		attended[s.Subject] = append(attended[s.Subject], n)
	}
}

// sameDay tells whether all documents agree on one day for two occasions.
func (f *doubting) sameDay(a, b statement.EntityID) bool {
	days := append(f.dates(a), f.dates(b)...)
	if len(f.dates(a)) == 0 || len(f.dates(b)) == 0 {
		return false
	}
	for _, day := range days {
		earliest, latest := day.Bounds()
		first, _ := days[0].Bounds()
		if earliest != latest || earliest != first {
			return false
		}
	}
	return true
}

// dates are those told of an occasion.
func (f *doubting) dates(occasion statement.EntityID) (all []edtf.Date) {
	for _, n := range f.of(occasion, ontology.Day) {
		all = append(all, f.Statements[n].Object.Date())
	}
	return all
}

// farApart tells whether two occasions have places and no two of them can be one.
func (f *doubting) farApart(a, b statement.EntityID) bool {
	places, others := f.of(a, ontology.Venue), f.of(b, ontology.Venue)
	for _, n := range places {
		for _, m := range others {
			one, other := f.Statements[n].Object, f.Statements[m].Object
			if one == other || f.contains(one, other) || f.contains(other, one) {
				return false
			}
		}
	}
	return len(places) > 0 && len(others) > 0
}

// numbers finds meetings of a series that were held before one of a lower
// number, as all documents that date them say.
func (f *doubting) numbers() {
	series := make(map[statement.EntityID]map[int]statement.EntityID)
	for _, n := range f.with(ontology.Series) {
		s := &f.Statements[n]
		numbers := f.of(s.Subject, ontology.Number)
		if len(numbers) == 0 || len(f.dates(s.Subject)) == 0 {
			continue
		}
		at := s.Object.Entity()
		if series[at] == nil {
			series[at] = make(map[int]statement.EntityID)
		}
		series[at][f.Statements[numbers[0]].Object.Integer()] = s.Subject
	}
	for at, meetings := range series {
		var last statement.EntityID
		for _, number := range slices.Sorted(maps.Keys(meetings)) {
			meeting := meetings[number]
			if last != "" && allBefore(f.dates(meeting), f.dates(last)) {
				f.add(f.statementAt[f.of(meeting, ontology.Number)[0]], "mend the number or the date", "%s, number %d of %s, is held before %s", meeting, number, at, last)
			}
			last = meeting
		}
	}
}

func allBefore(earlier, later []edtf.Date) bool {
	for _, a := range earlier {
		for _, b := range later {
			if !edtf.Before(a, b, edtf.Definite) {
				return false
			}
		}
	}
	return true
}

// shared are words of a role that another may have beside its holder.
var shared = regexp.MustCompile(`(?i)\b(?:acting|interim|caretaker|designate|elect|de facto|joint|co-)`)

// term is the time through which a statement tells that something is held: of
// one that is ongoing with an open end, until the date that it is told as of,
// for somebody else may follow after that. It is zero where an end is not told.
func term(s *statement.Statement) edtf.Date {
	switch start, end := s.When.Start(), s.When.End(); {
	case !s.When.IsInterval() || start.IsZero():
		return edtf.Date{}
	case !end.IsZero():
		return s.When
	case s.Status != statement.Ongoing || s.AsOf.IsInterval():
		return edtf.Date{}
	default:
		until, _ := edtf.Parse(start.String() + "/" + s.AsOf.String()) // zero where it is told before it starts
		return until
	}
}

// holders finds what two hold at once.
func (f *doubting) holders() {
	terms := make(map[int]edtf.Date)
	by := make(map[statement.Term][]int)
	for _, n := range f.with(ontology.Holding) {
		s := &f.Statements[n]
		held := term(s)
		if held.IsZero() || shared.MatchString(s.Role) {
			continue
		}
		terms[n] = held
		for _, m := range by[s.Object] {
			if other := &f.Statements[m]; other.Subject != s.Subject && edtf.Overlaps(terms[m], held, edtf.Definite) &&
				!edtf.Compatible(terms[m].End(), held.Start()) && !edtf.Compatible(held.End(), terms[m].Start()) { // no handing over
				f.add(f.statementAt[n], "see whether a document gives the term differently", "%s and %s both hold %s, %s and %s", other.Subject, s.Subject, s.Object, other.When, s.When)
				break
			}
		}
		by[s.Object] = append(by[s.Object], n)
	}
}

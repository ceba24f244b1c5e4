package query

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// figure is one value of an observation in one period.
type figure struct {
	key         seriesKey
	observation *Thing
	period      edtf.Date
	amount      statement.Quantity
}

// targetRole marks a value that is to be reached, whatever its status.
const targetRole = "target"

// chart puts every figure of the graph into the series that it belongs to.
func (g *Graph) chart() []*Series {
	value := g.Ontology.Dimension(ontology.DimensionValue)
	series, points := map[seriesKey]*Series{}, map[figure]*SeriesPoint{}
	for _, s := range g.statements {
		if s.predicate != value || !s.content.Status.Real() || s.content.Role == targetRole {
			continue
		}
		f, certain := s.figure()
		if !certain {
			continue
		}
		if series[f.key] == nil {
			series[f.key] = &Series{key: f.key, indicator: f.key.things[0]}
		}
		if points[f] == nil {
			points[f] = &SeriesPoint{figure: f}
			series[f.key].figures = append(series[f.key].figures, points[f])
		}
		points[f].statements = append(points[f].statements, s)
	}
	for _, one := range series {
		slices.SortStableFunc(one.figures, func(a, b *SeriesPoint) int {
			return cmp.Or(edtf.Compare(a.period, b.period), byRank(a.Statement(), b.Statement()))
		})
		one.tell()
		one.reckonChanges()
	}
	return slices.SortedFunc(maps.Values(series), func(a, b *Series) int { return a.key.compare(&b.key) })
}

// figure is what a value is and what it is a figure of. It is not certain
// where nothing tells what is measured or when, or something is told in two
// ways: then the value cannot stand beside others.
func (s *Statement) figure() (f figure, certain bool) {
	f = figure{observation: s.subject, amount: s.content.Object.Quantity()}
	f.key.unit = f.amount.Unit
	for n, d := range seriesThings {
		object, certain := s.told(d)
		if !certain {
			return f, false
		}
		f.key.things[n] = s.g.thingOf[object.Entity()]
	}
	time, certain := s.told(ontology.DimensionPeriod)
	if f.period = time.Date(); f.period.IsZero() {
		f.period = s.content.When
	}
	return f, certain && f.key.things[0] != nil && !f.period.IsZero()
}

// cover dates what is said of a figure, and has no date of its own, by the time
// that the figure covers.
func (s *Statement) cover() {
	period := s.g.Ontology.Dimension(ontology.DimensionPeriod)
	if period == nil || !s.time.IsZero() || !period.Admits(s.subject.class) {
		return
	}
	if covers, certain := s.told(ontology.DimensionPeriod); certain && covers.Kind() == statement.KindDate {
		s.time = covers.Date()
	}
}

// told is what a dimension of a value is, as its own document tells or, where
// that does not, as all do; no term where none does. It is not certain where
// they tell several.
func (s *Statement) told(d ontology.Dimension) (object statement.Term, certain bool) {
	at, used := s.g.predicates[s.g.Ontology.Dimension(d)]
	if !used {
		return object, true
	}
	own, all := map[statement.Term]bool{}, map[statement.Term]bool{}
	for q := range s.g.Quads.BySubjectPredicate(s.subject.at, at).All() {
		told := s.g.saidAt[q.Label]
		if told == nil || !told.content.Status.Real() {
			continue
		}
		all[told.content.Object] = true
		if told.document == s.document {
			own[told.content.Object] = true
		}
	}
	if len(own) > 0 {
		all = own
	}
	for only := range all {
		object = only
	}
	return object, len(all) < 2
}

// tell lists what the figures are told of.
func (s *Series) tell() {
	for _, p := range s.figures {
		if !slices.Contains(s.points, p.observation) {
			s.points = append(s.points, p.observation)
		}
	}
}

// Computed is a figure that was reckoned here, never one that a document gives.
type Computed struct {
	Value statement.Decimal
	Unit  string       // percent or percentage-point
	From  []*Statement // what it was reckoned from, in order of time
}

// The units of changes, and that of shares as documents give them.
const (
	percent         = "percent"
	percentagePoint = "percentage-point"
)

// reckonChanges sets the changes from year to year, where both years are told
// as plain years and have one value each.
func (s *Series) reckonChanges() {
	only := map[int]*SeriesPoint{}
	points := map[int]int{}
	for _, p := range s.figures {
		if year, ok := p.year(); ok {
			points[year]++
			only[year] = p
		}
	}
	for year, p := range only {
		if before := only[year-1]; before != nil && points[year] == 1 && points[year-1] == 1 {
			p.change = change(before, p)
		}
	}
}

// year is the figure's period where that is one plain year.
func (f *figure) year() (int, bool) {
	text := f.period.String()
	earliest, _ := f.period.Bounds()
	return earliest.Year(), len(text) == len("2006") && !earliest.IsZero() && strings.Trim(text, "0123456789") == ""
}

// change is the difference of two figures: in percentage points where they are
// themselves in percent, otherwise in percent of the earlier, which must be
// above zero and the later not below. It is nil where one of them is not exact,
// or both are one observation, of whose period documents tell differently.
func change(before, after *SeriesPoint) *Computed {
	a, b := before.amount, after.amount
	if a.Qualifier != statement.Exact || b.Qualifier != statement.Exact || before.observation == after.observation {
		return nil
	}
	c := &Computed{Unit: percentagePoint, From: slices.Concat(before.statements, after.statements)}
	difference := new(big.Rat).Sub(b.Value.Rat(), a.Value.Rat())
	if a.Unit != percent {
		if a.Value.Rat().Sign() <= 0 || b.Value.Rat().Sign() < 0 {
			return nil
		}
		c.Unit = percent
		difference.Quo(difference, a.Value.Rat()).Mul(difference, big.NewRat(100, 1))
	}
	c.Value, _ = statement.ParseDecimal(difference.FloatString(1)) // digits and a point are always a decimal
	return c
}

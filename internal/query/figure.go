package query

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// figure is one value of an observation in one period.
type figure struct {
	observation *Thing
	period      edtf.Date
	amount      statement.Quantity
}

// targetRole marks a value that is to be reached, whatever its status.
const targetRole = "target"

// chart puts every figure of the graph into the series that it belongs to.
func (g *Graph) chart() []*Series {
	value := g.Ontology.Dimension(ontology.DimensionValue)
	charted := map[seriesKey]*Series{}
	var all []*Series
	for _, s := range g.statements {
		if s.predicate != value || !s.content.Status.Real() || s.content.Role == targetRole {
			continue
		}
		for _, key := range s.seriesKeys() {
			if charted[key] == nil {
				charted[key] = &Series{key: key, indicator: key.things[0]}
				all = append(all, charted[key])
			}
			charted[key].add(s)
		}
	}
	for _, series := range all {
		slices.SortStableFunc(series.figures, func(a, b *SeriesPoint) int {
			return cmp.Or(edtf.Compare(a.figure.period, b.figure.period), byRank(a.Statement(), b.Statement()))
		})
		series.tell()
		series.reckonChanges()
	}
	slices.SortFunc(all, func(a, b *Series) int { return a.key.compare(&b.key) })
	return all
}

// seriesKeys are the series that a value belongs to: one, unless a dimension
// is told in two ways; none where nobody tells what is measured.
func (s *Statement) seriesKeys() []seriesKey {
	keys := []seriesKey{{unit: s.content.Object.Quantity().Unit}}
	for n, d := range seriesThings {
		var wider []seriesKey
		for _, told := range s.told(d) {
			for _, key := range keys {
				key.things[n] = told.object
				if !slices.Contains(wider, key) {
					wider = append(wider, key)
				}
			}
		}
		switch {
		case wider != nil:
			keys = wider
		case d == ontology.DimensionIndicator:
			return nil
		}
	}
	return keys
}

// told are the statements that tell a dimension of a value: those of the
// value's own document or, where it has none, those of any.
func (s *Statement) told(d ontology.Dimension) []*Statement {
	at, used := s.g.predicates[s.g.Ontology.Dimension(d)]
	if !used {
		return nil
	}
	var own, all []*Statement
	for q := range s.g.Quads.BySubjectPredicate(s.subject.at, at).All() {
		told := s.g.saidAt[q.Label]
		if told == nil || !told.content.Status.Real() {
			continue
		}
		all = append(all, told)
		if told.document == s.document {
			own = append(own, told)
		}
	}
	if own != nil {
		all = own
	}
	slices.SortFunc(all, byRank)
	return all
}

// periods are the times that a value covers, as the observation or else the
// statement itself tells.
func (s *Statement) periods() []edtf.Date {
	var dates []edtf.Date
	for _, told := range s.told(ontology.DimensionPeriod) {
		if date := told.content.Object.Date(); !slices.Contains(dates, date) {
			dates = append(dates, date)
		}
	}
	if dates == nil && !s.content.When.IsZero() {
		dates = append(dates, s.content.When)
	}
	return dates
}

// add gives the value a point in each of its periods, or adds the statement to
// the point that another document gives the very same value.
func (s *Series) add(said *Statement) {
	for _, date := range said.periods() {
		f := figure{said.subject, date, said.content.Object.Quantity()}
		n := slices.IndexFunc(s.figures, func(p *SeriesPoint) bool { return p.figure == f })
		if n < 0 {
			n = len(s.figures)
			s.figures = append(s.figures, &SeriesPoint{figure: f})
		}
		s.figures[n].statements = append(s.figures[n].statements, said)
	}
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
		if year, ok := p.figure.year(); ok {
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

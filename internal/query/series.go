package query

import (
	"cmp"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// Series is figures that may stand side by side: one indicator, reporter,
// partner, unit and compiler. Figures without a compiler are a series of their
// own, and what has not happened, as a target, is in none.
type Series struct {
	key       seriesKey
	indicator *Thing
	figures   []*SeriesPoint // in order of period, then of statements
	points    []*Thing       // what the figures are told of, each once, in the same order
}

// seriesKey is what all figures of a series have in common.
type seriesKey struct {
	things [len(seriesThings)]*Thing // nil where no document tells
	unit   string
}

// seriesThings are the dimensions that tell series apart by a thing.
var seriesThings = [...]ontology.Dimension{
	ontology.DimensionIndicator, ontology.DimensionReporter, ontology.DimensionCounterpart, ontology.DimensionCompiler,
}

// Reporter is whose figures they are; nil where no document tells.
func (s *Series) Reporter() Entity { return s.key.thing(1) }

// Partner is with whom; nil where no document tells.
func (s *Series) Partner() Entity { return s.key.thing(2) }

// CompiledBy is whose statistics they are; nil where no document tells.
func (s *Series) CompiledBy() Entity { return s.key.thing(3) }

// Unit is that of every figure, such as an ISO 4217 code.
func (s *Series) Unit() string { return s.key.unit }

// Figures are never nil.
func (s *Series) Figures() []*SeriesPoint { return s.figures }

func (k *seriesKey) thing(n int) Entity {
	if k.things[n] == nil {
		return nil
	}
	return wrap(k.things[n])
}

// has tells whether the key has the things that are asked for, nil for any.
func (k *seriesKey) has(asked [len(seriesThings)]*Thing) bool {
	for n, t := range asked {
		if t != nil && t != k.things[n] {
			return false
		}
	}
	return true
}

// compare orders series by the names of their things, then by unit; what is
// not told comes first.
func (k *seriesKey) compare(other *seriesKey) int {
	for n, t := range k.things {
		if order := cmp.Compare(rankOf(t), rankOf(other.things[n])); order != 0 {
			return order
		}
	}
	return strings.Compare(k.unit, other.unit)
}

func rankOf(t *Thing) int {
	if t == nil {
		return -1
	}
	return t.rank
}

// SeriesPoint is one value of one period. Documents that tell different values
// give a period several.
type SeriesPoint struct {
	figure
	statements []*Statement
	change     *Computed
}

// Period is the time that the figure covers.
func (p *SeriesPoint) Period() *Period { return period(p.figure.period, "") }

// Value is the figure as documents give it.
func (p *SeriesPoint) Value() *Quantity { return quantity(p.Statement().content.Object.Quantity()) }

// Statement is the first of Statements.
func (p *SeriesPoint) Statement() *Statement { return p.statements[0] }

// Statements are those that give this very value, in the order of statements.
func (p *SeriesPoint) Statements() []*Statement { return p.statements }

// Change is by how much the figure differs from that of the year before; nil
// where they cannot be compared (see Computed).
func (p *SeriesPoint) Change() *Computed { return p.change }

// Series are those of an indicator, a reporter and a partner, each any where
// nil, in order of their names. The error is of kind NotFound where an id is
// unknown, and Invalid where a thing of its class cannot be what is asked.
func (g *Graph) Series(indicator, reporter, partner *string) ([]*Series, error) {
	var asked [len(seriesThings)]*Thing
	for n, id := range []*string{indicator, reporter, partner} {
		if id == nil {
			continue
		}
		t, err := g.dimension(seriesThings[n], *id)
		if err != nil {
			return nil, err
		}
		asked[n] = t
	}
	found := []*Series{}
	for _, s := range g.series() {
		if s.key.has(asked) {
			found = append(found, s)
		}
	}
	return found, nil
}

// dimension finds a thing that can stand in a dimension of figures.
func (g *Graph) dimension(d ontology.Dimension, id string) (*Thing, error) {
	t, err := g.find(id)
	if err != nil {
		return nil, err
	}
	p := g.Ontology.Dimension(d)
	if p == nil || p.Reaches(t.class) {
		return t, nil
	}
	names := make([]string, len(p.Range))
	for n, class := range p.Range {
		names[n] = class.Name
	}
	return nil, fault.New(fault.Invalid, "%s is of class %s, which is never the %s of a figure", id, t.class.Name, strings.ToLower(d.String())).
		Hinted("name a thing of class %s", strings.Join(names, ", "))
}

package ontology

import "github.com/aseangraph/aseangraph/internal/statement"

// Dimension tells what a predicate says of a figure, so that figures can be
// put into series without knowing a predicate by name.
type Dimension uint8

// The dimensions.
const (
	NoDimension          Dimension = iota
	DimensionIndicator             // what is measured
	DimensionReporter              // whose figure it is
	DimensionCounterpart           // with whom
	DimensionPeriod                // the time that it covers
	DimensionValue                 // the figure itself
	DimensionCompiler              // whose statistics it is taken from
)

var dimensionNames = map[string]Dimension{
	"INDICATOR": DimensionIndicator, "REPORTER": DimensionReporter, "COUNTERPART": DimensionCounterpart,
	"PERIOD": DimensionPeriod, "VALUE": DimensionValue, "COMPILER": DimensionCompiler,
}

// String is the dimension as the SDL writes it; empty for NoDimension.
func (d Dimension) String() string {
	for name, dimension := range dimensionNames {
		if dimension == d {
			return name
		}
	}
	return ""
}

// Dimension finds the predicate that tells a dimension of figures; nil where
// the ontology has none.
func (o *Ontology) Dimension(d Dimension) *Predicate {
	for _, p := range o.predicates {
		if d != NoDimension && p.Dimension == d {
			return p
		}
	}
	return nil
}

// checkDimensions sees that a dimension is told by one predicate, of the kind
// that can tell it.
func (r *reader) checkDimensions() {
	for _, p := range r.o.predicates {
		if p.Dimension == NoDimension {
			continue
		}
		home := at(r.homes[p.Name].Position)
		if first := r.o.Dimension(p.Dimension); first != p {
			r.faults.add(home, "tell it of one of them", "%s and %s are both the %s of figures", first.Name, p.Name, p.Dimension)
		}
		switch {
		case p.Dimension == DimensionPeriod && p.Object != statement.KindDate:
			r.faults.add(home, "tell it of a property of type Period", "%s is the PERIOD of figures", p.Name)
		case p.Dimension == DimensionValue && p.Object != statement.KindQuantity:
			r.faults.add(home, "tell it of a property of type Quantity", "%s is the VALUE of figures", p.Name)
		case p.Dimension != DimensionPeriod && p.Dimension != DimensionValue && p.Object != statement.KindThing:
			r.faults.add(home, "tell it of a relation", "%s is the %s of figures", p.Name, p.Dimension)
		}
	}
}

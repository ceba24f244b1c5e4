package ontology

// Sense tells what a check of the data takes a predicate for, so that it can
// judge occasions, offices and gifts without knowing a predicate by name.
type Sense uint8

// The senses. From Giving on, several predicates may have one.
const (
	NoSense   Sense = iota
	Presence        // the subject was there: nobody is in two places on one day
	Day             // the day of an occasion
	Venue           // its place
	Series          // the series that it is one of
	Number          // its number in the series: a higher one is not held earlier
	Holding         // the subject holds the object: two do not hold one at one time
	Giving          // an amount with it is money given
	Beginning       // the subject was not there before
	Ending          // the subject was not there later
	Standing        // the object grants a standing to the subject, from a day on
)

var senseNames = map[string]Sense{
	"PRESENCE": Presence, "DAY": Day, "VENUE": Venue, "SERIES": Series, "NUMBER": Number, "HOLDING": Holding, "GIVING": Giving,
	"BEGINNING": Beginning, "ENDING": Ending, "STANDING": Standing,
}

// shared tells whether several predicates may have the sense.
func (s Sense) shared() bool { return s >= Giving }

// Sense finds the predicate that has a sense, the first of several; nil where
// the ontology has none.
func (o *Ontology) Sense(s Sense) *Predicate {
	for _, p := range o.predicates {
		if s != NoSense && p.Sense == s {
			return p
		}
	}
	return nil
}

// checkSenses sees that one predicate has a sense that is not shared.
func (r *reader) checkSenses() {
	for _, p := range r.o.predicates {
		if first := r.o.Sense(p.Sense); first != nil && first != p && !p.Sense.shared() {
			r.faults.add(at(r.homes[p.Name].Position), "tell it of one of them", "%s and %s have the same sense", first.Name, p.Name)
		}
	}
}

// readNeeds finds the predicates that classes need, which must take them.
func (r *reader) readNeeds() {
	for _, c := range r.o.classes {
		for _, name := range r.needs[c] {
			p := r.o.predicateByName[name]
			if p == nil || !p.Admits(c) {
				r.faults.add(at(r.doc.Definitions.ForName(c.Name).Position), "name a predicate that the class has a field for", "class %s needs %q, of which it cannot be the subject", c.Name, name)
				continue
			}
			c.Needs = append(c.Needs, p)
		}
	}
}

package query

import (
	"context"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// PathRanking is what makes one path better than another.
//
// Informative paths cost least. The measure follows J. L. Moore, F. Steinke
// and V. Tresp, "A Novel Metric for Information Retrieval in Semantic
// Networks" (LNCS 7117), which ranks paths by the log-likelihood of a random
// walk that goes along the path and comes back, so that the weight of a link
// grows with the degrees of its two ends. It was chosen because it finds
// specific connections where counting links finds those through what is tied
// to everything, asks for no weights that somebody must set, and is a sum over
// links, so that the best paths can be found quickly.
//
// Here the walk goes by predicate: at each thing it first picks one of the k
// kinds of link that the thing has (a predicate and a direction), each as
// likely, then one of the n links of that kind. A step between two things costs
//
//	log2(k·n) at the one end + log2(k'·n') at the other
//
// bits, rounded to a millionth at each end, and a path the sum of its steps. So
// what is one of many of its kind tells little, as the hundredth meeting of an
// organisation, and what passes through a thing with few links tells much. The
// cost is that of the whole graph: filters choose among links and never change
// what they cost.
type PathRanking string

// The rankings. What is equal in both ways follows the names of the things on
// the way, from the first on.
const (
	Informative PathRanking = "INFORMATIVE" // by cost, then by length
	Shortest    PathRanking = "SHORTEST"    // by length, then by cost
)

// Path is a way from one thing to another that comes to none twice.
type Path struct {
	Length int     // how many steps
	Cost   float64 // in bits: the sum of the steps'
	Steps  []*Step
}

// Step is one link of a path.
type Step struct {
	From       Entity
	To         Entity
	Predicate  *Predicate
	Forward    bool    // whether From is the subject; true for a symmetric predicate
	Cost       float64 // in bits
	Statements []*Statement
}

// PathsFound is the answer to Paths.
type PathsFound struct {
	Paths   []*Path // best first; never nil
	Bounded string  // why better paths may be missing; empty where none can be
}

// The sizes of paths and of lists of them.
const (
	DefaultPathLength = 4
	MaxPathLength     = 6
	DefaultPaths      = 5
	MaxPaths          = 50
)

// Paths finds the best paths of at most maxLength links between two things,
// links being walked either way. A path is told by the things on its way: of
// several links between two of them that are meant, the step is the one that
// costs least, then the first by predicate, read from the subject first; so
// parallel links never fill the answer. Where chooses the links:
//
//   - predicates, asOf, during, certainty, documents: each step has a statement
//     that meets them all, and shows those that do;
//   - status: as these; where none is given, what happened or is ongoing;
//   - direction: every step runs so when walked from the first thing, OUT from
//     subject to object; a symmetric predicate runs both ways;
//   - types: the classes of what lies between; the two ends may be of any.
//
// The error is of kind NotFound for an id that nothing has, Invalid where both
// are the same, maxLength is not 1 to MaxPathLength, first is negative or a
// predicate unknown, and TooLarge for more than MaxPaths; that of ctx where it
// ends first.
func (g *Graph) Paths(ctx context.Context, from, to string, maxLength, first *int, where *LinkWhere, ranking *PathRanking) (PathsFound, error) {
	start, err := g.find(from)
	if err != nil {
		return PathsFound{}, fault.New(fault.KindOf(err), "from: %w", err)
	}
	goal, err := g.find(to)
	if err != nil {
		return PathsFound{}, fault.New(fault.KindOf(err), "to: %w", err)
	}
	if start == goal {
		return PathsFound{}, fault.New(fault.Invalid, "from and to are both %s", start.entity.ID).Hinted("ask for paths between two things, or for its links")
	}
	most, wanted, err := pathSizes(maxLength, first)
	if err != nil {
		return PathsFound{}, err
	}
	chosen, err := g.sift(where, realStatuses)
	if err != nil {
		return PathsFound{}, err
	}
	s := newSearch(ctx, chosen, start, goal, most)
	defer s.close()
	s.shortest = ranking != nil && *ranking == Shortest
	found := PathsFound{Paths: []*Path{}}
	best := s.best(wanted)
	if err := ctx.Err(); err != nil {
		return PathsFound{}, err
	}
	for _, t := range best {
		found.Paths = append(found.Paths, g.path(s, t))
	}
	found.Bounded = s.bounded
	return found, nil
}

func pathSizes(maxLength, first *int) (most, wanted int, err error) {
	most, wanted = DefaultPathLength, DefaultPaths
	if maxLength != nil {
		most = *maxLength
	}
	if first != nil {
		wanted = *first
	}
	switch {
	case most < 1 || most > MaxPathLength:
		return 0, 0, fault.New(fault.Invalid, "maxLength is %d", most).Hinted("ask for 1 to %d", MaxPathLength)
	case wanted < 0:
		return 0, 0, fault.New(fault.Invalid, "first is %d", wanted).Hinted("ask for 0 to %d", MaxPaths)
	case wanted > MaxPaths:
		return 0, 0, fault.New(fault.TooLarge, "first is %d", wanted).Hinted("ask for at most %d", MaxPaths)
	}
	return most, wanted, nil
}

// path tells a trail that has come to its goal.
func (g *Graph) path(s *search, t *trail) *Path {
	p := &Path{Length: int(t.length), Cost: float64(t.spent) / bit}
	for n := range p.Length {
		h := s.step(t.at[n], t.at[n+1])
		p.Steps = append(p.Steps, &Step{
			From:       wrap(g.things[t.at[n]]),
			To:         wrap(g.things[h.other]),
			Predicate:  &Predicate{s.predicates[h.reading/2], g},
			Forward:    h.reading.forward(),
			Cost:       float64(h.cost) / bit,
			Statements: s.said(h.tie),
		})
	}
	return p
}

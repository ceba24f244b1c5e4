package query

import (
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// RelationWhere says which statements make up a typed relation.
type RelationWhere struct {
	AsOf      *edtf.Day
	During    *edtf.Date
	Certainty *edtf.Certainty
	Status    []statement.Status
	Documents []string
	Kinds     []statement.DocumentKind
}

// LinkWhere says which links are meant.
type LinkWhere struct {
	Predicates []string
	Direction  *Direction
	Types      []EntityType
	AsOf       *edtf.Day
	During     *edtf.Date
	Certainty  *edtf.Certainty
	Status     []statement.Status
	Documents  []string
	Kinds      []statement.DocumentKind
}

// StatementWhere says which statements are meant.
type StatementWhere struct {
	Subject   *string
	Predicate *string
	Object    *string
	Text      *string
	Status    []statement.Status
	Fulfilled *bool
	Document  *string
	Kinds     []statement.DocumentKind
	AsOf      *edtf.Day
	During    *edtf.Date
	Certainty *edtf.Certainty
}

// Direction is an end of a link.
type Direction string

// The directions.
const (
	DirectionOut Direction = "OUT"
	DirectionIn  Direction = "IN"
)

// test tells whether a statement is meant.
type test func(*Statement) bool

// real is the test of typed relations where nothing is asked: what has not
// happened is never told as if it had.
func real(s *Statement) bool { return s.content.Status.Real() }

func (w *RelationWhere) test(g *Graph) (test, error) {
	if w == nil {
		return real, nil
	}
	return g.test(span{w.AsOf, w.During, w.Certainty}, orReal(w.Status), sources{w.Documents, w.Kinds})
}

// orReal are the statuses asked for; where none is, those of what is real.
func orReal(asked []statement.Status) []statement.Status {
	if len(asked) > 0 {
		return asked
	}
	return []statement.Status{statement.Happened, statement.Ongoing}
}

func (w *LinkWhere) test(g *Graph) (test, error) {
	if w == nil {
		return g.test(span{}, nil, sources{})
	}
	if err := g.knowPredicates(w.Predicates...); err != nil {
		return nil, err
	}
	said, err := g.test(span{w.AsOf, w.During, w.Certainty}, w.Status, sources{w.Documents, w.Kinds})
	if err != nil || len(w.Predicates) == 0 {
		return said, err
	}
	return func(s *Statement) bool { return slices.Contains(w.Predicates, s.predicate.Name) && said(s) }, nil
}

func (w *StatementWhere) test(g *Graph) (test, error) {
	if w == nil {
		return g.test(span{}, nil, sources{})
	}
	if w.Predicate != nil {
		if err := g.knowPredicates(*w.Predicate); err != nil {
			return nil, err
		}
	}
	subject, err := g.optional("subject", w.Subject)
	if err != nil {
		return nil, err
	}
	object, err := g.optional("object", w.Object)
	if err != nil {
		return nil, err
	}
	var documents []string
	if w.Document != nil {
		documents = []string{*w.Document}
	}
	said, err := g.test(span{w.AsOf, w.During, w.Certainty}, w.Status, sources{documents, w.Kinds})
	if err != nil {
		return nil, err
	}
	words := ""
	if w.Text != nil {
		words = fold(*w.Text)
	}
	return func(s *Statement) bool {
		return (subject == nil || subject == s.subject) &&
			(w.Predicate == nil || *w.Predicate == s.predicate.Name) &&
			(object == nil || object == s.object) && said(s) && strings.Contains(s.words, words) &&
			(w.Fulfilled == nil || !s.content.Status.Real() && *w.Fulfilled == (len(s.FulfilledBy()) > 0))
	}, nil
}

// optional finds the thing that a key of a filter names; nil where it is left out.
func (g *Graph) optional(key string, id *string) (*Thing, error) {
	if id == nil {
		return nil, nil
	}
	t, err := g.find(*id)
	if err != nil {
		return nil, fault.New(fault.KindOf(err), "%s: %w", key, err)
	}
	return t, nil
}

// end is the thing that every statement meant has at one of its ends; nil where
// none is named. The filter has been tested.
func (w *StatementWhere) end(g *Graph) *Thing {
	switch {
	case w == nil:
		return nil
	case w.Subject != nil:
		return g.thingOf[statement.EntityID(*w.Subject)]
	case w.Object != nil:
		return g.thingOf[statement.EntityID(*w.Object)]
	}
	return nil
}

// knowPredicates refuses names that the ontology has not.
func (g *Graph) knowPredicates(names ...string) error {
	for _, name := range names {
		if g.Ontology.Predicate(name) == nil {
			return fault.New(fault.Invalid, "%.60q is no predicate", name).Hinted("ask ontology { predicates { name label } } for those there are")
		}
	}
	return nil
}

// span is the time asked of, and how sure the answer must be.
type span struct {
	asOf      *edtf.Day
	during    *edtf.Date
	certainty *edtf.Certainty
}

// sources are the documents asked of; where a list is empty, any.
type sources struct {
	documents []string
	kinds     []statement.DocumentKind
}

func (o sources) has(document *Thing) bool {
	return (len(o.documents) == 0 || slices.Contains(o.documents, document.ID())) &&
		(len(o.kinds) == 0 || slices.Contains(o.kinds, document.source().Kind))
}

func (g *Graph) test(time span, status []statement.Status, from sources) (test, error) {
	for _, id := range from.documents {
		if t := g.thingOf[statement.EntityID(id)]; t == nil || t.document == nil {
			return nil, fault.New(fault.NotFound, "no document has the id %.100q", id).Hinted("ask documents { nodes { id title } }")
		}
	}
	covers, err := time.test()
	if err != nil {
		return nil, err
	}
	return func(s *Statement) bool {
		return (len(status) == 0 || slices.Contains(status, s.content.Status)) && from.has(s.document) &&
			(covers == nil || covers(s))
	}, nil
}

// test is nil where no time is asked of; see Statement.bound.
func (w span) test() (test, error) {
	var asked []edtf.Date
	if w.asOf != nil {
		date, err := edtf.Parse(w.asOf.String())
		if err != nil {
			return nil, err
		}
		asked = append(asked, date.Whole())
	}
	if w.during != nil {
		asked = append(asked, w.during.Whole())
	}
	if len(asked) == 0 {
		return nil, nil
	}
	certainty := edtf.Possible
	if w.certainty != nil {
		certainty = *w.certainty
	}
	return func(s *Statement) bool {
		own := s.possible
		if certainty == edtf.Definite {
			own = s.definite
		}
		if own.IsZero() {
			return certainty == edtf.Possible
		}
		return !slices.ContainsFunc(asked, func(date edtf.Date) bool { return !edtf.Overlaps(own, date, certainty) })
	}, nil
}

package statement

import (
	"errors"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// subject collects what is said of one thing.
type subject struct {
	iri   quad.IRI
	quads []quad.Quad
}

func (s *subject) say(predicate quad.IRI, object quad.Value) {
	s.quads = append(s.quads, quad.Quad{Subject: s.iri, Predicate: predicate, Object: object})
}

func (s *subject) text(predicate quad.IRI, text string) {
	if text != "" {
		s.say(predicate, quad.String(text))
	}
}

// reader gives the values of one subject by predicate and keeps what is wrong.
type reader struct {
	v      Vocabulary
	id     EntityID
	values map[quad.IRI][]quad.Value
	errs   []error
}

func (v Vocabulary) read(quads []quad.Quad) *reader {
	r := &reader{v: v, values: make(map[quad.IRI][]quad.Value)}
	if len(quads) == 0 {
		r.fail(fault.New(fault.Invalid, "no quads"))
		return r
	}
	id, err := v.entityID(quads[0].Subject)
	if err != nil { // then what is said of it is not ours either
		r.fail(fault.New(fault.Invalid, "%w", err).Hinted("take what was exported, under the base that it was exported with"))
		return r
	}
	r.id = id
	for _, q := range quads {
		predicate, _ := q.Predicate.(quad.IRI)
		switch {
		case q.Subject != quads[0].Subject:
			r.fail(fault.New(fault.Invalid, "%s is said of another subject, %s", predicate, quad.StringOf(q.Subject)))
		case q.Label != nil:
			r.fail(fault.New(fault.Invalid, "%s has the label %s", predicate, q.Label))
		case !v.describes(predicate):
			r.fail(fault.New(fault.Invalid, "unknown predicate %s", quad.StringOf(q.Predicate)))
		default:
			r.values[predicate] = append(r.values[predicate], q.Object)
		}
	}
	return r
}

// describes tells whether EntityQuads or DocumentQuads writes the predicate.
func (v Vocabulary) describes(predicate quad.IRI) bool {
	switch predicate {
	case rdfType, skosPrefLabel, skosAltLabel, dctermsDescription, owlSameAs,
		dctermsTitle, dctermsPublisher, dctermsIssued, dctermsLanguage, schemaURL,
		v.IRI(localKind), v.IRI(localFile), v.IRI(localSHA256):
		return true
	}
	return false
}

func (r *reader) fail(err error) {
	if err != nil {
		r.errs = append(r.errs, err)
	}
}

// valid fails where what was read without fault is not valid; what has a fault
// already would only be told to lack what could not be read.
func (r *reader) valid(read interface{ Validate() error }) {
	if len(r.errs) == 0 {
		r.fail(read.Validate())
	}
}

func (r *reader) err() error {
	if len(r.errs) == 0 {
		return nil
	}
	all := errors.Join(r.errs...)
	if r.id == "" {
		return fault.New(fault.Invalid, "read from quads: %w", all)
	}
	return fault.New(fault.Invalid, "read %s from quads: %w", r.id, all)
}

// one is the predicate's only value; nil where there is none.
func (r *reader) one(predicate quad.IRI) quad.Value {
	values := r.values[predicate]
	if len(values) > 1 {
		r.fail(fault.New(fault.Invalid, "%s is given %d times", predicate, len(values)).Hinted("give it once"))
	}
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

func (r *reader) text(predicate quad.IRI) string {
	return r.asText(predicate, r.one(predicate))
}

func (r *reader) texts(predicate quad.IRI) (texts []string) {
	for _, value := range r.values[predicate] {
		texts = append(texts, r.asText(predicate, value))
	}
	return texts
}

func (r *reader) asText(predicate quad.IRI, value quad.Value) string {
	text, ok := value.(quad.String)
	if value != nil && (!ok || text == "") {
		r.fail(fault.New(fault.Invalid, "%s: %s is no plain text, or is empty", predicate, value))
	}
	return string(text)
}

func (r *reader) iri(predicate quad.IRI) quad.IRI {
	return r.asIRI(predicate, r.one(predicate))
}

func (r *reader) iris(predicate quad.IRI) (iris []quad.IRI) {
	for _, value := range r.values[predicate] {
		iris = append(iris, r.asIRI(predicate, value))
	}
	return iris
}

func (r *reader) asIRI(predicate quad.IRI, value quad.Value) quad.IRI {
	iri, ok := value.(quad.IRI)
	if !ok && value != nil {
		r.fail(fault.New(fault.Invalid, "%s: %s is no IRI", predicate, value))
	}
	return iri
}

func (r *reader) term(predicate quad.IRI) Term {
	value := r.one(predicate)
	if value == nil {
		return Term{}
	}
	term, err := r.v.Term(value)
	if err == nil && term.kind != KindDate {
		err = fault.New(fault.Invalid, "%s is no date", value)
	}
	if err != nil {
		r.fail(fault.New(fault.Invalid, "%s: %w", predicate, err))
	}
	return term
}

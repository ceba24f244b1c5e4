package statement

import (
	"regexp"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

var predicateForm = regexp.MustCompile(`^[a-z][A-Za-z0-9]{0,59}$`)

// Quads is the statement as quads: first the link, labelled with the
// statement's IRI, then what is said about the statement, in the order of
// Canonical, labelled with the document's IRI:
//
//	<subject> <predicate> <object> <statement/…> .
//	<statement/…> <when> "1978-12/.."^^<edtf> <document> .
//	<statement/…> <status> "HAPPENED" <document> .
//	<statement/…> <prov:wasDerivedFrom> <document> <document> .
//
// The keys of Canonical are the predicates, but for document. Status and
// document are always there. The statement must be valid.
func (v Vocabulary) Quads(s *Statement) []quad.Quad {
	id, document := v.IRI(string(s.ID())), v.IRI(string(s.Evidence.Document))
	quads := make([]quad.Quad, 1, 1+len(fields))
	quads[0] = quad.Quad{
		Subject:   v.IRI(string(s.Subject)),
		Predicate: v.IRI(s.Predicate),
		Object:    v.Value(s.Object),
		Label:     id,
	}
	for n := range fields {
		if term := fields[n].get(s); term.text != "" {
			quads = append(quads, quad.Quad{Subject: id, Predicate: fields[n].iri(v), Object: v.Value(term), Label: document})
		}
	}
	return quads
}

// FromQuads is the way back from Quads: link is the quad that the statement
// labels, about are the quads whose subject is the statement's IRI, in any
// order. It takes nothing but what Quads writes; the error names the statement
// and is of kind Invalid.
func (v Vocabulary) FromQuads(link quad.Quad, about []quad.Quad) (Statement, error) {
	s, err := v.fromQuads(link, about)
	if err != nil {
		return Statement{}, fault.New(fault.Invalid, "read %s from quads: %w", quad.StringOf(link.Label), err)
	}
	return s, nil
}

func (v Vocabulary) fromQuads(link quad.Quad, about []quad.Quad) (Statement, error) {
	id, err := v.statementID(link.Label)
	if err != nil {
		return Statement{}, err
	}
	var s Statement
	if err := v.readLink(&s, link); err != nil {
		return Statement{}, err
	}
	if err := v.readFields(&s, link.Label, about); err != nil {
		return Statement{}, err
	}
	if err := s.Validate(); err != nil {
		return Statement{}, err
	}
	if got := s.ID(); got != id {
		return Statement{}, fault.New(fault.Invalid, "the content has the id %s", got).Hinted("take the quads as they were written: an id is the digest of its content")
	}
	return s, nil
}

func (v Vocabulary) statementID(label quad.Value) (ID, error) {
	iri, _ := label.(quad.IRI)
	if local, ok := v.Local(iri); ok && IsID(local) {
		return ID(local), nil
	}
	return "", fault.New(fault.Invalid, "the label is no statement's IRI").Hinted("a link is labelled with %s and the statement's digest", v.IRI(idPrefix))
}

func (v Vocabulary) readLink(s *Statement, link quad.Quad) (err error) {
	if s.Subject, err = v.entityID(link.Subject); err != nil {
		return fault.New(fault.Invalid, "subject: %w", err)
	}
	predicate, _ := link.Predicate.(quad.IRI)
	if s.Predicate, _ = v.Local(predicate); !predicateForm.MatchString(s.Predicate) {
		return fault.New(fault.Invalid, "%s is no predicate under %s", quad.StringOf(link.Predicate), v.Base())
	}
	if s.Object, err = v.Term(link.Object); err != nil {
		return fault.New(fault.Invalid, "object: %w", err)
	}
	return nil
}

// readFields sets what about tells of the statement with the IRI id.
func (v Vocabulary) readFields(s *Statement, id quad.Value, about []quad.Quad) error {
	var seen [len(fields)]bool
	for _, q := range about {
		n, err := v.fieldOf(q.Predicate)
		if err != nil {
			return err
		}
		f := &fields[n]
		if q.Subject != id {
			return fault.New(fault.Invalid, "%s: it is said of %s", f.key, quad.StringOf(q.Subject))
		}
		if seen[n] {
			return fault.New(fault.Invalid, "%s is given twice", f.key)
		}
		seen[n] = true
		if err := v.readField(s, f, q.Object); err != nil {
			return err
		}
	}
	if err := complete(s, seen[:]); err != nil {
		return err
	}
	document := v.IRI(string(s.Evidence.Document))
	for _, q := range about {
		if q.Label != quad.Value(document) {
			return fault.New(fault.Invalid, "%s is labelled %s", quad.StringOf(q.Predicate), quad.StringOf(q.Label)).Hinted("label it with the document, %s", document)
		}
	}
	return nil
}

// complete complains of a field that the quads must give and do not, and of
// one that they give although its value means that there is none.
func complete(s *Statement, seen []bool) error {
	if s.Evidence.Document == "" {
		return fault.New(fault.Invalid, "no document is given").Hinted("say with %s where the statement comes from", provWasDerivedFrom)
	}
	for n := range fields {
		switch present := fields[n].get(s).text != ""; {
		case present && !seen[n]:
			return fault.New(fault.Invalid, "no %s is given", fields[n].key)
		case seen[n] && !present:
			return fault.New(fault.Invalid, "%s is given but tells nothing", fields[n].key)
		}
	}
	return nil
}

func (v Vocabulary) readField(s *Statement, f *field, object quad.Value) error {
	term, err := v.Term(object)
	if err == nil && term.Kind() != f.kind {
		err = fault.New(fault.Invalid, "%s is not a %s", object, f.kind)
	}
	if err == nil {
		err = f.set(s, term)
	}
	if err != nil {
		return fault.New(fault.Invalid, "%s: %w", f.key, err)
	}
	return nil
}

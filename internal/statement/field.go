package statement

import (
	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// field is one thing said about a statement besides its link: a qualifier or a
// part of the evidence. The same table serves Canonical, Quads and FromQuads.
type field struct {
	key     string   // in Canonical, and under the base in quads
	foreign quad.IRI // in quads, where another vocabulary has the word
	kind    Kind
	get     func(*Statement) Term // empty text where absent
	set     func(*Statement, Term) error
}

// fields stand in the order of Canonical.
var fields = [...]field{
	{key: "when", kind: KindDate,
		get: func(s *Statement) Term { return Date(s.When) },
		set: func(s *Statement, t Term) error { s.When = t.Date(); return nil }},
	{key: "where", kind: KindThing,
		get: func(s *Statement) Term { return Thing(s.Where) },
		set: func(s *Statement, t Term) error { s.Where = t.Entity(); return nil }},
	textField("role", func(s *Statement) *string { return &s.Role }),
	{key: localQuantity, kind: KindQuantity,
		get: func(s *Statement) Term { return Amount(s.Quantity) },
		set: func(s *Statement, t Term) error { s.Quantity = t.Quantity(); return nil }},
	{key: "status", kind: KindText,
		get: func(s *Statement) Term { return Text(s.Status.String()) },
		set: func(s *Statement, t Term) (err error) { s.Status, err = ParseStatus(t.String()); return err }},
	{key: "asOf", kind: KindDate,
		get: func(s *Statement) Term { return Date(s.AsOf) },
		set: func(s *Statement, t Term) error { s.AsOf = t.Date(); return nil }},
	textField("note", func(s *Statement) *string { return &s.Note }),
	{key: "document", foreign: provWasDerivedFrom, kind: KindThing,
		get: func(s *Statement) Term { return Thing(s.Evidence.Document) },
		set: func(s *Statement, t Term) error { s.Evidence.Document = t.Entity(); return nil }},
	textField("section", func(s *Statement) *string { return &s.Evidence.Section }),
	{key: "paragraph", kind: KindInteger,
		get: func(s *Statement) Term { return number(s.Evidence.Paragraph, s.Evidence.Paragraph != 0) },
		set: func(s *Statement, t Term) error { s.Evidence.Paragraph = t.Integer(); return nil }},
	{key: "start", kind: KindInteger,
		get: func(s *Statement) Term { return number(s.Evidence.Start, s.Evidence.Located()) },
		set: func(s *Statement, t Term) error { s.Evidence.Start = t.Integer(); return nil }},
	{key: "end", kind: KindInteger,
		get: func(s *Statement) Term { return number(s.Evidence.End, s.Evidence.Located()) },
		set: func(s *Statement, t Term) error { s.Evidence.End = t.Integer(); return nil }},
}

// textField is a field that holds words.
func textField(key string, at func(*Statement) *string) field {
	return field{key: key, kind: KindText,
		get: func(s *Statement) Term { return Text(*at(s)) },
		set: func(s *Statement, t Term) error { *at(s) = t.String(); return nil }}
}

// number is n where it is given, else no term.
func number(n int, given bool) Term {
	if !given {
		return Term{}
	}
	return Integer(n)
}

// iri is the field's predicate.
func (f *field) iri(v Vocabulary) quad.IRI {
	if f.foreign != "" {
		return f.foreign
	}
	return v.IRI(f.key)
}

// fieldOf finds the place in fields of a predicate.
func (v Vocabulary) fieldOf(predicate quad.Value) (int, error) {
	iri, _ := predicate.(quad.IRI)
	local, _ := v.Local(iri)
	for n := range fields {
		if f := &fields[n]; f.foreign == "" && f.key == local || f.foreign != "" && f.foreign == iri {
			return n, nil
		}
	}
	return 0, fault.New(fault.Invalid, "unknown qualifier %s", quad.StringOf(predicate))
}

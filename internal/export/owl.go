package export

import (
	"io"
	"strings"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// WriteOntology writes the classes, predicates and datatypes as OWL 2 in
// Turtle, labelled in English from both ends.
//
// What the SDL calls the same elsewhere becomes rdfs:subClassOf or
// rdfs:subPropertyOf, never equivalence: what holds of ours then holds of
// theirs, but their other uses get none of our domains, and two of our
// predicates that share a wider word (two of them are places by schema:location)
// do not become one. A predicate with one true value at a time is no functional
// property either: the graph keeps documents that disagree.
func WriteOntology(w io.Writer, o *ontology.Ontology, v statement.Vocabulary) error {
	s := newSheet(o, v)
	s.owl()
	return s.writeTo(w, "the ontology")
}

func (s *sheet) owl() {
	scheme := s.iri(s.vocabulary.IRI(""))
	s.about(scheme,
		say("a", "owl:Ontology"),
		say("dcterms:title", english("What the graph can say")...),
		say("dcterms:description", english("Classes, predicates and datatypes of a graph of statements, each with the document that makes it.")...),
		say("vann:preferredNamespaceUri", quoted(s.vocabulary.Base())...))
	s.owlClasses()
	for _, p := range s.ontology.Predicates() {
		s.owlPredicate(p)
	}
	s.owlFields("rdf:Statement", statementFields)
	s.owlFields("", documentFields)
	for _, d := range datatypeNames {
		s.noteWords(d.name, d.name, d.means)
		s.about(s.own(d.name), say("a", "rdfs:Datatype"), say("rdfs:label", english(d.name)...), say("rdfs:comment", english(d.means)...), say("rdfs:isDefinedBy", scheme))
	}
}

// owlTerm adds a class or property with what all of them tell.
func (s *sheet) owlTerm(name, kind, label, comment string, more ...said) {
	s.noteWords(name, label, comment)
	s.about(s.own(name), append([]said{
		say("a", kind),
		say("rdfs:label", english(label)...),
		say("skos:prefLabel", english(label)...),
		say("rdfs:comment", english(comment)...),
		say("rdfs:isDefinedBy", s.iri(s.vocabulary.IRI(""))),
	}, more...)...)
}

func (s *sheet) owlClasses() {
	s.owlTerm(ontology.EntityName, "owl:Class", "entity", "What statements are about.")
	for _, i := range s.interfaces() {
		s.owlTerm(i.Name, "owl:Class", InWords(i.Name), i.Description,
			say("rdfs:subClassOf", s.own(ontology.EntityName)))
	}
	for _, c := range s.ontology.Classes() {
		supers := s.foreign(c.SameAs...)
		for _, name := range c.Interfaces {
			supers = append(supers, s.own(name))
		}
		if len(c.Interfaces) == 0 {
			supers = append(supers, s.own(ontology.EntityName))
		}
		s.owlTerm(c.Name, "owl:Class", strings.ReplaceAll(c.Prefix, "-", " "), c.Description,
			say("skos:altLabel", english(InWords(c.Plural))...),
			say("rdfs:subClassOf", supers...))
	}
	s.about("[]", say("a", "owl:AllDisjointClasses"), say("owl:members", listed(s.classNames(s.ontology.Classes()))))
}

// InWords takes a camel-case name apart: "jointCentres" is "joint centres".
func InWords(name string) string {
	var b strings.Builder
	for n, r := range name {
		if n > 0 && 'A' <= r && r <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

func (s *sheet) owlPredicate(p *ontology.Predicate) {
	kind, ranged := "owl:DatatypeProperty", s.owlDatatype(p.Object)
	if p.Object == statement.KindThing {
		kind, ranged = "owl:ObjectProperty", s.owlClass(p.Range)
	}
	if p.Symmetric {
		kind += ", owl:SymmetricProperty"
	}
	s.owlTerm(p.Name, kind, p.Label, p.Description,
		say("rdfs:domain", s.owlClass(p.Domain)),
		say("rdfs:range", ranged),
		say("rdfs:subPropertyOf", s.foreign(p.SameAs...)...),
		say("skos:scopeNote", scopeNotes(p)...))
	if p.Inverse != "" && !p.Symmetric {
		s.about("[]", say("owl:inverseOf", s.own(p.Name)), say("rdfs:label", english(p.Inverse)...), say("skos:prefLabel", english(p.Inverse)...))
	}
}

// scopeNotes tell what OWL has no word for.
func scopeNotes(p *ontology.Predicate) (notes []string) {
	for _, note := range []struct {
		holds bool
		text  string
	}{
		{p.Time == ontology.At, "The act took place in the date of the statement."},
		{p.Time == ontology.Since, "It stands through the date of the statement; a bare date is its beginning."},
		{p.Time == ontology.While, "It stands through the date of the statement; a bare date only tells that it was so then."},
		{p.Single, "One true value at a time: documents that give two disagree."},
		{p.Once, "The link comes about once: documents that give it two beginnings disagree."},
		{p.Term, "The link may recur: documents disagree where overlapping spans begin or end differently."},
	} {
		if note.holds {
			notes = append(notes, english(note.text)...)
		}
	}
	return notes
}

// owlClass is one class that takes all of these and no others.
func (s *sheet) owlClass(classes []*ontology.Class) string {
	if name := s.interfaceOf(classes); name != "" {
		return s.own(name)
	}
	return union("owl:Class", s.classNames(classes))
}

func (s *sheet) owlDatatype(kind statement.Kind) string { return union("rdfs:Datatype", s.kinds(kind)) }

// union is what is one of these.
func union(kind string, members []string) string {
	if len(members) == 1 {
		return members[0]
	}
	return bare(say("a", kind), say("owl:unionOf", listed(members)))
}

// owlFields adds those of the table that no other vocabulary defines.
func (s *sheet) owlFields(domain string, fields []field) {
	for _, f := range fields {
		if strings.Contains(f.name, ":") {
			continue
		}
		kind, ranged := "owl:DatatypeProperty", s.owlDatatype(f.kind)
		if f.kind == statement.KindThing {
			kind, ranged = "owl:ObjectProperty", s.own(ontology.EntityName)
		}
		var domains, near []string
		if domain != "" {
			domains = []string{domain}
		}
		if f.near != "" {
			near = s.foreign(f.near)
		}
		s.owlTerm(f.name, kind, InWords(f.name), f.means,
			say("rdfs:domain", domains...), say("rdfs:range", ranged), say("skos:closeMatch", near...))
	}
}

package export

import (
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// sheet is Turtle for people to read: subjects in order, each with what is
// said of it. Objects are pieces of Turtle.
type sheet struct {
	terms
	vocabulary statement.Vocabulary
	ontology   *ontology.Ontology
	text       strings.Builder
	only       *Term // where it is of one word alone
	wrong      error // the first thing that could not be written
}

func newSheet(o *ontology.Ontology, v statement.Vocabulary) *sheet {
	return &sheet{terms: newTerms(v, o, dataPrefixes, ontologyPrefixes, []prefix{{"shape", v.Base() + shapePrefix}}), vocabulary: v, ontology: o}
}

// writeTo writes the declarations and all subjects.
func (s *sheet) writeTo(w io.Writer, what string) error {
	if s.wrong != nil {
		return fault.New(fault.KindOf(s.wrong), "write %s: %w", what, s.wrong)
	}
	if _, err := io.WriteString(w, string(s.appendPrefixes(nil))+strings.TrimSuffix(s.text.String(), "\n")); err != nil {
		return fault.New(fault.Unavailable, "write %s: %w", what, err)
	}
	return nil
}

// said is a predicate with its objects.
type said struct {
	predicate string
	objects   []string
}

func say(predicate string, objects ...string) said { return said{predicate, objects} }

// about adds a subject; what has no object is left out.
func (s *sheet) about(subject string, all ...said) {
	if s.only != nil && !s.only.isSpokenOf(subject, all) {
		return
	}
	s.text.WriteString(subject + " " + joined(all, " ;\n    ") + " .\n\n")
}

// bare is a node without a name.
func bare(all ...said) string { return "[ " + joined(all, " ; ") + " ]" }

func joined(all []said, between string) string {
	var parts []string
	for _, one := range all {
		if len(one.objects) > 0 {
			parts = append(parts, one.predicate+" "+strings.Join(one.objects, ", "))
		}
	}
	return strings.Join(parts, between)
}

// listed is a list.
func listed(items []string) string { return "( " + strings.Join(items, " ") + " )" }

// quoted is a plain text; nothing for an empty one.
func quoted(text string) []string {
	if text == "" {
		return nil
	}
	return []string{string(appendString(nil, quad.String(text)))}
}

// english is a text in English; nothing for an empty one.
func english(text string) []string {
	if text == "" {
		return nil
	}
	return []string{quoted(text)[0] + "@en"}
}

// iri is an IRI with its prefix where there is one.
func (s *sheet) iri(iri quad.IRI) string {
	text, err := s.appendIRI(nil, iri)
	s.fail(err)
	return string(text)
}

func (s *sheet) own(name string) string { return s.iri(s.vocabulary.IRI(name)) }

// foreign are prefixed names of other vocabularies.
func (s *sheet) foreign(names ...string) (all []string) {
	for _, name := range names {
		iri, err := expand(name)
		s.fail(err)
		all = append(all, s.iri(iri))
	}
	return all
}

func (s *sheet) fail(err error) {
	if s.wrong == nil {
		s.wrong = err
	}
}

// kinds are the datatypes of literals of a kind.
func (s *sheet) kinds(kind statement.Kind) (all []string) {
	for _, datatype := range datatypes(s.vocabulary, kind) {
		all = append(all, s.iri(datatype))
	}
	return all
}

func (s *sheet) classNames(classes []*ontology.Class) (all []string) {
	for _, c := range classes {
		all = append(all, s.own(c.Name))
	}
	return all
}

// interfaces are those that have classes.
func (s *sheet) interfaces() []*ontology.Interface {
	return slices.DeleteFunc(slices.Clone(s.ontology.Interfaces()), func(i *ontology.Interface) bool { return len(i.Classes) == 0 })
}

// interfaceOf is the name of the interface whose classes these are; Entity for
// all classes, empty where there is none.
func (s *sheet) interfaceOf(classes []*ontology.Class) string {
	if len(classes) == len(s.ontology.Classes()) {
		return ontology.EntityName
	}
	for _, i := range s.interfaces() {
		if equal(i.Classes, classes) {
			return i.Name
		}
	}
	return ""
}

// equal compares classes, whatever their order.
func equal(a, b []*ontology.Class) bool {
	has := map[*ontology.Class]bool{}
	for _, c := range a {
		has[c] = true
	}
	for _, c := range b {
		if !has[c] {
			return false
		}
	}
	return len(a) == len(b)
}

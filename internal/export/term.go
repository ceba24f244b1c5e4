package export

import (
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Term is a word of the vocabulary: whatever the ontology or the shapes have
// under the base.
type Term struct {
	Name   string // "contributesTo", or "shape/contributesTo"
	Label  string // in words; the name where the word has no label
	Means  string // empty where it is not told in words
	Turtle string // all that the ontology or the shapes say of it

	subject string // as Turtle writes it
}

// FindTerm finds a word by its name; the error is of kind NotFound where there
// is none.
func FindTerm(o *ontology.Ontology, v statement.Vocabulary, name string) (Term, error) {
	t := Term{Name: name, Label: name}
	s := newSheet(o, v)
	if t.subject = s.own(name); s.wrong == nil {
		s.only = &t
		if strings.HasPrefix(name, shapePrefix) {
			s.shacl()
		} else {
			s.owl()
		}
	}
	if s.text.Len() == 0 {
		return Term{}, fault.New(fault.NotFound, "the vocabulary has no word %.60q", name)
	}
	text := strings.TrimSuffix(s.text.String(), "\n")
	s.prefixes = slices.DeleteFunc(s.prefixes, func(p prefix) bool { return !strings.Contains(text, p.name+":") })
	t.Turtle = string(s.appendPrefixes(nil)) + text
	return t, s.wrong
}

// isSpokenOf tells whether something is said of the term, or of what reads it
// from its other end.
func (t *Term) isSpokenOf(subject string, all []said) bool {
	return subject == t.subject || slices.ContainsFunc(all, func(one said) bool {
		return one.predicate == "owl:inverseOf" && slices.Contains(one.objects, t.subject)
	})
}

// noteWords keeps the words for the one term that the sheet is of.
func (s *sheet) noteWords(name, label, means string) {
	if s.only != nil && s.only.Name == name {
		s.only.Label, s.only.Means = label, means
	}
}

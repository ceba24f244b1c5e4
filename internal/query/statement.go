package query

import (
	"slices"
	"unicode"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Statement is one thing that one document says.
type Statement struct {
	g         *Graph
	id        statement.ID
	content   statement.Statement
	predicate *ontology.Predicate
	subject   *Thing
	object    *Thing // nil where the object is a literal
	where     *Thing // nil where the document does not tell
	document  *Thing
	together  []*Statement // what its document says besides of the same subject by the same predicate, itself among it; see gatherTogether
	time      edtf.Date    // when it was so, after the predicate's reading of time; zero where no date tells
	possible  edtf.Date    // when it can have been so; zero for any time; see bound
	definite  edtf.Date    // when it must have been so; zero for none
	rank      int          // its number among all statements
	dateRank  int          // the number of its date among all dates; undated where it has none
	timeRank  int          // the same of its time
	placeRank int          // its number in the order of documents and places in them
	decade    int          // that of the first day of its time; undated where it has none
	words     string       // its own words, folded: role, note and text
}

func (g *Graph) readStatement(link quadstore.Quad, p *ontology.Predicate, k *known) (*Statement, error) {
	s := &Statement{g: g, id: statement.ID(g.local(link.Label)), predicate: p}
	if content := k.statements[link.Label]; content != nil {
		s.content = *content
	} else {
		var err error
		if s.content, err = g.Vocabulary.FromQuads(g.Quads.Quad(link), g.Quads.About(link.Label)); err != nil {
			return nil, err
		}
	}
	s.time, s.words = s.read(), ownWords(s.content)
	return s, nil
}

// ownWords are those in which a search for text looks, apart by line breaks,
// which no folded text has.
func ownWords(content statement.Statement) string {
	words := fold(content.Role) + "\n" + fold(content.Note)
	if content.Object.Kind() == statement.KindText {
		words += "\n" + fold(content.Object.String())
	}
	return words
}

// read gives the statement's date in the reading of its predicate.
func (s *Statement) read() edtf.Date {
	switch {
	case s.predicate.Object == statement.KindDate:
		return s.content.Object.Date()
	case s.predicate.Time == ontology.Since:
		return s.content.When.OpenFrom()
	}
	return s.content.When
}

// tie finds the things that the statement speaks of.
func (s *Statement) tie() error {
	for _, end := range []struct {
		id    statement.EntityID
		thing **Thing
	}{
		{s.content.Subject, &s.subject}, {s.content.Object.Entity(), &s.object},
		{s.content.Where, &s.where}, {s.content.Evidence.Document, &s.document},
	} {
		if end.id == "" {
			continue
		}
		if *end.thing = s.g.thingOf[end.id]; *end.thing == nil {
			return fault.New(fault.Invalid, "%s speaks of %s, which has no class or name", s.id, end.id)
		}
	}
	return nil
}

// IsNode marks what has an id.
func (*Statement) IsNode() {}

// ID is statement/ and the digest of its content.
func (s *Statement) ID() string { return string(s.id) }

// IRI is the id under the graph's base.
func (s *Statement) IRI() string { return string(s.g.Vocabulary.IRI(s.ID())) }

// Content is the statement itself.
func (s *Statement) Content() statement.Statement { return s.content }

// Subject is what it is about.
func (s *Statement) Subject() Entity { return wrap(s.subject) }

// Predicate is what is said of the subject.
func (s *Statement) Predicate() *Predicate { return &Predicate{s.predicate, s.g} }

// Object is a thing or a literal.
func (s *Statement) Object() Term {
	if s.object != nil {
		return wrap(s.object)
	}
	return literal(s.content)
}

// When tells when it was so; nil where the document does not.
func (s *Statement) When() *Period { return period(s.content.When, s.content.Note) }

// Where tells where it took place; nil where the document does not.
func (s *Statement) Where() Location {
	if s.where == nil {
		return nil
	}
	place, _ := wrap(s.where).(Location)
	return place
}

// Role tells in which capacity or sense.
func (s *Statement) Role() *string { return told(s.content.Role) }

// Status tells whether it is so.
func (s *Statement) Status() statement.Status { return s.content.Status }

// AsOf is what a planned or ongoing is relative to.
func (s *Statement) AsOf() *Period { return period(s.content.AsOf, "") }

// Quantity tells how much.
func (s *Statement) Quantity() *Quantity { return quantity(s.content.Quantity) }

// Note is what else a reader should know.
func (s *Statement) Note() *string { return told(s.content.Note) }

// Evidence tells who says so, and where.
func (s *Statement) Evidence() *Evidence {
	return &Evidence{place: s.content.Evidence, document: s.document}
}

// Evidence is the place in a document.
type Evidence struct {
	place    statement.Evidence
	document *Thing
}

// Section is the heading as printed.
func (e *Evidence) Section() *string { return told(e.place.Section) }

// Paragraph counts within the section, from 1.
func (e *Evidence) Paragraph() *int {
	if e.place.Paragraph == 0 {
		return nil
	}
	return &e.place.Paragraph
}

// Start is where the passage begins, in code points.
func (e *Evidence) Start() *int { return e.offset(&e.place.Start) }

// End is where it ends, half open.
func (e *Evidence) End() *int { return e.offset(&e.place.End) }

func (e *Evidence) offset(n *int) *int {
	if !e.place.Located() {
		return nil
	}
	return n
}

// Passage is the text of the passage, where the document's text is held.
func (e *Evidence) Passage() *string {
	text := e.document.g.Texts[e.place.Document]
	if !e.place.Located() || e.place.End > len(text) {
		return nil
	}
	return told(string(text[e.place.Start:e.place.End]))
}

// around is how many code points of the text beside a passage are told.
const around = 200

// Prefix is the text right before the passage, from the beginning of a word;
// nil where Passage is.
func (e *Evidence) Prefix() *string {
	if e.Passage() == nil {
		return nil
	}
	text := e.document.g.Texts[e.place.Document][:e.place.Start]
	if cut := len(text) - around; cut > 0 {
		text = text[cut:]
		if space := slices.IndexFunc(text, unicode.IsSpace); space >= 0 {
			text = text[space+1:]
		}
	}
	return new(string(text))
}

// Suffix is the text right behind the passage, to the end of a word; nil where
// Passage is.
func (e *Evidence) Suffix() *string {
	if e.Passage() == nil {
		return nil
	}
	text := e.document.g.Texts[e.place.Document][e.place.End:]
	if len(text) > around {
		text = text[:around]
		for n := len(text); n > 0; n-- {
			if unicode.IsSpace(text[n-1]) {
				text = text[:n-1]
				break
			}
		}
	}
	return new(string(text))
}

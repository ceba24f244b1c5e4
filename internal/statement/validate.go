package statement

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// maxText is the most code points that a text as an object may have: own
// words, short enough that nobody copies a document into them.
const maxText = 200

var (
	classForm    = regexp.MustCompile(`^[A-Z][A-Za-z0-9]{0,59}$`)
	languageForm = regexp.MustCompile(`^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$`)
	sha256Form   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	iriForm      = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^` + "`" + `\\\x7f]+$`)
)

// Validate tells all that is wrong with the statement taken by itself; nil
// where nothing is. Whether its entities, its predicate and its document exist
// and go together is for others to judge. Errors are of kind Invalid.
func (s *Statement) Validate() error {
	var c complaints
	c.id("subject", s.Subject)
	if !predicateForm.MatchString(s.Predicate) {
		c.add("predicate: %q is no name", s.Predicate).Hinted("write a predicate of the ontology")
	}
	c.object(s.Object)
	if s.Where != "" {
		c.id("where", s.Where)
	}
	c.text("role", s.Role)
	if !s.Quantity.IsZero() {
		c.quantity("quantity", s.Quantity)
	}
	if s.Status.String() == "" {
		c.add("status: unknown")
	}
	c.text("note", s.Note)
	c.evidence(s.Evidence)
	return c.err()
}

// Validate tells all that is wrong with the entity taken by itself; nil where
// nothing is. Errors are of kind Invalid.
func (e *Entity) Validate() error {
	var c complaints
	c.id("id", e.ID)
	if !classForm.MatchString(e.Class) {
		c.add("class: %q is no name", e.Class).Hinted("write a class of the ontology")
	}
	c.needed("name", e.Name)
	names := map[string]bool{e.Name: true}
	for _, alias := range e.Aliases {
		c.needed("alias", alias)
		if names[alias] {
			c.add("alias: %q is there already", alias).Hinted("take it out")
		}
		names[alias] = true
	}
	c.text("description", e.Description)
	same := make(map[string]bool)
	for _, iri := range e.SameAs {
		if c.text("sameAs", iri); !iriForm.MatchString(iri) || same[iri] {
			c.add("sameAs: %q is no absolute IRI, or is there already", iri)
		}
		same[iri] = true
	}
	return c.err()
}

// Validate tells all that is wrong with the metadata taken by itself; nil
// where nothing is. Errors are of kind Invalid.
func (d *Document) Validate() error {
	var c complaints
	c.id("id", d.ID)
	c.needed("title", d.Title)
	c.text("publisher", d.Publisher)
	if d.Language != "" && !languageForm.MatchString(d.Language) {
		c.add("language: %q is no tag of BCP 47", d.Language).Hinted("write one such as en")
	}
	if d.Kind.String() == "" {
		c.add("kind: unknown").Hinted("use one of: %s", known(documentKindNames[:]))
	}
	if d.Address != "" && !isAddress(d.Address) {
		c.add("address: %q is no web address", d.Address).Hinted("write it in full, with https://")
	}
	c.text("address", d.Address)
	c.text("file", d.File)
	if strings.ContainsAny(d.File, `/\`) || d.File == "." || d.File == ".." {
		c.add("file: %q is no file's name", d.File).Hinted("write the name alone, without folders")
	}
	if (d.File == "") != (d.SHA256 == "") {
		c.add("file and sha256: one is given without the other").Hinted("give both, or neither")
	}
	if d.SHA256 != "" && !sha256Form.MatchString(d.SHA256) {
		c.add("sha256: %q is no digest", d.SHA256).Hinted("write the 64 lower-case digits that sha256sum prints")
	}
	return c.err()
}

func isAddress(text string) bool {
	address, err := url.Parse(text)
	return err == nil && iriForm.MatchString(text) && address.Host != "" &&
		(address.Scheme == "http" || address.Scheme == "https")
}

// complaints gathers what is wrong.
type complaints []error

func (c *complaints) err() error { return errors.Join(*c...) }

func (c *complaints) add(format string, args ...any) *fault.Error {
	err := fault.New(fault.Invalid, format, args...)
	*c = append(*c, err)
	return err
}

func (c *complaints) wrap(what string, err error) {
	if err != nil {
		c.add("%s: %w", what, err)
	}
}

func (c *complaints) id(what string, id EntityID) {
	_, err := ParseEntityID(string(id))
	c.wrap(what, err)
}

func (c *complaints) needed(what, text string) {
	if text == "" {
		c.add("%s: it is missing", what)
	}
	c.text(what, text)
}

// text complains of what would make two texts that look the same differ, or
// break the lines of Canonical.
func (c *complaints) text(what, text string) {
	switch {
	case !utf8.ValidString(text):
		c.add("%s: %.60q is not UTF-8", what, text)
	case strings.ContainsFunc(text, unicode.IsControl):
		c.add("%s: %.60q has a control character", what, text).Hinted("write it on one line, without tabs")
	case !norm.NFC.IsNormalString(text):
		c.add("%s: %.60q is not in Unicode normalisation form C", what, text).Hinted("write letters and their accents as one character")
	case strings.TrimSpace(text) != text:
		c.add("%s: %.60q has space around it", what, text).Hinted("take it off")
	}
}

func (c *complaints) object(t Term) {
	switch t.kind {
	case KindThing:
		c.id("object", t.Entity())
	case KindText:
		c.needed("object", t.text)
		if n := utf8.RuneCountInString(t.text); n > maxText {
			c.add("object: a text of %d characters", n).Hinted("say it in %d", maxText)
		}
	case KindQuantity:
		c.quantity("object", t.quantity)
	case 0:
		c.add("object: it is missing")
	default:
		_, err := ParseLiteral(t.kind, t.text)
		c.wrap("object", err)
	}
}

func (c *complaints) quantity(what string, q Quantity) {
	same, err := ParseQuantity(q.String())
	if err == nil && same != q {
		err = fault.New(fault.Invalid, "%q is not written in its one form", q).Hinted("write %s", same)
	}
	c.wrap(what, err)
}

func (c *complaints) evidence(e Evidence) {
	c.id("document", e.Document)
	c.text("section", e.Section)
	if e.Paragraph < 0 {
		c.add("paragraph: %d is below 1", e.Paragraph).Hinted("count from 1, or leave it out")
	}
	placed := e.Start != 0 || e.End != 0
	if placed && (e.Start < 0 || e.End <= e.Start) {
		c.add("start %d and end %d are no place", e.Start, e.End).Hinted("count code points from 0; the end lies behind the last one")
	}
}

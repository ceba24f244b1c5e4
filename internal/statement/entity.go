package statement

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// Entity is something that statements are about, as the data names it.
type Entity struct {
	ID          EntityID
	Class       string // a class's name in the ontology
	Name        string
	Aliases     []string // other spellings and names, the sources' own misspellings included; the order tells nothing
	Description string   // our own words; empty where there are none
	SameAs      []string // IRIs of the same thing elsewhere; the order tells nothing
}

// Document is the metadata of a source. Its entity has the same ID.
type Document struct {
	ID        EntityID
	Title     string
	Publisher string
	Published edtf.Date
	Language  string // BCP 47
	Kind      DocumentKind
	Address   string // http or https; empty where none is known
	File      string // the name of its text in a folder of documents; empty where the text is not held
	SHA256    string // of that file's bytes, in lower-case hexadecimal; empty with File
}

// DocumentKind tells how near a document stands to what it speaks of.
type DocumentKind uint8

// The kinds of document.
const (
	Primary   DocumentKind = iota + 1 // by ASEAN, a government or a party to it
	Press                             // a newspaper, an agency
	Secondary                         // a study, a reference work
	Copy                              // a copy elsewhere of one that is not held
)

var documentKindNames = [...]string{"", "PRIMARY", "PRESS", "SECONDARY", "COPY"}

// String is the kind as data files, quads and the API write it.
func (k DocumentKind) String() string { return nameOf(documentKindNames[:], uint8(k)) }

// ParseDocumentKind reads what String writes.
func ParseDocumentKind(text string) (DocumentKind, error) {
	n, err := parseName(documentKindNames[:], "kind of document", text)
	return DocumentKind(n), err
}

// maxID is the longest id in bytes. Slugs stay far below it, but the id of an
// observation joins five others with dots.
const maxID = 100

// ParseEntityID checks the form of an id: a prefix of lower-case letters and
// hyphens, a slash, a slug of lower-case letters, digits, hyphens and dots, at
// most 100 bytes in all. The prefix "statement" is kept for statements. The
// error is of kind Invalid.
func ParseEntityID(text string) (EntityID, error) {
	if len(text) > maxID || !hasIDForm(text) || strings.HasPrefix(text, idPrefix) {
		return "", fault.New(fault.Invalid, "%.120q is no id", text).Hinted("write the class's prefix, a slash and a slug of lower-case letters, digits and hyphens")
	}
	return EntityID(text), nil
}

// hasIDForm tells whether text is ^[a-z]+(-[a-z]+)*/[a-z0-9]+([-.][a-z0-9]+)*$.
// Every end of every statement is looked at: a regular expression takes ten
// times as long.
func hasIDForm(text string) bool {
	inSlug, gap := false, true // a gap must be followed by a letter, or in a slug by a digit
	for n := range len(text) {
		switch letter := text[n]; {
		case 'a' <= letter && letter <= 'z', inSlug && '0' <= letter && letter <= '9':
			gap = false
		case gap:
			return false
		case letter == '/' && !inSlug:
			inSlug, gap = true, true
		case letter == '-', letter == '.' && inSlug:
			gap = true
		default:
			return false
		}
	}
	return inSlug && !gap
}

// Prefix is the part before the slash: the class's prefix.
func (id EntityID) Prefix() string {
	prefix, _, _ := strings.Cut(string(id), "/")
	return prefix
}

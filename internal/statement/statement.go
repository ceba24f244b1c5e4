// Package statement is one thing that one document says: subject, predicate
// and object with their time, place, role, amount, status and evidence; the
// entities and documents that statements speak of; and all of these as quads.
//
// A Statement is a value. Its identity is a digest of its content (see
// Statement.ID), so the same words of the same document are the same
// statement on every machine, and loading them twice changes nothing.
package statement

import (
	"github.com/aseangraph/aseangraph/internal/edtf"
)

// EntityID names an entity: class prefix, slash, slug (see ParseEntityID). It is
// the key in the data files, the path of the IRI, the id in the API and the
// address of the page. Empty means none.
type EntityID string

// Statement is one thing that one document says. Zero values of optional
// fields mean that the document does not tell.
type Statement struct {
	Subject   EntityID
	Predicate string // a predicate's name in the ontology
	Object    Term

	When     edtf.Date
	Where    EntityID
	Role     string
	Quantity Quantity
	Status   Status
	AsOf     edtf.Date // what a planned or ongoing is relative to
	Note     string

	Evidence Evidence
}

// Evidence is the place in a document that says it: a W3C Web Annotation text
// position selector, with the headings a reader would look for.
type Evidence struct {
	Document  EntityID
	Section   string // the heading as printed; empty where there is none
	Paragraph int    // counted within the section, from 1; 0 where it makes no sense
	Start     int    // Unicode code points into the document's text, half open;
	End       int    // both 0 where the text is not held
}

// Located tells whether the place in the document's text is known.
func (e Evidence) Located() bool { return e.End > e.Start }

// Status tells whether it is so. The order is from the firmest to the loosest.
type Status uint8

// The statuses. Happened is the zero value: what a document tells plainly.
const (
	Happened  Status = iota // it took place, or was so
	Ongoing                 // it is so as of AsOf
	Planned                 // it is decided and lies ahead of AsOf
	Tentative               // it is pencilled in
	Proposed                // somebody put it forward, or it is under consideration
)

var statusNames = [...]string{"HAPPENED", "ONGOING", "PLANNED", "TENTATIVE", "PROPOSED"}

// String is the status as data files, quads and the API write it.
func (s Status) String() string { return nameOf(statusNames[:], uint8(s)) }

// ParseStatus reads what String writes; the error names the allowed words.
func ParseStatus(text string) (Status, error) {
	n, err := parseName(statusNames[:], "status", text)
	return Status(n), err
}

// Real tells whether it happened or is so: neither planned, tentative nor proposed.
func (s Status) Real() bool { return s <= Ongoing }

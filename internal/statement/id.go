package statement

import (
	"crypto/sha256"
	"encoding/base32"
	"regexp"
	"strings"
)

// ID names a statement: "statement/" and 16 letters and digits.
type ID string

// idPrefix stands before the digest; it is also the path in the IRI.
const idPrefix = "statement/"

var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// ID is the digest of the statement's content: "statement/" followed by the
// first 10 bytes of the SHA-256 of Canonical, in the base32 alphabet of
// RFC 4648 in lower case without padding: 16 characters, 80 bits.
func (s *Statement) ID() ID {
	sum := sha256.Sum256([]byte(s.Canonical()))
	return ID(idPrefix + base32Lower.EncodeToString(sum[:10]))
}

var idShape = regexp.MustCompile(`^statement/[a-z2-7]{16}$`)

// IsID tells whether text has the form of a statement's id.
func IsID(text string) bool { return idShape.MatchString(text) }

// Canonical is the content that ID digests, so that another program can reckon
// the same id. It is UTF-8 text of lines in this order:
//
//	subject   an entity's id
//	predicate the predicate's name
//	object    the term's kind (thing, text, date, integer, duration, quantity), a space, the term's text
//	when      EDTF
//	where     an entity's id
//	role      text
//	quantity  value, unit, qualifier and stage as Quantity.String writes them
//	status    HAPPENED, ONGOING, PLANNED, TENTATIVE or PROPOSED
//	asOf      EDTF
//	note      text
//	document  an entity's id
//	section   text
//	paragraph digits
//	start     digits
//	end       digits
//
// Each line is the key, one space, the value and one line feed (U+000A), the
// last line too. A line whose value is absent is left out: an empty text, a
// paragraph of 0, and start and end where the place is not known. Values hold
// no control characters and are in Unicode normalisation form C (Validate sees
// to both), so nothing is escaped. This content, for instance,
//
//	subject x/one
//	predicate joins
//	object thing x/two
//	status HAPPENED
//	document x/source
//
// has 83 bytes and the id statement/d624s33luv5a565v.
func (s *Statement) Canonical() string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			b.WriteString(key)
			b.WriteByte(' ')
			b.WriteString(value)
			b.WriteByte('\n')
		}
	}
	line("subject", string(s.Subject))
	line("predicate", s.Predicate)
	line("object", s.Object.kind.String()+" "+s.Object.text)
	for n := range fields {
		line(fields[n].key, fields[n].get(s).text)
	}
	return b.String()
}

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
// Each line is the key, one space (U+0020), the value and one line feed
// (U+000A), the last line too. A line whose value is absent is left out: no
// date, no id, an empty text, no quantity, a paragraph of 0. Start and end are
// both there or both left out (where both are 0). Subject, predicate, object,
// status and document are always there, the status HAPPENED too. Values hold no
// control characters, have no space around them and are in Unicode normalisation
// form C (Validate sees to all three), so nothing is escaped. They are written so:
//
//   - an id: its prefix, a slash and its slug, in ASCII, without the base of IRIs;
//   - text: as it is, case and inner spaces included;
//   - EDTF, dates and datetimes alike: the very text of the data, as
//     ISO 8601-2 writes it. Two ways to write one date are two contents;
//   - digits and an integer: decimal, no leading zero, no plus sign, a minus
//     sign where below 0. Start and end count Unicode code points from 0, the
//     end behind the last, and a start of 0 is written;
//   - a quantity: value, unit, qualifier (EXACT, ABOUT, NEARLY, OVER) and, only
//     where told, stage (PLEDGED, COMMITTED, DISBURSED), one space between. The
//     qualifier is always there. The value is a decimal in full digits: no
//     exponent, no plus sign, no zeros before the first digit but one before
//     the point, no zeros at the end of the fraction, no point without a
//     fraction, and 0 without a sign: 5000000000.5, 0.25, -3, 0. The unit is as
//     in the data, case included: USD, percent, action-line;
//   - a duration: P, then years, months, weeks and days as digits and Y, M, W, D,
//     those that are given in that order, the very text of the data: P18M and
//     P1Y6M are two contents, and zeros stay. A range is two with a slash
//     between: P18M/P24M.
//
// The object has its kind before its text: an amount as an object is
// "object quantity 87000000000 USD NEARLY". This content, for instance,
//
//	subject country/north
//	predicate contributesTo
//	object thing fund/pool
//	when 1978-12/..
//	where place/harbour
//	role largest donor
//	quantity 5000000000.5 JPY ABOUT PLEDGED
//	status PLANNED
//	asOf 2003~
//	note told twice
//	document document/first
//	section Money
//	paragraph 2
//	start 0
//	end 72
//
// has 271 bytes, the SHA-256 736bcf245295c1f67adbda6aa2a5d2603a8af8919471444534ed4757f72e038a
// and the id statement/onv46jcssxa7m6w3.
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

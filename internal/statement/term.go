package statement

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// Kind tells what a Term is.
type Kind uint8

// The kinds of term: a thing, or one of five literals.
const (
	KindThing    Kind = iota + 1 // an entity, by its id
	KindText                     // words of our own
	KindDate                     // ISO 8601-2 (EDTF)
	KindInteger                  // a whole number
	KindDuration                 // ISO 8601 duration, or a range of two with a slash
	KindQuantity                 // an amount with its unit
)

var kindNames = [...]string{"", "thing", "text", "date", "integer", "duration", "quantity"}

// String is the kind's word in canonical content (see Statement.ID).
func (k Kind) String() string { return nameOf(kindNames[:], uint8(k)) }

// Term is the object of a statement: an entity or a literal. It is comparable;
// the zero value is no term. Make one with the functions below.
type Term struct {
	kind     Kind
	text     string
	date     edtf.Date
	quantity Quantity
}

// Thing is the term that is an entity.
func Thing(id EntityID) Term { return Term{kind: KindThing, text: string(id)} }

// Text is the term that is words.
func Text(text string) Term { return Term{kind: KindText, text: text} }

// Date is the term that is a date or span.
func Date(date edtf.Date) Term { return Term{kind: KindDate, text: date.String(), date: date} }

// Integer is the term that is a whole number.
func Integer(n int) Term { return Term{kind: KindInteger, text: strconv.Itoa(n)} }

// Amount is the term that is a quantity.
func Amount(q Quantity) Term { return Term{kind: KindQuantity, text: q.String(), quantity: q} }

var durationForm = regexp.MustCompile(`^P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$`)

// Duration is the term that is an ISO 8601 duration in years, months, weeks
// and days, or a range of two joined by a slash; the error is of kind Invalid.
func Duration(text string) (Term, error) {
	low, high, ranged := strings.Cut(text, "/")
	if !isDuration(low) || ranged && !isDuration(high) {
		return Term{}, fault.New(fault.Invalid, "%q is no duration", text).
			Hinted("write an ISO 8601 duration such as P1Y, or a range such as P18M/P24M")
	}
	return Term{kind: KindDuration, text: text}, nil
}

func isDuration(text string) bool { return len(text) > 2 && durationForm.MatchString(text) }

// ParseLiteral reads the text of a literal of a kind as the functions above
// take it; a quantity as Quantity.String writes it.
func ParseLiteral(kind Kind, text string) (Term, error) {
	switch kind {
	case KindText:
		return Text(text), nil
	case KindDate:
		date, err := edtf.Parse(text)
		if err != nil {
			return Term{}, err
		}
		return Date(date), nil
	case KindInteger:
		n, err := strconv.Atoi(text)
		if err != nil || strconv.Itoa(n) != text {
			return Term{}, fault.New(fault.Invalid, "%q is no whole number", text).Hinted("write digits only, such as 15")
		}
		return Integer(n), nil
	case KindDuration:
		return Duration(text)
	case KindQuantity:
		q, err := ParseQuantity(text)
		if err != nil {
			return Term{}, err
		}
		return Amount(q), nil
	}
	return Term{}, fault.New(fault.Invalid, "%q is no literal", text)
}

// Kind tells what the term is; 0 for the zero value.
func (t Term) Kind() Kind { return t.kind }

// Entity is the entity's id where the term is a thing, else empty.
func (t Term) Entity() EntityID {
	if t.kind == KindThing {
		return EntityID(t.text)
	}
	return ""
}

// String is the term's text as data files write it: an id, words, EDTF, digits,
// a duration, or a quantity's canonical form.
func (t Term) String() string { return t.text }

// Date is the date where the term is one, else the zero date.
func (t Term) Date() edtf.Date { return t.date }

// Quantity is the amount where the term is one, else the zero quantity.
func (t Term) Quantity() Quantity { return t.quantity }

// Integer is the number where the term is one, else 0.
func (t Term) Integer() int {
	if t.kind != KindInteger {
		return 0
	}
	n, _ := strconv.Atoi(t.text) // the constructors let nothing else in
	return n
}

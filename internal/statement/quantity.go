package statement

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Decimal is an exact decimal number in its one canonical form: no plus sign,
// no exponent, no needless zeros. Empty means none.
type Decimal string

var decimalForm = regexp.MustCompile(`^-?[0-9]{1,40}(?:\.[0-9]{1,40})?$`)

// ParseDecimal reads digits with an optional sign and fraction and brings them
// to the canonical form; the error is of kind Invalid.
func ParseDecimal(text string) (Decimal, error) {
	if !decimalForm.MatchString(text) {
		return "", fault.New(fault.Invalid, "%q is no decimal number", text).Hinted("write digits, such as 87000000000 or 10.4")
	}
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if fraction = strings.TrimRight(fraction, "0"); fraction != "" {
		whole += "." + fraction
	}
	if negative && whole != "0" {
		whole = "-" + whole
	}
	return Decimal(whole), nil
}

// Rat is the number for reckoning; 0 for the empty Decimal.
func (d Decimal) Rat() *big.Rat {
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Qualifier tells how exactly a document gives an amount.
type Qualifier uint8

// The qualifiers, as documents use them.
const (
	Exact Qualifier = iota
	About
	Nearly
	Over
)

var qualifierNames = [...]string{"EXACT", "ABOUT", "NEARLY", "OVER"}

// String is the qualifier as data files, quads and the API write it.
func (q Qualifier) String() string { return nameOf(qualifierNames[:], uint8(q)) }

// ParseQualifier reads what String writes.
func ParseQualifier(text string) (Qualifier, error) {
	n, err := parseName(qualifierNames[:], "qualifier", text)
	return Qualifier(n), err
}

// Stage tells how far money given has come.
type Stage uint8

// The stages of money; NoStage where the words do not tell.
const (
	NoStage Stage = iota
	Pledged
	Committed
	Disbursed
)

var stageNames = [...]string{"", "PLEDGED", "COMMITTED", "DISBURSED"}

// String is the stage as data files, quads and the API write it; empty for NoStage.
func (s Stage) String() string { return nameOf(stageNames[:], uint8(s)) }

// ParseStage reads what String writes, but not the empty text.
func ParseStage(text string) (Stage, error) {
	n, err := parseName(stageNames[:], "stage", text)
	return Stage(n), err
}

// Quantity is an amount as a document gives it. The zero value means none.
type Quantity struct {
	Value     Decimal
	Unit      string // ISO 4217 code, "percent", "person", …: letters, digits and hyphens
	Qualifier Qualifier
	Stage     Stage // only for money given
}

// IsZero tells whether there is no amount.
func (q Quantity) IsZero() bool { return q == Quantity{} }

// String is the canonical form: value, unit, qualifier and, where told, stage,
// one space between: "87000000000 USD NEARLY". Empty for the zero value.
func (q Quantity) String() string {
	if q.IsZero() {
		return ""
	}
	text := string(q.Value) + " " + q.Unit + " " + q.Qualifier.String()
	if q.Stage != NoStage {
		text += " " + q.Stage.String()
	}
	return text
}

var unitForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,39}$`)

// NewQuantity checks the parts and puts the value into canonical form.
func NewQuantity(value, unit string, qualifier Qualifier, stage Stage) (Quantity, error) {
	decimal, err := ParseDecimal(value)
	if err != nil {
		return Quantity{}, err
	}
	if !unitForm.MatchString(unit) {
		return Quantity{}, fault.New(fault.Invalid, "%q is no unit", unit).Hinted("write an ISO 4217 code or a word such as percent, person or action-line")
	}
	return Quantity{Value: decimal, Unit: unit, Qualifier: qualifier, Stage: stage}, nil
}

// ParseQuantity reads what String writes; the error is of kind Invalid.
func ParseQuantity(text string) (Quantity, error) {
	parts := strings.Split(text, " ")
	if len(parts) != 3 && len(parts) != 4 {
		return Quantity{}, fault.New(fault.Invalid, "%q is no quantity", text).Hinted("write value, unit and qualifier, such as 87000000000 USD NEARLY")
	}
	qualifier, err := ParseQualifier(parts[2])
	if err != nil {
		return Quantity{}, err
	}
	stage := NoStage
	if len(parts) == 4 {
		if stage, err = ParseStage(parts[3]); err != nil {
			return Quantity{}, err
		}
	}
	return NewQuantity(parts[0], parts[1], qualifier, stage)
}

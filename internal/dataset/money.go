package dataset

import (
	"regexp"

	"golang.org/x/text/currency"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

var (
	// isoForm is the form of ISO 4217.
	isoForm = regexp.MustCompile(`^[A-Z]{3}$`)
	// moneyWord are units of money that several currencies share.
	moneyWord = regexp.MustCompile(`(?i)^(?:dollar|pound|euro|yen|yuan|renminbi|won|rupee|rupiah|ringgit|baht|peso|dong|kip|kyat|riel|franc|mark|krone|crown|rouble|ruble|guilder|dinar|dirham)s?$`)
)

// currency complains of an amount in a currency that there never was.
func (c *checking) currency(q statement.Quantity, at place) {
	if !isoForm.MatchString(q.Unit) {
		return
	}
	if _, err := currency.ParseISO(q.Unit); err != nil {
		c.add(at, "write its ISO 4217 code, or small letters for what is no money", "no currency has the code %s", q.Unit)
	}
}

// sumOf is what a statement amounts to: its object or its quantity.
func sumOf(s *statement.Statement) statement.Quantity {
	if s.Object.Kind() == statement.KindQuantity {
		return s.Object.Quantity()
	}
	return s.Quantity
}

// money finds amounts of which no currency is told, and money given of which
// no stage is told; rice has neither.
func (f *doubting) money() {
	for n := range f.Statements {
		if q := sumOf(&f.Statements[n]); moneyWord.MatchString(q.Unit) {
			f.add(f.statementAt[n], "find out which it is; where no document tells, it stays", "of %s, the currency is not told", q)
		}
	}
	for _, n := range f.with(ontology.Giving) {
		q := f.Statements[n].Quantity
		if (isoForm.MatchString(q.Unit) || moneyWord.MatchString(q.Unit)) && q.Stage == statement.NoStage {
			f.add(f.statementAt[n], "tell whether it is PLEDGED, COMMITTED or DISBURSED, where the document does", "of %s given, the stage is not told", q)
		}
	}
}

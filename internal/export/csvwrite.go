package export

import (
	"encoding/csv"
	"regexp"
	"strconv"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// columns of CSV. earliest and latest are the bounds of when or, where there
// is none, of an object that is a date; empty for an open or unknown end.
// value to stage are those of the amount or, where there is none, of an object
// that is one.
var columns = []string{
	"id", "subject", "subjectName", "predicate", "object", "objectName",
	"when", "earliest", "latest", "where", "whereName", "role",
	"value", "unit", "qualifier", "stage", "status", "asOf", "note",
	"document", "documentTitle", "documentPublisher", "documentAddress",
	"section", "paragraph", "start", "end",
}

// writeCSV writes one row a statement under a row of names: RFC 4180, UTF-8
// without a byte order mark, since with one the first column's name is another
// to most programs. See Guarded for what begins with an apostrophe.
func writeCSV(w writer, s Selection) error {
	rows := csv.NewWriter(w)
	rows.UseCRLF = true
	names, documents := s.names(), s.documents()
	if err := rows.Write(columns); err != nil {
		return fault.New(fault.Unavailable, "write: %w", err)
	}
	for of := range s.Statements {
		row := row(of, names, documents[of.Evidence.Document])
		for n := range row {
			row[n] = Guarded(row[n])
		}
		if err := rows.Write(row); err != nil {
			return fault.New(fault.Unavailable, "write: %w", err)
		}
	}
	rows.Flush()
	if err := rows.Error(); err != nil {
		return fault.New(fault.Unavailable, "write: %w", err)
	}
	return nil
}

// row has the values of columns. The document may be unknown.
func row(s *statement.Statement, names map[statement.EntityID]string, document *statement.Document) []string {
	if document == nil {
		document = &statement.Document{}
	}
	amount := s.Quantity
	if amount.IsZero() {
		amount = s.Object.Quantity()
	}
	qualifier := ""
	if !amount.IsZero() {
		qualifier = amount.Qualifier.String()
	}
	earliest, latest := time(s).Bounds()
	start, end := "", ""
	if s.Evidence.Located() {
		start, end = strconv.Itoa(s.Evidence.Start), strconv.Itoa(s.Evidence.End)
	}
	paragraph := ""
	if s.Evidence.Paragraph != 0 {
		paragraph = strconv.Itoa(s.Evidence.Paragraph)
	}
	return []string{
		string(s.ID()), string(s.Subject), names[s.Subject], s.Predicate, s.Object.String(), names[s.Object.Entity()],
		s.When.String(), earliest.String(), latest.String(), string(s.Where), names[s.Where], s.Role,
		string(amount.Value), amount.Unit, qualifier, amount.Stage.String(), s.Status.String(), s.AsOf.String(), s.Note,
		string(s.Evidence.Document), document.Title, document.Publisher, document.Address,
		s.Evidence.Section, paragraph, start, end,
	}
}

// time is when a statement says that it was so: its date, or its object.
func time(s *statement.Statement) edtf.Date {
	if s.When.IsZero() {
		return s.Object.Date()
	}
	return s.When
}

var (
	formula = regexp.MustCompile(`^'*[=+\-@\t\r\n]`)
	number  = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)
)

// Guarded puts an apostrophe before what a spreadsheet would take for a
// formula: a text that begins with = + - @, a tab, a carriage return or a line
// feed, after any apostrophes. Plain numbers stay. To read back, take one
// apostrophe off a cell that begins with apostrophes and one of these.
// https://owasp.org/www-community/attacks/CSV_Injection
func Guarded(cell string) string {
	if cell != "" && cell[0] <= '@' && formula.MatchString(cell) && !number.MatchString(cell) {
		return "'" + cell
	}
	return cell
}

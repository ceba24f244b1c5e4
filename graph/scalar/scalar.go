// Package scalar reads and writes the scalars and enums of the API. A value
// that is none is an error of kind Invalid that tells what to write instead.
package scalar

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// parse reads a value's text.
func parse[T any](what string, v any, read func(string) (T, error)) (value T, err error) {
	text, ok := v.(string)
	if !ok {
		return value, fault.New(fault.Invalid, "%v is no %s", v, what).Hinted("write it as a string")
	}
	return read(text)
}

// MarshalEDTF writes a date as published.
func MarshalEDTF(d edtf.Date) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalEDTF reads ISO 8601-2, levels 0 to 2.
func UnmarshalEDTF(v any) (edtf.Date, error) { return parse("date", v, edtf.Parse) }

// MarshalDate writes a calendar day.
func MarshalDate(d edtf.Day) graphql.Marshaler { return graphql.MarshalString(d.String()) }

// UnmarshalDate reads a calendar day.
func UnmarshalDate(v any) (edtf.Day, error) { return parse("day", v, edtf.ParseDay) }

// MarshalDecimal writes an exact number.
func MarshalDecimal(d statement.Decimal) graphql.Marshaler { return graphql.MarshalString(string(d)) }

// UnmarshalDecimal reads an exact number.
func UnmarshalDecimal(v any) (statement.Decimal, error) {
	return parse("decimal number", v, statement.ParseDecimal)
}

// MarshalStatus writes a status.
func MarshalStatus(s statement.Status) graphql.Marshaler { return graphql.MarshalString(s.String()) }

// UnmarshalStatus reads a status.
func UnmarshalStatus(v any) (statement.Status, error) {
	return parse("status", v, statement.ParseStatus)
}

// MarshalCertainty writes a certainty.
func MarshalCertainty(c edtf.Certainty) graphql.Marshaler { return graphql.MarshalString(c.String()) }

// UnmarshalCertainty reads a certainty.
func UnmarshalCertainty(v any) (edtf.Certainty, error) {
	return parse("certainty", v, edtf.ParseCertainty)
}

// MarshalQualifier writes a qualifier.
func MarshalQualifier(q statement.Qualifier) graphql.Marshaler {
	return graphql.MarshalString(q.String())
}

// UnmarshalQualifier reads a qualifier.
func UnmarshalQualifier(v any) (statement.Qualifier, error) {
	return parse("qualifier", v, statement.ParseQualifier)
}

// MarshalMoneyStage writes a stage of money.
func MarshalMoneyStage(s statement.Stage) graphql.Marshaler { return graphql.MarshalString(s.String()) }

// UnmarshalMoneyStage reads a stage of money.
func UnmarshalMoneyStage(v any) (statement.Stage, error) {
	return parse("stage", v, statement.ParseStage)
}

// MarshalDocumentKind writes a kind of document.
func MarshalDocumentKind(k statement.DocumentKind) graphql.Marshaler {
	return graphql.MarshalString(k.String())
}

// UnmarshalDocumentKind reads a kind of document.
func UnmarshalDocumentKind(v any) (statement.DocumentKind, error) {
	return parse("kind of document", v, statement.ParseDocumentKind)
}

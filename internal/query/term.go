package query

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Term is what a statement's object can be: an Entity, *Text, *Period,
// *Integer, *Duration or *Quantity.
type Term any

// Text is words.
type Text struct{ Text string }

// Integer is a whole number.
type Integer struct{ Number int }

// Duration is a length of time in ISO 8601, or a range of two.
type Duration struct{ Iso string }

// Label tells the length of time for people.
func (d *Duration) Label() string { return durationLabel(d.Iso) }

// Period is a date or span.
type Period struct {
	date edtf.Date
	note string
}

// period is nil for the zero date; the note may tell which part of it.
func period(date edtf.Date, note string) *Period {
	if date.IsZero() {
		return nil
	}
	return &Period{date, note}
}

// Edtf is the date as published.
func (p *Period) Edtf() edtf.Date { return p.date }

// Earliest is the first day it can reach to; nil: open or unknown.
func (p *Period) Earliest() *edtf.Day {
	earliest, _ := p.date.Bounds()
	return day(earliest)
}

// Latest is the last day it can reach to; nil: open or unknown.
func (p *Period) Latest() *edtf.Day {
	_, latest := p.date.Bounds()
	return day(latest)
}

func day(d edtf.Day) *edtf.Day {
	if d.IsZero() {
		return nil
	}
	return &d
}

// Approximate tells whether the document gives it as about so.
func (p *Period) Approximate() bool { return p.date.Approximate() }

// Uncertain tells whether the document doubts it.
func (p *Period) Uncertain() bool { return p.date.Uncertain() }

// Label tells the date for people.
func (p *Period) Label() string { return p.date.LabelWith(p.note) }

// Quantity is an amount as a document gives it.
type Quantity struct{ amount statement.Quantity }

// quantity is nil for the zero amount.
func quantity(q statement.Quantity) *Quantity {
	if q.IsZero() {
		return nil
	}
	return &Quantity{q}
}

// Value is the number.
func (q *Quantity) Value() statement.Decimal { return q.amount.Value }

// Unit is an ISO 4217 code, percent, person, …
func (q *Quantity) Unit() string { return q.amount.Unit }

// Qualifier tells how exactly the document gives it.
func (q *Quantity) Qualifier() statement.Qualifier { return q.amount.Qualifier }

// Stage tells how far money given has come; nil where the words do not tell.
func (q *Quantity) Stage() *statement.Stage {
	if q.amount.Stage == statement.NoStage {
		return nil
	}
	return &q.amount.Stage
}

// Label tells the amount for people.
func (q *Quantity) Label() string { return q.amount.Label() }

// literal is the object of a statement that is no thing.
func literal(s statement.Statement) Term {
	switch s.Object.Kind() {
	case statement.KindDate:
		return period(s.Object.Date(), s.Note)
	case statement.KindInteger:
		return &Integer{s.Object.Integer()}
	case statement.KindDuration:
		return &Duration{s.Object.String()}
	case statement.KindQuantity:
		return quantity(s.Object.Quantity())
	}
	return &Text{s.Object.String()}
}

// durationLabel tells an ISO 8601 duration, or a range of two, in words.
func durationLabel(iso string) string {
	low, high, ranged := strings.Cut(iso, "/")
	if !ranged {
		return spell(low)
	}
	if a, b := spell(low), spell(high); strings.Fields(a)[1] == strings.Fields(b)[1] {
		return strings.Fields(a)[0] + " to " + b
	}
	return spell(low) + " to " + spell(high)
}

var durationUnits = map[byte]string{'Y': "year", 'M': "month", 'W': "week", 'D': "day"}

func spell(iso string) string {
	var parts []string
	start := 1
	for n := 1; n < len(iso); n++ {
		unit, ok := durationUnits[iso[n]]
		if !ok {
			continue
		}
		count := iso[start:n]
		if count != "1" {
			unit += "s"
		}
		parts = append(parts, count+" "+unit)
		start = n + 1
	}
	return strings.Join(parts, ", ")
}

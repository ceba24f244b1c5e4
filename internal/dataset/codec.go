package dataset

import (
	"encoding/binary"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// coder walks data in one order, to write it or to read it back: what the two
// do cannot come apart.
type coder interface {
	text(*string)
	count(*int)
	size(*int) // of a list, which takes at least a byte for each of its members
	date(*edtf.Date)
	quantity(*statement.Quantity)
	term(*statement.Term)
}

func codeData(c coder, d *Data) {
	c.text(&d.Title)
	c.text(&d.Licence)
	c.date(&d.Released)
	every(c, &d.Entities, codeEntity)
	every(c, &d.Documents, codeDocument)
	every(c, &d.Statements, codeStatement)
	every(c, &d.Gaps, func(c coder, g *Gap) {
		every(c, &g.About, word)
		c.text(&g.Missing)
		c.text(&g.Why)
	})
	every(c, &d.Silent, codeEvidence)
}

func codeEntity(c coder, e *statement.Entity) {
	word(c, &e.ID)
	c.text(&e.Class)
	c.text(&e.Name)
	every(c, &e.Aliases, coder.text)
	c.text(&e.Description)
	every(c, &e.SameAs, coder.text)
}

func codeDocument(c coder, d *statement.Document) {
	word(c, &d.ID)
	c.text(&d.Title)
	c.text(&d.Publisher)
	c.date(&d.Published)
	c.text(&d.Language)
	small(c, &d.Kind)
	c.text(&d.Address)
	c.text(&d.File)
	c.text(&d.SHA256)
}

func codeStatement(c coder, s *statement.Statement) {
	word(c, &s.Subject)
	c.text(&s.Predicate)
	c.term(&s.Object)
	c.date(&s.When)
	word(c, &s.Where)
	c.text(&s.Role)
	c.quantity(&s.Quantity)
	small(c, &s.Status)
	c.date(&s.AsOf)
	c.text(&s.Note)
	codeEvidence(c, &s.Evidence)
}

func codeEvidence(c coder, e *statement.Evidence) {
	word(c, &e.Document)
	c.text(&e.Section)
	c.count(&e.Paragraph)
	c.count(&e.Start)
	c.count(&e.End)
}

func word(c coder, id *statement.EntityID) {
	text := string(*id)
	c.text(&text)
	*id = statement.EntityID(text)
}

func small[T ~uint8](c coder, value *T) {
	n := int(*value)
	c.count(&n)
	*value = T(n)
}

func every[T any](c coder, all *[]T, one func(coder, *T)) {
	n := len(*all)
	c.size(&n)
	if len(*all) < n { // when reading
		*all = make([]T, n)
	}
	for at := range *all {
		one(c, &(*all)[at])
	}
}

// writer writes each text once and then its number.
type writer struct {
	number  map[string]uint64
	texts   []string
	records []byte
}

func (w *writer) text(text *string) {
	n, known := w.number[*text]
	if !known {
		n = uint64(len(w.texts))
		w.number[*text] = n
		w.texts = append(w.texts, *text)
	}
	w.records = binary.AppendUvarint(w.records, n)
}

func (w *writer) count(n *int) { w.records = binary.AppendUvarint(w.records, uint64(*n)) }

func (w *writer) size(n *int) { w.count(n) }

func (w *writer) date(date *edtf.Date) { w.spelt(date.String()) }

func (w *writer) quantity(q *statement.Quantity) { w.spelt(q.String()) }

func (w *writer) term(t *statement.Term) {
	w.spelt(t.String())
	kind := t.Kind()
	small(w, &kind)
}

func (w *writer) spelt(text string) { w.text(&text) }

// bytes are the texts' number and lengths, the texts, and the records.
func (w *writer) bytes() []byte {
	all := binary.AppendUvarint(nil, uint64(len(w.texts)))
	for _, text := range w.texts {
		all = binary.AppendUvarint(all, uint64(len(text)))
	}
	return append(append(all, strings.Join(w.texts, "")...), w.records...)
}

// reader reads what writer wrote, and notes where it is something else. A date
// that is there often is parsed once.
type reader struct {
	texts  []string
	rest   []byte
	dates  map[string]edtf.Date
	broken bool
}

func newReader(all []byte) *reader {
	r := &reader{rest: all, dates: make(map[string]edtf.Date)}
	var texts int
	r.size(&texts)
	lengths := make([]int, texts)
	for n := range lengths {
		r.count(&lengths[n])
	}
	whole := string(r.rest)
	r.texts = make([]string, len(lengths))
	for n, length := range lengths {
		if length > len(whole) {
			r.broken = true
			return r
		}
		r.texts[n], whole = whole[:length], whole[length:]
	}
	r.rest = r.rest[len(r.rest)-len(whole):]
	return r
}

func (r *reader) size(into *int) {
	if *into = r.next(); *into > len(r.rest) {
		r.broken, *into = true, 0
	}
}

func (r *reader) next() int {
	n, read := binary.Uvarint(r.rest)
	if read <= 0 || n > 1<<40 {
		r.broken, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[read:]
	return int(n)
}

func (r *reader) text(into *string) {
	if n := r.next(); n < len(r.texts) {
		*into = r.texts[n]
		return
	}
	r.broken = true
}

func (r *reader) count(into *int) { *into = r.next() }

func (r *reader) date(into *edtf.Date) {
	var text string
	if r.text(&text); text != "" {
		*into = r.parsed(text)
	}
}

func (r *reader) parsed(text string) edtf.Date {
	date, known := r.dates[text]
	if !known {
		var err error
		date, err = edtf.Parse(text)
		r.broken = r.broken || err != nil
		r.dates[text] = date
	}
	return date
}

func (r *reader) quantity(into *statement.Quantity) {
	var text string
	if r.text(&text); text == "" {
		return
	}
	var err error
	*into, err = statement.ParseQuantity(text)
	r.broken = r.broken || err != nil
}

func (r *reader) term(into *statement.Term) {
	var text string
	var kind statement.Kind
	r.text(&text)
	small(r, &kind)
	switch kind {
	case statement.KindThing:
		*into = statement.Thing(statement.EntityID(text))
	case statement.KindDate:
		*into = statement.Date(r.parsed(text))
	default:
		var err error
		*into, err = statement.ParseLiteral(kind, text)
		r.broken = r.broken || err != nil
	}
}

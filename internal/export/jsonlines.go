package export

import (
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// writeJSONLines writes a statement a line with the names of what it speaks of
// and its document, in the words of the API. What a statement does not tell is
// left out.
func writeJSONLines(w writer, s Selection) error {
	l := lines{s, s.names(), s.documents()}
	return stream(w, s.Statements, func(text []byte, of *statement.Statement) ([]byte, error) {
		text, err := appendJSON(text, l.line(of))
		return append(text, '\n'), err
	})
}

type lines struct {
	Selection
	names map[statement.EntityID]string
	about map[statement.EntityID]*statement.Document
}

type line struct {
	ID        statement.ID  `json:"id"`
	Subject   *lineThing    `json:"subject"`
	Predicate linePredicate `json:"predicate"`
	Object    lineTerm      `json:"object"`
	When      *linePeriod   `json:"when,omitempty"`
	Where     *lineThing    `json:"where,omitempty"`
	Role      string        `json:"role,omitempty"`
	Quantity  *lineQuantity `json:"quantity,omitempty"`
	Status    string        `json:"status"`
	AsOf      *linePeriod   `json:"asOf,omitempty"`
	Note      string        `json:"note,omitempty"`
	Evidence  lineEvidence  `json:"evidence"`
}

type lineThing struct {
	ID   statement.EntityID `json:"id"`
	Type string             `json:"type,omitempty"`
	Name string             `json:"name,omitempty"`
}

type linePredicate struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

// lineTerm holds one of its members.
type lineTerm struct {
	*lineThing
	Text     string        `json:"text,omitempty"`
	Period   *linePeriod   `json:"period,omitempty"`
	Number   *int          `json:"number,omitempty"`
	Duration string        `json:"duration,omitempty"`
	Quantity *lineQuantity `json:"quantity,omitempty"`
}

type linePeriod struct {
	EDTF     string `json:"edtf"`
	Earliest string `json:"earliest,omitempty"`
	Latest   string `json:"latest,omitempty"`
}

// lineQuantity keeps the value as text, since it is exact.
type lineQuantity struct {
	Value     statement.Decimal `json:"value"`
	Unit      string            `json:"unit"`
	Qualifier string            `json:"qualifier"`
	Stage     string            `json:"stage,omitempty"`
}

type lineEvidence struct {
	Document  lineDocument `json:"document"`
	Section   string       `json:"section,omitempty"`
	Paragraph int          `json:"paragraph,omitempty"`
	Start     *int         `json:"start,omitempty"`
	End       *int         `json:"end,omitempty"`
}

type lineDocument struct {
	ID        statement.EntityID `json:"id"`
	Title     string             `json:"title,omitempty"`
	Publisher string             `json:"publisher,omitempty"`
	Published *linePeriod        `json:"published,omitempty"`
	Language  string             `json:"language,omitempty"`
	Kind      string             `json:"kind,omitempty"`
	Address   string             `json:"address,omitempty"`
	SHA256    string             `json:"sha256,omitempty"`
}

func (l lines) line(s *statement.Statement) line {
	return line{
		ID:        s.ID(),
		Subject:   l.thing(s.Subject),
		Predicate: linePredicate{s.Predicate, l.label(s.Predicate)},
		Object:    l.term(s.Object),
		When:      period(s.When),
		Where:     l.thing(s.Where),
		Role:      s.Role,
		Quantity:  quantity(s.Quantity),
		Status:    s.Status.String(),
		AsOf:      period(s.AsOf),
		Note:      s.Note,
		Evidence:  l.evidence(s.Evidence),
	}
}

func (l lines) thing(id statement.EntityID) *lineThing {
	if id == "" {
		return nil
	}
	return &lineThing{id, l.class(id), l.names[id]}
}

func (l lines) term(t statement.Term) lineTerm {
	switch t.Kind() {
	case statement.KindThing:
		return lineTerm{lineThing: l.thing(t.Entity())}
	case statement.KindDate:
		return lineTerm{Period: period(t.Date())}
	case statement.KindInteger:
		n := t.Integer()
		return lineTerm{Number: &n}
	case statement.KindDuration:
		return lineTerm{Duration: t.String()}
	case statement.KindQuantity:
		return lineTerm{Quantity: quantity(t.Quantity())}
	}
	return lineTerm{Text: t.String()}
}

func period(d edtf.Date) *linePeriod {
	if d.IsZero() {
		return nil
	}
	earliest, latest := d.Bounds()
	return &linePeriod{d.String(), earliest.String(), latest.String()}
}

func quantity(q statement.Quantity) *lineQuantity {
	if q.IsZero() {
		return nil
	}
	return &lineQuantity{q.Value, q.Unit, q.Qualifier.String(), q.Stage.String()}
}

func (l lines) evidence(e statement.Evidence) lineEvidence {
	out := lineEvidence{Document: lineDocument{ID: e.Document}, Section: e.Section, Paragraph: e.Paragraph}
	if e.Located() {
		out.Start, out.End = &e.Start, &e.End
	}
	if d := l.about[e.Document]; d != nil {
		out.Document = lineDocument{d.ID, d.Title, d.Publisher, period(d.Published), d.Language, d.Kind.String(), d.Address, d.SHA256}
	}
	return out
}

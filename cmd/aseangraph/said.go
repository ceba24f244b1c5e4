package main

import (
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/query"
)

// saidFragment asks for a statement with its evidence.
const saidFragment = `
fragment Named on Entity { id name }
fragment Dated on Period { edtf label earliest latest }
fragment Said on Statement {
  id
  subject { ...Named }
  predicate { name label inverseLabel }
  object {
    __typename
    ...Named
    ... on Text { text }
    ... on Period { ...Dated }
    ... on Integer { number }
    ... on Duration { iso label }
    ... on Quantity { value unit qualifier stage label }
  }
  when { ...Dated }
  where { ...Named }
  role
  quantity { value unit qualifier stage label }
  status
  asOf { ...Dated }
  note
  evidence {
    document { id title publisher published { ...Dated } address }
    section
    paragraph
    start
    end
  }
}`

// said is a statement as saidFragment asks for it; a null is empty.
type said struct {
	ID        string    `json:"id"`
	Subject   named     `json:"subject"`
	Predicate predicate `json:"predicate"`
	Object    object    `json:"object"`
	When      *period   `json:"when"`
	Where     *named    `json:"where"`
	Role      string    `json:"role"`
	Quantity  *object   `json:"quantity"`
	Status    string    `json:"status"`
	AsOf      *period   `json:"asOf"`
	Note      string    `json:"note"`
	Evidence  place     `json:"evidence"`
}

type predicate struct {
	Name         string `json:"name"`
	Label        string `json:"label"`
	InverseLabel string `json:"inverseLabel"`
}

// read is the predicate in words, from the subject or from the object.
func (p predicate) read(forward bool) string {
	if !forward && p.InverseLabel != "" {
		return p.InverseLabel
	}
	return p.Label
}

// object is a thing or a literal; which fields it has goes by which it is.
type object struct {
	named
	EDTF      string `json:"edtf"`
	Label     string `json:"label"`
	Text      string `json:"text"`
	Number    *int   `json:"number"`
	ISO       string `json:"iso"`
	Value     string `json:"value"`
	Unit      string `json:"unit"`
	Qualifier string `json:"qualifier"`
	Stage     string `json:"stage"`
}

// String is the object for people.
func (o *object) String() string {
	switch {
	case o == nil:
		return ""
	case o.Number != nil:
		return strconv.Itoa(*o.Number)
	}
	return strings.TrimSpace(o.Name + o.Text + o.Label + " " + strings.ToLower(o.Stage))
}

// exact is the object for programs: a name, or a literal as data files and
// quads write it.
func (o *object) exact() string {
	switch {
	case o == nil:
		return ""
	case o.Value != "":
		return strings.TrimSpace(strings.Join([]string{o.Value, o.Unit, o.Qualifier, o.Stage}, " "))
	case o.EDTF+o.ISO != "":
		return o.EDTF + o.ISO
	}
	return o.String()
}

// fact is the statement as cards tell it, from its subject or from its object.
func (s *said) fact(forward bool) *fact {
	f := &fact{
		ID: s.ID, Predicate: s.Predicate.Name, Label: s.Predicate.read(forward), Direction: string(query.DirectionOut),
		When: s.When, Where: s.Where, Role: s.Role, Quantity: s.Quantity.String(), Status: s.Status, AsOf: s.AsOf, Note: s.Note,
		Evidence: s.Evidence, dated: s.When.noted() || (&period{EDTF: s.Object.EDTF, Label: s.Object.Label}).noted(),
	}
	switch {
	case !forward:
		f.Entity, f.Direction = &s.Subject, string(query.DirectionIn)
	case s.Object.ID != "":
		f.Entity = &s.Object.named
	default:
		f.Value = s.Object.String()
	}
	return f
}

// circumstances are what the statement tells beyond subject and object.
func (s *said) circumstances() string {
	f := s.fact(true)
	f.Entity, f.Value = nil, ""
	return f.String()
}

// noted tells whether the words of a date tell more than the date alone.
func (p *period) noted() bool {
	if p == nil || p.EDTF == "" {
		return false
	}
	date, err := edtf.Parse(p.EDTF)
	return err == nil && date.Label() != p.Label
}

// words are those of a date; empty for nil.
func (p *period) words() string {
	if p == nil {
		return ""
	}
	return p.Label
}

// published is the date as published; empty for nil.
func (p *period) published() string {
	if p == nil {
		return ""
	}
	return p.EDTF
}

// places are those of the statements.
func places(all ...*said) []place {
	at := make([]place, len(all))
	for n, s := range all {
		at[n] = s.Evidence
	}
	return at
}

// The columns of tables for programs that tell a statement.
var saidColumns = []string{"when", "where", "role", "quantity", "status", "asOf", "note", "statement", "document", "documentTitle", "section", "paragraph"}

func (s *said) cells() []string {
	where, paragraph := "", ""
	if s.Where != nil {
		where = s.Where.ID
	}
	if s.Evidence.Paragraph > 0 {
		paragraph = strconv.Itoa(s.Evidence.Paragraph)
	}
	return []string{
		s.When.published(), where, s.Role, s.Quantity.exact(), s.Status, s.AsOf.published(), s.Note,
		s.ID, s.Evidence.Document.ID, s.Evidence.Document.Title, s.Evidence.Section, paragraph,
	}
}

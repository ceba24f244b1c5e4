package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

var authored = sync.OnceValue(func() *ontology.Ontology {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		panic(err)
	}
	return o
})

// plain is a graph as a list of statements, and answers questions about it by
// going through the list.
type plain struct {
	entities   map[statement.EntityID]statement.Entity
	statements []statement.Statement // in the order of statements
	documents  map[statement.EntityID]statement.Document
}

// drawn is a small graph that is dense: few things, few names, few dates, so
// that equals and contradictions are common.
func drawn(t *rapid.T) (*Graph, *plain) {
	d := drawing{T: t, byClass: map[*ontology.Class][]statement.EntityID{}}
	o := authored()
	classes := rapid.SliceOfNDistinct(rapid.SampledFrom(o.Classes()), 1, 4, rapid.ID[*ontology.Class]).Draw(t, "classes")
	d.documents = d.things(documentClass(o), 2)
	for _, class := range classes {
		d.things(class, rapid.IntRange(1, 3).Draw(t, "things"))
	}
	var fitting []*ontology.Predicate
	for _, p := range o.Predicates() {
		if len(d.of(p.Domain)) > 0 && (p.Object != statement.KindThing || len(d.of(p.Range)) > 0) {
			fitting = append(fitting, p)
		}
	}
	fitting = rapid.SliceOfNDistinct(rapid.SampledFrom(fitting), 1, 5, rapid.ID[*ontology.Predicate]).Draw(t, "predicates")
	said := map[statement.ID]statement.Statement{}
	for range rapid.IntRange(0, 40).Draw(t, "statements") {
		s := d.statement(rapid.SampledFrom(fitting).Draw(t, "predicate"))
		said[s.ID()] = s
	}
	return d.open(o, said)
}

// documentClass is the class whose things are documents: the data names them so.
func documentClass(o *ontology.Ontology) *ontology.Class { return o.ClassOf("document/x") }

type drawing struct {
	*rapid.T
	byClass   map[*ontology.Class][]statement.EntityID
	entities  []statement.Entity
	documents []statement.EntityID
}

func (d *drawing) things(class *ontology.Class, n int) []statement.EntityID {
	for range n {
		id := statement.EntityID(fmt.Sprintf("%s/%d", class.Prefix, len(d.entities)))
		name := rapid.SampledFrom([]string{"Alpha", "alpha", "Bêta", "beta gamma"}).Draw(d.T, "name")
		e := statement.Entity{ID: id, Class: class.Name, Name: name}
		if rapid.Bool().Draw(d.T, "has an alias") {
			e.Aliases = []string{"also Gamma"}
		}
		d.entities = append(d.entities, e)
		d.byClass[class] = append(d.byClass[class], id)
	}
	return d.byClass[class]
}

func (d *drawing) of(classes []*ontology.Class) (all []statement.EntityID) {
	for _, class := range classes {
		all = append(all, d.byClass[class]...)
	}
	return all
}

func (d *drawing) statement(p *ontology.Predicate) statement.Statement {
	s := statement.Statement{
		Subject:   rapid.SampledFrom(d.of(p.Domain)).Draw(d.T, "subject"),
		Predicate: p.Name,
		When:      rapid.SampledFrom(append(someDates(), edtf.Date{}, edtf.Date{})).Draw(d.T, "when"),
		Role:      rapid.SampledFrom([]string{"", "", "Chair", "co-chair"}).Draw(d.T, "role"),
		Status:    statement.Status(rapid.Uint8Max(uint8(statement.Proposed)).Draw(d.T, "status")),
		Evidence:  statement.Evidence{Document: rapid.SampledFrom(d.documents).Draw(d.T, "document")},
	}
	if p.Object == statement.KindDate {
		s.When = edtf.Date{}
	}
	s.Object = d.object(p)
	if !s.Status.Real() || rapid.Bool().Draw(d.T, "as of given") {
		s.AsOf = rapid.SampledFrom(someDates()).Draw(d.T, "as of")
	}
	if rapid.Bool().Draw(d.T, "located") {
		s.Evidence.Start = rapid.IntRange(0, 3).Draw(d.T, "start")
		s.Evidence.End = s.Evidence.Start + 1
	}
	return s
}

func (d *drawing) object(p *ontology.Predicate) statement.Term {
	text := map[statement.Kind][]string{
		statement.KindText:     {"Words of chairs", "words"},
		statement.KindInteger:  {"1", "15"},
		statement.KindDuration: {"P1Y", "P18M/P24M"},
		statement.KindQuantity: {"10 USD EXACT", "11 USD ABOUT", "12 percent NEARLY"},
	}
	switch p.Object {
	case statement.KindThing:
		return statement.Thing(rapid.SampledFrom(d.of(p.Range)).Draw(d.T, "object"))
	case statement.KindDate:
		return statement.Date(rapid.SampledFrom(someDates()).Draw(d.T, "object"))
	}
	term, err := statement.ParseLiteral(p.Object, rapid.SampledFrom(text[p.Object]).Draw(d.T, "object"))
	if err != nil {
		d.T.Fatal(err)
	}
	return term
}

func (d *drawing) open(o *ontology.Ontology, said map[statement.ID]statement.Statement) (*Graph, *plain) {
	p := &plain{entities: map[statement.EntityID]statement.Entity{}, documents: map[statement.EntityID]statement.Document{}}
	var documents []statement.Document
	for _, e := range d.entities {
		p.entities[e.ID] = e
		if slices.Contains(d.documents, e.ID) {
			one := statement.Document{
				ID: e.ID, Title: "T", Kind: rapid.SampledFrom(someKinds).Draw(d.T, "kind"),
				Published: rapid.SampledFrom(append(someDates(), edtf.Date{})).Draw(d.T, "published"),
			}
			documents = append(documents, one)
			p.documents[e.ID] = one
		}
	}
	for _, s := range said {
		p.statements = append(p.statements, s)
	}
	slices.SortFunc(p.statements, p.compare)
	store, words := quadstore.New(), statement.Vocabulary{}
	if err := store.Load(words.All(d.entities, documents, p.statements)); err != nil {
		d.T.Fatal(err)
	}
	g, err := Open(Source{Quads: store.Generation(), Ontology: o, Vocabulary: words})
	if err != nil {
		d.T.Fatal(err)
	}
	return g, p
}

func mustDate(text string) edtf.Date {
	date, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return date
}

func someDates() (all []edtf.Date) {
	for _, text := range []string{"1976", "1977", "1977-03", "1977-03-15", "1977~", "1976/1978", "1977-03/..", "../1977", "[1976,1978]", "/1977"} {
		all = append(all, mustDate(text))
	}
	return all
}

// nameOrder orders things by folded name, then id.
func (p *plain) nameOrder(a, b statement.EntityID) int {
	return cmp.Or(strings.Compare(fold(p.entities[a].Name), fold(p.entities[b].Name)), cmp.Compare(a, b))
}

func (p *plain) compare(a, b statement.Statement) int {
	object := func() int {
		if a.Object.Kind() == statement.KindThing {
			return p.nameOrder(a.Object.Entity(), b.Object.Entity())
		}
		return strings.Compare(a.Object.String(), b.Object.String())
	}
	return cmp.Or(p.nameOrder(a.Subject, b.Subject), strings.Compare(a.Predicate, b.Predicate), object(), cmp.Compare(a.ID(), b.ID()))
}

// filter is a StatementWhere, RelationWhere or LinkWhere without what is special to each.
type filter struct {
	asOf      *edtf.Day
	during    *edtf.Date
	certainty *edtf.Certainty
	status    []statement.Status
	documents []string
	kinds     []statement.DocumentKind
}

var someKinds = []statement.DocumentKind{statement.Primary, statement.Press, statement.Secondary}

func anyFilter(t *rapid.T) (f filter) {
	if rapid.Bool().Draw(t, "asOf given") {
		day, err := edtf.ParseDay(rapid.SampledFrom([]string{"1976-06-01", "1977-03-15", "1979-01-01"}).Draw(t, "asOf"))
		if err != nil {
			t.Fatal(err)
		}
		f.asOf = &day
	}
	if rapid.Bool().Draw(t, "during given") {
		date := rapid.SampledFrom(someDates()).Draw(t, "during")
		f.during = &date
	}
	if rapid.Bool().Draw(t, "certainty given") {
		certainty := edtf.Certainty(rapid.Uint8Max(uint8(edtf.Definite)).Draw(t, "certainty"))
		f.certainty = &certainty
	}
	for _, n := range rapid.SliceOfN(rapid.Uint8Max(uint8(statement.Proposed)), 0, 2).Draw(t, "status") {
		f.status = append(f.status, statement.Status(n))
	}
	if rapid.Bool().Draw(t, "documents given") {
		f.documents = []string{"document/0"}
	}
	f.kinds = rapid.SliceOfN(rapid.SampledFrom(someKinds), 0, 2).Draw(t, "kinds")
	return f
}

func (f filter) relation() *RelationWhere {
	return &RelationWhere{AsOf: f.asOf, During: f.during, Certainty: f.certainty, Status: f.status, Documents: f.documents, Kinds: f.kinds}
}

// orReal is the filter as typed relations read it.
func (f filter) orReal() filter {
	if len(f.status) == 0 {
		f.status = []statement.Status{statement.Happened, statement.Ongoing}
	}
	return f
}

// time is when a statement was so, as its predicate reads it.
func timeOf(s statement.Statement) edtf.Date {
	switch {
	case s.Object.Kind() == statement.KindDate:
		return s.Object.Date()
	case authored().Predicate(s.Predicate).Time == ontology.Since:
		return s.When.OpenFrom()
	}
	return s.When
}

// dateOf is the date by which a statement is put in order.
func dateOf(s statement.Statement) edtf.Date {
	if s.Object.Kind() == statement.KindDate {
		return s.Object.Date()
	}
	return s.When
}

func (p *plain) takes(f filter, s statement.Statement) bool {
	certainty := edtf.Possible
	if f.certainty != nil {
		certainty = *f.certainty
	}
	covers := func(asked edtf.Date) bool {
		return PlainCovers(authored(), p.statements, func(id statement.EntityID) edtf.Date { return p.documents[id].Published }, s, asked.Whole(), certainty)
	}
	return (f.asOf == nil || covers(mustDate(f.asOf.String()))) &&
		(f.during == nil || covers(*f.during)) &&
		(len(f.status) == 0 || slices.Contains(f.status, s.Status)) &&
		(len(f.documents) == 0 || slices.Contains(f.documents, string(s.Evidence.Document))) &&
		(len(f.kinds) == 0 || slices.Contains(f.kinds, p.documents[s.Evidence.Document].Kind))
}

// that gives the statements that meet a test, in order.
func (p *plain) that(meant func(statement.Statement) bool) (all []statement.Statement) {
	for _, s := range p.statements {
		if meant(s) {
			all = append(all, s)
		}
	}
	return all
}

func idsOf(all []statement.Statement) []string {
	ids := []string{}
	for _, s := range all {
		ids = append(ids, string(s.ID()))
	}
	return ids
}

// ids are those of what the API gives.
func ids[N interface{ ID() string }](all []N) []string {
	ids := []string{}
	for _, n := range all {
		ids = append(ids, n.ID())
	}
	return ids
}

// all is the page of everything.
func all() Page {
	first := MaxPageSize
	return page{first: &first}
}

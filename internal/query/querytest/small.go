package querytest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Small draws a sample of a few things of a few classes, dense enough that
// there is more than one way between most of them, with names, dates, statuses
// and documents in which things are often equal.
func Small(t *rapid.T, o *ontology.Ontology, document *ontology.Class) *Sample {
	s := &Sample{Ontology: o}
	byClass := map[*ontology.Class][]statement.EntityID{}
	add := func(class *ontology.Class) statement.EntityID {
		id := statement.EntityID(fmt.Sprintf("%s/thing-%d", class.Prefix, len(s.Entities)))
		name := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name")
		s.Entities = append(s.Entities, statement.Entity{ID: id, Class: class.Name, Name: name})
		byClass[class] = append(byClass[class], id)
		return id
	}
	for range 2 {
		id := add(document)
		title := s.Entities[len(s.Entities)-1].Name
		kind := rapid.SampledFrom([]statement.DocumentKind{statement.Primary, statement.Press, statement.Copy}).Draw(t, "kind")
		s.Documents = append(s.Documents, statement.Document{ID: id, Title: title, Kind: kind})
	}
	some := rapid.SliceOfNDistinct(rapid.SampledFrom(o.Classes()), 1, 3, rapid.ID[*ontology.Class]).Draw(t, "classes")
	for range rapid.IntRange(2, 7).Draw(t, "things") {
		add(rapid.SampledFrom(some).Draw(t, "class"))
	}
	fitting := linksWithin(o, byClass)
	if len(fitting) == 0 {
		return s
	}
	if len(fitting) > 4 {
		fitting = rapid.SliceOfNDistinct(rapid.SampledFrom(fitting), 1, 4, rapid.ID[*ontology.Predicate]).Draw(t, "predicates")
	}
	seen := map[statement.ID]bool{}
	for range rapid.IntRange(0, 30).Draw(t, "statements") {
		one := smallStatement(t, rapid.SampledFrom(fitting).Draw(t, "predicate"), byClass, s.Documents)
		if id := one.ID(); !seen[id] {
			seen[id] = true
			s.Statements = append(s.Statements, one)
		}
	}
	return s
}

// linksWithin gives the relations that things of these classes can have to each other.
func linksWithin(o *ontology.Ontology, byClass map[*ontology.Class][]statement.EntityID) (fitting []*ontology.Predicate) {
	for _, p := range o.Predicates() {
		if len(among(p.Domain, byClass)) > 0 && len(among(p.Range, byClass)) > 0 {
			fitting = append(fitting, p)
		}
	}
	return fitting
}

// among gives the things of some classes.
func among(classes []*ontology.Class, byClass map[*ontology.Class][]statement.EntityID) (ids []statement.EntityID) {
	for _, class := range classes {
		ids = append(ids, byClass[class]...)
	}
	return ids
}

func smallStatement(t *rapid.T, p *ontology.Predicate, byClass map[*ontology.Class][]statement.EntityID, documents []statement.Document) statement.Statement {
	s := statement.Statement{
		Subject:   rapid.SampledFrom(among(p.Domain, byClass)).Draw(t, "subject"),
		Predicate: p.Name,
		Object:    statement.Thing(rapid.SampledFrom(among(p.Range, byClass)).Draw(t, "object")),
		Status:    rapid.SampledFrom([]statement.Status{statement.Happened, statement.Happened, statement.Ongoing, statement.Planned, statement.Proposed}).Draw(t, "status"),
		Evidence:  statement.Evidence{Document: rapid.SampledFrom(documents).Draw(t, "document").ID},
	}
	if when := SmallDate.Draw(t, "when"); rapid.Bool().Draw(t, "dated") {
		s.When = when
	}
	return s
}

// SmallDate draws a date of a few years, of several forms.
var SmallDate = rapid.Custom(func(t *rapid.T) edtf.Date {
	text := rapid.SampledFrom([]string{"1975", "1976", "1976-08", "1976-08-03", "1976~", "1975/1977", "1976/..", "../1976", "1977-02", "197X"}).Draw(t, "date")
	date, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
})

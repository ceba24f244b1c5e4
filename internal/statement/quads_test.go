package statement

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestStatementQuadsAndBack(t *testing.T) {
	other, err := NewVocabulary("http://localhost:8080/graph#")
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SampledFrom([]Vocabulary{{}, other}).Draw(t, "vocabulary")
		want := anyStatement.Draw(t, "statement")
		if err := want.Validate(); err != nil {
			t.Fatalf("%+v: %v", want, err)
		}
		quads := v.Quads(&want)
		about := quads[1:]
		rand.Shuffle(len(about), func(i, j int) { about[i], about[j] = about[j], about[i] })
		got, err := v.FromQuads(quads[0], about)
		if err != nil || got != want || got.ID() != want.ID() {
			t.Fatalf("got %+v, %v; want %+v; quads %v", got, err, want, quads)
		}
	})
}

// A statement is told whole by its quads: take one away, or change one, and
// what is left is refused or another statement, never the same one.
func TestStatementFromAlteredQuads(t *testing.T) {
	var v Vocabulary
	rapid.Check(t, func(t *rapid.T) {
		s := anyStatement.Draw(t, "statement")
		quads := v.Quads(&s)
		n := rapid.IntRange(1, len(quads)-1).Draw(t, "which")
		if got, err := v.FromQuads(quads[0], slices.Delete(slices.Clone(quads[1:]), n-1, n)); err == nil {
			t.Fatalf("without %v: got %+v and no error", quads[n], got)
		}
		if got, err := v.FromQuads(quads[0], append(quads[1:], quads[n])); err == nil {
			t.Fatalf("with %v twice: got %+v and no error", quads[n], got)
		}
		changed := quads[0]
		if changed.Object = v.Value(anyTerm.Draw(t, "object")); changed.Object == quads[0].Object {
			return
		}
		if got, err := v.FromQuads(changed, quads[1:]); err == nil {
			t.Fatalf("with %v: got %+v and no error", changed, got)
		}
	})
}

func TestEntityQuadsAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var v Vocabulary
		e, d := anyEntity.Draw(t, "entity"), anyDocument.Draw(t, "document")
		d.ID = e.ID
		quads := append(v.EntityQuads(&e), v.DocumentQuads(&d)...)
		if got, err := v.EntityFromQuads(quads); err != nil || !reflect.DeepEqual(got, e) {
			t.Fatalf("entity: got %+v, %v; want %+v", got, err, e)
		}
		if got, err := v.DocumentFromQuads(quads); err != nil || got != d {
			t.Fatalf("document: got %+v, %v; want %+v", got, err, d)
		}
	})
}

func TestFromQuadsRefuses(t *testing.T) {
	var v Vocabulary
	s := workedExample(t)
	quads := v.Quads(&s)
	id, document := quads[0].Label, quads[1].Label
	say := func(key string, object quad.Value) quad.Quad {
		return quad.Quad{Subject: id, Predicate: v.IRI(key), Object: object, Label: document}
	}
	typed := func(text string, datatype quad.IRI) quad.Value {
		return quad.TypedString{Value: quad.String(text), Type: datatype}
	}
	link := func(change func(*quad.Quad)) []quad.Quad {
		changed := slices.Clone(quads)
		change(&changed[0])
		return changed
	}
	with := func(q quad.Quad) []quad.Quad { return append(slices.Clone(quads), q) }
	without := func(key string) []quad.Quad {
		return slices.DeleteFunc(slices.Clone(quads), func(q quad.Quad) bool { return strings.HasSuffix(quad.StringOf(q.Predicate), key+">") })
	}
	instead := func(key string, object quad.Value) []quad.Quad { return append(without(key), say(key, object)) }
	for name, test := range map[string]struct {
		quads []quad.Quad
		want  string
	}{
		"another subject":      {link(func(q *quad.Quad) { q.Subject = v.IRI("country/china") }), "the content has the id"},
		"subject elsewhere":    {link(func(q *quad.Quad) { q.Subject = quad.IRI("urn:japan") }), "no entity under"},
		"blank subject":        {link(func(q *quad.Quad) { q.Subject = quad.BNode("b") }), "no entity under"},
		"predicate elsewhere":  {link(func(q *quad.Quad) { q.Predicate = quad.IRI("urn:p") }), "no predicate under"},
		"no object":            {link(func(q *quad.Quad) { q.Object = nil }), "object"},
		"object in a language": {link(func(q *quad.Quad) { q.Object = quad.LangString{Value: "a", Lang: "en"} }), "neither an entity nor a literal"},
		"unknown datatype":     {link(func(q *quad.Quad) { q.Object = typed("1", "urn:t") }), "unknown datatype"},
		"integer with zeros":   {link(func(q *quad.Quad) { q.Object = typed("007", xsdInteger) }), "no whole number"},
		"range as xsd":         {link(func(q *quad.Quad) { q.Object = typed("P1Y/P2Y", xsdDuration) }), "not written in its one form"},
		"no label":             {link(func(q *quad.Quad) { q.Label = nil }), "no statement's IRI"},
		"another label":        {link(func(q *quad.Quad) { q.Label = v.IRI("statement/aaaaaaaaaaaaaaaa") }), "it is said of"},
		"no status":            {without("status"), "no status is given"},
		"no document":          {without("wasDerivedFrom"), "no document is given"},
		"no start":             {without("start"), "no start is given"},
		"no end":               {without("end"), "start is given but tells nothing"},
		"status twice":         {with(say("status", quad.String("ONGOING"))), "status is given twice"},
		"unknown status":       {instead("status", quad.String("happened")), `unknown status "happened"`},
		"status not a text":    {instead("status", v.IRI("a/b")), "is not a text"},
		"unknown qualifier":    {with(say("colour", quad.String("red"))), "unknown qualifier"},
		"document by its key":  {with(say("document", document)), "unknown qualifier"},
		"paragraph 0":          {instead("paragraph", typed("0", xsdInteger)), "paragraph is given but tells nothing"},
		"paragraph -1":         {instead("paragraph", typed("-1", xsdInteger)), "below 1"},
		"quantity untidy":      {instead("quantity", typed("5.0 JPY EXACT", v.IRI("quantity"))), "not written in its one form"},
		"no date":              {instead("when", typed("1978-13", v.IRI("edtf"))), "1978-13"},
		"empty role":           {instead("role", quad.String("")), "role is given but tells nothing"},
		"role of two lines":    {instead("role", quad.String("a\nnote b")), "control character"},
		"label elsewhere":      {append(without("role"), quad.Quad{Subject: id, Predicate: v.IRI("role"), Object: quad.String("r"), Label: v.IRI("document/x")}), "label it with the document"},
		"said of another":      {with(quad.Quad{Subject: document, Predicate: v.IRI("role"), Object: quad.String("r"), Label: document}), "it is said of"},
	} {
		got, err := v.FromQuads(test.quads[0], test.quads[1:])
		if err == nil || fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %+v and error %v; want an invalid input: %s", name, got, err, test.want)
		} else if !strings.Contains(err.Error(), quad.StringOf(test.quads[0].Label)) {
			t.Errorf("%s: the error does not name the statement: %v", name, err)
		}
	}
}

func TestSubjectFromQuadsRefuses(t *testing.T) {
	var v Vocabulary
	e := Entity{ID: "a/b", Class: "C", Name: "n"}
	d := Document{ID: "a/b", Title: "t", Kind: Press}
	both := append(v.EntityQuads(&e), v.DocumentQuads(&d)...)
	say := func(predicate quad.IRI, object quad.Value) []quad.Quad {
		return append(slices.Clone(both), quad.Quad{Subject: v.IRI("a/b"), Predicate: predicate, Object: object})
	}
	for name, quads := range map[string][]quad.Quad{
		"none":              nil,
		"unknown predicate": say("urn:p", quad.String("x")),
		"label":             append(slices.Clone(both), quad.Quad{Subject: v.IRI("a/b"), Predicate: skosAltLabel, Object: quad.String("m"), Label: v.IRI("c/d")}),
		"another subject":   append(slices.Clone(both), quad.Quad{Subject: v.IRI("c/d"), Predicate: skosAltLabel, Object: quad.String("m")}),
		"subject elsewhere": {{Subject: quad.IRI("urn:s"), Predicate: skosPrefLabel, Object: quad.String("m")}},
	} {
		if got, err := v.EntityFromQuads(quads); err == nil || fault.KindOf(err) != fault.Invalid {
			t.Errorf("entity, %s: got %+v and error %v; want an invalid input", name, got, err)
		}
		if got, err := v.DocumentFromQuads(quads); err == nil || fault.KindOf(err) != fault.Invalid {
			t.Errorf("document, %s: got %+v and error %v; want an invalid input", name, got, err)
		}
	}
	for name, quads := range map[string][]quad.Quad{
		"two names":         say(skosPrefLabel, quad.String("m")),
		"alias twice":       append(say(skosAltLabel, quad.String("m")), say(skosAltLabel, quad.String("m"))[len(both)]),
		"alias is the name": say(skosAltLabel, quad.String("n")),
		"alias no text":     say(skosAltLabel, quad.IRI("urn:m")),
		"two classes":       say(rdfType, v.IRI("D")),
		"empty description": say(dctermsDescription, quad.String("")),
		"sameAs a text":     say(owlSameAs, quad.String("urn:x")),
		"no class":          v.DocumentQuads(&d),
	} {
		if got, err := v.EntityFromQuads(quads); err == nil || !strings.Contains(err.Error(), "a/b") {
			t.Errorf("entity, %s: got %+v and error %v; want one that names a/b", name, got, err)
		}
	}
	for name, quads := range map[string][]quad.Quad{
		"no kind":        v.EntityQuads(&e),
		"two kinds":      say(v.IRI(localKind), quad.String("COPY")),
		"date as text":   say(dctermsIssued, quad.String("2003")),
		"date as number": say(dctermsIssued, quad.TypedString{Value: "2003", Type: xsdInteger}),
		"file only":      say(v.IRI(localFile), quad.String("a.txt")),
		"address text":   say(schemaURL, quad.String("https://asean.org")),
	} {
		if got, err := v.DocumentFromQuads(quads); err == nil || !strings.Contains(err.Error(), "a/b") {
			t.Errorf("document, %s: got %+v and error %v; want one that names a/b", name, got, err)
		}
	}
}

func TestVocabulary(t *testing.T) {
	for _, base := range []string{"", "example.org/", "https://example.org", "https://example.org/a b/", "https://example.org/<a>/", "/a/"} {
		if v, err := NewVocabulary(base); err == nil {
			t.Errorf("base %q: got %v and no error", base, v)
		}
	}
	var v Vocabulary
	for iri, want := range map[quad.IRI]string{DefaultBase + "a/b": "a/b", DefaultBase: "", "urn:a": ""} {
		if got, ok := v.Local(iri); got != want || ok != (want != "") {
			t.Errorf("local part of %s: got %q, %v; want %q", iri, got, ok, want)
		}
	}
}

func ExampleVocabulary_Quads() {
	var v Vocabulary
	s := Statement{
		Subject:   "country/japan",
		Predicate: "contributesTo",
		Object:    Thing("fund/asean-cultural-fund"),
		Status:    Ongoing,
		Evidence:  Evidence{Document: "document/asean-japan-dialogue-2003", Section: "Development Cooperation", Start: 12, End: 34},
	}
	for _, q := range v.Quads(&s) {
		fmt.Print(strings.ReplaceAll(fmt.Sprintln(q.Subject, q.Predicate, q.Object, q.Label), DefaultBase, ""))
	}
	// Output:
	// <country/japan> <contributesTo> <fund/asean-cultural-fund> <statement/mkegk47g6ldsu4tl>
	// <statement/mkegk47g6ldsu4tl> <status> "ONGOING" <document/asean-japan-dialogue-2003>
	// <statement/mkegk47g6ldsu4tl> <http://www.w3.org/ns/prov#wasDerivedFrom> <document/asean-japan-dialogue-2003> <document/asean-japan-dialogue-2003>
	// <statement/mkegk47g6ldsu4tl> <section> "Development Cooperation" <document/asean-japan-dialogue-2003>
	// <statement/mkegk47g6ldsu4tl> <start> "12"^^<http://www.w3.org/2001/XMLSchema#integer> <document/asean-japan-dialogue-2003>
	// <statement/mkegk47g6ldsu4tl> <end> "34"^^<http://www.w3.org/2001/XMLSchema#integer> <document/asean-japan-dialogue-2003>
}

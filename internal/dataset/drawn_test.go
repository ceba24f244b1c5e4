package dataset_test

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// anyContents are entities, documents and statements that data files can hold.
func anyContents(onto *ontology.Ontology) *rapid.Generator[statement.Contents] {
	return rapid.Custom(func(t *rapid.T) (c statement.Contents) {
		for _, id := range rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,3}([-.][a-z0-9]{1,2}){0,2}`), 1, 6, rapid.ID[string]).Draw(t, "slugs") {
			class := rapid.SampledFrom(onto.Classes()).Draw(t, "class")
			e := statement.Entity{ID: statement.EntityID(class.Prefix + "/" + id), Class: class.Name, Name: anyName.Draw(t, "name")}
			if rapid.Bool().Draw(t, "is a document") {
				c.Documents = append(c.Documents, anyDocument(e).Draw(t, "document"))
			} else {
				e.Aliases = slices.DeleteFunc(rapid.SliceOfNDistinct(anyName, 0, 3, rapid.ID[string]).Draw(t, "aliases"), func(s string) bool { return s == e.Name })
				e.Description = anyText.Draw(t, "description")
				e.SameAs = rapid.SliceOfNDistinct(rapid.StringMatching(`https?://[a-z]{1,5}\.[a-z]{2,3}/[a-z0-9#?&=%é:,]{0,8}`), 0, 2, rapid.ID[string]).Draw(t, "sameAs")
			}
			c.Entities = append(c.Entities, e)
		}
		if len(c.Documents) > 0 {
			c.Statements = rapid.SliceOfNDistinct(anyStatement(onto, c), 0, 5, func(s statement.Statement) statement.ID { return s.ID() }).Draw(t, "statements")
		}
		return c
	})
}

func anyDocument(e statement.Entity) *rapid.Generator[statement.Document] {
	return rapid.Custom(func(t *rapid.T) statement.Document {
		d := statement.Document{
			ID: e.ID, Title: e.Name, Publisher: anyText.Draw(t, "publisher"), Published: orNone(anyDate).Draw(t, "published"),
			Language: rapid.SampledFrom([]string{"", "en", "no"}).Draw(t, "language"),
			Kind:     statement.DocumentKind(rapid.Uint8Range(uint8(statement.Primary), uint8(statement.Copy)).Draw(t, "kind")),
			Address:  rapid.SampledFrom([]string{"", "https://example.org/a?b#c", "http://example.org/a:"}).Draw(t, "address"),
		}
		if rapid.Bool().Draw(t, "held") {
			d.File, d.SHA256 = anyName.Filter(func(s string) bool { return !strings.ContainsAny(s, `/\`) && strings.Trim(s, ".") != "" }).Draw(t, "file"), strings.Repeat("0e", 32)
		}
		return d
	})
}

func anyStatement(onto *ontology.Ontology, c statement.Contents) *rapid.Generator[statement.Statement] {
	return rapid.Custom(func(t *rapid.T) statement.Statement {
		anyID := rapid.Map(rapid.SampledFrom(c.Entities), func(e statement.Entity) statement.EntityID { return e.ID })
		p := rapid.SampledFrom(onto.Predicates()).Draw(t, "predicate")
		s := statement.Statement{
			Subject: anyID.Draw(t, "subject"), Predicate: p.Name, When: orNone(anyDate).Draw(t, "when"), Where: orNone(anyID).Draw(t, "where"),
			Role: anyText.Draw(t, "role"), Quantity: orNone(anyQuantity).Draw(t, "quantity"), Note: anyText.Draw(t, "note"),
			Status: statement.Status(rapid.Uint8Max(uint8(statement.Proposed)).Draw(t, "status")), AsOf: anyDate.Draw(t, "asOf"),
			Evidence: statement.Evidence{
				Document: rapid.SampledFrom(c.Documents).Draw(t, "document").ID, Section: rapid.OneOf(rapid.SampledFrom([]string{"", "A"}), anyText).Draw(t, "section"),
				Paragraph: rapid.IntRange(0, 2).Draw(t, "paragraph"),
			},
		}
		if s.Status == statement.Happened && rapid.Bool().Draw(t, "as of no date") {
			s.AsOf = edtf.Date{}
		}
		if rapid.Bool().Draw(t, "located") {
			s.Evidence.Start = rapid.IntRange(0, 5).Draw(t, "start")
			s.Evidence.End = s.Evidence.Start + rapid.IntRange(1, 5).Draw(t, "length")
		}
		switch p.Object {
		case statement.KindThing:
			s.Object = statement.Thing(anyID.Draw(t, "object"))
		case statement.KindText:
			s.Object = statement.Text(anyName.Draw(t, "object"))
		case statement.KindDate:
			s.Object = statement.Date(anyDate.Draw(t, "object"))
		case statement.KindInteger:
			s.Object = statement.Integer(rapid.Int().Draw(t, "object"))
		case statement.KindDuration:
			s.Object, _ = statement.Duration(rapid.SampledFrom([]string{"P1Y", "P18M/P24M"}).Draw(t, "object"))
		case statement.KindQuantity:
			s.Object = statement.Amount(anyQuantity.Draw(t, "object"))
		}
		return s
	})
}

var (
	anyText = rapid.Map(rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~é"\\]{0,9}`),
		rapid.SampledFrom([]string{"", "null", "~", "yes", "1977", "1977-03", "0x1", ".nan", "- a", "a: b", "a #b", "[a", "{a", "&a", "*a", "!a", "|", ">", "%a", "@a", "?", "---", "\ufeffa", "a\u2028b"})), tidy)
	anyName = rapid.Map(anyText, func(s string) string {
		if s == "" {
			return "n"
		}
		return s
	})
	anyDate     = rapid.Map(rapid.SampledFrom([]string{"1977", "1977-03", "1977-12-31", "1977~", "1977/..", "[1977,1979]", "1977-21"}), when)
	anyQuantity = rapid.Custom(func(t *rapid.T) statement.Quantity {
		q, err := statement.NewQuantity(rapid.StringMatching(`-?[0-9]{1,30}(\.[0-9]{1,6})?`).Draw(t, "value"),
			rapid.SampledFrom([]string{"USD", "percent", "no"}).Draw(t, "unit"),
			statement.Qualifier(rapid.Uint8Max(uint8(statement.Over)).Draw(t, "qualifier")),
			statement.Stage(rapid.Uint8Max(uint8(statement.Disbursed)).Draw(t, "stage")))
		if err != nil {
			t.Fatal(err)
		}
		return q
	})
)

// tidy makes text as statements want it.
func tidy(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(norm.NFC.String(text))
}

// orNone gives the zero value as often as not.
func orNone[T any](g *rapid.Generator[T]) *rapid.Generator[T] {
	var zero T
	return rapid.OneOf(rapid.Just(zero), g)
}

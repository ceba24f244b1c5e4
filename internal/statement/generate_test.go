package statement

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// Generators of what is valid, for the properties.
var (
	anyID = rapid.Custom(func(t *rapid.T) EntityID {
		slug := rapid.StringMatching(`[a-z]{1,5}(-[a-z]{1,4})?/[a-z0-9]{1,5}([-.][a-z0-9]{1,4}){0,3}`)
		return EntityID(slug.Filter(func(s string) bool { return !strings.HasPrefix(s, idPrefix) }).Draw(t, "id"))
	})
	anyText = rapid.Map(rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~é"\\]{0,9}`)), tidy)
	anyName = rapid.Map(anyText, func(s string) string { return tidy("n" + s) })
	anyDate = rapid.Custom(func(t *rapid.T) edtf.Date {
		year := rapid.IntRange(1500, 2100).Draw(t, "year")
		form := rapid.SampledFrom([]string{"%d", "%d~", "%d?", "%d-03", "%d-12-31", "%d-21", "%d/..", "../%d", "%d-08/%[1]d-09-30", "[%d,2101]"}).Draw(t, "form")
		date, err := edtf.Parse(fmt.Sprintf(form, year))
		if err != nil {
			t.Fatal(err)
		}
		return date
	})
	anyQuantity = rapid.Custom(func(t *rapid.T) Quantity {
		q, err := NewQuantity(
			rapid.StringMatching(`-?[0-9]{1,12}(\.[0-9]{1,6})?`).Draw(t, "value"),
			rapid.SampledFrom([]string{"USD", "percent", "action-line"}).Draw(t, "unit"),
			Qualifier(rapid.Uint8Max(uint8(Over)).Draw(t, "qualifier")),
			Stage(rapid.Uint8Max(uint8(Disbursed)).Draw(t, "stage")))
		if err != nil {
			t.Fatal(err)
		}
		return q
	})
	anyDuration = rapid.Custom(func(t *rapid.T) Term {
		term, err := Duration(rapid.SampledFrom([]string{"P1Y", "P18M", "P1Y6M3D", "P2W", "P18M/P24M", "P1Y/P2Y"}).Draw(t, "duration"))
		if err != nil {
			t.Fatal(err)
		}
		return term
	})
	anyTerm = rapid.OneOf(
		rapid.Map(anyID, Thing),
		rapid.Map(anyName, Text),
		rapid.Map(anyDate, Date),
		rapid.Map(rapid.Int(), Integer),
		anyDuration,
		rapid.Map(anyQuantity, Amount),
	)
	anyEvidence = rapid.Custom(func(t *rapid.T) Evidence {
		e := Evidence{Document: anyID.Draw(t, "document"), Section: anyText.Draw(t, "section")}
		e.Paragraph = rapid.IntRange(0, 3).Draw(t, "paragraph")
		if rapid.Bool().Draw(t, "located") {
			e.Start = rapid.IntRange(0, 9).Draw(t, "start")
			e.End = e.Start + rapid.IntRange(1, 9).Draw(t, "length")
		}
		return e
	})
	anyStatement = rapid.Custom(func(t *rapid.T) Statement {
		return Statement{
			Subject:   anyID.Draw(t, "subject"),
			Predicate: rapid.StringMatching(`[a-z][A-Za-z0-9]{0,8}`).Draw(t, "predicate"),
			Object:    anyTerm.Draw(t, "object"),
			When:      orNone(anyDate).Draw(t, "when"),
			Where:     orNone(anyID).Draw(t, "where"),
			Role:      anyText.Draw(t, "role"),
			Quantity:  orNone(anyQuantity).Draw(t, "quantity"),
			Status:    Status(rapid.Uint8Max(uint8(Proposed)).Draw(t, "status")),
			AsOf:      orNone(anyDate).Draw(t, "asOf"),
			Note:      anyText.Draw(t, "note"),
			Evidence:  anyEvidence.Draw(t, "evidence"),
		}
	})
	anyIRI    = rapid.StringMatching(`https?://[a-z]{1,5}\.[a-z]{2,3}/[a-z0-9#?&=%é]{0,8}`)
	anyEntity = rapid.Custom(func(t *rapid.T) Entity {
		names := rapid.SliceOfNDistinct(anyName, 1, 4, rapid.ID[string]).Draw(t, "names")
		return Entity{
			ID:          anyID.Draw(t, "id"),
			Class:       rapid.StringMatching(`[A-Z][A-Za-z]{0,8}`).Draw(t, "class"),
			Name:        names[0],
			Aliases:     none(names[1:]),
			Description: anyText.Draw(t, "description"),
			SameAs:      none(rapid.SliceOfNDistinct(anyIRI, 0, 3, rapid.ID[string]).Draw(t, "sameAs")),
		}
	})
	anyDocument = rapid.Custom(func(t *rapid.T) Document {
		d := Document{
			ID:        anyID.Draw(t, "id"),
			Title:     anyName.Draw(t, "title"),
			Publisher: anyText.Draw(t, "publisher"),
			Published: orNone(anyDate).Draw(t, "published"),
			Language:  rapid.SampledFrom([]string{"", "en", "en-GB"}).Draw(t, "language"),
			Kind:      DocumentKind(rapid.Uint8Range(uint8(Primary), uint8(Copy)).Draw(t, "kind")),
			Address:   orNone(rapid.StringMatching(`https?://[a-z]{1,5}\.org/[a-z]{0,5}`)).Draw(t, "address"),
		}
		if rapid.Bool().Draw(t, "held") {
			d.File = rapid.StringMatching(`[a-z]{1,8}\.txt`).Draw(t, "file")
			d.SHA256 = rapid.StringMatching(`[0-9a-f]{64}`).Draw(t, "sha256")
		}
		return d
	})
)

// tidy makes text as Validate wants it.
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

// none is nil for an empty slice.
func none(texts []string) []string {
	if len(texts) == 0 {
		return nil
	}
	return texts
}

package export

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"testing"
	"unicode"

	"github.com/cayleygraph/quad"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// readers are those of formats that keep the very quads.
var readers = map[string]func(io.Reader) iter.Seq2[quad.Quad, error]{
	"nquads": rdf.ReadNQuads,
	"trig":   func(r io.Reader) iter.Seq2[quad.Quad, error] { return rdf.ReadTriG(r, "") },
	"jsonld": func(r io.Reader) iter.Seq2[quad.Quad, error] { return rdf.ReadJSONLD(r, "", nil) },
}

// bases are such that ids resolve against them, and such that they do not.
var bases = []string{statement.DefaultBase, "https://example.org/graph#", "http://example.org/?ids=/", "urn:graph:/", "http://schema.org/"}

func TestReadBack(t *testing.T) {
	onto := drawnOntology(t)
	for _, base := range bases {
		words, err := statement.NewVocabulary(base)
		if err != nil {
			t.Fatal(err)
		}
		for format := range readers {
			t.Run(format+" "+base, rapid.MakeCheck(func(t *rapid.T) {
				s := Select(onto, words, rapid.SliceOfN(anyEntity, 0, 3).Draw(t, "entities"), rapid.SliceOfN(anyDocument, 0, 2).Draw(t, "documents"),
					rapid.SliceOfN(anyStatement, 0, 3).Draw(t, "statements"))
				text := written(t, s, format)
				got := map[quad.Quad]bool{}
				for q, err := range readers[format](strings.NewReader(text)) {
					if err != nil {
						t.Fatalf("%v in\n%s", err, text)
					}
					got[q] = true
				}
				for q := range s.Quads() {
					if !got[q] {
						t.Errorf("%v is missing", q)
					}
				}
				for q := range s.Quads() {
					delete(got, q)
				}
				for q := range got {
					t.Errorf("%v is too much", q)
				}
			}))
		}
	}
}

// TestReadTurtleBack sees that all quads are there, whatever their graph, and
// that only what is so is asserted.
func TestReadTurtleBack(t *testing.T) {
	onto := drawnOntology(t)
	for _, base := range bases {
		words, err := statement.NewVocabulary(base)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(base, rapid.MakeCheck(func(t *rapid.T) {
			of := anyStatement.Draw(t, "statement")
			text := written(t, Select(onto, words, nil, nil, []statement.Statement{of}), "turtle")
			got := map[quad.Quad]bool{}
			for q, err := range rdf.ReadTurtle(strings.NewReader(text), "") {
				if err != nil {
					t.Fatalf("%v in\n%s", err, text)
				}
				got[q] = true
			}
			for n, q := range words.Quads(&of) {
				q.Label = nil
				if got[q] != (n > 0 || of.Status.Real()) {
					t.Errorf("%v is there: %v, in\n%s", q, got[q], text)
				}
			}
			link := words.Quads(&of)[0]
			for name, value := range map[quad.IRI]quad.Value{"type": quad.IRI(rdfType[:len(rdfType)-4] + "Statement"), "subject": link.Subject, "predicate": link.Predicate, "object": link.Object} {
				if q := (quad.Quad{Subject: link.Label, Predicate: rdfType[:len(rdfType)-4] + name, Object: value}); !got[q] {
					t.Errorf("%v is missing in\n%s", q, text)
				}
			}
		}))
	}
}

func written(t rapid.TB, s Selection, format string) string {
	f, err := FormatNamed(format)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := f.Write(&text, s); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// Generators of what is valid and of what is hard to write.
var (
	anyWords = rapid.Map(rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~é"\\@'<&]{0,12}`)), func(text string) string {
		return strings.TrimSpace(norm.NFC.String(strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return -1
			}
			return r
		}, text)))
	})
	anyName = rapid.Map(anyWords, func(text string) string { return "n" + text })
	anyID   = rapid.Custom(func(t *rapid.T) statement.EntityID {
		return statement.EntityID(rapid.SampledFrom([]string{"port", "ship", "book", "no-class"}).Draw(t, "prefix") + "/" +
			rapid.StringMatching(`[a-z0-9]{1,4}([-.][a-z0-9]{1,3}){0,2}`).Draw(t, "slug"))
	})
	anyTerm = rapid.Custom(func(t *rapid.T) statement.Term {
		kind := statement.Kind(rapid.IntRange(int(statement.KindThing), int(statement.KindQuantity)).Draw(t, "kind"))
		if kind == statement.KindThing {
			return statement.Thing(anyID.Draw(t, "thing"))
		}
		if kind == statement.KindInteger {
			return statement.Integer(rapid.Int().Draw(t, "integer"))
		}
		term, err := statement.ParseLiteral(kind, rapid.SampledFrom(map[statement.Kind][]string{
			statement.KindText:     {"wool", "\"", "42", "a: b"},
			statement.KindDate:     {"1978-12/..", "197X", "1999-05-01?"},
			statement.KindDuration: {"P1Y", "P2W", "P18M/P24M"},
			statement.KindQuantity: {"87000000000 USD NEARLY PLEDGED", "-0.5 percent EXACT"},
		}[kind]).Draw(t, "literal"))
		if err != nil {
			t.Fatal(err)
		}
		return term
	})
	anyPredicate = rapid.SampledFrom([]string{"homePort", "lendsTo", "metWith", "builtIn", "motto", "masts", "overhaul", "tonnage", "names", "strange"})
	anyStatement = rapid.Custom(func(t *rapid.T) statement.Statement {
		s := statement.Statement{
			Subject: anyID.Draw(t, "subject"), Predicate: anyPredicate.Draw(t, "predicate"), Object: anyTerm.Draw(t, "object"),
			Role: anyWords.Draw(t, "role"), Note: anyWords.Draw(t, "note"), Status: statement.Status(rapid.IntRange(0, 4).Draw(t, "status")),
			Evidence: statement.Evidence{Document: anyID.Draw(t, "document"), Section: anyWords.Draw(t, "section"), Paragraph: rapid.IntRange(0, 2).Draw(t, "paragraph")},
		}
		if rapid.Bool().Draw(t, "placed") {
			s.Where, s.Evidence.End = anyID.Draw(t, "where"), 1
		}
		if err := s.Validate(); err != nil {
			t.Fatal(err)
		}
		return s
	})
	anyEntity = rapid.Custom(func(t *rapid.T) statement.Entity {
		return statement.Entity{
			ID: anyID.Draw(t, "id"), Class: rapid.SampledFrom([]string{"Port", "Ship", "Strange"}).Draw(t, "class"), Name: anyName.Draw(t, "name"),
			Aliases:     rapid.SliceOfNDistinct(anyName, 0, 2, rapid.ID[string]).Draw(t, "aliases"),
			Description: anyWords.Draw(t, "description"),
			SameAs:      rapid.SliceOfNDistinct(rapid.StringMatching(`https?://[a-z]{1,3}/([a-z#?&=é(),;']|%20){0,6}`), 0, 2, rapid.ID[string]).Draw(t, "sameAs"),
		}
	})
	anyDocument = rapid.Custom(func(t *rapid.T) statement.Document {
		return statement.Document{
			ID: anyID.Draw(t, "id"), Title: anyName.Draw(t, "title"), Publisher: anyWords.Draw(t, "publisher"), Language: "en-GB", Kind: statement.Press,
			Address: fmt.Sprintf("https://example.org/%s", rapid.StringMatching(`[a-z?=&]{0,5}`).Draw(t, "address")),
		}
	})
)

package quadstore_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
)

const integer = "http://www.w3.org/2001/XMLSchema#integer"

func TestValueComesBack(t *testing.T) {
	for _, v := range []quad.Value{
		quad.IRI("https://w3id.org/aseangraph/country/japan"),
		quad.IRI("relative"),
		quad.BNode("b1"),
		quad.String(""),
		quad.String("a \"quoted\"\n\x00 text with ž and 東京"),
		quad.TypedString{Value: "1978-12/..", Type: base + "edtf"},
		quad.TypedString{Value: "\x00", Type: "t"},
		quad.TypedString{Value: "007", Type: integer},
		quad.LangString{Value: "Tokio", Lang: "de-AT"},
		quad.Int(-9223372036854775808),
		quad.Float(-12345e-6),
		quad.Bool(true),
		quad.Bool(false),
		quad.Time(time.Date(1977, 8, 18, 1, 2, 3, 456789, time.UTC)),
	} {
		s := quadstore.New()
		load(t, s, quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v})
		id, ok := s.Generation().Lookup(v)
		if got := s.Generation().Value(id); !ok || got != v {
			t.Errorf("value %#v: got %#v, found %v", v, got, ok)
		}
	}
}

func TestNativeValueIsItsTypedString(t *testing.T) {
	typed := quad.TypedString{Value: "5", Type: integer}
	for _, pair := range [][2]quad.Value{{typed, quad.Int(5)}, {quad.Int(5), typed}} {
		s := quadstore.New()
		load(t, s, quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: pair[0]},
			quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: pair[1]})
		g := s.Generation()
		id, ok := g.Lookup(pair[1])
		if !ok || g.Size() != 1 || g.Value(id) != pair[0] {
			t.Errorf("%#v then %#v: got %d quads and %#v, want one with the first", pair[0], pair[1], g.Size(), g.Value(id))
		}
	}
}

func TestTextOfValue(t *testing.T) {
	tests := []struct {
		value               quad.Value
		iri, text, datatype string
		isLiteral           bool
	}{
		{value: quad.IRI("https://example.org/a"), iri: "https://example.org/a"},
		{value: quad.BNode("b")},
		{value: quad.String("plain"), text: "plain", isLiteral: true},
		{value: quad.LangString{Value: "Tokio", Lang: "de"}, text: "Tokio", isLiteral: true},
		{value: quad.TypedString{Value: "1977", Type: base + "edtf"}, text: "1977", datatype: base + "edtf", isLiteral: true},
		{value: quad.Int(7), text: "7", datatype: integer, isLiteral: true},
	}
	for _, test := range tests {
		s := quadstore.New()
		load(t, s, quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: test.value})
		g := s.Generation()
		id, _ := g.Lookup(test.value)
		if got, ok := g.IRI(id); ok != (test.iri != "") || ok && got != test.iri {
			t.Errorf("IRI of %#v: got %q, %v; want %q", test.value, got, ok, test.iri)
		}
		text, datatype, ok := g.Literal(id)
		if text != test.text || datatype != test.datatype || ok != test.isLiteral {
			t.Errorf("Literal of %#v: got %q, %q, %v; want %q, %q, %v", test.value, text, datatype, ok, test.text, test.datatype, test.isLiteral)
		}
	}
}

// foreign is a kind of value that quad does not know.
type foreign struct{}

func (foreign) String() string { return "foreign" }
func (foreign) Native() any    { return nil }

func TestLoadRefusesWhatNQuadsCannotWrite(t *testing.T) {
	s, p, o := quad.IRI("s"), quad.IRI("p"), quad.IRI("o")
	tests := []struct {
		name string
		quad quad.Quad
		want string // part of the error
	}{
		{"no subject", quad.Quad{Predicate: p, Object: o}, "no subject"},
		{"no predicate", quad.Quad{Subject: s, Object: o}, "no predicate"},
		{"no object", quad.Quad{Subject: s, Predicate: p}, "no object"},
		{"empty IRI", quad.Quad{Subject: quad.IRI(""), Predicate: p, Object: o}, "empty IRI"},
		{"empty label", quad.Quad{Subject: s, Predicate: p, Object: o, Label: quad.IRI("")}, "label: empty IRI"},
		{"empty blank node", quad.Quad{Subject: s, Predicate: p, Object: quad.BNode("")}, "empty blank node"},
		{"space in IRI", quad.Quad{Subject: quad.IRI("a b"), Predicate: p, Object: o}, `IRI "a b"`},
		{"bracket in IRI", quad.Quad{Subject: s, Predicate: p, Object: quad.IRI("a>b")}, `IRI "a>b"`},
		{"IRI not UTF-8", quad.Quad{Subject: s, Predicate: p, Object: quad.IRI("\xff")}, "IRI"},
		{"text not UTF-8", quad.Quad{Subject: s, Predicate: p, Object: quad.String("\xff")}, "not UTF-8"},
		{"no datatype", quad.Quad{Subject: s, Predicate: p, Object: quad.TypedString{Value: "1"}}, "empty datatype"},
		{"no language", quad.Quad{Subject: s, Predicate: p, Object: quad.LangString{Value: "x"}}, "empty language"},
		{"NUL in datatype", quad.Quad{Subject: s, Predicate: p, Object: quad.TypedString{Type: "a\x00b", Value: "c"}}, "datatype"},
		{"far year", quad.Quad{Subject: s, Predicate: p, Object: quad.Time(time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC))}, "year 12000"},
		{"foreign type", quad.Quad{Subject: s, Predicate: p, Object: foreign{}}, "foreign"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store := quadstore.New()
			before := store.Generation()
			err := store.Load(slices.Values([]quad.Quad{{Subject: s, Predicate: p, Object: o}, test.quad}))
			if fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), "quad 2: ") {
				t.Errorf("got error %v, want one of kind INVALID on quad 2 that tells %q", err, test.want)
			}
			if store.Generation() != before {
				t.Error("the refused load left something behind")
			}
		})
	}
}

// FuzzValue checks that a value is refused or comes back as it is.
func FuzzValue(f *testing.F) {
	f.Add(byte(0), "", "https://w3id.org/aseangraph/country/japan")
	f.Add(byte(2), "", "text with \x00 and \"")
	f.Add(byte(3), base+"edtf", "1978-12/..")
	f.Add(byte(4), "en", "Kuala Lumpur")
	f.Fuzz(func(t *testing.T, kind byte, tag, text string) {
		v := []quad.Value{
			quad.IRI(text), quad.BNode(text), quad.String(text),
			quad.TypedString{Value: quad.String(text), Type: quad.IRI(tag)},
			quad.LangString{Value: quad.String(text), Lang: tag},
		}[kind%5]
		s := quadstore.New()
		s.Generation().Lookup(v)
		err := s.Load(slices.Values([]quad.Quad{{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v}}))
		if err != nil {
			if fault.KindOf(err) != fault.Invalid || s.Generation().Size() != 0 {
				t.Fatalf("%#v: got %v and %d quads", v, err, s.Generation().Size())
			}
			return
		}
		id, ok := s.Generation().Lookup(v)
		if got := s.Generation().Value(id); !ok || got != v {
			t.Fatalf("%#v came back as %#v, found %v", v, got, ok)
		}
	})
}

func load(t *testing.T, s *quadstore.Store, quads ...quad.Quad) {
	t.Helper()
	if err := s.Load(slices.Values(quads)); err != nil {
		t.Fatalf("load: %v", err)
	}
}

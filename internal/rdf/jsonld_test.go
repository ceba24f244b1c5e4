package rdf_test

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

var contexts = map[string][]byte{
	"https://example.org/context": []byte(`{"@context": {"@vocab": "https://example.org/", "at": {"@type": "https://example.org/date"}}}`),
	"https://example.org/broken":  []byte(`{`),
}

func jsonld(text string) ([]quad.Quad, error) {
	return all(rdf.ReadJSONLD(strings.NewReader(text), "https://example.org/", contexts))
}

func TestReadJSONLD(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{}`, ``},
		{`[]`, ``},
		{`{"@id": "a", "https://example.org/p": "o"}`, `<https://example.org/a> <https://example.org/p> "o" .`},
		{`{"@context": {"@vocab": "urn:"}, "@id": "_:a", "@type": "T", "p": [{"@id": "urn:o"}, {"@value": "x", "@language": "en"}, 7, true, 1.5]}`, `
			_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> .
			_:a <urn:p> <urn:o> .
			_:a <urn:p> "x"@en .
			_:a <urn:p> "7"^^<http://www.w3.org/2001/XMLSchema#integer> .
			_:a <urn:p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
			_:a <urn:p> "1.5E0"^^<http://www.w3.org/2001/XMLSchema#double> .`},
		{`{"@context": "https://example.org/context", "@id": "g", "@graph": {"@id": "s", "at": "1977/.."}}`, `
			<https://example.org/s> <https://example.org/at> "1977/.."^^<https://example.org/date> <https://example.org/g> .`},
		{`{"@id": "https://a_b.example/日本", "urn:p": [{"@id": "http://x..y/"}, {"@value": "v", "@type": "https://a_b.example/t"}]}`, `
			<https://a_b.example/日本> <urn:p> <http://x..y/> .
			<https://a_b.example/日本> <urn:p> "v"^^<https://a_b.example/t> .`},
		{`{"@id": "urn:s", "urn:p": [12345678901234567891, -0, 1.0, 1e2, 1e21, {"@value": 7, "@type": "http://www.w3.org/2001/XMLSchema#double"}, {"@value": 7, "@type": "urn:t"}]}`, `
			<urn:s> <urn:p> "12345678901234567891"^^<http://www.w3.org/2001/XMLSchema#integer> .
			<urn:s> <urn:p> "0"^^<http://www.w3.org/2001/XMLSchema#integer> .
			<urn:s> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
			<urn:s> <urn:p> "100"^^<http://www.w3.org/2001/XMLSchema#integer> .
			<urn:s> <urn:p> "1.0E21"^^<http://www.w3.org/2001/XMLSchema#double> .
			<urn:s> <urn:p> "7.0E0"^^<http://www.w3.org/2001/XMLSchema#double> .
			<urn:s> <urn:p> "7"^^<urn:t> .`},
		{`{"@id": "urn:s", "urn:p": {"@list": ["a", {"@list": []}]}}`, `
			<urn:s> <urn:p> _:a .
			_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "a" .
			_:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b .
			_:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
			_:b <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .`},
		{`{"@id": "urn:s", "@reverse": {"urn:p": {"@id": "urn:o"}}, "@included": {"@id": "urn:i", "@type": "urn:T"}}`, `
			<urn:o> <urn:p> <urn:s> .
			<urn:i> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:T> .`},
		{`{"@context": {"@vocab": "urn:"}, "@graph": [{"@id": "_:g", "@graph": [{"@id": "urn:s", "p": {"@list": [1]}}]}]}`, `
			<urn:s> <urn:p> _:l _:g .
			_:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "1"^^<http://www.w3.org/2001/XMLSchema#integer> _:g .
			_:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> _:g .`},
	} {
		got, err := jsonld(test.text)
		want, wrong := readAll(test.want)
		if wrong != nil {
			t.Fatal(wrong)
		}
		if err != nil || !isomorphic(got, want) {
			t.Errorf("%s: got %v and error %v, want\n%s", test.text, got, err, test.want)
		}
	}
}

func TestReadJSONLDRefuses(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{``, "no JSON"},
		{`{"@id": ,}`, "byte 9: no JSON"},
		{`{} {}`, "more behind the first value"},
		{`{"@context": "https://schema.org/", "name": "a"}`, "the text takes its context from https://schema.org/, and nothing is fetched; put the context itself"},
		{`{"@context": {"@import": "https://schema.org/"}}`, "nothing is fetched"},
		{`{"@context": "other", "name": "a"}`, "the text takes its context from https://example.org/other,"},
		{`"https://example.org/a.jsonld"`, "nothing is fetched"},
		{`"/etc/passwd:"`, "nothing is fetched"},
		{`{"@context": "https://example.org/broken"}`, "no JSON"},
		{`{"@id": "a", "unknown": "o"}`, "see that the context defines every property"},
		{`{"@id": "a", "@type": 7}`, "type"},
		{`{"@id": "urn:a b", "urn:p": 1}`, "is no absolute IRI"},
		{`{"@id": "urn:a", "urn:p": {"@value": "x", "@type": "urn:t t"}}`, "datatype"},
		{`{"@id": "urn:a", "urn:p": {"@value": "x", "@direction": "rtl"}}`, "has a direction"},
		{`{"@id": "urn:a", "urn:p": {"@value": {"a": 1}, "@type": "@json"}}`, "JSON literals are not read"},
		{`{"@id": "urn:a", "_:p": 1}`, "a blank node for a predicate"},
		{`{"@id": "urn:a", "urn:p": 1e400}`, "too large"},
	} {
		quads, err := jsonld(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) || fault.KindOf(err) != fault.Invalid || len(quads) > 0 {
			t.Errorf("%s: got %v and error %v; want an invalid input: %s", test.text, quads, err, test.want)
		}
	}
	for _, text := range []string{`{"@id": "a", "urn:p": 1}`, `{"@id": "urn:a", "urn:p": {"@id": "b"}}`, `{"@id": "g", "@graph": {"@id": "urn:a", "urn:p": 1}}`} {
		if quads, err := all(rdf.ReadJSONLD(strings.NewReader(text), "", nil)); err == nil || !strings.Contains(err.Error(), "is no absolute IRI") {
			t.Errorf("%s without a base: got %v and error %v", text, quads, err)
		}
	}
	long := `["` + strings.Repeat("a", rdf.MaxJSONLD) + `"]`
	if quads, err := jsonld(long); fault.KindOf(err) != fault.TooLarge {
		t.Errorf("more than MaxJSONLD: got %d quads and error %v", len(quads), err)
	}
	deep := strings.Repeat(`{"urn:p":`, 9000) + "1" + strings.Repeat("}", 9000)
	if quads, err := jsonld(deep); err != nil || len(quads) != 9000 {
		t.Errorf("9000 nodes in each other: got %d quads and error %v", len(quads), err)
	}
	if _, err := jsonld(strings.Repeat("[", 1<<20)); err == nil || fault.KindOf(err) != fault.Invalid {
		t.Errorf("brackets without end: got error %v", err)
	}
}

func FuzzReadJSONLD(f *testing.F) {
	for _, seed := range []string{
		`{}`, `{"@context": {"@vocab": "urn:"}, "@id": "_:a", "@type": "T", "p": [{"@id": "urn:o"}, 7, true, 1.5, null]}`,
		`{"@context": ["https://example.org/context", {"@base": "b/", "q": {"@id": "urn:q", "@container": "@list", "@type": "@json"}}], "q": [{"a": 1}]}`,
		`{"@graph": [{"@id": "_:g", "@graph": [{"@reverse": {"urn:p": {"@value": "x", "@language": "en"}}}]}]}`,
		`{"@context": {"@vocab": "urn:", "p": {"@container": ["@graph", "@index"], "@nest": "n"}}, "n": {"p": {"a": {"@set": []}}}}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quads, err := jsonld(text)
		if err != nil && fault.KindOf(err) == fault.Internal {
			t.Errorf("%q: error without kind: %v", text, err)
		}
		checkReadsBack(t, quads)
	})
}

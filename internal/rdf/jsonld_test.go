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
	} {
		quads, err := jsonld(test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) || fault.KindOf(err) != fault.Invalid || len(quads) > 0 {
			t.Errorf("%s: got %v and error %v; want an invalid input: %s", test.text, quads, err, test.want)
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

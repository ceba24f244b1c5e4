package rdf_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

func ExampleReadTriG() {
	const text = `PREFIX ex: <urn:ex:>
ex:letter { ex:ann ex:wrote """two
lines""", 7 ; ex:to [ a ex:Friend ] . }`
	for q, err := range rdf.ReadTriG(strings.NewReader(text), "") {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(q.NQuad())
	}
	// Output:
	// <urn:ex:ann> <urn:ex:wrote> "two\nlines" <urn:ex:letter> .
	// <urn:ex:ann> <urn:ex:wrote> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:ex:letter> .
	// _:anon1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:ex:Friend> <urn:ex:letter> .
	// <urn:ex:ann> <urn:ex:to> _:anon1 <urn:ex:letter> .
}

func TestFormats(t *testing.T) {
	for file, name := range map[string]string{
		"a.nq": "nquads", "a.nt": "nquads", "b/A.TRIG": "trig", "a.ttl": "turtle", "a.b.jsonld": "jsonld", "a.json": "jsonld", "a.nquads": "nquads", "a.turtle": "turtle",
	} {
		f, err := rdf.FormatOf(file)
		named, nameErr := rdf.FormatNamed(name)
		if err != nil || nameErr != nil || f.Name != name || named.Name != name || f.Graphs != (name != "turtle") {
			t.Errorf("%s: got %s, %v and %s, %v; want %s", file, f.Name, err, named.Name, nameErr, name)
		}
	}
	for _, file := range []string{"a", "a.csv", "a.nq.gz", ""} {
		if f, err := rdf.FormatOf(file); err == nil || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: got %v, %v", file, f.Name, err)
		}
	}
	if f, err := rdf.FormatNamed("rdfxml"); err == nil || !strings.Contains(err.Error(), `unknown format "rdfxml"; formats are: nquads, trig, jsonld`) {
		t.Errorf("got %v, %v", f.Name, err)
	}
	for name, text := range map[string]string{
		"nquads": `<urn:s> <urn:p> "o" .`, "trig": `<urn:s> <urn:p> "o" .`, "turtle": `<urn:s> <urn:p> "o" .`, "jsonld": `{"@id": "urn:s", "urn:p": "o"}`,
	} {
		f, err := rdf.FormatNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		quads, err := all(f.Read(strings.NewReader(text), "", nil))
		if err != nil || len(quads) != 1 {
			t.Errorf("%s: got %v, %v", name, quads, err)
		}
	}
}

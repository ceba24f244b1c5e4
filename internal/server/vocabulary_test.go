package server

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edition"
)

// browser is what a browser accepts.
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

// Each IRI of the vocabulary is answered under its path, in Turtle and on a page.
func TestTermsAreDereferenced(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct{ path, says string }{
		{"/contributesTo", ":contributesTo a owl:ObjectProperty"}, {"/Fund", ":Fund a owl:Class"}, {"/Entity", ":Entity a owl:Class"},
		{"/when", ":when a owl:DatatypeProperty"}, {"/edtf", ":edtf a rdfs:Datatype"}, {"/shape/Founded", "shape:Founded a sh:NodeShape"}, {"/shape/statement", "shape:statement a sh:NodeShape"},
		{"/dataset", ":dataset a dcat:Dataset"}, {"/ontology", "owl:Ontology"}, {"/", "owl:Ontology"},
	} {
		got := s.do("GET", test.path, nil, "Accept", "text/turtle")
		if got.status != 200 || got.header.Get("Content-Type") != turtleType || !strings.Contains(got.body, test.says) || got.header.Get("ETag") == "" || got.header.Get("Content-Disposition") != "" {
			t.Errorf("%s: status %d, header %v, want %s in\n%.300s", test.path, got.status, got.header, test.says, got.body)
		}
		page := s.do("GET", test.path, nil, "Accept", browser)
		if page.status != 200 || !strings.HasPrefix(page.header.Get("Content-Type"), htmlType) {
			t.Errorf("%s on a page: status %d, header %v", test.path, page.status, page.header)
		}
	}
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range e.Ontology.Classes() {
		if got := s.do("GET", "/"+c.Name, nil); got.status != 200 || got.header.Get("Content-Type") != turtleType {
			t.Errorf("/%s: status %d, header %v", c.Name, got.status, got.header)
		}
	}
	for _, p := range e.Ontology.Predicates() {
		if got := s.do("GET", "/"+p.Name, nil); got.status != 200 || !strings.Contains(got.body, "\n:"+p.Name+" a ") {
			t.Errorf("/%s: status %d: %.200s", p.Name, got.status, got.body)
		}
	}
}

func TestCompanionsStandUnderTheBase(t *testing.T) {
	s := start(t, patient())
	for _, c := range edition.Companions() {
		want := s.do("GET", "/export/"+c.File(), nil)
		for _, path := range []string{"/" + c.File(), "/export?format=" + c.Name} {
			got := s.do("GET", path, nil)
			if got.status != 200 || got.body != want.body || got.header.Get("Content-Type") != c.MediaType || got.header.Get("Access-Control-Allow-Origin") != "*" {
				t.Errorf("%s: status %d, header %v", path, got.status, got.header)
			}
		}
	}
	var context map[string]any
	if err := json.Unmarshal([]byte(s.do("GET", "/context.jsonld", nil).body), &context); err != nil || context["@context"] == nil {
		t.Errorf("%v: %v", err, context)
	}
}

// A download has a name, and what is asked for by Accept has none.
func TestDownloadsHaveNames(t *testing.T) {
	s := start(t, patient())
	for format, ending := range map[string]string{"nquads": ".nq", "gexf": ".gexf", "jsonld": ".jsonld", "graphml": ".graphml", "csv": ".csv", "turtle": ".ttl"} {
		got := s.do("GET", "/country/japan?format="+format, nil, "Accept", browser)
		if at := got.header.Get("Content-Disposition"); got.status != 200 || at != `attachment; filename="country-japan`+ending+`"` {
			t.Errorf("%s: status %d, %s", format, got.status, at)
		}
		plain := s.do("GET", "/country/japan", nil, "Accept", got.header.Get("Content-Type"))
		if at := plain.header.Get("Content-Disposition"); plain.status != 200 || at != "" {
			t.Errorf("%s by Accept: status %d, %s", format, plain.status, at)
		}
	}
	for _, path := range []string{"/country/japan?format=html", "/country/japan", "/country/jpan?format=nquads"} {
		if at := s.do("GET", path, nil, "Accept", browser).header.Get("Content-Disposition"); at != "" {
			t.Errorf("%s: %s", path, at)
		}
	}
}

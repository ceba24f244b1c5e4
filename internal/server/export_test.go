package server

import (
	"bytes"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// What is served is what the package of exports writes.
func TestExportsOfEverything(t *testing.T) {
	s := start(t, patient())
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	all, err := e.Selection(edition.Part{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range export.Formats() {
		var want bytes.Buffer
		if err := f.Write(&want, all); err != nil {
			t.Fatal(err)
		}
		got := s.do("GET", "/export?format="+f.Name, nil)
		if got.status != 200 || got.body != want.String() || got.header.Get("Content-Type") != f.MediaType {
			t.Errorf("%s: status %d, type %q, %d bytes, want %d", f.Name, got.status, got.header.Get("Content-Type"), len(got.body), want.Len())
		}
		if file := `attachment; filename="aseangraph-` + e.Graph.Dataset().Version() + f.Extension + `"`; got.header.Get("Content-Disposition") != file {
			t.Errorf("%s: Content-Disposition %s, want %s", f.Name, got.header.Get("Content-Disposition"), file)
		}
		tag := got.header.Get("ETag")
		if again := s.do("GET", "/export?format="+f.Name, nil, "If-None-Match", tag); again.status != 304 || again.body != "" {
			t.Errorf("%s: asked again with %s, status %d", f.Name, tag, again.status)
		}
		if head := s.do("HEAD", "/export?format="+f.Name, nil); head.status != 200 || head.body != "" || head.header.Get("ETag") != tag {
			t.Errorf("%s: HEAD has status %d", f.Name, head.status)
		}
	}
}

func TestExportsOfAPart(t *testing.T) {
	s := start(t, patient())
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		asked string
		part  edition.Part
	}{
		{"around=country/japan&depth=1", edition.Part{Around: []string{"country/japan"}, Depth: 1}},
		{"around=country/japan,fund/asean-cultural-fund", edition.Part{Around: []string{"country/japan", "fund/asean-cultural-fund"}, Depth: 1}},
		{"around=country/japan&around=fund/asean-cultural-fund&depth=2&status=PLANNED,PROPOSED",
			edition.Part{Around: []string{"country/japan", "fund/asean-cultural-fund"}, Depth: 2, Where: &query.LinkWhere{Status: []statement.Status{statement.Planned, statement.Proposed}}}},
		{"predicates=contributesTo,supports", edition.Part{Where: &query.LinkWhere{Predicates: []string{"contributesTo", "supports"}}}},
		{"documents=document/asean-japan-dialogue-2003&types=FUND", edition.Part{Where: &query.LinkWhere{Documents: []string{"document/asean-japan-dialogue-2003"}, Types: []query.EntityType{"FUND"}}}},
		{"around=country/japan&kinds=PRESS,COPY", edition.Part{Around: []string{"country/japan"}, Depth: 1, Where: &query.LinkWhere{Kinds: []statement.DocumentKind{statement.Press, statement.Copy}}}},
	} {
		selection, err := e.Selection(test.part)
		if err != nil {
			t.Fatal(err)
		}
		var want bytes.Buffer
		f, _ := export.FormatNamed("csv")
		if err := f.Write(&want, selection); err != nil {
			t.Fatal(err)
		}
		got := s.do("GET", "/export?format=csv&"+test.asked, nil)
		if got.status != 200 || got.body != want.String() || strings.Count(got.body, "\n") < 2 {
			t.Errorf("%s: status %d\n%.300s\nwant\n%.300s", test.asked, got.status, got.body, &want)
		}
	}
	for _, asked := range []string{"asOf=1997-06-01&certainty=DEFINITE", "during=198X", "direction=OUT&around=country/japan"} {
		got := s.do("GET", "/export?format=csv&"+asked, nil)
		if whole := s.do("GET", "/export?format=csv", nil); got.status != 200 || len(got.body) >= len(whole.body) {
			t.Errorf("%s: status %d, %d of %d bytes", asked, got.status, len(got.body), len(whole.body))
		}
	}
}

func TestExportByAccept(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct{ accept, want string }{
		{"", "application/n-quads"}, {"*/*", "application/n-quads"}, {"text/turtle", "text/turtle"},
		{"application/gexf+xml", "application/gexf+xml"}, {"text/html, */*;q=0.8", "text/html; charset=utf-8"},
	} {
		if got := s.do("HEAD", "/export", nil, "Accept", test.accept); got.status != 200 || got.header.Get("Content-Type") != test.want {
			t.Errorf("Accept %q: status %d, type %q, want %q", test.accept, got.status, got.header.Get("Content-Type"), test.want)
		}
	}
}

func TestCompanions(t *testing.T) {
	s := start(t, patient())
	for _, v := range edition.Companions() {
		var want bytes.Buffer
		e, err := openShipped()
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Write(&want, e); err != nil {
			t.Fatal(err)
		}
		got := s.do("GET", "/export/"+v.File(), nil)
		if got.status != 200 || got.header.Get("Content-Type") != v.MediaType || got.body != want.String() {
			t.Errorf("%s: status %d, type %q, %d bytes", v.Name, got.status, got.header.Get("Content-Type"), len(got.body))
		}
		if again := s.do("GET", "/export/"+v.File(), nil, "If-None-Match", got.header.Get("ETag")); again.status != 304 {
			t.Errorf("%s: asked again, status %d", v.Name, again.status)
		}
	}
}

package server

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/export"
)

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func TestDereference(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct{ path, accept, wantType string }{
		{"/country/japan", "", "application/ld+json"},
		{"/country/japan", "*/*", "application/ld+json"},
		{"/country/japan", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"},
		{"/country/japan", "application/json", "application/json"},
		{"/country/japan", "text/turtle;q=0.9, application/n-quads;q=0.8", "text/turtle"},
		{"/country/japan", "text/turtle;version=1.2", "text/turtle; version=1.2"},
		{"/country/japan?format=turtle", "text/html", "text/turtle"},
		{"/country/japan?format=html", "text/turtle", "text/html; charset=utf-8"},
		{"/country/japan?format=csv", "", "text/csv; charset=utf-8; header=present"},
		{"/" + someStatement(t, s), "application/trig", "application/trig"},
		{"/" + someStatement(t, s), "application/jsonl", "application/jsonl"},
	} {
		got := s.do("GET", test.path, nil, "Accept", test.accept)
		tag := got.header.Get("ETag")
		if got.status != 200 || got.header.Get("Content-Type") != test.wantType || got.header.Get("Vary") != varied || got.header.Get("Cache-Control") != "no-cache" {
			t.Errorf("%s as %q: status %d, headers %v, want type %s", test.path, test.accept, got.status, got.header, test.wantType)
		}
		if !strings.Contains(tag, shipped(t).Dataset().Version()) {
			t.Errorf("%s as %q: ETag %q", test.path, test.accept, tag)
		}
		links := got.header.Get("Link")
		if !strings.Contains(links, `<https://w3id.org/aseangraph/`) || !strings.Contains(links, `; rel="canonical"`) || strings.Contains(links, `type="`+test.wantType+`"`) {
			t.Errorf("%s as %q: Link %s", test.path, test.accept, links)
		}
		if again := s.do("GET", test.path, nil, "Accept", test.accept, "If-None-Match", tag); again.status != 304 || again.body != "" {
			t.Errorf("%s as %q: asked again, status %d", test.path, test.accept, again.status)
		}
		head := s.do("HEAD", test.path, nil, "Accept", test.accept)
		if head.status != 200 || head.body != "" || head.header.Get("ETag") != tag || head.header.Get("Content-Length") != got.header.Get("Content-Length") {
			t.Errorf("%s as %q: HEAD has status %d, headers %v", test.path, test.accept, head.status, head.header)
		}
	}
}

// Each of a thing's links leads to what it says, and the formats differ.
func TestAlternates(t *testing.T) {
	s := start(t, patient())
	links := strings.Split(s.do("GET", "/fund/asean-cultural-fund", nil).header.Get("Link"), ", ")
	tags := map[string]bool{}
	for _, link := range links[1:] {
		path, rest, _ := strings.Cut(strings.TrimPrefix(link, "<"), ">")
		got := s.do("GET", path, nil)
		_, mediaType, _ := strings.Cut(rest, `type="`)
		if got.status != 200 || !strings.HasPrefix(got.header.Get("Content-Type"), strings.TrimSuffix(mediaType, `"`)) {
			t.Errorf("%s: status %d, type %s", link, got.status, got.header.Get("Content-Type"))
		}
		tags[got.header.Get("ETag")] = true
	}
	if len(tags) != len(links)-1 || len(tags) != len(export.Formats()) { // all but the one given, and the page
		t.Errorf("%d tags for %d links", len(tags), len(links))
	}
}

// What is said of a thing has all that the API says, and what that speaks of.
func TestDataOfAThingIsAllThatSpeaksOfIt(t *testing.T) {
	s := start(t, patient())
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(s.do("GET", "/country/japan?format=jsonlines", nil).body), "\n") {
		var one struct{ ID string }
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		lines = append(lines, one.ID)
	}
	all, err := shipped(t).Choose(nil, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, one := range all.Statements {
		if c := one.Content(); c.Subject == "country/japan" || c.Object.Entity() == "country/japan" || c.Where == "country/japan" {
			want = append(want, one.ID())
		}
	}
	slices.Sort(lines)
	slices.Sort(want)
	if !slices.Equal(lines, want) || len(want) == 0 {
		t.Errorf("%d statements %v\nwant %d %v", len(lines), lines, len(want), want)
	}
}

func TestWhatCannotBeHad(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct {
		method, path, accept string
		status               int
		code, says           string
	}{
		{"GET", "/country/jpan", "application/ld+json", 404, "NOT_FOUND", "country/japan"},
		{"GET", "/statement/none", "*/*", 404, "NOT_FOUND", "statement/none"},
		{"GET", "/country/japan", "image/png", 406, "INVALID", "text/turtle"},
		{"GET", "/country/japan?format=xml", "", 400, "INVALID", "turtle"},
		{"GET", "/country/japan?a=%zz", "", 400, "INVALID", "address"},
		{"GET", "/country/japan?format=html&facts=none", "", 404, "NOT_FOUND", "/country/japan"},
		{"GET", "/country/japan?format=html&facts=contributesTo&page=2", "", 404, "NOT_FOUND", "of 1"},
		{"GET", "/country/japan?format=html&facts=contributesTo&page=x", "", 404, "NOT_FOUND", "of 1"},
		{"POST", "/country/japan", "", 405, "INVALID", "GET"},
		{"DELETE", "/" + someStatement(t, s), "", 405, "INVALID", "GET"},
		{"GET", "/export?format=xml", "", 400, "INVALID", "nquads"},
		{"GET", "/export?colour=red", "", 400, "INVALID", "around"},
		{"GET", "/export?status=DONE", "", 400, "INVALID", "HAPPENED"},
		{"GET", "/export?predicates=none", "", 400, "INVALID", "none"},
		{"GET", "/export?around=country/jpan", "", 404, "NOT_FOUND", "country/japan"},
		{"GET", "/export?documents=country/japan", "", 404, "NOT_FOUND", "country/japan"},
		{"GET", "/export?depth=2", "", 400, "INVALID", "around"},
		{"GET", "/export?around=country/japan&depth=two", "", 400, "INVALID", "whole number"},
		{"GET", "/export?around=country/japan&depth=0", "", 400, "INVALID", "depth"},
		{"GET", "/export?asOf=2002", "", 400, "INVALID", "asOf"},
		{"GET", "/export?during=soon", "", 400, "INVALID", "during"},
		{"GET", "/export?certainty=SURE", "", 400, "INVALID", "POSSIBLE"},
		{"GET", "/export?types=Nothing", "", 400, "INVALID", "types"},
		{"GET", "/export?direction=UP", "", 400, "INVALID", "OUT"},
		{"GET", "/export?a=%zz", "", 400, "INVALID", "address"},
		{"GET", "/export", "image/png", 406, "INVALID", "application/n-quads"},
		{"GET", "/nothing", "", 404, "NOT_FOUND", "/nothing"},
		{"GET", "/country/japan/x", "*/*", 404, "NOT_FOUND", "/country/japan"},
		{"GET", "/assets/none.js", "*/*", 404, "NOT_FOUND", "/assets/none.js"},
		{"POST", "/export", "", 405, "INVALID", "GET"},
		{"POST", "/nothing", "", 405, "INVALID", "GET"},
		{"DELETE", "/funds", "", 405, "INVALID", "GET"},
		{"GET", "/funds?page=1000", "", 404, "NOT_FOUND", "/funds"},
		{"GET", "/sitemap.xml?page=2", "", 404, "NOT_FOUND", "/sitemap.xml"},
		{"GET", "/contributesTo", "image/png", 406, "INVALID", "text/turtle"},
		{"GET", "/contributesTo?format=csv", "", 400, "INVALID", "turtle"},
		{"GET", "/export/none.ttl", "", 404, "NOT_FOUND", "/export"},
	} {
		got := s.do(test.method, test.path, nil, "Accept", test.accept)
		var p problem
		if err := json.Unmarshal([]byte(got.body), &p); err != nil {
			t.Errorf("%s %s: %v: %.200s", test.method, test.path, err, got.body)
			continue
		}
		if got.status != test.status || p.Status != test.status || p.Code != test.code || !strings.Contains(p.Detail+" "+p.Hint, test.says) || got.header.Get("Content-Type") != problemType {
			t.Errorf("%s %s as %q: status %d, %s %q: %s, want %d, %s and %q", test.method, test.path, test.accept, got.status, p.Code, got.header.Get("Content-Type"), got.body, test.status, test.code, test.says)
		}
	}
}

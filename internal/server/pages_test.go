package server

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small are data files in which documents disagree and names are hostile.
var small = map[string]string{
	"entities/fund":    `fund/x: {name: "<script>alert(1)</script> & Fund", aliases: ["\"quoted\""], description: "It says <b>so</b>.", sameAs: ["https://example.org/x?a=1&b=2"]}`,
	"entities/country": `country/japan: {name: Japan}`,
	"documents/a": `
id: document/a
title: First <i>report</i>
publisher: A <House>
published: "1980"
language: en
kind: PRIMARY
address: https://example.org/a?b=1&c=2
passages:
  - section: Money <1>
    paragraph: 2
    statements:
      - {subject: fund/x, predicate: establishedIn, object: "1978-12"}
      - {subject: country/japan, predicate: contributesTo, object: fund/x, when: "1979", role: "donor </p>", quantity: {value: 5.15, unit: USD, qualifier: ABOUT, stage: PLEDGED}, status: PLANNED}
`,
	"documents/b": `
id: document/b
title: Second
publisher: B
published: "1990"
language: en
kind: SECONDARY
passages:
  - section: Dates
    statements:
      - {subject: fund/x, predicate: establishedIn, object: "1979-03"}
`,
}

func TestPageGolden(t *testing.T) {
	got := made(t, nil, small).do("GET", "/fund/x", nil, "Accept", "text/html").body
	got = regexp.MustCompile(`(?s)<main.*</main>\n`).FindString(got)
	const file = "testdata/fund.html"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the page differs from %s; see whether that is meant, then go test -update:\n%s", file, got)
	}
	if strings.Contains(got, "<script>") || strings.Contains(got, "<i>") || strings.Contains(got, "donor </p>") {
		t.Error("a text of the data is markup")
	}
	if !strings.Contains(got, "Documents disagree") {
		t.Error("the disagreement is not told")
	}
}

// Every page is well formed, has one h1, a title and headings in order, and
// loads nothing from elsewhere, nor has scripts within.
func TestPagesAreWellFormedAndLoadNothingForeign(t *testing.T) {
	s, hostile := start(t, patient()), made(t, nil, small)
	for _, test := range []struct {
		site   *site
		path   string
		status int
	}{
		{s, "/", 200}, {s, "/search", 200}, {s, "/search?q=japan", 200}, {s, "/search?q=%3Cscript%3E", 200}, {s, "/export", 200},
		{s, "/search?q=" + strings.Repeat("a+", 20), 200},
		{s, "/country/japan", 200}, {s, "/document/asean-japan-dialogue-2003", 200},
		{s, "/document/asean-japan-dialogue-2003?facts=source.in&page=2", 200},
		{s, "/" + someStatement(t, s), 200},
		{s, "/funds", 200}, {s, "/documents?page=2", 200}, {s, "/ontology", 200}, {s, "/data", 200}, {s, "/contributesTo", 200}, {s, "/Fund", 200}, {s, "/when", 200}, {s, "/shape/Founded", 200}, {s, "/dataset", 200},
		{s, "/nothing", 404}, {s, "/country/japan/x", 404}, {s, "/%3Cscript%3E", 404}, {s, "/export?status=DONE", 400}, {s, "/country/japan?facts=none", 404}, {s, "/funds?page=x", 404},
		{hostile, "/funds", 200}, {hostile, "/topics", 200},
		{s, "/country/jpan", 404}, {s, "/statement/none", 404}, {s, "/fund/quite-another-thing", 404},
		{hostile, "/fund/x", 200}, {hostile, "/country/japan", 200}, {hostile, "/document/a", 200}, {hostile, "/" + someStatement(t, hostile), 200},
	} {
		got := test.site.do("GET", test.path, nil, "Accept", "text/html")
		if got.status != test.status || got.header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%s: status %d, type %q", test.path, got.status, got.header.Get("Content-Type"))
			continue
		}
		if policy := got.header.Get("Content-Security-Policy"); policy != pagePolicy || !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", test.path, policy)
		}
		checkPage(t, test.path, got.body)
	}
}

func checkPage(t *testing.T, path, text string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict, decoder.AutoClose, decoder.Entity = false, []string{"meta", "link", "input"}, xml.HTMLEntity // some attributes have no value
	heading, ids, depth := 0, map[string]bool{}, 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			name := token.Name.Local
			if level := len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; level {
				if now := int(name[1] - '0'); now > heading+1 || now == 1 && heading > 0 {
					t.Errorf("%s: h%d follows h%d", path, now, heading)
				} else {
					heading = now
				}
			}
			if name == "img" || name == "iframe" || name == "script" && len(token.Attr) == 0 {
				t.Errorf("%s: has a %s", path, name)
			}
			for _, a := range token.Attr {
				switch {
				case a.Name.Local == "id" && ids[a.Value]:
					t.Errorf("%s: two elements have the id %q", path, a.Value)
				case a.Name.Local == "id":
					ids[a.Value] = true
				case a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on"):
					t.Errorf("%s: the attribute %s", path, a.Name.Local)
				case name == "link" && a.Name.Local == "href" && !strings.HasPrefix(a.Value, "data:"), a.Name.Local == "src" && !strings.HasPrefix(a.Value, "/assets/"):
					t.Errorf("%s: loads %s", path, a.Value)
				}
			}
		}
	}
	for _, part := range []string{`<html lang="en">`, "<title>", `<meta name="description" content="`, `<main id="content">`} {
		if strings.Count(text, part) != 1 {
			t.Errorf("%s: has %s %d times", path, part, strings.Count(text, part))
		}
	}
	if heading == 0 || depth != 0 {
		t.Errorf("%s: ends at depth %d, with headings down to %d", path, depth, heading)
	}
}

// someStatement is the id of a statement.
func someStatement(t *testing.T, s *site) string {
	t.Helper()
	var answer struct {
		Data struct {
			Statements struct{ Nodes []struct{ ID string } }
		}
	}
	body := s.post(`{ statements(first: 1) { nodes { id } } }`, nil).body
	if err := json.Unmarshal([]byte(body), &answer); err != nil || len(answer.Data.Statements.Nodes) != 1 {
		t.Fatalf("%v: %s", err, body)
	}
	return answer.Data.Statements.Nodes[0].ID
}

// Each link within the site leads somewhere.
func TestLinksOfPagesLeadSomewhere(t *testing.T) {
	s := start(t, patient())
	seen := map[string]bool{}
	for _, path := range []string{"/", "/funds", "/documents", "/ontology", "/contributesTo", "/Fund", "/nothing", "/country/japan/x", "/country/japan", "/search?q=fund", "/export?format=html", "/" + someStatement(t, s), "/country/jpan"} {
		page := s.do("GET", path, nil, "Accept", "text/html").body
		for _, match := range regexp.MustCompile(`href="(/[^"#]*)"`).FindAllStringSubmatch(page, -1) {
			to := strings.ReplaceAll(match[1], "&amp;", "&")
			if seen[to] || strings.HasPrefix(to, "/graphiql/") {
				continue
			}
			seen[to] = true
			if got := s.do("HEAD", to, nil, "Accept", "text/html"); got.status != 200 {
				t.Errorf("%s leads to %s, which answers %d", path, to, got.status)
			}
		}
	}
}

func TestPassagesAndAddressesOfSources(t *testing.T) {
	files := map[string]string{
		"entities/country": `country/japan: {name: Japan}`,
		"documents/a": `
id: document/a
title: First
publisher: A
published: "1980"
language: en
kind: PRIMARY
address: https://example.org/a
file: a.txt
sha256: DIGEST
passages:
  - {start: 0, end: 21, statements: [{subject: document/a, predicate: mentions, object: country/japan}]}
`,
	}
	text := "Japan <b>is</b> there"
	files["documents/a"] = strings.Replace(files["documents/a"], "DIGEST", digest(text), 1)
	s := made(t, fstest.MapFS{"a.txt": {Data: []byte(text)}}, files)
	got := s.do("GET", "/country/japan", nil, "Accept", "text/html").body
	for _, want := range []string{
		"<blockquote>Japan &lt;b&gt;is&lt;/b&gt; there</blockquote>",
		`<a href="https://example.org/a" rel="noopener nofollow">original</a>`,
		`<a href="/document/a">First</a>`, "characters 0 to 21",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page lacks %s:\n%s", want, got)
		}
	}
}

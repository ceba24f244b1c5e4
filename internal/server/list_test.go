package server

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// listedOn are the things on all pages of a list, by following its links.
func listedOn(t *testing.T, s *site, path string) (all []string) {
	t.Helper()
	next := regexp.MustCompile(`<a href="([^"]*)" rel="next">`)
	for path != "" {
		got := s.do("GET", path, nil, "Accept", browser)
		if got.status != 200 {
			t.Fatalf("%s: status %d", path, got.status)
		}
		for _, match := range regexp.MustCompile(`<li><a href="/([^"]*)">`).FindAllStringSubmatch(got.body, -1) {
			all = append(all, match[1])
		}
		path = ""
		if match := next.FindStringSubmatch(got.body); match != nil {
			path = strings.ReplaceAll(match[1], "&amp;", "&")
		}
	}
	return all
}

// Whoever follows links from the first page finds every thing, without a script;
// and so does who reads the sitemap.
func TestListsAndSitemapHaveEverything(t *testing.T) {
	s := start(t, patient())
	var want, got []string
	for _, thing := range shipped(t).Things() {
		want = append(want, thing.ID())
	}
	home := s.do("GET", "/", nil, "Accept", browser).body
	for _, kind := range kinds(shipped(t)) {
		if !strings.Contains(home, `<a href="`+kind.List.Href+`">`) {
			t.Errorf("the first page does not lead to %s", kind.List.Href)
		}
		listed := listedOn(t, s, kind.List.Href)
		if len(listed) != kind.Count {
			t.Errorf("%s lists %d things, want %d", kind.List.Href, len(listed), kind.Count)
		}
		got = append(got, listed...)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("the lists have %d things, want %d", len(got), len(want))
	}

	var sitemap struct {
		URL []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	robots := s.do("GET", "/robots.txt", nil).body
	_, at, _ := strings.Cut(robots, "Sitemap: "+s.url)
	body := s.do("GET", strings.TrimSpace(at), nil).body
	if err := xml.Unmarshal([]byte(body), &sitemap); err != nil {
		t.Fatalf("%v: %.300s", err, body)
	}
	told := map[string]bool{}
	for _, one := range sitemap.URL {
		told[strings.TrimPrefix(one.Loc, s.url+"/")] = true
	}
	for _, id := range want {
		if !told[id] {
			t.Errorf("the sitemap lacks %s", id)
		}
	}
	if proxied := s.do("GET", "/sitemap.xml", nil, "X-Forwarded-Proto", "https").body; !strings.Contains(proxied, "<loc>https://") || strings.Contains(proxied, "<loc>http://") {
		t.Errorf("behind a proxy by https: %.300s", proxied)
	}
}

// Other words for a class lead to its list, and no list hides a page.
func TestAddressesOfLists(t *testing.T) {
	s := start(t, patient())
	for _, path := range []string{"/fund", "/funds/", "/fund/", "/document"} {
		got := s.do("GET", path, nil, "Accept", browser)
		if to := got.header.Get("Location"); got.status != 301 || to != "/"+strings.TrimSuffix(strings.Trim(path, "/"), "s")+"s" {
			t.Errorf("%s: status %d, to %q", path, got.status, to)
		}
	}
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"graphql", "graphiql", "search", "export", "graph", "paths", "compare", "trends", "timeline", "disagreements", "ontology", "data", "dataset", "healthz"} {
		if c := listedAt(e.Ontology, path); c != nil {
			t.Errorf("the list of %s hides /%s", c.Name, path)
		}
		if _, ok := findTerm(e, path); ok {
			t.Errorf("a word hides /%s", path)
		}
	}
}

// A page of what is not there names it, and suggests what may be meant.
func TestWhatIsMissingIsNamed(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct{ path, says string }{
		{"/nothing", "/nothing"}, {"/country/japan/x", `href="/country/japan"`}, {"/country/jpan", `href="/country/japan"`}, {"/japan", `href="/country/japan"`},
	} {
		got := s.do("GET", test.path, nil, "Accept", browser)
		for _, want := range []string{test.says, `<code>` + test.path + `</code>`, `action="/search"`, `<a href="/">`, `<meta name="robots" content="noindex">`} {
			if got.status != 404 || !strings.Contains(got.body, want) {
				t.Errorf("%s: status %d, the page lacks %s", test.path, got.status, want)
			}
		}
	}
}

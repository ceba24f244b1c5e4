package server

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"net/http"
	"strconv"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// perSitemap is how many addresses one file may have:
// https://www.sitemaps.org/protocol.html
const perSitemap = 50_000

const sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// serveRobots tells crawlers where everything is listed, and what is one
// question in many forms.
func (p *pages) serveRobots(w http.ResponseWriter, r *http.Request) {
	text := "User-agent: *\nDisallow: /graphql\nDisallow: /search\nDisallow: /export?\nDisallow: /*?format=\n\nSitemap: " + root(r) + "/sitemap.xml\n"
	give(w, r, "text/plain; charset=utf-8", answer{status: http.StatusOK, body: []byte(text)})
}

// serveSitemap writes the addresses of all lists and things as they are walked;
// where they are too many for one file, those of the files.
func (p *pages) serveSitemap(w http.ResponseWriter, r *http.Request) {
	g := p.current().Graph
	var lists []string
	for _, k := range kinds(g) {
		lists = append(lists, k.List.Href)
	}
	things := g.Things()
	total := 1 + len(lists) + len(things)
	at := func(n int) string {
		switch {
		case n == 0:
			return "/"
		case n <= len(lists):
			return lists[n-1]
		}
		return "/" + things[n-1-len(lists)].ID()
	}
	files := (total + perSitemap - 1) / perSitemap
	number := r.URL.Query().Get(pageKey)
	if number == "" && files > 1 {
		writeSitemap(w, r, "sitemapindex", "sitemap", 0, files, func(n int) string { return "/sitemap.xml?" + pageKey + "=" + strconv.Itoa(n+1) })
		return
	}
	page := 1
	if number != "" {
		page, _ = strconv.Atoi(number) // 0 for what is no number
	}
	if page < 1 || page > files {
		p.fail(w, r, fault.New(fault.NotFound, "there is no sitemap %.20q of %d", number, files).Hinted("see /sitemap.xml"))
		return
	}
	writeSitemap(w, r, "urlset", "url", (page-1)*perSitemap, min(page*perSitemap, total), at)
}

// writeSitemap writes the addresses with numbers from start to end.
func writeSitemap(w http.ResponseWriter, r *http.Request, list, each string, start, end int, at func(int) string) {
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	if r.Method == http.MethodHead {
		return
	}
	base := root(r)
	text := bufio.NewWriter(w)
	fmt.Fprintf(text, "%s<%s xmlns=%q>\n", xml.Header, list, sitemapNamespace)
	for n := start; n < end; n++ {
		fmt.Fprintf(text, "<%s><loc>", each)
		_ = xml.EscapeText(text, []byte(base+at(n))) // the buffer remembers what fails
		fmt.Fprintf(text, "</loc></%s>\n", each)
	}
	fmt.Fprintf(text, "</%s>\n", list)
	_ = text.Flush() // a client that went away is no failure of ours
}

// root is the address of this server as the client, or the proxy before it,
// knows it.
func root(r *http.Request) string {
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host
}

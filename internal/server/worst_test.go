package server

import (
	"fmt"
	"log/slog"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/schema"
)

// millionQuads is a graph of that size with its best connected thing.
var millionQuads = sync.OnceValues(func() (*query.Graph, string) {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		panic(err)
	}
	sample, err := querytest.New(o, o.ClassOf("document/x"), 1, 1_000_000)
	if err != nil {
		panic(err)
	}
	g, err := sample.Open()
	if err != nil {
		panic(err)
	}
	return g, string(sample.Hubs[0])
})

// worst are the dearest questions that the limits allow, about a thing with
// very many links.
func worst(g *query.Graph, hub string) map[string]string {
	other := g.Things()[1].ID()
	thing := `entity(id: "` + hub + `")`
	class, _, _ := strings.Cut(hub, "/")
	types := "types: [" + strings.ToUpper(class) + "]"
	return map[string]string{
		"pages of pages of statements":       `{ statements(first: 65) { nodes { subject { statements(first: 65) { nodes { id status role predicate { name label } when { edtf label } } } } } } }`,
		"links of links of a hub":            `{ ` + thing + ` { links(first: 100) { nodes { node { links(first: 35, where: {` + types + `}) { nodes { node { links(first: 1) { totalCount } } } } } } } } }`,
		"counts of links of links":           `{ ` + thing + ` { links(first: 100) { nodes { node { links(first: 30, where: {` + types + `}) { nodes { node { linkCounts { links } } } } } } } } }`,
		"50 lists of a hub's links":          `{ ` + thing + ` { ` + aliased(50, `links(first: 1, where: {during: "1980/1990"}) { totalCount }`) + `} }`,
		"50 timelines of a hub":              `{ ` + thing + ` { ` + aliased(50, `timeline(first: 1, where: {during: "1980/1990"}) { totalCount }`) + `} }`,
		"50 last pages of a hub":             `{ ` + thing + ` { ` + aliased(50, `statements(last: 1, orderBy: {field: WHEN, direction: DESC}) { nodes { id } }`) + `} }`,
		"20 searches through all statements": `{ ` + aliased(20, `statements(first: 1, where: {text: "none of it", during: "1980/1990"}, orderBy: {field: WHEN, direction: DESC}) { totalCount }`) + `}`,
		"20 orders of all statements":        `{ ` + aliased(20, `statements(first: 1, orderBy: {field: EVIDENCE, direction: DESC}) { nodes { id } }`) + `}`,
		"20 long searches":                   `{ ` + aliased(20, `search(text: "samplex thx nx of the sample thing nothing neither nor ever wrong") { totalCount }`) + `}`,
		"20 searches for one letter":         `{ ` + aliased(20, `search(text: "n o s t 1 2 3 4 5 6 7 8") { totalCount }`) + `}`,
		"20 wrong ids":                       `{ ` + aliased(20, `entity(id: "organisation/thing-x123") { name }`) + `}`,
		"20 classes by degree":               `{ ` + aliased(20, `countries(first: 1, orderBy: {field: DEGREE, direction: DESC}) { nodes { id } }`) + `}`,
		"20 classes at a day":                `{ ` + aliased(20, `organisations(first: 1, where: {asOf: "1980-01-01", certainty: DEFINITE}) { totalCount }`) + `}`,
		"20 filters by a hub":                `{ ` + aliased(20, `organisations(first: 1, where: {partOf: ["`+hub+`"], during: "1980/1990"}) { totalCount }`) + `}`,
		"conflicts of conflicts":             `{ ` + thing + ` { statements(first: 100) { nodes { conflictsWith { conflictsWith { conflictsWith { conflictsWith { id } } } } } } } }`,
		"20 ontologies":                      `{ ` + aliased(20, `ontology { predicates { name label inverseLabel description domain range count } classes { name description interfaces sameAs count } }`) + `}`,
		"3 networks three links around hubs": `{ ` + networks(g, hub, 3, 3, 2) + `}`,
		"12 networks two links around hubs":  `{ ` + networks(g, hub, 12, 2, 2) + `}`,
		"2 large networks of a hub":          `{ ` + networks(g, hub, 2, 3, 500) + `}`,
		"7 large networks of a hub":          `{ ` + networks(g, hub, 7, 1, 500) + `}`,
		"20 networks around hubs":            `{ ` + networks(g, hub, 20, 1, 2) + `}`,
		"3 searches for the longest paths":   `{ ` + aliased(3, `paths(from: "`+hub+`", to: "`+other+`", maxLength: 6, first: 50) { cost }`) + `}`,
		"15 searches for long paths":         `{ ` + aliased(15, `paths(from: "`+hub+`", to: "`+other+`", maxLength: 5, first: 50) { cost }`) + `}`,
		"19 sums of as much as can be":       `{ ` + aliased(19, `sum(where: {during: "1980/2020", predicate: "value"}) { added { id } }`) + `}`,
		"20 timelines of everything":         `{ ` + aliased(20, `timeline(first: 1, where: {during: "1980/1990"}) { totalCount }`) + `}`,
		"20 comparisons of a hub":            `{ ` + aliased(20, `compare(of: ["`+hub+`", "`+other+`"], where: {during: "1980/1990"}) { similarity shared { entity { id } } matrix(first: 1) { totalCount } }`) + `}`,
		"20 lists of disagreements":          `{ ` + aliased(20, `disagreements(about: ["`+hub+`"], first: 1) { totalCount }`) + `}`,
		"a page about a hub":                 strings.Replace(page, "country/japan", hub, 1),
	}
}

// networks are pictures around a hub and a thing beside it that no other picture
// has, so that none is known yet.
func networks(g *query.Graph, hub string, count, depth, first int) string {
	var b strings.Builder
	for n := range count {
		fmt.Fprintf(&b, `n%d: network(around: ["%s", "%s"], depth: %d, first: %d, where: {status: [HAPPENED]}) { hidden nodes { x y } } `, n, hub, g.Things()[n*100+depth].ID(), depth, first)
	}
	return b.String()
}

// BenchmarkWorst asks the dearest questions of the shipped graph and of one of
// a million quads, over HTTP.
func BenchmarkWorst(b *testing.B) {
	million, hub := millionQuads()
	for _, size := range []struct {
		name  string
		graph *query.Graph
		hub   string
	}{{"shipped", shipped(b), "country/japan"}, {"1M", million, hub}} {
		handler := New(func() *edition.Edition { return &edition.Edition{Graph: size.graph} }, DefaultLimits, slog.New(slog.DiscardHandler))
		server := httptest.NewServer(handler)
		s := &site{t: b, url: server.URL}
		for name, question := range worst(size.graph, size.hub) {
			b.Run(fmt.Sprintf("%s/%s", size.name, name), func(b *testing.B) {
				var got response
				for b.Loop() {
					got = s.post(question, nil)
				}
				b.ReportMetric(float64(len(got.body)), "bytes")
				b.ReportMetric(float64(got.status), "status")
				if codes := got.codes(b); len(codes) > 0 {
					b.Log(codes[0], got.body[:min(len(got.body), 200)])
				}
			})
		}
		server.Close()
	}
}

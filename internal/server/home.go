package server

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// homeView is the first page.
type homeView struct {
	Kinds    []kindView
	Examples []anchor
}

// serveHome serves the first page; in Turtle, the ontology, whose IRI is the
// base.
func (p *pages) serveHome(w http.ResponseWriter, r *http.Request) {
	e := p.current()
	g := e.Graph
	if chosen, err := negotiate(r.Header.Values("Accept"), htmlType, turtleType); err == nil && chosen == turtleType {
		c, _ := edition.CompanionNamed("ontology")
		p.giveCompanion(w, r, e, c)
		return
	}
	v := &homeView{Kinds: kinds(g)}
	for _, example := range graph.Examples() {
		v.Examples = append(v.Examples, anchor{example.Name, "/graphiql/?" + url.Values{"query": {example.Query}}.Encode()})
	}
	d := g.Dataset()
	p.giveHTML(w, r, http.StatusOK, "home", sheet{
		Title: d.Title(), Dataset: d, Data: v, Home: true,
		Description: counted(d.Statements(), "statement", "statements") + " about " + counted(d.Entities(), "thing", "things") + ", each with the document that says so.",
	})
}

// searchView is what was found, or why nothing was looked up.
type searchView struct {
	Asked   string
	Found   []found
	Total   int
	Problem string
}

// found is a thing among those found.
type found struct {
	Thing, Class anchor
	Description  string
	ID           string
}

// maxFound is how many things a page of search shows.
const maxFound = 50

func (p *pages) serveSearch(w http.ResponseWriter, r *http.Request) {
	g := p.current().Graph
	v := &searchView{Asked: strings.TrimSpace(r.URL.Query().Get("q"))}
	size := maxFound
	if v.Asked != "" {
		hits, err := g.Search(v.Asked, nil, query.NewPage(&size, nil, nil, nil))
		if err != nil {
			v.Problem = newProblem(r.Context(), p.log, err).Hint
		} else {
			v.Total = hits.TotalCount
			for _, hit := range hits.Nodes() {
				t := g.Thing(statement.EntityID(hit.ID()))
				v.Found = append(v.Found, found{toThing(t), class(g, t), text(t.Description()), t.ID()})
			}
		}
	}
	title := "Search"
	if v.Asked != "" {
		title = v.Asked + " · search"
	}
	p.giveHTML(w, r, http.StatusOK, "search", sheet{Title: title, Description: "Things found by their names.", Asked: v.Asked, Data: v, Dataset: g.Dataset(), Hidden: true})
}

// exportView is what can be taken away.
type exportView struct {
	Formats    []formatView
	Keys       any
	Companions []edition.Companion
}

type formatView struct {
	export.Format
	Href string
}

func exportPage(e *edition.Edition) sheet {
	v := &exportView{Keys: partKeys, Companions: edition.Companions()}
	for _, f := range export.Formats() {
		v.Formats = append(v.Formats, formatView{f, "/export?" + formatKey + "=" + f.Name})
	}
	return sheet{Title: "Take the data away", Description: "Everything, or a part, in the formats that people use.", Data: v, Dataset: e.Graph.Dataset()}
}

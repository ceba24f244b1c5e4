package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// The keys of an address that choose from the facts of a thing.
const (
	factsKey = "facts"
	pageKey  = "page"
)

// thingView is the page of a thing.
type thingView struct {
	ID, IRI     string
	Name        string
	Class       anchor // with the class's colour in Href
	Aliases     []string
	Description string
	SameAs      []string
	Document    *documentView
	Groups      []*group
	Gaps        []*query.Gap // what is known to be missing
	One         *chosen      // where one group is shown by itself
	Downloads   []anchor
}

// documentView is what is known of a document beside its name.
type documentView struct{ Title, Publisher, Published, Kind, Language, Address string }

// chosen is a page of one group.
type chosen struct {
	Page, Pages    int
	Earlier, Later string // addresses; empty where there is nothing
}

// statementView is the page of a statement.
type statementView struct {
	ID, IRI   string
	Subject   anchor
	Label     string
	Claim     claim
	Against   []claim // of other documents
	Downloads []anchor
}

// show writes the page of a thing or a statement.
func (p *pages) show(w http.ResponseWriter, r *http.Request, e *edition.Edition, node query.Node, asked url.Values) {
	linkAlternates(w, e, node.ID(), htmlType)
	if s, ok := node.(*query.Statement); ok {
		p.giveHTML(w, r, http.StatusOK, "statement", statementPage(e.Graph, s))
		return
	}
	content, err := thingPage(e.Graph, e.Graph.Thing(statement.EntityID(node.ID())), asked)
	if err != nil {
		p.fail(w, r, err)
		return
	}
	p.giveHTML(w, r, http.StatusOK, "thing", content)
}

func thingPage(g *query.Graph, t *query.Thing, asked url.Values) (sheet, error) {
	v := &thingView{
		ID: t.ID(), IRI: t.IRI(), Name: t.Name(), Class: class(g, t), Aliases: t.Aliases(), Description: text(t.Description()),
		SameAs: t.SameAs(), Document: newDocumentView(t), Groups: groups(g, statement.EntityID(t.ID())),
		Gaps: t.Coverage(), Downloads: downloads(t.ID()),
	}
	described := v.Description
	if described == "" {
		described = v.Name + ", " + v.Class.Text + ": " + counted(v.total(), "fact", "facts") + ", each with the document that says so."
	}
	content := sheet{Title: v.Name, Description: described, Data: v, Dataset: g.Dataset(), Hidden: len(asked) > 0}
	if asked.Has(factsKey) {
		return content, v.choose(asked.Get(factsKey), asked.Get(pageKey))
	}
	for _, shown := range v.Groups {
		shown.Facts = shown.all[:min(perPage, shown.Total)]
	}
	return content, nil
}

func (v *thingView) total() (n int) {
	for _, g := range v.Groups {
		n += g.Total
	}
	return n
}

// choose leaves one page of one group.
func (v *thingView) choose(key, number string) error {
	n, err := 1, error(nil)
	if number != "" {
		n, err = strconv.Atoi(number)
	}
	at := slices.IndexFunc(v.Groups, func(g *group) bool { return g.Key == key })
	if at < 0 {
		return fault.New(fault.NotFound, "%s has no facts %.60q", v.ID, key).Hinted("see /%s", v.ID)
	}
	one := v.Groups[at]
	pages := (one.Total + perPage - 1) / perPage
	if err != nil || n < 1 || n > pages {
		return fault.New(fault.NotFound, "there is no page %.20q of %d", number, pages).Hinted("see /%s", v.ID)
	}
	one.Facts = one.all[(n-1)*perPage : min(n*perPage, one.Total)]
	v.Groups, v.One = []*group{one}, &chosen{Page: n, Pages: pages}
	if n > 1 {
		v.One.Earlier = v.address(one, n-1)
	}
	if n < pages {
		v.One.Later = v.address(one, n+1)
	}
	return nil
}

func (v *thingView) address(g *group, page int) string {
	return "/" + v.ID + "?" + url.Values{factsKey: {g.Key}, pageKey: {strconv.Itoa(page)}}.Encode()
}

// More is where the rest of a group begins, with how much that is.
func (v *thingView) More(g *group) anchor {
	if v.One != nil || g.Total <= perPage {
		return anchor{}
	}
	return anchor{strconv.Itoa(g.Total-perPage) + " more", v.address(g, 2)}
}

func class(g *query.Graph, t *query.Thing) anchor {
	c := g.Ontology.ClassOf(statement.EntityID(t.ID()))
	return anchor{strings.ReplaceAll(c.Prefix, "-", " "), c.Colour}
}

// newDocumentView is nil for what is no document of ours.
func newDocumentView(t *query.Thing) *documentView {
	if t.Kind() == nil {
		return nil
	}
	v := &documentView{
		Title: t.Title(), Publisher: text(t.Publisher()), Language: text(t.Language()),
		Kind: strings.ToLower(t.Kind().String()), Address: webAddress(text(t.Address())),
	}
	if published := t.Published(); published != nil {
		v.Published = published.Label()
	}
	return v
}

// downloads lead to the other forms of what has an id.
func downloads(id string) (all []anchor) {
	for _, d := range []struct{ text, format string }{{"JSON-LD", "jsonld"}, {"Turtle", "turtle"}, {"N-Quads", "nquads"}, {"CSV", "csv"}} {
		all = append(all, anchor{d.text, "/" + id + "?" + formatKey + "=" + d.format})
	}
	return all
}

func statementPage(g *query.Graph, s *query.Statement) sheet {
	content := s.Content()
	v := &statementView{
		ID: s.ID(), IRI: s.IRI(), Subject: toThing(g.Thing(content.Subject)), Label: s.Predicate().Label(),
		Claim: newClaim(g, s, content.Object.Entity()), Downloads: downloads(s.ID()),
	}
	v.Claim.Page = ""
	for _, other := range s.ConflictsWith() {
		v.Against = append(v.Against, newClaim(g, other, other.Content().Object.Entity()))
	}
	told := sentence(g, s)
	return sheet{Title: told, Description: told + ": as “" + v.Claim.Source.Document.Text + "” says.", Data: v, Dataset: g.Dataset()}
}

// counted is a number of things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

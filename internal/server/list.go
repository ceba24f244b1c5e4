package server

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// perList is how many things a page of a list shows.
const perList = 100

// listView is a page of the things of a class.
type listView struct {
	Class  anchor // with its colour in Href
	Name   string // of the class in the plural
	Means  string
	Things []found
	Total  int
	chosen
}

// listAddress is where the things of a class are listed.
func listAddress(c *ontology.Class) string { return "/" + c.Plural }

// listedAt finds the class whose list an address means: by the plural, by the
// singular, or by the part before the slash of its things' ids.
func listedAt(o *ontology.Ontology, name string) *ontology.Class {
	name = strings.TrimSuffix(name, "/")
	for _, c := range o.Classes() {
		if name == c.Plural || name == c.Prefix || name == c.Singular() {
			return c
		}
	}
	return nil
}

// serveList lists the things of a class by name. Other addresses that mean the
// list lead to its own.
func (p *pages) serveList(w http.ResponseWriter, r *http.Request, e *edition.Edition, c *ontology.Class) {
	if r.URL.Path != listAddress(c) {
		http.Redirect(w, r, listAddress(c), http.StatusMovedPermanently)
		return
	}
	name := export.InWords(c.Plural)
	all := thingsOf(e.Graph, c)
	v := &listView{Class: anchor{"", c.Colour}, Name: upperFirst(name), Means: c.Description, Total: len(all)}
	v.Page, v.Pages = 1, max(1, (len(all)+perList-1)/perList)
	if number := r.URL.Query().Get(pageKey); number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > v.Pages {
			p.fail(w, r, fault.New(fault.NotFound, "there is no page %.20q of %d", number, v.Pages).Hinted("see %s", listAddress(c)))
			return
		}
		v.Page = n
	}
	if v.Page > 1 {
		v.Earlier = listAddress(c) + "?" + pageKey + "=" + strconv.Itoa(v.Page-1)
	}
	if v.Page < v.Pages {
		v.Later = listAddress(c) + "?" + pageKey + "=" + strconv.Itoa(v.Page+1)
	}
	for _, t := range all[(v.Page-1)*perList : min(v.Page*perList, len(all))] {
		v.Things = append(v.Things, found{Thing: toThing(t), Description: text(t.Description())})
	}
	title := v.Name
	if v.Page > 1 {
		title += ", page " + strconv.Itoa(v.Page)
	}
	p.giveHTML(w, r, http.StatusOK, "list", sheet{Title: title, Description: "All " + name + " of the graph, by name.", Data: v, Dataset: e.Graph.Dataset()})
}

// thingsOf are the things of a class in order of name.
func thingsOf(g *query.Graph, c *ontology.Class) (all []*query.Thing) {
	for _, t := range g.Things() {
		if g.Ontology.ClassOf(statement.EntityID(t.ID())) == c {
			all = append(all, t)
		}
	}
	slices.SortFunc(all, func(a, b *query.Thing) int {
		if by := strings.Compare(strings.ToLower(a.Name()), strings.ToLower(b.Name())); by != 0 {
			return by
		}
		return strings.Compare(a.ID(), b.ID())
	})
	return all
}

// kindView is a class that has things, with how many.
type kindView struct {
	List, Class anchor
	Count       int
}

func kinds(g *query.Graph) (all []kindView) {
	count := map[*ontology.Class]int{}
	for _, t := range g.Things() {
		count[g.Ontology.ClassOf(statement.EntityID(t.ID()))]++
	}
	for _, c := range g.Ontology.Classes() {
		if count[c] > 0 {
			all = append(all, kindView{anchor{upperFirst(export.InWords(c.Plural)), listAddress(c)}, anchor{"", c.Colour}, count[c]})
		}
	}
	return all
}

func upperFirst(text string) string {
	if text == "" {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

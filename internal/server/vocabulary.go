package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// turtleType is the one form, beside pages, in which the vocabulary is told.
const turtleType = "text/turtle"

// termView is the page of a word of the vocabulary.
type termView struct {
	export.Term
	Kind, IRI string
	Things    *anchor // the list of a class's things
}

// findTerm finds the word that an address under the base names. What has a full
// stop in it is a file and no word.
func findTerm(e *edition.Edition, name string) (export.Term, bool) {
	if name == "" || strings.Contains(name, ".") {
		return export.Term{}, false
	}
	term, err := export.FindTerm(e.Ontology, e.Graph.Vocabulary, name)
	return term, err == nil
}

// serveTerm tells what a word means, on a page or in Turtle.
func (p *pages) serveTerm(w http.ResponseWriter, r *http.Request, e *edition.Edition, t export.Term) {
	asPage, err := p.pageOrTurtle(w, r)
	if err != nil {
		return
	}
	iri := string(e.Graph.Vocabulary.IRI(t.Name))
	w.Header().Set("Link", "<"+iri+`>; rel="canonical", </ontology.ttl>; rel="describedby"; type="`+turtleType+`"`)
	if !asPage {
		saveAs(w, r.URL.Query(), t.Name, ".ttl")
		a := answer{status: http.StatusOK, body: []byte(t.Turtle)}
		a.tag(e.Graph.Dataset().Version())
		give(w, r, turtleType, a)
		return
	}
	v := &termView{Term: t, IRI: iri, Kind: "word"}
	if c := e.Ontology.Class(t.Name); c != nil {
		v.Kind, v.Things = "class", &anchor{export.InWords(c.Plural), listAddress(c)}
	} else if e.Ontology.Predicate(t.Name) != nil {
		v.Kind = "predicate"
	}
	means := t.Means
	if means == "" {
		means = "What data says with it must be so."
	}
	p.giveHTML(w, r, http.StatusOK, "term", sheet{Title: t.Label, Description: means, Data: v, Dataset: e.Graph.Dataset()})
}

// pageOrTurtle is what a request for the vocabulary wants; the error is told
// already. Who leaves the choice, which no browser does, gets Turtle.
func (p *pages) pageOrTurtle(w http.ResponseWriter, r *http.Request) (asPage bool, err error) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	turtle, _ := export.FormatNamed("turtle")
	format, status, err := formatOf(r, r.URL.Query(), []offer{{turtleType, turtle}, {htmlType, export.Format{}}})
	if err == nil && format.Name != "" && format.Name != turtle.Name {
		status, err = http.StatusBadRequest, fault.New(fault.Invalid, "the vocabulary cannot be had as %s", format.Name).Hinted("ask for html or turtle")
	}
	if err != nil {
		p.tell(w, r, newProblem(r.Context(), p.log, err).as(status))
	}
	return format.Name == "", err
}

// ontologyView is the page of all classes and predicates.
type ontologyView struct{ Classes, Predicates []termLine }

// termLine is a word on that page.
type termLine struct {
	Word, Things anchor
	Inverse      string
	Means        string
}

// serveOntology tells all words, on a page or in Turtle.
func (p *pages) serveOntology(w http.ResponseWriter, r *http.Request) {
	asPage, err := p.pageOrTurtle(w, r)
	if err != nil {
		return
	}
	e := p.current()
	if !asPage {
		c, _ := edition.CompanionNamed("ontology") // our own names are there
		p.giveCompanion(w, r, e, c)
		return
	}
	p.giveHTML(w, r, http.StatusOK, "ontology", sheet{Title: "Ontology", Description: "What this graph can say: its classes and predicates.", Data: newOntologyView(e.Ontology), Dataset: e.Graph.Dataset()})
}

func newOntologyView(o *ontology.Ontology) *ontologyView {
	v := &ontologyView{}
	for _, c := range o.Classes() {
		v.Classes = append(v.Classes, termLine{Word: anchor{export.InWords(c.Name), "/" + c.Name}, Things: anchor{export.InWords(c.Plural), listAddress(c)}, Means: c.Description})
	}
	for _, one := range o.Predicates() {
		v.Predicates = append(v.Predicates, termLine{Word: anchor{one.Label, "/" + one.Name}, Inverse: one.Inverse, Means: one.Description})
	}
	return v
}

func (p *pages) serveCompanion(w http.ResponseWriter, r *http.Request) {
	for _, c := range edition.Companions() {
		if c.File() == r.PathValue("file") {
			p.giveCompanion(w, r, p.current(), c)
			return
		}
	}
	p.fail(w, r, fault.New(fault.NotFound, "there is no file %.60q", r.PathValue("file")).Hinted("see /export for those there are"))
}

// serveDataset tells what the dataset is, under the IRI that its description
// has for it.
func (p *pages) serveDataset(w http.ResponseWriter, r *http.Request) {
	asPage, err := p.pageOrTurtle(w, r)
	if err != nil {
		return
	}
	e := p.current()
	if asPage {
		p.giveHTML(w, r, http.StatusOK, "export", exportPage(e))
		return
	}
	c, _ := edition.CompanionNamed("description")
	p.giveCompanion(w, r, e, c)
}

// giveCompanion writes a file that goes with the data.
func (p *pages) giveCompanion(w http.ResponseWriter, r *http.Request, e *edition.Edition, c edition.Companion) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	var text bytes.Buffer
	if err := c.Write(&text, e); err != nil {
		p.fail(w, r, err)
		return
	}
	a := answer{status: http.StatusOK, body: text.Bytes()}
	a.tag(e.Graph.Dataset().Version())
	give(w, r, c.MediaType, a)
}

// saveAs lets a browser keep what is asked for by the name of a format under a
// name of its own; what is asked for by Accept stands at its address.
func saveAs(w http.ResponseWriter, asked url.Values, id, extension string) {
	if asked.Has(formatKey) {
		w.Header().Set("Content-Disposition", `attachment; filename="`+strings.ReplaceAll(id, "/", "-")+extension+`"`)
	}
}

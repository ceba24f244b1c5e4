package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// offered is what can be had of a thing. JSON-LD comes first, for clients that
// leave the choice: browsers never do.
var offered = offers("jsonld")

// dereference answers with all that the graph has of an id, in the form that is
// asked for; node is nil where it has nothing.
func (p *pages) dereference(w http.ResponseWriter, r *http.Request, e *edition.Edition, id string, node query.Node) {
	w.Header().Set("Vary", varied)
	asked, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		p.fail(w, r, fault.New(fault.Invalid, "the address: %w", err))
		return
	}
	format, status, err := formatOf(r, asked, offered)
	switch {
	case err != nil:
		p.tell(w, r, newProblem(r.Context(), p.log, err).as(status))
	case node == nil:
		p.miss(w, r, e, id)
	case format.Name == "":
		p.show(w, r, e, node, asked)
	default:
		saveAs(w, asked, id, format.Extension)
		p.giveData(w, r, e, node, format)
	}
}

// giveData writes what speaks of a thing, and what that speaks of.
func (p *pages) giveData(w http.ResponseWriter, r *http.Request, e *edition.Edition, node query.Node, f export.Format) {
	all, err := e.Selection(edition.Part{})
	if err != nil {
		p.fail(w, r, err)
		return
	}
	var text bytes.Buffer
	if err := f.Write(&text, around(all, node)); err != nil {
		p.fail(w, r, err)
		return
	}
	a := answer{status: http.StatusOK, body: text.Bytes()}
	a.tag(e.Graph.Dataset().Version())
	linkAlternates(w, e, node.ID(), f.MediaType)
	give(w, r, f.MediaType, a)
}

// around is the part that speaks of a thing, whichever place it has in a
// statement, or a statement by itself.
func around(all export.Selection, node query.Node) export.Selection {
	if s, ok := node.(*query.Statement); ok {
		content := s.Content()
		return all.Only(func(other *statement.Statement) bool { return *other == content })
	}
	id := statement.EntityID(node.ID())
	return all.Only(func(s *statement.Statement) bool {
		return s.Subject == id || s.Object.Entity() == id || s.Where == id || s.Evidence.Document == id
	}, id)
}

// linkAlternates names the thing's IRI and the other forms it can be had in.
func linkAlternates(w http.ResponseWriter, e *edition.Edition, id, given string) {
	links := []string{"<" + string(e.Graph.Vocabulary.IRI(id)) + `>; rel="canonical"`}
	for _, o := range offered {
		if o.mediaType == given || o.mediaType == jsonType {
			continue
		}
		links = append(links, "</"+id+"?"+formatKey+"="+o.name()+`>; rel="alternate"; type="`+o.mediaType+`"`)
	}
	w.Header().Set("Link", strings.Join(links, ", "))
}

// name is what the address calls the offer.
func (o offer) name() string {
	if o.format.Name == "" {
		return "html"
	}
	return o.format.Name
}

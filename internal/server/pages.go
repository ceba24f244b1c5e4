package server

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"log/slog"
	"net/http"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/explorer"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

//go:embed pages
var pageFiles embed.FS

// templates are the pages written on the server, each by the name of its file.
// They need no script; their style is within them. Where scripts run, the explorer
// takes the place of what they show.
var templates, pagePolicy = readPages()

// readPages also makes the policy under which a page has no style but its own and
// loads nothing but the explorer from this server.
func readPages() (*template.Template, string) {
	style, err := pageFiles.ReadFile("pages/style.css")
	if err != nil {
		panic(err) // embedded, so it is there
	}
	all := template.New("").Funcs(template.FuncMap{
		"style":  func() template.CSS { return template.CSS(style) },
		"script": func() string { return explorer.Script },
	})
	sum := sha256.Sum256(style)
	return template.Must(all.ParseFS(pageFiles, "pages/*.gohtml")), "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"' 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

// pages are what people and programs read without GraphQL: each thing and
// statement at its id, search, exports.
type pages struct {
	current func() *edition.Edition
	log     *slog.Logger
	others  http.Handler // pages at addresses that are no ids
}

// ServeHTTP serves what has the address for its id, the list of a class, the
// meaning of a word. An address that is formed as an id, but names nothing, is
// not found.
func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e, id := p.current(), strings.TrimPrefix(r.URL.Path, "/")
	if !isGet(r) {
		w.Header().Set("Allow", "GET, HEAD")
		p.tell(w, r, newProblem(r.Context(), p.log, fault.New(fault.Invalid, "method %.20s is not known here", r.Method).Hinted("use GET")).as(http.StatusMethodNotAllowed))
		return
	}
	if node := e.Graph.Node(id); node != nil || formed(e, id) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // public and read-only
		p.dereference(w, r, e, id, node)
	} else if class := listedAt(e.Ontology, id); class != nil {
		p.serveList(w, r, e, class)
	} else if term, ok := findTerm(e, id); ok {
		p.serveTerm(w, r, e, term)
	} else {
		p.serveOthers(w, r, e, id)
	}
}

// formed tells whether an address can be the id of something.
func formed(e *edition.Edition, id string) bool {
	if strings.HasPrefix(id, statementPrefix) {
		return true
	}
	checked, err := statement.ParseEntityID(id)
	return err == nil && e.Ontology.ClassOf(checked) != nil
}

const statementPrefix = "statement/"

// sheet is what every page shows around its content.
type sheet struct {
	Title, Description string
	Asked              string // in the field for searching
	Data               any
	Dataset            *query.Dataset
	Hidden             bool // from search engines
	Home               bool // which has a field of its own for searching
}

// giveHTML writes a page; the template has the name of its file.
func (p *pages) giveHTML(w http.ResponseWriter, r *http.Request, status int, name string, content sheet) {
	var text bytes.Buffer
	if err := templates.ExecuteTemplate(&text, name+".gohtml", content); err != nil {
		newProblem(r.Context(), p.log, fault.New(fault.Internal, "page %s: %w", name, err)).give(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", pagePolicy)
	a := answer{status: status, body: text.Bytes()}
	if status == http.StatusOK {
		a.tag(content.Dataset.Version())
	}
	give(w, r, htmlType+"; charset=utf-8", a)
}

// fail tells an error.
func (p *pages) fail(w http.ResponseWriter, r *http.Request, err error) {
	p.tell(w, r, newProblem(r.Context(), p.log, err))
}

// tell tells a problem: on a page to whom asks for pages, in JSON to all others.
func (p *pages) tell(w http.ResponseWriter, r *http.Request, told problem) {
	if !wantsPage(r) {
		told.give(w, r)
		return
	}
	p.giveHTML(w, r, told.Status, "problem", sheet{Title: told.Title, Description: "This cannot be answered.", Data: told, Dataset: p.current().Graph.Dataset(), Hidden: true})
}

// wantsPage tells whether a request would rather have an error on a page.
func wantsPage(r *http.Request) bool {
	chosen, err := negotiate(r.Header.Values("Accept"), problemType, jsonType, htmlType)
	return err == nil && chosen == htmlType
}

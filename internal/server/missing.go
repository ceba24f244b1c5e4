package server

import (
	"net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// maxNear is how many names are suggested where there is nothing.
const maxNear = 5

// missingView is where there is nothing.
type missingView struct {
	Path string
	Near []anchor
}

// miss tells that there is nothing at an address, and what has one like it.
func (p *pages) miss(w http.ResponseWriter, r *http.Request, e *edition.Edition, path string) {
	near := nearTo(e.Graph, path)
	if wantsPage(r) {
		p.giveHTML(w, r, http.StatusNotFound, "missing", sheet{
			Title: "Nothing here", Description: "There is nothing at this address.", Asked: wordsOf(path),
			Data: &missingView{"/" + path, near}, Dataset: e.Graph.Dataset(), Hidden: true,
		})
		return
	}
	hint := "look a name up at /search?q="
	if len(near) > 0 {
		hint = "perhaps " + near[0].Href + " is meant"
	}
	p.fail(w, r, fault.New(fault.NotFound, "there is nothing at /%.200s", path).Hinted("%s", hint))
}

// nearTo are things that an address may mean: one whose address it begins with,
// one whose id is like it, those that are called by its last words.
func nearTo(g *query.Graph, path string) (near []anchor) {
	suggest := func(t *query.Thing) {
		if t != nil && len(near) < maxNear && !slices.Contains(near, toThing(t)) {
			near = append(near, toThing(t))
		}
	}
	if strings.HasPrefix(path, statementPrefix) {
		return nil
	}
	for above := path; above != ""; above, _ = parent(above) {
		if t := g.Thing(statement.EntityID(above)); t != nil {
			suggest(t)
			return near
		}
	}
	suggest(g.Nearest(path))
	size := maxNear
	if hits, err := g.Search(wordsOf(path), nil, query.NewPage(&size, nil, nil, nil)); err == nil { // else it has no words, or too many
		for _, hit := range hits.Nodes() {
			suggest(g.Thing(statement.EntityID(hit.ID())))
		}
	}
	return near
}

// parent is a path without its last part, and that part.
func parent(path string) (above, last string) {
	cut := strings.LastIndexByte(path, '/')
	return path[:max(cut, 0)], path[cut+1:]
}

// wordsOf are the words in the last part of a path.
func wordsOf(path string) string {
	_, last := parent(strings.TrimSuffix(path, "/"))
	if strings.HasPrefix(path, statementPrefix) {
		return ""
	}
	return strings.Join(strings.FieldsFunc(last, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// elsewhere lets another handler answer, but for what it has nothing for.
type elsewhere struct {
	http.ResponseWriter
	missed bool
}

// WriteHeader passes on any status but that of nothing found.
func (e *elsewhere) WriteHeader(status int) {
	if e.missed = status == http.StatusNotFound; !e.missed {
		e.ResponseWriter.WriteHeader(status)
	}
}

// Write passes on what is of an answer.
func (e *elsewhere) Write(text []byte) (int, error) {
	if e.missed {
		return len(text), nil
	}
	return e.ResponseWriter.Write(text)
}

// serveOthers serves a page of the explorer, or tells that there is nothing.
func (p *pages) serveOthers(w http.ResponseWriter, r *http.Request, e *edition.Edition, path string) {
	other := &elsewhere{ResponseWriter: w}
	p.others.ServeHTTP(other, r)
	if other.missed {
		w.Header().Del("Content-Security-Policy") // of the explorer's pages
		p.miss(w, r, e, path)
	}
}

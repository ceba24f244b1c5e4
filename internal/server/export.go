package server

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"net/url"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
)

const htmlType = "text/html"

// formatOf is the format that a request asks for, by name in the address or by
// its Accept header; the name is empty where it asks for a page. The status is
// that of the error.
func formatOf(r *http.Request, asked url.Values, offers []offer) (export.Format, int, error) {
	if name := asked.Get(formatKey); name == "html" {
		return export.Format{}, 0, nil
	} else if asked.Has(formatKey) {
		f, err := export.FormatNamed(name)
		return f, http.StatusBadRequest, err
	}
	mediaTypes := make([]string, len(offers))
	for n, o := range offers {
		mediaTypes[n] = o.mediaType
	}
	chosen, err := negotiate(r.Header.Values("Accept"), mediaTypes...)
	if err != nil {
		return export.Format{}, http.StatusNotAcceptable, err
	}
	for _, o := range offers {
		if o.mediaType == chosen {
			o.format.MediaType = chosen
			return o.format, 0, nil
		}
	}
	return export.Format{}, 0, nil // the page
}

// offer is a media type and what is written for it; no name: a page.
type offer struct {
	mediaType string
	format    export.Format
}

// offers are what can be had of a thing or an export; the format of the name
// comes first, which is that of clients that leave the choice.
func offers(first string) []offer {
	f, _ := export.FormatNamed(first) // our own names are there
	all := []offer{{f.MediaType, f}, {htmlType, export.Format{}}}
	for _, f := range export.Formats() {
		if f.Name != first {
			all = append(all, offer{f.MediaType, f})
		}
		if f.Name == "jsonld" {
			all = append(all, offer{jsonType, f})
		}
	}
	return all
}

// serveExport streams everything or a part in a format.
func (p *pages) serveExport(w http.ResponseWriter, r *http.Request) {
	e := p.current()
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Vary", varied)
	asked, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		p.fail(w, r, fault.New(fault.Invalid, "the address: %w", err))
		return
	}
	if c, ok := edition.CompanionNamed(asked.Get(formatKey)); ok {
		w.Header().Set("Content-Disposition", `attachment; filename="`+c.File()+`"`)
		p.giveCompanion(w, r, e, c)
		return
	}
	format, status, err := formatOf(r, asked, offers("nquads"))
	if err != nil {
		p.tell(w, r, newProblem(r.Context(), p.log, err).as(status))
		return
	}
	wanted, err := part(e.Ontology, asked)
	if err != nil {
		p.fail(w, r, err)
		return
	}
	if format.Name == "" {
		p.giveHTML(w, r, http.StatusOK, "export", exportPage(e))
		return
	}
	selection, err := e.Selection(wanted)
	if err != nil {
		p.fail(w, r, err)
		return
	}
	p.stream(w, r, e, format, selection)
}

// stream writes a selection as it is made. Its tag is weak: the same request to
// the same dataset has the same content, whatever a later server writes.
func (p *pages) stream(w http.ResponseWriter, r *http.Request, e *edition.Edition, f export.Format, s export.Selection) {
	sum := sha256.Sum256([]byte(r.URL.RawQuery))
	version := e.Graph.Dataset().Version()
	tag := `W/"` + version + "-" + f.Name + "-" + base64.RawURLEncoding.EncodeToString(sum[:9]) + `"`
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "no-cache")
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", f.MediaType)
	w.Header().Set("Content-Disposition", `attachment; filename="aseangraph-`+version+f.Extension+`"`)
	if r.Method == http.MethodHead {
		return
	}
	if err := f.Write(unhurried{w, http.NewResponseController(w)}, s); err != nil {
		if fault.KindOf(err) != fault.Unavailable { // which is a client that went away
			p.log.ErrorContext(r.Context(), "export broken off", "format", f.Name, "error", err)
		}
		panic(http.ErrAbortHandler) // so that the client sees that it has a part
	}
}

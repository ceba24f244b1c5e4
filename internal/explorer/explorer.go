// Package explorer carries the web pages of the server: built by Vite into dist,
// embedded, and served with no request to any other host.
//
// The pages are made for the root of a server: they ask /graphql and load /assets/.
// A page that the server writes itself becomes the explorer's where JavaScript runs,
// if it loads Script; the explorer then brings its own style.
//
// A binary made before the pages were built still works: in their place it serves a
// page that tells how to build them.
package explorer

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// dist holds every file of the pages compressed by gzip: what nearly every client
// takes is stored, and the binary stays small. ".gitkeep" lets it embed unbuilt.
//
//go:embed all:dist
var dist embed.FS

//go:embed unbuilt.html
var unbuiltPage []byte

// ContentSecurityPolicy is what the pages are served with. Monaco, the editor within
// GraphiQL, writes style elements and attributes of its own, hence 'unsafe-inline'
// for styles; scripts, workers, fonts and requests come from this server alone.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Script is the address of the explorer's script, the same in every build. It is a
// module, and loads the rest.
const Script = "/assets/explorer.js"

// views are the addresses that the explorer alone shows. Those of src/router.ts that are
// not here have a page of the server, which tells the same without JavaScript.
var views = []string{"graph", "paths", "compare", "trends", "timeline", "disagreements", "documents", "ontology", "data"}

// Handler serves the pages by GET and HEAD: the explorer's views, /graphiql/, and what
// they load from /assets/.
// Where the pages were not built, every address answers 503 and tells the remedy.
func Handler() http.Handler {
	built, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name is a constant that fs.Sub holds valid
	}
	pages, err := load(built)
	if err != nil {
		panic(err) // embedded files are in memory and cannot fail to be read
	}
	return pages
}

// steady begins the names of the files that stay what they are called when their content
// changes.
const steady = "assets/explorer."

// pages are the files by their address without the leading slash.
type pages map[string]file

type file struct {
	compressed  []byte
	etag        string // of the compressed form; the plain form has another
	contentType string
}

// mediaTypes are those of the files that Vite writes, so that they do not hang on
// what the operating system knows.
var mediaTypes = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".md":   "text/markdown; charset=utf-8",
	".svg":  "image/svg+xml",
	".ttf":  "font/ttf",
}

// load reads the compressed files of a built folder.
func load(built fs.FS) (pages, error) {
	found := pages{}
	err := fs.WalkDir(built, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".gz" {
			return err
		}
		compressed, err := fs.ReadFile(built, name)
		if err != nil {
			return err
		}
		address := strings.TrimSuffix(name, ".gz")
		mediaType, known := mediaTypes[path.Ext(address)]
		if !known {
			mediaType = "application/octet-stream"
		}
		digest := sha256.Sum256(compressed)
		found[address] = file{compressed, hex.EncodeToString(digest[:16]), mediaType}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the built pages: %w", err)
	}
	return found, nil
}

func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Security-Policy", ContentSecurityPolicy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, r.Method+" is not for pages; use GET", http.StatusMethodNotAllowed)
		return
	}
	if len(p) == 0 {
		serveUnbuilt(w, r)
		return
	}
	address := strings.TrimPrefix(r.URL.Path, "/")
	if strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	if slices.Contains(views, strings.Trim(r.URL.Path, "/")) {
		address = "index.html"
	}
	if found, ok := p[address]; ok {
		found.serve(w, r, strings.HasPrefix(address, "assets/") && !strings.HasPrefix(address, steady))
		return
	}
	if _, isFolder := p[address+"/index.html"]; isFolder {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusMovedPermanently)
		return
	}
	http.Error(w, "there is no page at "+r.URL.Path, http.StatusNotFound)
}

// serve answers with a file. The names of hashed files change with their content, so
// a client may keep those for ever; the others it asks for again by their ETag.
func (f file) serve(w http.ResponseWriter, r *http.Request, hashed bool) {
	header := w.Header()
	header.Set("Content-Type", f.contentType)
	header.Set("Vary", "Accept-Encoding")
	header.Set("Cache-Control", "no-cache")
	if hashed {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	content, etag := f.compressed, f.etag
	if acceptsGzip(r.Header.Get("Accept-Encoding")) {
		header.Set("Content-Encoding", "gzip")
	} else {
		plain, err := decompress(f.compressed)
		if err != nil {
			http.Error(w, "the file in this program is damaged; build it again", http.StatusInternalServerError)
			return
		}
		content, etag = plain, f.etag+"-plain"
	}
	header.Set("ETag", `"`+etag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// acceptsGzip tells whether an Accept-Encoding header names gzip and does not refuse it.
func acceptsGzip(accept string) bool {
	for coding := range strings.SplitSeq(accept, ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(coding, " ", ""), ";q=")
		if strings.EqualFold(name, "gzip") {
			q, err := strconv.ParseFloat(weight, 64)
			return err != nil || q > 0
		}
	}
	return false
}

func decompress(compressed []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(reader)
}

func serveUnbuilt(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	if r.Method == http.MethodGet {
		_, _ = w.Write(unbuiltPage) // a client that has gone away is no failure of ours
	}
}

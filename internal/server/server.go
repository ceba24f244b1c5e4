// Package server is the graph over HTTP: GraphQL at /graphql, GraphiQL with
// example questions at /graphiql/, each thing and statement at its id, the things
// of each class at its plural, each word of the vocabulary at its name, search at
// /search, exports at /export, health at /healthz. What stands under the base of
// the IRIs stands under the root here.
//
// Every request has limits that are checked before anything is executed
// (DefaultLimits; the query serviceConfig tells them), and every answer is the
// same for the same question and dataset. The package logs, and is the only one
// besides cmd that does.
package server

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"time"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/explorer"
	"github.com/aseangraph/aseangraph/internal/query"
)

// DefaultLimits are the limits of the server.
var DefaultLimits = query.ServiceConfig{
	MaxBodyBytes:    1 << 20,
	MaxTokens:       2000,
	MaxDepth:        15,
	MaxAliases:      50,
	MaxRootFields:   20,
	MaxComplexity:   50_000,
	MaxPageSize:     query.MaxPageSize,
	DefaultPageSize: query.DefaultPageSize,
	MaxTextLength:   1000,
	MaxListLength:   100,
	MaxErrors:       20,
	TimeoutMillis:   5_000,
}

// New makes the handler of the whole server. current gives the edition that a
// request is answered from; it is asked once for each request and must be safe
// for concurrent use. log takes what clients are not told.
func New(current func() *edition.Edition, limits query.ServiceConfig, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", newEndpoint(func() *query.Graph { return current().Graph }, graph.NewSchema(limits), limits, log))
	pages := &pages{current, log, explorer.Handler()}
	mux.Handle("/", pages)
	mux.HandleFunc("GET /{$}", pages.serveHome)
	mux.HandleFunc("GET /search", pages.serveSearch)
	mux.HandleFunc("GET /export", pages.serveExport)
	mux.HandleFunc("GET /export/{file}", pages.serveCompanion)
	for _, c := range edition.Companions() { // as they are named under the base
		mux.HandleFunc("GET /"+c.File(), func(w http.ResponseWriter, r *http.Request) { pages.giveCompanion(w, r, current(), c) })
	}
	mux.HandleFunc("GET /ontology", pages.serveOntology)
	mux.HandleFunc("GET /dataset", pages.serveDataset)
	mux.HandleFunc("GET /data", func(w http.ResponseWriter, r *http.Request) {
		pages.giveHTML(w, r, http.StatusOK, "export", exportPage(current()))
	})
	mux.HandleFunc("GET /robots.txt", pages.serveRobots)
	mux.HandleFunc("GET /sitemap.xml", pages.serveSitemap)
	mux.HandleFunc("GET /graphiql/examples.json", serveExamples)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { serveHealth(w, current().Graph) })
	return guarded(compressed(mux))
}

// writeTimeout is how long an answer may take on its way; a long one that is
// made as it is sent, each of its pieces.
const writeTimeout = 30 * time.Second

// Serve is a net/http server with time limits, so that a client that is slow or
// silent holds nothing for long.
func Serve(addr string, handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// guarded sets the headers that hold for every answer.
func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Referrer-Policy", "no-referrer")
		next.ServeHTTP(w, r)
	})
}

func serveHealth(w http.ResponseWriter, g *query.Graph) {
	d := g.Dataset()
	writeJSON(w, map[string]any{"status": "ok", "dataset": d.Version(), "statements": d.Statements()})
}

func serveExamples(w http.ResponseWriter, _ *http.Request) { writeJSON(w, graph.Examples()) }

func writeJSON(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(value) // a client that went away is no failure of ours
}

package server

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	gqllru "github.com/99designs/gqlgen/graphql/handler/lru"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
)

// endpoint is GraphQL over HTTP, after the working draft of that name:
// https://graphql.github.io/graphql-over-http/draft/
type endpoint struct {
	exec    *executor.Executor
	current func() *query.Graph
	limits  query.ServiceConfig
	answers *lru.Cache[answerKey, answer]
	log     *slog.Logger
}

// How much is kept between requests.
const (
	keptDocuments  = 1000 // parsed and validated queries
	keptQueries    = 1000 // texts of persisted queries
	keptAnswers    = 1000 // answers to GET requests
	maxKeptAnswer  = 256 << 10
	maxPersistable = 64 << 10
)

// answerKey tells one GET request from another.
type answerKey struct {
	version, mediaType, query string
}

// answer is what is sent.
type answer struct {
	status int
	body   []byte
	etag   string // empty for what is not the same next time
}

func newEndpoint(current func() *query.Graph, limits query.ServiceConfig, log *slog.Logger) *endpoint {
	answers, _ := lru.New[answerKey, answer](keptAnswers) // refuses sizes below 1 only
	e := &endpoint{current: current, limits: limits, answers: answers, log: log}
	schema := priced{graph.NewSchema(limits)}
	e.exec = executor.New(schema)
	e.exec.SetParserTokenLimit(limits.MaxTokens)
	e.exec.SetDisableSuggestion(true) // reckoning them costs more than they help in a public service
	e.exec.SetQueryCache(gqllru.New[*ast.QueryDocument](keptDocuments))
	e.exec.SetErrorPresenter(e.present)
	e.exec.SetRecoverFunc(e.recover)
	e.exec.Use(extension.Introspection{})
	e.exec.Use(extension.AutomaticPersistedQuery{Cache: gqllru.New[string](keptQueries)})
	e.exec.Use(gate{limits, schema})
	e.exec.AroundResponses(e.cutErrors)
	return e
}

// ServeHTTP answers one request from one generation of the graph.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // public and read-only: no cookie, no token
	if r.Method == http.MethodOptions {
		w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	mediaType, err := negotiate(r.Header.Values("Accept"))
	if err != nil {
		e.refuse(w, http.StatusNotAcceptable, jsonType, err)
		return
	}
	g := e.current()
	key := answerKey{g.Dataset().Version(), mediaType, r.URL.RawQuery}
	if isGet(r) {
		if kept, ok := e.answers.Get(key); ok {
			send(w, r, mediaType, kept)
			return
		}
	}
	params, status, err := e.read(w, r)
	if err != nil {
		e.refuse(w, status, mediaType, err)
		return
	}
	ctx, cancel := context.WithTimeout(graph.With(r.Context(), g), time.Duration(e.limits.TimeoutMillis)*time.Millisecond)
	defer cancel()
	found := e.ask(graphql.StartOperationTrace(ctx), params, mediaType, isGet(r))
	if isGet(r) && found.status == http.StatusOK && ctx.Err() == nil {
		found.etag = etag(key)
		if len(found.body) <= maxKeptAnswer && len(r.URL.RawQuery) <= maxPersistable {
			e.answers.Add(key, found)
		}
	}
	send(w, r, mediaType, found)
}

func isGet(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

func etag(key answerKey) string {
	sum := sha256.Sum256([]byte(key.version + "\x00" + key.mediaType + "\x00" + key.query))
	return `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// ask executes a request. What is wrong with the request itself has the status
// that the draft gives for the media type.
func (e *endpoint) ask(ctx context.Context, params *graphql.RawParams, mediaType string, get bool) answer {
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if errs == nil && get && op.Operation.Operation != ast.Query {
		return encode(http.StatusMethodNotAllowed, &graphql.Response{Errors: gqlerror.List{
			coded(fault.Invalid, "a %s may not be asked by GET; use POST", op.Operation.Operation),
		}})
	}
	if errs != nil {
		status := http.StatusOK
		if mediaType == graphqlType {
			status = http.StatusBadRequest
		}
		return encode(status, e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
	}
	responses, ctx := e.exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil || ctx.Err() != nil {
		return encode(http.StatusServiceUnavailable, &graphql.Response{Errors: gqlerror.List{
			coded(fault.Unavailable, "the answer took longer than %d ms; ask for less at once", e.limits.TimeoutMillis),
		}})
	}
	return encode(http.StatusOK, response)
}

// encode writes the common answer without encoding/json, which would read and
// copy the data once more.
func encode(status int, response *graphql.Response) answer {
	if len(response.Errors) == 0 && len(response.Extensions) == 0 {
		body := make([]byte, 0, len(response.Data)+len(`{"data":}`)+1)
		body = append(append(append(body, `{"data":`...), response.Data...), "}\n"...)
		return answer{status: status, body: body}
	}
	body, err := json.Marshal(struct { // as graphql.Response, but without data where nothing was executed
		Errors     gqlerror.List   `json:"errors,omitempty"`
		Data       json.RawMessage `json:"data,omitempty"`
		Extensions map[string]any  `json:"extensions,omitempty"`
	}{response.Errors, response.Data, response.Extensions})
	if err != nil { // a resolver wrote what is no JSON
		return answer{status: http.StatusInternalServerError, body: []byte(`{"errors":[{"message":"something went wrong here","extensions":{"code":"INTERNAL"}}]}` + "\n")}
	}
	return answer{status: status, body: append(body, '\n')}
}

func (e *endpoint) refuse(w http.ResponseWriter, status int, mediaType string, err error) {
	if mediaType == "" {
		mediaType = jsonType
	}
	body := encode(status, &graphql.Response{Errors: gqlerror.List{coded(fault.KindOf(err), "%s", err)}})
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body.body)
}

func send(w http.ResponseWriter, r *http.Request, mediaType string, a answer) {
	w.Header().Set("Vary", "Accept")
	if a.etag != "" {
		w.Header().Set("ETag", a.etag)
		w.Header().Set("Cache-Control", "no-cache") // keep it, but ask whether it is still so
		if matches(r.Header.Get("If-None-Match"), a.etag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(a.body) // a client that went away is no failure of ours
	}
}

// matches tells whether an If-None-Match header names the tag.
func matches(header, etag string) bool {
	for _, candidate := range strings.Split(header, ",") {
		if candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/"); candidate == etag || candidate == "*" {
			return true
		}
	}
	return false
}

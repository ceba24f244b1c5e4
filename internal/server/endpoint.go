package server

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/extension"
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
	answers *hold[answerKey, answer]
	turns   turns
	log     *slog.Logger
}

func newEndpoint(current func() *query.Graph, schema graphql.ExecutableSchema, limits query.ServiceConfig, log *slog.Logger) *endpoint {
	e := &endpoint{current: current, limits: limits, answers: newHold(maxKeptAnswers, room), log: log}
	e.turns = newTurns(time.Duration(limits.TimeoutMillis) * time.Millisecond / 10)
	e.exec = executor.New(schema)
	e.exec.SetParserTokenLimit(limits.MaxTokens)
	e.exec.SetDisableSuggestion(true) // reckoning them costs more than they help in a public service
	e.exec.SetQueryCache(kept[*ast.QueryDocument]{newHold(maxKeptParsed, func(text string, _ *ast.QueryDocument) int { return perParsed * len(text) })})
	e.exec.SetErrorPresenter(e.present)
	e.exec.SetRecoverFunc(e.recover)
	e.exec.Use(extension.Introspection{})
	e.exec.Use(extension.AutomaticPersistedQuery{Cache: kept[string]{newHold(maxKeptTexts, func(hash, text string) int { return len(hash) + len(text) })}})
	e.exec.Use(gate{limits})
	e.exec.AroundFields(inTime)
	e.exec.AroundFields(e.turns.take)
	e.exec.AroundResponses(e.cutErrors)
	return e
}

// inTime keeps the deadline within a long answer: what is left of it after the
// deadline costs next to nothing.
func inTime(ctx context.Context, next graphql.Resolver) (any, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return next(ctx)
}

// ServeHTTP answers one request from one generation of the graph.
func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*") // public and read-only: no cookie, no token
	if r.Method == http.MethodOptions {
		w.Header().Set("Access-Control-Allow-Methods", "GET, HEAD, POST")
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type, If-None-Match")
		w.WriteHeader(http.StatusNoContent)
		return
	}
	mediaType, err := negotiate(r.Header.Values("Accept"), jsonType, graphqlType, csvType)
	if err != nil {
		send(w, r, jsonType, refusal(http.StatusNotAcceptable, err))
		return
	}
	g := e.current()
	key := answerKey{g.Dataset().Version(), mediaType, r.URL.RawQuery}
	if isGet(r) {
		if known, ok := e.answers.get(key); ok {
			send(w, r, mediaType, known)
			return
		}
	}
	params, status, err := e.read(w, r)
	if err != nil {
		send(w, r, mediaType, refusal(status, err))
		return
	}
	ctx, cancel := context.WithTimeout(graph.With(r.Context(), g), time.Duration(e.limits.TimeoutMillis)*time.Millisecond)
	defer cancel()
	found := e.ask(graphql.StartOperationTrace(ctx), params, mediaType, isGet(r))
	if isGet(r) && found.lasting {
		found.tag(key.version)
		e.keep(key, found)
	}
	send(w, r, mediaType, found)
}

func isGet(r *http.Request) bool { return r.Method == http.MethodGet || r.Method == http.MethodHead }

// ask executes a request. What is wrong with the request itself has the status
// that the draft gives for the media type.
func (e *endpoint) ask(ctx context.Context, params *graphql.RawParams, mediaType string, get bool) (a answer) {
	defer func() {
		if cause := recover(); cause != nil { // resolvers have their own; this is the parser, the gate or gqlgen
			err := e.recover(ctx, cause)
			a = encode(http.StatusInternalServerError, &graphql.Response{Errors: gqlerror.List{e.present(ctx, err)}})
		}
	}()
	op, errs := e.exec.CreateOperationContext(ctx, params)
	if errs == nil && get && op.Operation.Operation != ast.Query {
		return refusal(http.StatusMethodNotAllowed, fault.New(fault.Invalid, "a %s may not be asked by GET", op.Operation.Operation).Hinted("use POST"))
	}
	if errs != nil {
		status := http.StatusBadRequest
		if mediaType == jsonType {
			status = http.StatusOK
		}
		return encode(status, e.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
	}
	if mediaType == csvType && len(op.Operation.SelectionSet) != 1 {
		return refusal(http.StatusBadRequest, fault.New(fault.Invalid, "CSV holds one table, but %d fields of Query are asked for", len(op.Operation.SelectionSet)).Hinted("ask for one, or accept %s", jsonType))
	}
	responses, ctx := e.exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil || ctx.Err() != nil {
		return refusal(http.StatusServiceUnavailable, fault.New(fault.Unavailable, "the answer took longer than %d ms", e.limits.TimeoutMillis).Hinted("ask for less at once"))
	}
	a = encode(http.StatusOK, response)
	if mediaType == csvType {
		a = asCSV(op, response)
	}
	a.lasting = len(response.Errors) == 0 && a.status == http.StatusOK
	return a
}

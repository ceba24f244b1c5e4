package server

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestDeadline(t *testing.T) {
	limits := patient()
	limits.TimeoutMillis = 0 // it is over before it begins
	s := start(t, limits)
	for _, got := range []response{s.post(easy, nil), s.get(easy), s.get(easy)} {
		if got.status != 503 || strings.Join(got.codes(t), " ") != "UNAVAILABLE" || got.header.Get("ETag") != "" {
			t.Errorf("status %d, ETag %q, body %s, want 503 UNAVAILABLE", got.status, got.header.Get("ETag"), got.body)
		}
	}
	if s.log.Len() > 0 {
		t.Errorf("a deadline is logged as a mistake of ours: %s", s.log)
	}
}

// A field that comes after the deadline is not answered, nor logged.
func TestDeadlineWithinAnAnswer(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := inTime(ctx, func(context.Context) (any, error) { t.Error("the field is answered"); return nil, nil }); err == nil {
		t.Fatal("no error after the deadline")
	} else if kind, _ := kindOf(err); kind != fault.Unavailable {
		t.Errorf("the error is of kind %s", kind)
	}
}

// broken is a schema that panics outside of any resolver.
type broken struct{ graphql.ExecutableSchema }

func (broken) Exec(context.Context) graphql.ResponseHandler { panic("secret words") }

func TestPanics(t *testing.T) {
	limits := patient()
	schema := graph.NewSchema(limits)
	for _, test := range []struct {
		name       string
		schema     graphql.ExecutableSchema
		wantStatus int
	}{
		{"in a resolver", schema, 200}, // asked without a graph, resolvers panic
		{"elsewhere", broken{schema}, 500},
	} {
		log := new(bytes.Buffer)
		e := newEndpoint(nil, test.schema, limits, slog.New(slog.NewTextHandler(log, nil)))
		for range 2 { // the second time as well
			got := e.ask(graphql.StartOperationTrace(context.Background()), &graphql.RawParams{Query: easy}, jsonType, false)
			answer := response{status: got.status, body: string(got.body)}
			if got.status != test.wantStatus || strings.Join(answer.codes(t), " ") != "INTERNAL" || got.lasting {
				t.Errorf("%s: status %d, lasting %v, body %s", test.name, got.status, got.lasting, got.body)
			}
			if !strings.Contains(answer.body, neutralSentence) || strings.Contains(answer.body, "secret") || strings.Contains(answer.body, "goroutine") {
				t.Errorf("%s: clients are told %s", test.name, answer.body)
			}
		}
		if !strings.Contains(log.String(), "goroutine") || !strings.Contains(log.String(), "panic") {
			t.Errorf("%s: the log has no stack: %.300s", test.name, log)
		}
	}
}

func TestPresent(t *testing.T) {
	log := new(bytes.Buffer)
	e := newEndpoint(nil, graph.NewSchema(patient()), patient(), slog.New(slog.NewTextHandler(log, nil)))
	for _, test := range []struct {
		err        error
		code, want string
		logged     bool
	}{
		{fault.New(fault.NotFound, "nothing has the id x").Hinted("look"), "NOT_FOUND", "nothing has the id x; look", false},
		{fmt.Errorf("outer: %w", fault.New(fault.Invalid, "inner")), "INVALID", "outer: inner", false},
		{fault.New(fault.Internal, "secret"), "INTERNAL", neutralSentence, true},
		{fmt.Errorf("secret"), "INTERNAL", neutralSentence, true},
		{gqlerror.Errorf("an argument"), "INVALID", "an argument", false},
		{coded(fault.TooLarge, "of the gate"), "TOO_LARGE", "of the gate", false},
		{context.DeadlineExceeded, "UNAVAILABLE", context.DeadlineExceeded.Error(), false},
		{fault.New(fault.Invalid, "%s", strings.Repeat("é", 400)), "INVALID", strings.Repeat("é", 250) + "…", false},
	} {
		log.Reset()
		got := e.present(context.Background(), test.err)
		if got.Message != test.want || got.Extensions["code"] != test.code {
			t.Errorf("%v: told as %q %v, want %q %s", test.err, got.Message, got.Extensions["code"], test.want, test.code)
		}
		if logged := log.Len() > 0; logged != test.logged {
			t.Errorf("%v: logged %v, want %v", test.err, logged, test.logged)
		}
	}
}

func TestErrorsAreInOrderAndCut(t *testing.T) {
	e := newEndpoint(nil, graph.NewSchema(patient()), patient(), slog.New(slog.DiscardHandler))
	response := &graphql.Response{}
	for n := range 50 {
		response.Errors = append(response.Errors, &gqlerror.Error{
			Message: fmt.Sprint(n * 7 % 50), Path: ast.Path{ast.PathName("nodes"), ast.PathIndex(n * 7 % 50)},
			Locations: []gqlerror.Location{{Line: 1, Column: 3}},
		})
	}
	got := e.cutErrors(context.Background(), func(context.Context) *graphql.Response { return response })
	if len(got.Errors) != DefaultLimits.MaxErrors {
		t.Fatalf("%d errors, want %d", len(got.Errors), DefaultLimits.MaxErrors)
	}
	for n, err := range got.Errors[:DefaultLimits.MaxErrors-1] {
		if err.Message != fmt.Sprint(n) {
			t.Errorf("error %d is that of element %s", n, err.Message)
		}
	}
	if last := got.Errors[DefaultLimits.MaxErrors-1].Message; !strings.HasPrefix(last, "31 more errors") {
		t.Errorf("the last error is %q", last)
	}
}

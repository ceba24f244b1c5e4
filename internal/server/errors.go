package server

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// coded makes a GraphQL error with the code of its kind.
func coded(kind fault.Kind, format string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": kind.Code()}}
}

// present brings an error into the form that clients see. What is the client's
// to mend is told whole; anything else is logged whole and told in one neutral
// sentence.
func (e *endpoint) present(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	kind := fault.KindOf(err)
	if own := new(fault.Error); !errors.As(err, &own) {
		inner := new(gqlerror.Error)
		if !errors.As(err, &inner) {
			e.log.ErrorContext(ctx, "internal error", "path", shown.Path.String(), "error", err)
			return neutral(shown)
		}
		if inner.Extensions["code"] != nil {
			return shown // of the parser, the validator or the gate
		}
		kind = fault.Invalid // an argument that is not of its type
	} else if kind == fault.Internal {
		e.log.ErrorContext(ctx, "internal error", "path", shown.Path.String(), "error", err)
		return neutral(shown)
	}
	if shown.Extensions == nil {
		shown.Extensions = map[string]any{}
	}
	shown.Extensions["code"] = kind.Code()
	return shown
}

func neutral(shown *gqlerror.Error) *gqlerror.Error {
	shown.Message = "something went wrong here; it has been logged"
	shown.Err = nil
	shown.Extensions = map[string]any{"code": fault.Internal.Code()}
	return shown
}

// recover turns a panic of a resolver into an internal error.
func (e *endpoint) recover(_ context.Context, cause any) error {
	return fault.New(fault.Internal, "panic: %v\n%s", cause, debug.Stack())
}

// cutErrors leaves the first errors of an answer and tells how many more there are.
func (e *endpoint) cutErrors(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil || len(response.Errors) <= e.limits.MaxErrors {
		return response
	}
	more := len(response.Errors) - e.limits.MaxErrors + 1
	response.Errors = append(response.Errors[:e.limits.MaxErrors-1:e.limits.MaxErrors-1],
		coded(fault.TooLarge, "%d more errors are left out; mend the first ones", more))
	return response
}

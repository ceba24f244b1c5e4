package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// neutralSentence is all that clients are told of a mistake of ours.
const neutralSentence = "something went wrong here; it has been logged"

// coded makes a GraphQL error with the code of its kind.
func coded(kind fault.Kind, format string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": kind.Code()}}
}

// present brings an error into the form that clients see. What is the client's
// to mend is told whole; anything else is logged whole and told in one neutral
// sentence.
func (e *endpoint) present(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	shown.Message = shorten(shown.Message)
	kind, known := kindOf(err)
	if !known {
		return shown
	}
	if kind == fault.Internal {
		e.log.ErrorContext(ctx, "internal error", "path", shown.Path.String(), "error", err)
		shown.Message, shown.Err, shown.Extensions = neutralSentence, nil, nil
	}
	if shown.Extensions == nil {
		shown.Extensions = map[string]any{}
	}
	shown.Extensions["code"] = kind.Code()
	return shown
}

// kindOf classifies an error; false for one that has its code already, from the
// parser, the validator or the gate.
func kindOf(err error) (fault.Kind, bool) {
	if own := new(fault.Error); errors.As(err, &own) {
		return own.Kind, true
	}
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return fault.Unavailable, true
	}
	if theirs := new(gqlerror.Error); errors.As(err, &theirs) {
		return fault.Invalid, theirs.Extensions["code"] == nil // an argument that is not of its type
	}
	return fault.Internal, true
}

// maxMessage is how much of a message is shown: the parser repeats what it was given.
const maxMessage = 500

func shorten(message string) string {
	if len(message) <= maxMessage {
		return message
	}
	cut := maxMessage
	for !utf8.RuneStart(message[cut]) {
		cut--
	}
	return message[:cut] + "…"
}

// recover turns a panic into an internal error.
func (e *endpoint) recover(_ context.Context, cause any) error {
	return fault.New(fault.Internal, "panic: %v\n%s", cause, debug.Stack())
}

// cutErrors puts errors in the order of what was asked, for fields are answered
// side by side, leaves the first ones and tells how many more there are.
func (e *endpoint) cutErrors(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response == nil {
		return nil
	}
	slices.SortStableFunc(response.Errors, func(a, b *gqlerror.Error) int {
		return cmp.Or(slices.CompareFunc(a.Locations, b.Locations, compareLocations), comparePaths(a.Path, b.Path), strings.Compare(a.Message, b.Message))
	})
	if len(response.Errors) <= e.limits.MaxErrors {
		return response
	}
	more := len(response.Errors) - e.limits.MaxErrors + 1
	response.Errors = append(response.Errors[:e.limits.MaxErrors-1:e.limits.MaxErrors-1],
		coded(fault.TooLarge, "%d more errors are left out; mend the first ones", more))
	return response
}

func compareLocations(a, b gqlerror.Location) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

// comparePaths puts elements of a list in order of their number.
func comparePaths(a, b ast.Path) int {
	return slices.CompareFunc(a, b, func(x, y ast.PathElement) int {
		m, _ := x.(ast.PathIndex)
		n, _ := y.(ast.PathIndex)
		return cmp.Or(cmp.Compare(m, n), strings.Compare(fmt.Sprint(x), fmt.Sprint(y)))
	})
}

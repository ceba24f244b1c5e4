package server

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// problemType is that of errors of whatever is no GraphQL:
// https://www.rfc-editor.org/rfc/rfc9457
const problemType = "application/problem+json"

// problem is such an error, with the code that GraphQL gives it too.
type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Hint   string `json:"hint,omitempty"`
	Code   string `json:"code"`
}

// newProblem makes one of an error. What is not the client's to mend is logged
// whole and told in one neutral sentence.
func newProblem(ctx context.Context, log *slog.Logger, err error) problem {
	kind := fault.KindOf(err)
	p := problem{Title: http.StatusText(kind.HTTPStatus()), Status: kind.HTTPStatus(), Detail: err.Error(), Code: kind.Code()}
	if own := new(fault.Error); errors.As(err, &own) && own == err {
		p.Detail, p.Hint = own.What, own.Hint
	}
	if kind == fault.Internal {
		log.ErrorContext(ctx, "internal error", "error", err)
		p.Detail, p.Hint = neutralSentence, ""
	}
	return p
}

// as gives the problem another status than that of its kind.
func (p problem) as(status int) problem {
	p.Title, p.Status = http.StatusText(status), status
	return p
}

// give sends it to a program.
func (p problem) give(w http.ResponseWriter, r *http.Request) {
	body, _ := json.Marshal(p) // texts and a number
	give(w, r, problemType, answer{status: p.Status, body: append(body, '\n')})
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// answer is what a server answers to a question.
type answer struct {
	Data   json.RawMessage `json:"data"`
	Errors []answerError   `json:"errors"`

	raw []byte // as it came
}

type answerError struct {
	Message   string `json:"message"`
	Path      []any  `json:"path"`
	Locations []struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	} `json:"locations"`
	Extensions struct {
		Code string `json:"code"`
	} `json:"extensions"`
}

func (q *question) ask(ctx context.Context, of *asked) (*answer, error) {
	body, err := json.Marshal(map[string]any{"query": q.text, "variables": q.variables})
	if err != nil {
		return nil, fault.New(fault.Invalid, "the question: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, of.address, bytes.NewReader(body))
	if err != nil {
		return nil, fault.New(fault.Invalid, "--url: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json, application/json;q=0.9")
	response, err := of.client.Do(request)
	if err != nil {
		if wrapped := new(url.Error); errors.As(err, &wrapped) {
			err = wrapped.Err // it names the address, as we do
		}
		return nil, fault.New(fault.Unavailable, "ask %s: %w", of.address, err).Hinted("start a server with: aseangraph serve")
	}
	defer response.Body.Close()
	a := &answer{}
	if a.raw, err = io.ReadAll(response.Body); err != nil {
		return nil, fault.New(fault.Unavailable, "ask %s: %w", of.address, err)
	}
	if err := json.Unmarshal(a.raw, a); err != nil || a.Data == nil && a.Errors == nil {
		return nil, fault.New(fault.Invalid, "%s answers %s, which is no GraphQL", of.address, response.Status).
			Hinted("give the address that serve prints, or that of a GraphQL endpoint")
	}
	return a, nil
}

// tell writes the data and gives the errors.
func (a *answer) tell(name string, asTable bool, stdout, stderr io.Writer) error {
	if len(a.Data) > 0 && string(a.Data) != "null" {
		if err := a.write(asTable, stdout, stderr); err != nil {
			return err
		}
	}
	if len(a.Errors) == 0 {
		return nil
	}
	lines := make([]string, len(a.Errors))
	for n, e := range a.Errors {
		lines[n] = e.line(name)
	}
	return fault.New(fault.OfCode(a.Errors[0].Extensions.Code), "%s", strings.Join(lines, "\n"))
}

func (a *answer) write(asTable bool, stdout, stderr io.Writer) error {
	if asTable {
		return writeTables(a.Data, stdout, stderr)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, a.raw, "", "  "); err != nil {
		return err // it was read as JSON before
	}
	return write(stdout, strings.TrimSpace(b.String())+"\n")
}

// line tells an error with its place in the answer or, where nothing was
// executed, in the question.
func (e answerError) line(name string) string {
	switch {
	case len(e.Path) > 0:
		parts := make([]string, len(e.Path))
		for n, part := range e.Path {
			parts[n] = fmt.Sprint(part)
		}
		return strings.Join(parts, ".") + ": " + e.Message
	case len(e.Locations) > 0:
		return fmt.Sprintf("%s:%d:%d: %s", name, e.Locations[0].Line, e.Locations[0].Column, e.Message)
	}
	return e.Message
}

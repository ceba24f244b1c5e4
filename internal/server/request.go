package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// The media types of answers.
const (
	jsonType    = "application/json"
	graphqlType = "application/graphql-response+json"
	csvType     = "text/csv; header=present"
)

// body is a request as JSON: pointers tell a wrong type from what is left out.
type body struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// read takes the request out of the address or the body; with an error comes
// the status to answer with.
func (e *endpoint) read(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, int, error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return fromAddress(r)
	case http.MethodPost:
		return e.fromBody(w, r)
	}
	w.Header().Set("Allow", "GET, HEAD, POST, OPTIONS")
	return nil, http.StatusMethodNotAllowed, fault.New(fault.Invalid, "method %s is not known here", r.Method).Hinted("use GET or POST")
}

func fromAddress(r *http.Request) (*graphql.RawParams, int, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, http.StatusBadRequest, fault.New(fault.Invalid, "the address: %w", err)
	}
	var b body
	if values.Has("query") {
		text := values.Get("query")
		b.Query = &text
	}
	name := values.Get("operationName")
	b.OperationName = &name
	for _, part := range []struct {
		name string
		into *map[string]any
	}{{"variables", &b.Variables}, {"extensions", &b.Extensions}} {
		if text := values.Get(part.name); text != "" {
			if err := decode([]byte(text), part.into); err != nil {
				return nil, http.StatusBadRequest, fault.New(fault.Invalid, "%s: %w", part.name, err).Hinted("write a JSON object")
			}
		}
	}
	return b.params(r)
}

func (e *endpoint) fromBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, int, error) {
	// Other types can be sent by any page's form, across origins, unasked.
	if mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || mediaType != jsonType {
		return nil, http.StatusUnsupportedMediaType, fault.New(fault.Invalid, "the body's Content-Type is %.100q", r.Header.Get("Content-Type")).Hinted("send %s", jsonType)
	}
	text, err := io.ReadAll(http.MaxBytesReader(w, r.Body, int64(e.limits.MaxBodyBytes)))
	if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
		return nil, http.StatusRequestEntityTooLarge, fault.New(fault.TooLarge, "the body is larger than %d bytes", e.limits.MaxBodyBytes).Hinted("send a smaller query, or its values as several requests")
	}
	if err != nil {
		return nil, http.StatusBadRequest, fault.New(fault.Invalid, "the body could not be read: %w", err)
	}
	var b body
	if err := decode(text, &b); err != nil {
		return nil, http.StatusBadRequest, fault.New(fault.Invalid, "the body: %w", err).Hinted(`send a JSON object such as {"query": "{ dataset { version } }"}`)
	}
	return b.params(r)
}

// decode reads one JSON value and nothing behind it.
func decode(text []byte, into any) error {
	reader := json.NewDecoder(bytes.NewReader(text))
	reader.UseNumber()
	if err := reader.Decode(into); err != nil {
		return err
	}
	if _, err := reader.Token(); err != io.EOF {
		return errors.New("something follows the JSON value")
	}
	return nil
}

func (b *body) params(r *http.Request) (*graphql.RawParams, int, error) {
	if (b.Query == nil || *b.Query == "") && b.Extensions["persistedQuery"] == nil {
		return nil, http.StatusBadRequest, fault.New(fault.Invalid, "no query is given").Hinted("give it as query")
	}
	params := &graphql.RawParams{Variables: b.Variables, Extensions: b.Extensions, Headers: r.Header}
	if b.Query != nil {
		params.Query = *b.Query
	}
	if b.OperationName != nil {
		params.OperationName = *b.OperationName
	}
	return params, 0, nil
}

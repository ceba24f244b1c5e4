package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"reflect"
	"strings"
	"unicode/utf8"

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
	for name, all := range values {
		if !utf8.ValidString(name) || !utf8.ValidString(strings.Join(all, "")) {
			return nil, http.StatusBadRequest, fault.New(fault.Invalid, "the address is not in UTF-8 at %.40q", name)
		}
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

// decode reads one JSON value and nothing behind it. It refuses bytes that are
// no UTF-8, for which encoding/json would read another text than was meant.
func decode(text []byte, into any) error {
	if at := invalidByte(text); at >= 0 {
		return fmt.Errorf("byte %d is not in UTF-8", at)
	}
	reader := json.NewDecoder(bytes.NewReader(text))
	reader.UseNumber()
	if err := reader.Decode(into); err != nil {
		return inWordsOfJSON(err)
	}
	if _, err := reader.Token(); err != io.EOF {
		return errors.New("something follows the JSON value")
	}
	return nil
}

// invalidByte is where text is no UTF-8; -1 where it is.
func invalidByte(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

// inWordsOfJSON tells what is wrong with a JSON text without a word of Go.
func inWordsOfJSON(err error) error {
	wrong := new(json.UnmarshalTypeError)
	switch {
	case errors.Is(err, io.EOF):
		return errors.New("it is empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it ends within the JSON value")
	case !errors.As(err, &wrong):
		return err // the syntax, in plain words
	}
	wanted := "an object"
	if wrong.Type.Kind() == reflect.String {
		wanted = "a string"
	}
	if wrong.Field == "" {
		return fmt.Errorf("it is of type %s, not %s", wrong.Value, wanted)
	}
	return fmt.Errorf("%s is of type %s, not %s", wrong.Field, wrong.Value, wanted)
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

package server

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// What is longer in bytes is not kept between requests; hold.go limits the whole.
const (
	maxKeptQuery  = 16 << 10
	maxKeptAnswer = 64 << 10
)

// answerKey tells one GET request from another.
type answerKey struct {
	version, mediaType, query string
}

// room is how many bytes an answer takes that is kept under a key.
func room(key answerKey, a answer) int { return len(key.query) + len(a.body) + len(a.zipped) + 500 }

// answer is what is sent.
type answer struct {
	status    int
	body      []byte
	zipped    []byte // the body by gzip; nil where it is not made yet, or too small for it
	mediaType string // empty for that of JSON as it was accepted
	lasting   bool   // the same for the same question as long as the dataset is
	etag      string // empty for what is not to be kept
}

// tag names the answer by the dataset and by its own bytes: a later server may
// tell the same dataset in another way. The tag is weak, for it stands for the
// answer compressed too.
func (a *answer) tag(version string) {
	sum := sha256.Sum256(a.body)
	a.etag = `W/"` + version + "-" + base64.RawURLEncoding.EncodeToString(sum[:9]) + `"`
}

func (e *endpoint) keep(key answerKey, a answer) {
	if len(a.body) <= maxKeptAnswer && len(key.query) <= maxKeptQuery {
		a.zipped = zip(a.body)
		e.answers.add(key, a)
	}
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
		return refusal(http.StatusInternalServerError, fault.New(fault.Internal, "%s", neutralSentence))
	}
	return answer{status: status, body: append(body, '\n')}
}

// refusal is the answer to a request that is not executed.
func refusal(status int, err error) answer {
	return encode(status, &graphql.Response{Errors: gqlerror.List{coded(fault.KindOf(err), "%s", err)}})
}

// send writes an answer of its own media type or, where it is JSON, of the one
// accepted.
func send(w http.ResponseWriter, r *http.Request, mediaType string, a answer) {
	if a.mediaType != "" {
		mediaType = a.mediaType
	} else if mediaType == csvType { // it could not be given
		mediaType = jsonType
	}
	give(w, r, mediaType+"; charset=utf-8", a)
}

// give writes an answer, by gzip where the client takes it: here and not on its
// way, so that HEAD tells the same length. net/http leaves out the body then.
func give(w http.ResponseWriter, r *http.Request, contentType string, a answer) {
	w.Header().Set("Vary", varied)
	if a.etag != "" {
		w.Header().Set("ETag", a.etag)
		w.Header().Set("Cache-Control", "no-cache") // keep it, but ask whether it is still so
		if matches(r.Header.Get("If-None-Match"), a.etag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.Header().Set("Content-Type", contentType)
	body := a.body
	if takesGzip(r) {
		if a.zipped == nil {
			a.zipped = zip(body)
		}
		if a.zipped != nil {
			w.Header().Set("Content-Encoding", "gzip")
			body = a.zipped
		}
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	_, _ = w.Write(body) // a client that went away is no failure of ours
}

// matches tells whether an If-None-Match header names the tag; whether weak or
// not makes no difference there.
func matches(header, etag string) bool {
	etag = strings.TrimPrefix(etag, "W/")
	for candidate := range strings.SplitSeq(header, ",") {
		if candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/"); candidate == etag || candidate == "*" {
			return true
		}
	}
	return false
}

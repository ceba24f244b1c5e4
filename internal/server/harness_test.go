package server

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/schema"
)

var openShipped = sync.OnceValues(func() (*edition.Edition, error) {
	return edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
})

// shipped is the graph of the shipped data.
func shipped(t testing.TB) *query.Graph {
	t.Helper()
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	return e.Graph
}

// patient are the limits without a deadline that a slow machine would miss.
func patient() query.ServiceConfig {
	limits := DefaultLimits
	limits.TimeoutMillis = 600_000
	return limits
}

// site is a running server.
type site struct {
	t   testing.TB
	url string
	log *bytes.Buffer
}

func start(t testing.TB, limits query.ServiceConfig) *site {
	t.Helper()
	e, err := openShipped()
	if err != nil {
		t.Fatal(err)
	}
	return serving(t, e, limits)
}

// made starts a server of data files, by their names without .yaml.
func made(t testing.TB, texts fs.FS, files map[string]string) *site {
	t.Helper()
	folder := fstest.MapFS{"documents": {Mode: fs.ModeDir}, "dataset.yaml": {Data: []byte("title: A small one\nlicence: CC0-1.0\nreleased: \"2026-01-02\"\n")}}
	for name, content := range files {
		folder[name+".yaml"] = &fstest.MapFile{Data: []byte(content)}
	}
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: folder, Documents: texts})
	if err != nil {
		t.Fatal(err)
	}
	return serving(t, e, patient())
}

func serving(t testing.TB, e *edition.Edition, limits query.ServiceConfig) *site {
	log := new(bytes.Buffer)
	s := httptest.NewServer(New(func() *edition.Edition { return e }, limits, slog.New(slog.NewTextHandler(log, nil))))
	t.Cleanup(s.Close)
	return &site{t, s.URL, log}
}

// asIs gives answers as they are sent, and asks for no coding of its own accord.
var asIs = &http.Transport{DisableCompression: true}

// response is what came back.
type response struct {
	status int
	header http.Header
	body   string
}

// do sends a request; headers are pairs of name and value.
func (s *site) do(method, path string, body io.Reader, headers ...string) response {
	s.t.Helper()
	request, err := http.NewRequest(method, s.url+path, body)
	if err != nil {
		s.t.Fatal(err)
	}
	for n := 0; n < len(headers); n += 2 {
		request.Header.Set(headers[n], headers[n+1])
	}
	got, err := asIs.RoundTrip(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response{got.StatusCode, got.Header, string(text)}
}

// post asks by POST with a JSON body.
func (s *site) post(query string, variables map[string]any, headers ...string) response {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		s.t.Fatal(err)
	}
	return s.do("POST", "/graphql", bytes.NewReader(body), append([]string{"Content-Type", "application/json"}, headers...)...)
}

// get asks by GET.
func (s *site) get(query string, headers ...string) response {
	s.t.Helper()
	return s.do("GET", "/graphql?query="+url.QueryEscape(query), nil, headers...)
}

// serves fails the test where an easy question is not answered.
func (s *site) serves() {
	s.t.Helper()
	if got, want := s.post(`{ country(id: "country/japan") { name } }`, nil).body, `{"data":{"country":{"name":"Japan"}}}`+"\n"; got != want {
		s.t.Fatalf("afterwards the server answers %.300s, want %s", got, want)
	}
}

// codes are the codes of an answer's errors.
func (r response) codes(t testing.TB) []string {
	t.Helper()
	var answer struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal([]byte(r.body), &answer); err != nil {
		t.Fatalf("the answer is no JSON: %v\n%.300s", err, r.body)
	}
	var codes []string
	for _, e := range answer.Errors {
		codes = append(codes, e.Extensions.Code)
	}
	return codes
}

// repeat joins n copies.
func repeat(n int, text string) string { return strings.Repeat(text+" ", n) }

package main

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/server"
)

// patience is how long a server elsewhere may take: longer than the deadline
// that serve gives a request.
const patience = time.Minute

// asked is the server that is asked, here or elsewhere.
type asked struct {
	address string // of the GraphQL endpoint
	client  *http.Client
}

// newAsked takes the server at an address or, where that is empty, one within
// this process, which answers just as serve does.
func newAsked(from *source, address string, stderr io.Writer) (*asked, error) {
	if address != "" {
		return elsewhere(from, address)
	}
	e, err := from.open()
	if err != nil {
		return nil, err
	}
	return here(e, server.DefaultLimits, stderr), nil
}

// here is a server within this process.
func here(e *edition.Edition, limits query.ServiceConfig, stderr io.Writer) *asked {
	log := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	handler := server.New(func() *edition.Edition { return e }, limits, log)
	return &asked{"http://localhost/graphql", &http.Client{Transport: within{handler}}}
}

func elsewhere(from *source, address string) (*asked, error) {
	if from.data != "" {
		return nil, fault.New(fault.Invalid, "--url and --data do not go together").Hinted("give the data to the server")
	}
	to, err := url.Parse(address)
	if err != nil || to.Scheme != "http" && to.Scheme != "https" || to.Host == "" {
		return nil, fault.New(fault.Invalid, "--url %.100q is no address", address).Hinted("write one such as http://127.0.0.1:8080")
	}
	if to.Path == "" || to.Path == "/" {
		to.Path = "/graphql"
	}
	return &asked{to.String(), &http.Client{Timeout: patience}}, nil
}

// within is the way to a handler in this process.
type within struct{ http.Handler }

// RoundTrip has the handler answer.
func (w within) RoundTrip(r *http.Request) (*http.Response, error) {
	kept := &response{header: http.Header{}, status: http.StatusOK}
	w.ServeHTTP(kept, r)
	return &http.Response{
		StatusCode: kept.status, Status: http.StatusText(kept.status), Header: kept.header,
		Body: io.NopCloser(&kept.body), Request: r,
	}, nil
}

// response is a ResponseWriter that keeps what is written.
type response struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *response) Header() http.Header               { return r.header }
func (r *response) WriteHeader(status int)            { r.status = status }
func (r *response) Write(content []byte) (int, error) { return r.body.Write(content) }

package server

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/edition"
)

// BenchmarkWhoSaysSo asks the second example over HTTP: by GET, which is kept
// after the first time, by POST, which is answered anew, and, for comparison,
// of a handler that writes the same bytes.
func BenchmarkWhoSaysSo(b *testing.B) {
	g := shipped(b)
	handler := New(func() *edition.Edition { return &edition.Edition{Graph: g} }, DefaultLimits, slog.New(slog.DiscardHandler))
	question := graph.Examples()[1].Query
	address := "/graphql?query=" + url.QueryEscape(question)
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, httptest.NewRequest("GET", address, nil))
	same := recorder.Body.Bytes()
	bare := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		_, _ = w.Write(same)
	})
	body := fmt.Sprintf(`{"query": %q}`, question)
	for _, kind := range []struct {
		name    string
		handler http.Handler
		request func(base string) (*http.Request, error)
	}{
		{"get", handler, func(base string) (*http.Request, error) { return http.NewRequest("GET", base+address, nil) }},
		{"post", handler, func(base string) (*http.Request, error) {
			r, err := http.NewRequest("POST", base+"/graphql", strings.NewReader(body))
			if err == nil {
				r.Header.Set("Content-Type", jsonType)
			}
			return r, err
		}},
		{"bare", bare, func(base string) (*http.Request, error) { return http.NewRequest("GET", base+address, nil) }},
	} {
		for _, clients := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/clients=%d", kind.name, clients), func(b *testing.B) {
				server := httptest.NewServer(kind.handler)
				defer server.Close()
				load(b, clients, len(same), func() (*http.Request, error) { return kind.request(server.URL) })
			})
		}
	}
}

// load spreads b.N requests over clients, each with its own connection.
func load(b *testing.B, clients, want int, request func() (*http.Request, error)) {
	transport := &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}
	defer transport.CloseIdleConnections()
	var wait sync.WaitGroup
	b.ResetTimer()
	for client := range clients {
		n := b.N / clients
		if client < b.N%clients {
			n++
		}
		wait.Go(func() {
			for range n {
				r, err := request()
				if err != nil {
					b.Error(err)
					return
				}
				got, err := transport.RoundTrip(r)
				if err != nil {
					b.Error(err)
					return
				}
				length, err := io.Copy(io.Discard, got.Body)
				got.Body.Close()
				if err != nil || int(length) != want {
					b.Errorf("%d bytes, want %d: %v", length, want, err)
					return
				}
			}
		})
	}
	wait.Wait()
}

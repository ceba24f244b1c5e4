package server

import (
	"log/slog"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/query"
)

func TestPriceOfWork(t *testing.T) {
	for _, test := range []struct {
		query     string
		variables map[string]any
		want      int
	}{
		{`{ network(around: ["a/a"]) { hidden } }`, nil, 1000 + 100},
		{`{ network(around: ["a/a"], depth: 2, first: 1) { hidden } }`, nil, 4000 + 1},
		{`query ($d: Int) { network(around: ["a/a"], depth: $d, first: 1) { hidden } }`, map[string]any{"d": 3}, 16_000 + 1},
		{`{ network(around: ["a/a"], depth: 2000000000, first: 1) { hidden } }`, nil, largest},
		{`{ network(around: ["a/a"], depth: -1, first: 1) { hidden } }`, nil, 1000 + 1},
		{`{ paths(from: "a/a", to: "b/b", first: 1) { cost } }`, nil, 625 + 1},
		{`{ paths(from: "a/a", to: "b/b", first: 1, maxLength: 6) { cost } }`, nil, 15_625 + 1},
		{`{ compare(of: ["a/a", "b/b", "c/c"]) { similarity } }`, nil, 750 + 1},
		{`{ sum(where: {}) { quantity { label } } }`, nil, 2500 + 2},
	} {
		if got := measured(t, test.query, test.variables).price; got != test.want {
			t.Errorf("%s %v costs %d, want %d", test.query, test.variables, got, test.want)
		}
	}
}

// While all turns are taken a dear question is refused, and any other answered.
func TestDearQuestionsTakeTurns(t *testing.T) {
	limits := DefaultLimits
	limits.TimeoutMillis = 20_000
	g := shipped(t)
	e := newEndpoint(func() *query.Graph { return g }, graph.NewSchema(limits), limits, slog.New(slog.DiscardHandler))
	server := httptest.NewServer(e)
	defer server.Close()
	s := &site{t: t, url: server.URL}
	const dearOne = `{ network(around: ["country/japan"], depth: 2, first: 1) { hidden } }`
	for range cap(e.turns.free) {
		e.turns.free <- struct{}{}
	}
	for _, question := range []string{`{ ` + japan + ` { name links { totalCount } } }`, `{ paths(from: "country/japan", to: "country/china") { cost } }`} {
		if codes := s.post(question, nil).codes(t); len(codes) > 0 {
			t.Errorf("%s is refused: %v", question, codes)
		}
	}
	if codes := s.post(dearOne, nil).codes(t); !slices.Equal(codes, []string{"UNAVAILABLE"}) {
		t.Errorf("a dear question is answered with %v while none has a turn", codes)
	}
	<-e.turns.free
	if codes := s.post(dearOne, nil).codes(t); len(codes) > 0 {
		t.Errorf("a dear question is refused in its turn: %v", codes)
	}
}

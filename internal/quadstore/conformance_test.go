package quadstore_test

import (
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// TestCayley runs Cayley's own acceptance suite on a store made through
// Cayley's registry.
func TestCayley(t *testing.T) {
	graphtest.TestAll(t, func(t testing.TB) (graph.QuadStore, graph.Options, func()) {
		qs, err := graph.NewQuadStore(quadstore.Name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		return qs, nil, func() { qs.Close() }
	}, &graphtest.Config{AlwaysRunIntegration: true})
}

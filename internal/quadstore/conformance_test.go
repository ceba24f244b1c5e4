package quadstore_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// TestCayley runs Cayley's own acceptance suite on a store made through
// Cayley's registry. Two subtests of "order with a next path" skip themselves:
// the suite skips them for every store, Cayley's own memstore included, as
// Cayley does not keep an order within an And.
func TestCayley(t *testing.T) {
	chdirToCayley(t)
	graphtest.TestAll(t, func(t testing.TB) (graph.QuadStore, graph.Options, func()) {
		qs, err := graph.NewQuadStore(quadstore.Name, "", nil)
		if err != nil {
			t.Fatal(err)
		}
		return qs, nil, func() { qs.Close() }
	}, &graphtest.Config{AlwaysRunIntegration: true})
}

// chdirToCayley changes to a folder from which the relative paths of the
// suite, which looks up to three folders up, lead to the data of the Cayley module.
func chdirToCayley(t *testing.T) {
	t.Helper()
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Fatalf("find the Cayley module: %v", err)
	}
	root := t.TempDir()
	if err := os.Symlink(filepath.Join(strings.TrimSpace(string(module)), "data"), filepath.Join(root, "data")); err != nil {
		t.Fatal(err)
	}
	deep := filepath.Join(root, "graph", "test", "folder")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Chdir(deep)
}

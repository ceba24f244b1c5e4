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
// Cayley's registry.
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

// chdirToCayley changes to a folder from which the suite's relative paths
// (../../../data and ../../../../data) lead to the data of the Cayley module.
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

package layers

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/aseangraph/aseangraph/"

// order is the path of a fact, then what serves it: a package imports only
// those that stand before it.
var order = []string{
	"internal/fault", "internal/edtf", "internal/rdf", "internal/statement", "internal/ontology", "internal/dataset",
	"internal/quadstore", "internal/query", "internal/picture", "internal/export", "internal/edition", "internal/table",
	"graph/scalar", "graph/generated", "graph", "graph/examples", "graph/generate",
	"internal/explorer", "internal/server",
	"schema", "data", "internal/dataset/compile", "cmd/aseangraph",
	"internal/query/querytest", "internal/conformance", "internal/layers", // tests alone import or hold these
}

// leaves are files alone: they import nothing of the project, and only what
// wires the program together imports them.
var leaves = []string{"schema", "data"}

// cayley are the packages that may know Cayley and its quads.
var cayley = []string{"internal/rdf", "internal/statement", "internal/quadstore", "internal/export"}

// unwanted are words of modules for databases and containers that Cayley and
// others bring along; none of them may be compiled in.
var unwanted = []string{
	"docker", "mongo", "elastic", "mysql", "couchdb", "pouchdb", "lib/pq", "jackc/pgx", "sqlite", "cockroach",
	"boltdb", "bbolt", "leveldb", "badger", "goja", "/gqlgen/codegen", "packr", "honnef.co",
}

type listed struct {
	ImportPath string
	Imports    []string
}

// list runs go list at the root.
func list(t *testing.T, args ...string) (packages []listed) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports"}, args...)...)
	cmd.Dir = root
	var stderr strings.Builder
	cmd.Stderr = &stderr
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &stderr)
	}
	for in := json.NewDecoder(strings.NewReader(string(text))); ; {
		var p listed
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func TestImportsGoDown(t *testing.T) {
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		rank := slices.Index(order, name)
		if rank < 0 {
			t.Errorf("%s stands nowhere in the order; give it its place", name)
			continue
		}
		for _, imported := range p.Imports {
			other, own := strings.CutPrefix(imported, module)
			switch {
			case own && slices.Contains(leaves, name):
				t.Errorf("%s imports %s, but is a leaf", name, other)
			case own && slices.Index(order, other) >= rank:
				t.Errorf("%s imports %s, which does not stand before it", name, other)
			case strings.HasPrefix(imported, "github.com/cayleygraph/") && !slices.Contains(cayley, name):
				t.Errorf("%s imports %s; only %s may", name, imported, strings.Join(cayley, ", "))
			}
		}
	}
}

func TestNothingHeavyIsCompiledIn(t *testing.T) {
	for _, p := range list(t, "-deps", "./cmd/aseangraph") {
		for _, word := range unwanted {
			if strings.Contains(p.ImportPath, word) {
				t.Errorf("%s is compiled in", p.ImportPath)
			}
		}
	}
}

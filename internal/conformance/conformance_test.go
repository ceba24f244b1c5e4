// Package conformance runs other people's suites over the schema, the server
// and the pages. They are npm packages: make test installs them.
package conformance

import (
	"bufio"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/server"
)

// npm runs a script of package.json; what it prints is the test's own output.
func npm(t *testing.T, env []string, script ...string) {
	t.Helper()
	if _, err := os.Stat("node_modules"); err != nil {
		t.Skip("the suites are not installed: run npm ci in internal/conformance, or make test")
	}
	for _, folder := range []string{".", "exports"} {
		if _, err := os.ReadDir(folder); err != nil { // so that go test knows what it depends on, and keeps no result of older suites
			t.Fatal(err)
		}
	}
	command := exec.Command("npm", append([]string{"run", "--silent"}, script...)...)
	command.Env = append(os.Environ(), env...)
	out, err := command.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("npm run %s: %v", strings.Join(script, " "), err)
	}
}

// serve starts the program as people do, on the shipped data, and gives its
// address. It is built without the race detector, which browsers and audits
// would only wait for: the packages' own tests run the server under it.
func serve(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "aseangraph")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/aseangraph").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	command := exec.Command(program, "serve", "--addr", "127.0.0.1:0")
	stderr, err := command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill() // it holds nothing that would be lost
		_ = command.Wait()         // tells that it was killed
	})
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if _, address, found := strings.Cut(lines.Text(), "listening on "); found {
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return address
		}
	}
	t.Fatalf("the server ended before it listened: %v", lines.Err())
	return ""
}

// serveEdition starts the whole server on an edition and gives its address.
func serveEdition(t *testing.T, e *edition.Edition) string {
	t.Helper()
	current := func() *edition.Edition { return e }
	s := httptest.NewServer(server.New(current, server.DefaultLimits, slog.New(slog.DiscardHandler)))
	t.Cleanup(s.Close)
	return s.URL
}

func TestGraphQLOverHTTP(t *testing.T) { npm(t, nil, "audit", "--", serve(t)+"/graphql") }

func TestGraphiQLInABrowser(t *testing.T) {
	if built, _ := os.ReadDir("../explorer/dist"); len(built) < 2 {
		t.Skip("the pages are not built: run make test")
	}
	npm(t, []string{"GRAPHIQL_URL=" + serve(t) + "/graphiql/"}, "graphiql")
}

func TestExplorerInABrowser(t *testing.T) {
	if built, _ := os.ReadDir("../explorer/dist"); len(built) < 2 {
		t.Skip("the pages are not built: run make test")
	}
	npm(t, []string{"EXPLORER_URL=" + serve(t)}, "explorer")
}

func TestPagesInABrowser(t *testing.T) { npm(t, []string{"PAGES_URL=" + serve(t)}, "pages") }

func TestSchemaIsClean(t *testing.T) { npm(t, nil, "lint-schema") }

func TestNoUnnamedBreakingChange(t *testing.T) { npm(t, nil, "breaking") }

func TestSuitesThemselves(t *testing.T) { npm(t, nil, "test") }

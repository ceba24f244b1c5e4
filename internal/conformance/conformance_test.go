// Package conformance runs other people's suites over the schema, the server
// and the pages. They are npm packages: make test installs them.
package conformance

import (
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/server"
	"github.com/aseangraph/aseangraph/schema"
)

// npm runs a script of package.json; what it prints is the test's own output.
func npm(t *testing.T, env []string, script ...string) {
	t.Helper()
	if _, err := os.Stat("node_modules"); err != nil {
		t.Skip("the suites are not installed: run npm ci in internal/conformance, or make test")
	}
	command := exec.Command("npm", append([]string{"run", "--silent"}, script...)...)
	command.Env = append(os.Environ(), env...)
	out, err := command.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("npm run %s: %v", strings.Join(script, " "), err)
	}
}

// serve starts the whole server on the shipped data and gives its address.
func serve(t *testing.T) string {
	t.Helper()
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	return serveEdition(t, e)
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

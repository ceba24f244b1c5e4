package explorer

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

// answer is what a client sees of one request.
type answer struct {
	status int
	header http.Header
	body   string
}

// ask sends a request just as told: no compression asked for, no redirect followed.
func ask(t *testing.T, server *httptest.Server, method, address string, headers map[string]string) answer {
	t.Helper()
	request, err := http.NewRequest(method, server.URL+address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	response, err := (&http.Transport{DisableCompression: true, DisableKeepAlives: true}).RoundTrip(request)
	if err != nil {
		t.Fatalf("%s %s: %v", method, address, err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatalf("%s %s: reading: %v", method, address, err)
	}
	return answer{response.StatusCode, response.Header, string(body)}
}

func compressed(t *testing.T, text string) *fstest.MapFile {
	t.Helper()
	var buffer bytes.Buffer
	writer := gzip.NewWriter(&buffer)
	if _, err := writer.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	return &fstest.MapFile{Data: buffer.Bytes()}
}

const script = "console.log('a page');"

// served starts a server of a small built folder.
func served(t *testing.T) *httptest.Server {
	t.Helper()
	loaded, err := load(fstest.MapFS{
		".gitkeep":               {},
		"graphiql/index.html.gz": compressed(t, "<!doctype html>"),
		"index.html.gz":          compressed(t, "<!doctype html>"),
		"assets/main-a1b2.js.gz": compressed(t, script),
		"assets/explorer.js.gz":  compressed(t, script),
		"assets/shape.bin.gz":    compressed(t, "x"),
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(loaded)
	t.Cleanup(server.Close)
	return server
}

func TestFiles(t *testing.T) {
	server := served(t)
	for _, c := range []struct {
		method, address string
		status          int
		contentType     string
		cache           string
		body            string
	}{
		{"GET", "/graphiql/", 200, "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"GET", "/graphiql/index.html", 200, "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"GET", "/graph", 200, "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"GET", "/graph/", 200, "text/html; charset=utf-8", "no-cache", "<!doctype html>"},
		{"GET", Script, 200, "text/javascript; charset=utf-8", "no-cache", script},
		{"GET", "/graphs", 404, "text/plain; charset=utf-8", "", "there is no page at /graphs\n"},
		{"HEAD", "/graphiql/", 200, "text/html; charset=utf-8", "no-cache", ""},
		{"GET", "/assets/main-a1b2.js", 200, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable", script},
		{"GET", "/assets/shape.bin", 200, "application/octet-stream", "public, max-age=31536000, immutable", "x"},
		{"GET", "/assets/main-a1b2.js.gz", 404, "text/plain; charset=utf-8", "", "there is no page at /assets/main-a1b2.js.gz\n"},
		{"GET", "/.gitkeep", 404, "text/plain; charset=utf-8", "", "there is no page at /.gitkeep\n"},
		{"GET", "/", 404, "text/plain; charset=utf-8", "", "there is no page at /\n"},
		{"GET", "/graphiql/../../go.mod", 404, "text/plain; charset=utf-8", "", "there is no page at /graphiql/../../go.mod\n"},
		{"POST", "/graphiql/", 405, "text/plain; charset=utf-8", "", "POST is not for pages; use GET\n"},
	} {
		got := ask(t, server, c.method, c.address, nil)
		if got.status != c.status || got.body != c.body {
			t.Errorf("%s %s = %d %q, want %d %q", c.method, c.address, got.status, got.body, c.status, c.body)
		}
		if media, cache := got.header.Get("Content-Type"), got.header.Get("Cache-Control"); media != c.contentType || cache != c.cache {
			t.Errorf("%s %s: Content-Type %q, Cache-Control %q, want %q, %q", c.method, c.address, media, cache, c.contentType, c.cache)
		}
		if policy := got.header.Get("Content-Security-Policy"); policy != ContentSecurityPolicy {
			t.Errorf("%s %s: Content-Security-Policy %q", c.method, c.address, policy)
		}
	}
}

func TestFolderIsRedirectedToItsPage(t *testing.T) {
	got := ask(t, served(t), "GET", "/graphiql", nil)
	if got.status != http.StatusMovedPermanently || got.header.Get("Location") != "/graphiql/" {
		t.Errorf("GET /graphiql = %d to %q, want 301 to /graphiql/", got.status, got.header.Get("Location"))
	}
}

func TestCompression(t *testing.T) {
	server := served(t)
	for _, c := range []struct {
		accept string
		want   string
	}{
		{"gzip, deflate, br", "gzip"},
		{"br, GZIP;q=0.5", "gzip"},
		{"gzip;q=0.0, *", ""},
		{"deflate", ""},
		{"", ""},
	} {
		got := ask(t, server, "GET", "/assets/main-a1b2.js", map[string]string{"Accept-Encoding": c.accept})
		if coding := got.header.Get("Content-Encoding"); coding != c.want {
			t.Errorf("Accept-Encoding %q: Content-Encoding %q, want %q", c.accept, coding, c.want)
			continue
		}
		body := got.body
		if c.want == "gzip" {
			plain, err := decompress([]byte(body))
			if err != nil {
				t.Errorf("Accept-Encoding %q: %v", c.accept, err)
			}
			body = string(plain)
		}
		if body != script {
			t.Errorf("Accept-Encoding %q: body %q, want %q", c.accept, body, script)
		}
	}
}

func TestUnchangedFileIsNotSentAgain(t *testing.T) {
	server := served(t)
	seen := map[string]bool{}
	for _, accept := range []string{"gzip", "identity"} {
		first := ask(t, server, "GET", "/graphiql/", map[string]string{"Accept-Encoding": accept})
		etag := first.header.Get("ETag")
		if etag == "" || seen[etag] {
			t.Errorf("%s: ETag %q, want one of its own", accept, etag)
		}
		seen[etag] = true
		again := ask(t, server, "GET", "/graphiql/", map[string]string{"Accept-Encoding": accept, "If-None-Match": etag})
		if again.status != http.StatusNotModified || again.body != "" {
			t.Errorf("%s: asked again = %d with %d bytes, want 304 with none", accept, again.status, len(again.body))
		}
		other := ask(t, server, "GET", "/graphiql/", map[string]string{"Accept-Encoding": accept, "If-None-Match": `"older"`})
		if other.status != http.StatusOK {
			t.Errorf("%s: asked with an older ETag = %d, want 200", accept, other.status)
		}
	}
}

func TestUnbuiltPagesTellHowToBuildThem(t *testing.T) {
	unbuilt, err := load(fstest.MapFS{".gitkeep": {}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(unbuilt)
	defer server.Close()
	got := ask(t, server, "GET", "/graphiql/", nil)
	if got.status != http.StatusServiceUnavailable || !strings.Contains(got.body, "make run") {
		t.Errorf("GET /graphiql/ = %d %.80q, want 503 and a page that names make run", got.status, got.body)
	}
	if head := ask(t, server, "HEAD", "/graphiql/", nil); head.status != http.StatusServiceUnavailable || head.body != "" {
		t.Errorf("HEAD /graphiql/ = %d with %d bytes, want 503 with none", head.status, len(head.body))
	}
}

// What this binary carries is whole: the page and all it names, or the remedy.
func TestEmbeddedPages(t *testing.T) {
	server := httptest.NewServer(Handler())
	defer server.Close()
	for _, address := range []string{"/graphiql/", "/" + views[0]} {
		testEmbeddedPage(t, server, address)
	}
}

func testEmbeddedPage(t *testing.T, server *httptest.Server, address string) {
	t.Helper()
	page := ask(t, server, "GET", address, nil)
	if _, err := fs.Stat(dist, "dist/graphiql/index.html.gz"); err != nil {
		if page.status != http.StatusServiceUnavailable {
			t.Errorf("unbuilt: GET %s = %d, want 503", address, page.status)
		}
		return
	}
	if page.status != http.StatusOK {
		t.Fatalf("GET %s = %d, want 200", address, page.status)
	}
	named := regexp.MustCompile(`(?:src|href)="(/assets/[^"]+)"`).FindAllStringSubmatch(page.body, -1)
	if len(named) == 0 {
		t.Fatalf("the page loads nothing:\n%s", page.body)
	}
	for _, match := range named {
		if got := ask(t, server, "GET", match[1], nil); got.status != http.StatusOK {
			t.Errorf("the page names %s, which answers %d", match[1], got.status)
		}
	}
	if strings.Contains(page.body, "<script>") {
		t.Errorf("the page has an inline script, which its policy forbids:\n%s", page.body)
	}
}

// The server gives an address to the explorer, whose router must have a view for it.
func TestEachViewIsRouted(t *testing.T) {
	router, err := os.ReadFile("src/router.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range views {
		if !strings.Contains(string(router), `"/`+name+`": () =>`) {
			t.Errorf("src/router.ts has no view for /%s", name)
		}
	}
}

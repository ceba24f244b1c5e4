package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"testing"
)

const easy = `{ country(id: "country/japan") { name } }`

func TestAccept(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct {
		accept, wantType string
		wantStatus       int
	}{
		{"", jsonType, 200},
		{"*/*", jsonType, 200},
		{"application/*", jsonType, 200},
		{"application/json", jsonType, 200},
		{"application/graphql-response+json", graphqlType, 200},
		{"application/json;q=0.5, application/graphql-response+json", graphqlType, 200},
		{"application/graphql-response+json;q=0.5, application/json", jsonType, 200},
		{"application/graphql-response+json, application/json;q=0.9, */*;q=0.1", graphqlType, 200},
		{"text/html, application/xhtml+xml, */*;q=0.8", jsonType, 200},
		{"application/json;q=0, application/graphql-response+json;q=0.1", graphqlType, 200},
		{"text/html", jsonType, 406},
		{"application/json;q=0", jsonType, 406},
		{"application/json;q=none", jsonType, 406},
		{";;;", jsonType, 406},
	} {
		got := s.post(easy, nil, "Accept", test.accept)
		if got.status != test.wantStatus || got.header.Get("Content-Type") != test.wantType+"; charset=utf-8" {
			t.Errorf("Accept %q: status %d, type %q, want %d, %q", test.accept, got.status, got.header.Get("Content-Type"), test.wantStatus, test.wantType)
		}
		if got.header.Get("Vary") != varied {
			t.Errorf("Accept %q: Vary is %q", test.accept, got.header.Get("Vary"))
		}
	}
}

func TestStatusOfWhatIsNotExecuted(t *testing.T) {
	s := start(t, patient())
	for _, query := range []string{`{`, `{ nothing }`, `query ($id: ID!) { node(id: $id) { id } }`, `{ dataset { title { x } } }`} {
		if got := s.post(query, nil, "Accept", graphqlType); got.status != 400 || strings.Contains(got.body, `"data"`) {
			t.Errorf("%s: status %d, body %s, want 400 without data", query, got.status, got.body)
		}
		if got := s.post(query, nil, "Accept", jsonType); got.status != 200 || len(got.codes(t)) == 0 {
			t.Errorf("%s: status %d, body %s, want 200 with errors", query, got.status, got.body)
		}
	}
}

func TestGetAgain(t *testing.T) {
	s := start(t, patient())
	first := s.get(easy)
	tag := first.header.Get("ETag")
	if first.status != 200 || !strings.Contains(tag, shipped(t).Dataset().Version()) {
		t.Fatalf("status %d, ETag %q, want 200 and one that has the dataset's version", first.status, tag)
	}
	if again := s.get(easy); again.body != first.body || again.header.Get("ETag") != tag {
		t.Errorf("the second answer is %q with ETag %s, the first %q with %s", again.body, again.header.Get("ETag"), first.body, tag)
	}
	for _, match := range []string{tag, strings.TrimPrefix(tag, "W/"), `"other", ` + tag, "*"} {
		if got := s.get(easy, "If-None-Match", match); got.status != 304 || got.body != "" || got.header.Get("ETag") != tag {
			t.Errorf("If-None-Match %s: status %d, body %q, ETag %q, want 304", match, got.status, got.body, got.header.Get("ETag"))
		}
	}
	if got := s.get(easy, "If-None-Match", `"other"`); got.status != 200 || got.body != first.body {
		t.Errorf("another tag: status %d, body %q", got.status, got.body)
	}
	if got := s.get(`{ country(id: "country/japan") { id } }`).header.Get("ETag"); got == tag {
		t.Errorf("two questions have one ETag %s", got)
	}
	// A fresh server gives the same tag, so that clients keep what they have.
	if got := start(t, patient()).get(easy, "If-None-Match", tag); got.status != 304 {
		t.Errorf("after a restart: status %d, want 304", got.status)
	}
}

func TestErrorsAreNotKept(t *testing.T) {
	s := start(t, patient())
	for _, query := range []string{`{ nothing }`, `{ country(id: "country/jpan") { name } }`} {
		if got := s.get(query); got.header.Get("ETag") != "" {
			t.Errorf("%s: ETag %s for an error", query, got.header.Get("ETag"))
		}
	}
}

func TestHeadAndOptions(t *testing.T) {
	s := start(t, patient())
	path := "/graphql?query=" + url.QueryEscape(easy)
	get, head := s.do("GET", path, nil), s.do("HEAD", path, nil)
	if head.status != 200 || head.body != "" {
		t.Errorf("HEAD: status %d, body %q", head.status, head.body)
	}
	for _, name := range []string{"Content-Type", "Content-Length", "ETag", "Vary"} {
		if got, want := head.header.Get(name), get.header.Get(name); got != want || got == "" {
			t.Errorf("HEAD: %s is %q, for GET it is %q", name, got, want)
		}
	}
	options := s.do("OPTIONS", "/graphql", nil, "Origin", "https://example.org", "Access-Control-Request-Method", "POST")
	if options.status != 204 || options.header.Get("Access-Control-Allow-Origin") != "*" ||
		!strings.Contains(options.header.Get("Access-Control-Allow-Methods"), "POST") ||
		!strings.Contains(options.header.Get("Access-Control-Allow-Headers"), "Content-Type") {
		t.Errorf("OPTIONS: status %d, header %v", options.status, options.header)
	}
	if got := options.header.Get("Access-Control-Allow-Credentials"); got != "" {
		t.Errorf("credentials are allowed across origins: %q", got)
	}
	for _, method := range []string{"PUT", "DELETE", "PATCH"} {
		got := s.do(method, "/graphql", strings.NewReader("{}"), "Content-Type", jsonType)
		if got.status != 405 || got.header.Get("Allow") == "" || len(got.codes(t)) != 1 {
			t.Errorf("%s: status %d, Allow %q, body %s", method, got.status, got.header.Get("Allow"), got.body)
		}
	}
}

func TestPersistedQueries(t *testing.T) {
	s := start(t, patient())
	sum := sha256.Sum256([]byte(easy))
	extensions := `{"persistedQuery": {"version": 1, "sha256Hash": "` + hex.EncodeToString(sum[:]) + `"}}`
	byHash := "/graphql?extensions=" + url.QueryEscape(extensions)
	post := func(query string) response {
		return s.do("POST", "/graphql", strings.NewReader(`{`+query+`"extensions": `+extensions+`}`), "Content-Type", jsonType)
	}

	if got := s.do("GET", byHash, nil); strings.Join(got.codes(t), " ") != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("unknown hash by GET: %s", got.body)
	}
	if got := post(""); strings.Join(got.codes(t), " ") != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("unknown hash by POST: %s", got.body)
	}
	want := s.post(easy, nil).body
	if got := post(`"query": ` + `"` + strings.ReplaceAll(easy, `"`, `\"`) + `", `); got.body != want {
		t.Errorf("query with its hash: %s, want %s", got.body, want)
	}
	if got := s.do("GET", byHash, nil); got.body != want {
		t.Errorf("known hash by GET: %s, want %s", got.body, want)
	}
	if got := post(""); got.body != want {
		t.Errorf("known hash by POST: %s, want %s", got.body, want)
	}
	if got := post(`"query": "{ dataset { title } }", `); len(got.codes(t)) != 1 {
		t.Errorf("a query under the hash of another: %s", got.body)
	}
}

func TestRequestBodies(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct {
		name, contentType, body string
		want                    int
	}{
		{"plain text", "text/plain", `{"query": "{ dataset { title } }"}`, 415},
		{"a form", "application/x-www-form-urlencoded", "query=" + url.QueryEscape(easy), 415},
		{"a multipart form", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--\r\n", 415},
		{"no type", "", `{"query": "{ dataset { title } }"}`, 415},
		{"with a charset", "application/json; charset=utf-8", `{"query": "{ dataset { title } }"}`, 200},
		{"nothing", jsonType, ``, 400},
		{"no JSON", jsonType, `{`, 400},
		{"a batch", jsonType, `[{"query": "{ dataset { title } }"}, {"query": "{ dataset { title } }"}]`, 400},
		{"two values", jsonType, `{"query": "{ dataset { title } }"} {}`, 400},
		{"no query", jsonType, `{"variables": {}}`, 400},
		{"a number for the query", jsonType, `{"query": 1}`, 400},
		{"variables that are no object", jsonType, `{"query": "{ dataset { title } }", "variables": []}`, 400},
		{"null for what may be left out", jsonType, `{"query": "{ dataset { title } }", "variables": null, "operationName": null, "extensions": null}`, 200},
		{"bytes that are no UTF-8", jsonType, "{\"query\": \"{ search(text: \\\"a\xff\\\") { totalCount } }\"}", 400},
		{"a body of exactly 1 MiB", jsonType, padded(1 << 20), 200},
		{"a body of one byte more", jsonType, padded(1<<20 + 1), 413},
		{"a body of 2 MiB", jsonType, padded(2 << 20), 413},
	} {
		got := s.do("POST", "/graphql", strings.NewReader(test.body), "Content-Type", test.contentType)
		if got.status != test.want {
			t.Errorf("%s: status %d, want %d: %.300s", test.name, got.status, test.want, got.body)
		}
		if strings.Contains(got.body, "json:") || strings.Contains(got.body, "Go ") || strings.Contains(got.body, "EOF") {
			t.Errorf("%s: tells of Go: %s", test.name, got.body)
		}
		if failed := len(got.codes(t)) > 0; failed != (test.want != 200) {
			t.Errorf("%s: %.300s", test.name, got.body)
		}
	}
	s.serves()
}

// padded is a request of n bytes.
func padded(n int) string {
	query := `{"query": "{ dataset { title } }"}`
	return query + strings.Repeat(" ", n-len(query))
}

func TestAddresses(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct {
		path string
		want int
	}{
		{"/healthz", 200},
		{"/graphiql/examples.json", 200},
		{"/graphql", 400},
		{"/graphql?query=%zz", 400},
		{"/graphql?variables=5&query=" + url.QueryEscape(easy), 400},
		{"/graphql?variables=%7B%7D&query=" + url.QueryEscape(easy), 200},
		{"/graphql?operationName=none&query=" + url.QueryEscape(easy), 200},
		{"/", 200},
	} {
		got := s.do("GET", test.path, nil)
		if got.status != test.want {
			t.Errorf("%s: status %d, want %d: %.300s", test.path, got.status, test.want, got.body)
		}
		if got.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: X-Content-Type-Options is %q", test.path, got.header.Get("X-Content-Type-Options"))
		}
	}
}

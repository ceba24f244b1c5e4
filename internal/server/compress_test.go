package server

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// unzipped is a body as a client reads it.
func (r response) unzipped(t testing.TB) string {
	t.Helper()
	if r.header.Get("Content-Encoding") != "gzip" {
		return r.body
	}
	reader, err := gzip.NewReader(strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// long is a question whose answer is worth compressing.
const long = `{ statements(first: 50) { nodes { id subject { name } predicate { label } } } }`

// TestGzip asks for each kind of answer with and without gzip: the content is
// the same, and so is the tag, which a client may name whichever form it has.
func TestGzip(t *testing.T) {
	s := start(t, patient())
	graphql := "/graphql?query=" + url.QueryEscape(long)
	for _, test := range []struct{ path, accept string }{
		{graphql, jsonType}, {graphql, jsonType}, {graphql, csvType}, // the second time it has been kept
		{"/country/japan", htmlType}, {"/country/japan", "text/turtle"}, {"/search?q=asean", htmlType}, {"/", htmlType},
		{"/export?format=nquads&around=country/japan", ""}, {"/export/ontology.ttl", ""}, {"/graphiql/examples.json", ""},
	} {
		plain := s.do("GET", test.path, nil, "Accept", test.accept)
		tag := plain.header.Get("ETag")
		if plain.status != 200 {
			t.Errorf("%s as %s: status %d", test.path, test.accept, plain.status)
		}
		for _, coding := range []struct {
			accept string
			zips   bool
		}{{"gzip", true}, {"br, gzip;q=0.5", true}, {"gzip;q=0, br", false}, {"identity", false}} {
			got := s.do("GET", test.path, nil, "Accept", test.accept, "Accept-Encoding", coding.accept)
			zipped := got.header.Get("Content-Encoding") == "gzip"
			if zipped != (coding.zips && len(plain.body) >= minZipped) || got.status != plain.status || got.unzipped(t) != plain.body {
				t.Errorf("%s as %s by %s: status %d, %q, %d bytes that are not the %d sent plain", test.path, test.accept, coding.accept, got.status, got.header, len(got.body), len(plain.body))
			}
			if zipped && len(got.body) > len(plain.body)/2 {
				t.Errorf("%s as %s: %d bytes of %d are sent", test.path, test.accept, len(got.body), len(plain.body))
			}
			if !strings.Contains(strings.Join(got.header.Values("Vary"), ","), "Accept-Encoding") || got.header.Get("ETag") != tag {
				t.Errorf("%s as %s by %s: Vary %q, ETag %s, want %s", test.path, test.accept, coding.accept, got.header.Values("Vary"), got.header.Get("ETag"), tag)
			}
			if tag == "" {
				continue
			}
			again := s.do("GET", test.path, nil, "Accept", test.accept, "Accept-Encoding", coding.accept, "If-None-Match", tag)
			if again.status != http.StatusNotModified || again.body != "" || again.header.Get("Content-Encoding") != "" {
				t.Errorf("%s as %s by %s, again: status %d, %d bytes, header %v", test.path, test.accept, coding.accept, again.status, len(again.body), again.header)
			}
		}
	}
}

func TestGzipOfHeadAndPost(t *testing.T) {
	s := start(t, patient())
	path := "/graphql?query=" + url.QueryEscape(long)
	s.do("GET", path, nil) // from then on it is kept
	get, head := s.do("GET", path, nil, "Accept-Encoding", "gzip"), s.do("HEAD", path, nil, "Accept-Encoding", "gzip")
	for _, name := range []string{"Content-Encoding", "Content-Type", "Content-Length", "ETag", "Vary"} {
		if got, want := head.header.Get(name), get.header.Get(name); got != want || got == "" {
			t.Errorf("HEAD: %s is %q, for GET it is %q", name, got, want)
		}
	}
	post, plain := s.post(long, nil, "Accept-Encoding", "gzip"), s.post(long, nil)
	if post.header.Get("Content-Encoding") != "gzip" || post.unzipped(t) != plain.body || len(plain.body) == 0 {
		t.Errorf("POST: header %v, %d bytes, plain %d", post.header, len(post.body), len(plain.body))
	}
}

// TestGzipStreams reads the beginning of an export while the rest is not made:
// compressed, it is still sent as it is made.
func TestGzipStreams(t *testing.T) {
	request, err := http.NewRequest("GET", start(t, patient()).url+"/export?format=nquads", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "gzip")
	got, err := asIs.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if got.ContentLength >= 0 || got.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("length %d, header %v, want a stream by gzip", got.ContentLength, got.Header)
	}
	reader, err := gzip.NewReader(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1000)
	if _, err := io.ReadFull(reader, first); err != nil || !bytes.HasPrefix(first, []byte("<http")) {
		t.Errorf("error %v, it begins %.40q", err, first)
	}
}

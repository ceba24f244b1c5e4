package server

import (
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestNegotiate(t *testing.T) {
	offers := []string{"application/ld+json", "text/html", "text/turtle", "text/turtle; version=1.2", "text/csv; charset=utf-8"}
	for _, test := range []struct{ accept, want string }{
		{"", "application/ld+json"},
		{"*/*", "application/ld+json"},
		{"text/*", "text/html"},
		{"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", "text/html"},
		{"text/turtle", "text/turtle"},
		{"text/turtle; version=1.2", "text/turtle; version=1.2"},
		{"text/turtle;q=0.5, text/html;q=0.4", "text/turtle"},
		{"text/html;q=0.4, text/turtle;q=0.5", "text/turtle"},
		{"text/turtle, text/html", "text/turtle"},
		{"*/*;q=0.1, text/turtle;q=0", "application/ld+json"},
		{"text/*, text/html;q=0", "text/turtle"},
		{`application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"`, "application/ld+json"},
		{"text/csv; charset=UTF-8", "text/csv; charset=utf-8"},
		{"text/csv; charset=utf-16", ""},
		{"image/png", ""},
		{"text/html;q=0", ""},
		{"text/html;q=most", ""},
		{";;;", ""},
	} {
		got, err := negotiate([]string{test.accept}, offers...)
		if got != test.want || (err != nil) != (test.want == "") || err != nil && fault.KindOf(err) != fault.Invalid {
			t.Errorf("Accept %q: %q, %v, want %q", test.accept, got, err, test.want)
		}
	}
}

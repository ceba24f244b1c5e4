package server

import (
	"net/url"
	"strings"
	"testing"
)

// The twelve questions of graphql-cop, a checker of GraphQL servers
// (https://github.com/dolevf/graphql-cop), put to ours.
func TestGraphQLCop(t *testing.T) {
	s := start(t, patient())
	refused := func(what string, got response) {
		t.Helper()
		if len(got.codes(t)) == 0 || strings.Contains(got.body, `"data":{`) {
			t.Errorf("%s: status %d, %.200s", what, got.status, got.body)
		}
	}
	form := func(query string) response {
		return s.do("POST", "/graphql", strings.NewReader("query="+url.QueryEscape(query)), "Content-Type", "application/x-www-form-urlencoded")
	}

	refused("alias overloading", s.post(`{ `+aliased(101, "dataset { title }")+`}`, nil))
	refused("batch queries", s.do("POST", "/graphql", strings.NewReader(`[`+strings.Repeat(`{"query": "{ __typename }"},`, 10)+`{"query": "{ __typename }"}]`), "Content-Type", jsonType))
	refused("directive overloading", s.post(`{ __typename `+repeat(10, "@aa")+`}`, nil))
	refused("circular introspection", s.post(`{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`, nil))
	refused("mutation by GET", s.get(`mutation { __typename }`))
	refused("query by a form", form(`{ __typename }`))
	refused("mutation by a form", form(`mutation { __typename }`))

	// 500 times one field is one field in the answer.
	if got := s.post(`{ dataset { `+repeat(500, "title")+`} }`, nil); len(got.body) > 200 {
		t.Errorf("field duplication: %d bytes, %.200s", len(got.body), got.body)
	}
	if got := s.post(`{ dataset { titl } }`, nil); strings.Contains(got.body, "Did you mean") || strings.Contains(got.body, `\"title\"`) {
		t.Errorf("field suggestions: %s", got.body)
	}
	if got := s.post(`{ dataset { title } }`, nil); strings.Contains(got.body, `"extensions"`) {
		t.Errorf("trace or debug: %s", got.body)
	}
	if got := s.do("GET", "/graphql", nil, "Accept", "text/html"); got.status == 200 || strings.Contains(got.body, "<html") {
		t.Errorf("an IDE at the endpoint: status %d, %.200s", got.status, got.body)
	}
	// Two that are meant: the data is public, and so is its schema.
	if got := s.post(`{ __schema { queryType { name } } }`, nil); !strings.Contains(got.body, `"name":"Query"`) {
		t.Errorf("introspection: %s", got.body)
	}
	if got := s.get(easy); got.status != 200 {
		t.Errorf("query by GET: status %d", got.status)
	}
	s.serves()
}

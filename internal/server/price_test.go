package server

import (
	"context"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/graph"
)

// introspection is the question that tools ask first.
const introspection = `query IntrospectionQuery {
  __schema {
    queryType { name } mutationType { name } subscriptionType { name }
    types { ...FullType }
    directives { name description locations args { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description
  fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
  inputFields { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } }
}`

// page is what a page about one thing asks.
const page = `{
  entity(id: "country/japan") {
    id iri type name aliases description sameAs
    linkCounts { predicate { name label inverseLabel } forward decade links statements }
    links(first: 100) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        id forward predicate { name label inverseLabel }
        node { id name type }
        statements { id status role when { edtf label earliest latest } asOf { label } evidence { document { id title publisher } section paragraph start end } }
      }
    }
    timeline(first: 100) { nodes { when { label } statement { id predicate { label } object { ... on Entity { id name } ... on Text { text } ... on Period { label } } } } }
  }
}`

// measured is the extent of a query.
func measured(t testing.TB, query string, variables map[string]any) extent {
	t.Helper()
	limits := patient()
	e := newEndpoint(nil, graph.NewSchema(limits), limits, nil)
	e.limits.MaxComplexity = largest
	limits.MaxComplexity, limits.MaxDepth, limits.MaxAliases = largest, largest, largest
	ctx := graphql.StartOperationTrace(context.Background())
	op, errs := e.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	if op.Operation == nil {
		t.Fatalf("%s: %v", query, errs)
	}
	m := measure{limits: limits, op: op, fragments: map[string]extent{}}
	return m.of(op.Operation.SelectionSet)
}

func TestExtent(t *testing.T) {
	for _, test := range []struct {
		query     string
		variables map[string]any
		want      extent
	}{
		{`{ dataset { title version } }`, nil, extent{width: 1, depth: 2, price: 3}},
		{`{ dataset { title } ontology { classes { name count } } }`, nil, extent{width: 2, depth: 3, price: 2 + 1 + 1 + 5*2}},
		{`{ funds { totalCount } }`, nil, extent{width: 1, depth: 2, price: 10 + 20}},
		{`{ funds(first: 3) { nodes { id name } } }`, nil, extent{width: 1, depth: 3, price: 10 + 3*3}},
		{`{ funds(first: 3, last: 7) { nodes { id } } }`, nil, extent{width: 1, depth: 3, price: 10 + 7*2}},
		{`{ funds(first: 0) { nodes { id } } }`, nil, extent{width: 1, depth: 3, price: 10 + 2}},
		{`{ funds(first: null) { nodes { id } } }`, nil, extent{width: 1, depth: 3, price: 10 + 20*2}},
		{`query ($n: Int = 4) { funds(first: $n) { nodes { id } } }`, nil, extent{width: 1, depth: 3, price: 10 + 4*2}},
		{`query ($n: Int = 4) { funds(first: $n) { nodes { id } } }`, map[string]any{"n": 9}, extent{width: 1, depth: 3, price: 10 + 9*2}},
		{`{ funds(first: 3) { edges { cursor statements { id } } } }`, nil, extent{width: 1, depth: 4, price: 10 + 3*(1+1+1+5)}},
		{`{ nodes(ids: ["a/a", "b/b"]) { id } }`, nil, extent{width: 1, depth: 2, price: 1 + 2}},
		{`query ($i: [ID!]!) { nodes(ids: $i) { id } }`, map[string]any{"i": []any{"a/a", "b/b", "c/c"}}, extent{width: 1, depth: 2, price: 1 + 3}},
		{`{ a: dataset { b: title } dataset: dataset { title } }`, nil, extent{width: 2, depth: 2, aliases: 2, price: 4}},
		{`{ ...f ...f ... { dataset { title } } } fragment f on Query { dataset { title } }`, nil, extent{width: 3, depth: 2, price: 6}},
		{`{ __schema { types { name } } }`, nil, extent{width: 1, depth: 1, schemas: 1, price: 1 + 1 + 8}},
		{`{ __schema { types { fields { name } } } }`, nil, extent{width: 1, depth: 1, schemas: 1, schemaLists: 1, price: 1 + 1 + 8*(1+8)}},
	} {
		if got := measured(t, test.query, test.variables); got != test.want {
			t.Errorf("%s %v: got %+v, want %+v", test.query, test.variables, got, test.want)
		}
	}
}

// What people and tools ask stays far below the limits.
func TestRoomForQuestions(t *testing.T) {
	questions := map[string]string{"introspection": introspection, "page": page}
	for _, example := range graph.Examples() {
		questions[example.Name] = example.Query
	}
	for name, query := range questions {
		got := measured(t, query, nil)
		t.Logf("%-65s %+v", name, got)
		if got.price > DefaultLimits.MaxComplexity/2 || got.depth > DefaultLimits.MaxDepth {
			t.Errorf("%s: %+v is too near to the limits %+v", name, got, DefaultLimits)
		}
	}
}

package server

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// attack is a request that must be refused, or answered in bounded size.
type attack struct {
	name      string
	query     string
	variables map[string]any
	want      string // the code of the first error; empty where the answer is to be given
}

// fragments are n fragments of which each spreads the next twice.
func fragments(n int, on, last string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on %s { ...f%d ...f%d } ", i, on, i+1, i+1)
	}
	return b.String() + fmt.Sprintf("fragment f%d on %s { %s }", n, on, last)
}

// nested are n levels of the same field.
func nested(n int, open, inside string) string {
	return strings.Repeat(open+" { ", n) + inside + strings.Repeat(" }", n)
}

// aliased are n fields under names of their own.
func aliased(n int, field string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d: %s ", i, field)
	}
	return b.String()
}

const japan = `country(id: "country/japan")`

func attacks() []attack {
	long := strings.Repeat("x", 1<<20-200)
	many := make([]string, 40_000)
	for n := range many {
		many[n] = "country/japan"
	}
	return []attack{
		// Too much text.
		{"1 MiB of fields", `{ ` + japan + ` { ` + repeat(209_000, "name") + ` } }`, nil, "GRAPHQL_PARSE_FAILED"},
		{"10,000 repeated fields", `{ ` + japan + ` { ` + repeat(10_000, "name") + `} }`, nil, "GRAPHQL_PARSE_FAILED"},
		{"1,900 repeated fields", `{ ` + japan + ` { ` + repeat(1_900, "name") + `} }`, nil, ""},
		{"240 repeated lists", `{ ` + japan + ` { ` + repeat(240, "links { totalCount }") + `} }`, nil, ""},
		{"900 unknown directives", `{ ` + japan + ` { name ` + repeat(900, "@x") + `} }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"1,900 unknown fields", `{ ` + repeat(1_900, "x") + `}`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an unknown field with a name of 1 MiB", `{ ` + long + ` }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"an alias of 100 KiB", `{ ` + strings.Repeat("x", 100<<10) + `: ` + japan + ` { name } }`, nil, "TOO_LARGE"},
		{"a text of 1 MiB", `{ search(text: "` + long + `") { totalCount } }`, nil, "TOO_LARGE"},
		{"a text of 1 MiB in a variable", `query ($t: String!) { search(text: $t) { totalCount } }`, map[string]any{"t": long}, "TOO_LARGE"},
		{"an id of 1 MiB", `query ($t: ID!) { country(id: $t) { name } }`, map[string]any{"t": long}, "TOO_LARGE"},
		{"a filter with a text of 1 MiB", `query ($t: String!) { statements(where: {text: $t}) { totalCount } }`, map[string]any{"t": long}, "TOO_LARGE"},
		{"a cursor of 1 MiB", `query ($t: Cursor!) { statements(after: $t) { totalCount } }`, map[string]any{"t": long}, "TOO_LARGE"},
		{"a date of 1 MiB", `query ($t: EDTF!) { statements(where: {during: $t}) { totalCount } }`, map[string]any{"t": long}, "TOO_LARGE"},
		{"40,000 ids", `query ($t: [ID!]!) { nodes(ids: $t) { id } }`, map[string]any{"t": many}, "TOO_LARGE"},
		{"40,000 ids in a filter", `query ($t: [ID!]) { funds(where: {contributors: $t}) { totalCount } }`, map[string]any{"t": many}, "TOO_LARGE"},
		{"40,000 ids in a filter that is a variable", `query ($w: FundWhere) { funds(where: $w) { totalCount } }`, map[string]any{"w": map[string]any{"contributors": many}}, "TOO_LARGE"},
		{"unused variables of 1 MiB", `query ($t: String) { dataset { title } }`, map[string]any{"t": long}, "GRAPHQL_VALIDATION_FAILED"},
		{"unknown variables of 1 MiB", `{ dataset { title } }`, map[string]any{"t": many}, ""},

		// Too deep.
		{"16 levels", `{ ` + japan + ` { ` + nested(5, "links { nodes { node", "id") + strings.Repeat(" } }", 5) + ` } }`, nil, "TOO_LARGE"},
		{"400 levels", `{ ` + japan + ` { ` + nested(130, "links { nodes { node", "id") + strings.Repeat(" } }", 130) + ` } }`, nil, "TOO_LARGE"},
		{"20,000 levels", `{ ` + japan + nested(20_000, "", "name") + ` }`, nil, "GRAPHQL_PARSE_FAILED"},
		{"900 lists in an argument", `{ nodes(ids: ` + strings.Repeat("[", 900) + strings.Repeat("]", 900) + `) { id } }`, nil, "GRAPHQL_VALIDATION_FAILED"},

		// Fragments.
		{"a fragment in itself", `{ ` + japan + ` { ...f } } fragment f on Country { name ...f }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"two fragments in each other", `{ ` + japan + ` { ...f } } fragment f on Country { ...g } fragment g on Country { ...f }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"a fragment in itself over lists", `{ ` + japan + ` { ...f } } fragment f on Country { links { nodes { node { ...f } } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"60 fragments of which each spreads the next twice", `{ ` + japan + ` { ...f0 } } ` + fragments(60, "Country", "name"), nil, "TOO_LARGE"},
		{"the same in the schema's types", `{ __schema { types { ...f0 } } } ` + fragments(60, "__Type", "name"), nil, "TOO_LARGE"},
		{"the same beside the root", `{ ...f0 } ` + fragments(60, "Query", "dataset { title }"), nil, "TOO_LARGE"},
		{"the same in inline fragments", `{ ` + japan + ` { ` + nested(300, "... on Country", "name") + ` } }`, nil, ""},
		{"250 spreads of one fragment", `{ ` + japan + ` { ` + repeat(250, "...f") + `} } fragment f on Country { links { totalCount } }`, nil, ""},

		// Too much at once.
		{"51 aliases", `{ ` + japan + ` { ` + aliased(51, "name") + `} }`, nil, "TOO_LARGE"},
		{"51 aliases in a fragment", `{ ` + japan + ` { ...f } } fragment f on Country { ` + aliased(51, "name") + `}`, nil, "TOO_LARGE"},
		{"21 fields of the root", `{ ` + aliased(21, "dataset { title }") + `}`, nil, "TOO_LARGE"},
		{"21 fields of the root in fragments", `{ ...f ...g } fragment f on Query { ` + aliased(11, "dataset { title }") + `} fragment g on Query { ` + repeat(11, "serviceConfig { maxDepth }") + `}`, nil, "TOO_LARGE"},
		{"pages of 100 in pages of 100 in pages of 100", `{ statements(first: 100) { nodes { subject { links(first: 100) { nodes { node { links(first: 100) { nodes { id } } } } } } } } }`, nil, "TOO_LARGE"},
		{"the same by variables", `query ($n: Int) { statements(first: $n) { nodes { subject { links(last: $n) { nodes { node { links(first: $n) { nodes { id } } } } } } } } }`, map[string]any{"n": 100}, "TOO_LARGE"},
		{"the same by a variable's default", `query ($n: Int = 100) { statements(first: $n) { nodes { subject { links(last: $n) { nodes { node { links(first: $n) { nodes { id } } } } } } } } }`, nil, "TOO_LARGE"},
		{"the same by the schema's default", `{ ` + japan + ` { ` + nested(4, "links { nodes { node", "id") + strings.Repeat(" } }", 4) + ` } }`, nil, "TOO_LARGE"},

		// Questions that look at much before they show anything.
		{"20 networks three links around a hub", `{ ` + aliased(20, `network(around: ["organisation/asean"], depth: 3, first: 1, where: {status: [HAPPENED]}) { hidden }`) + `}`, nil, "TOO_LARGE"},
		{"the same by a variable", `query ($d: Int = 3) { ` + aliased(20, `network(around: ["organisation/asean"], depth: $d, first: 1) { hidden }`) + `}`, nil, "TOO_LARGE"},
		{"20 networks with an absurd depth", `{ ` + aliased(20, `network(around: ["organisation/asean"], depth: 2000000000) { hidden }`) + `}`, nil, "TOO_LARGE"},
		{"3 networks three links around a hub", `{ ` + aliased(3, `network(around: ["organisation/asean"], depth: 3, first: 1, where: {status: [HAPPENED]}) { hidden }`) + `}`, nil, ""},
		{"20 searches for the longest paths", `{ ` + aliased(20, `paths(from: "country/japan", to: "organisation/asean", maxLength: 6, first: 50) { cost }`) + `}`, nil, "TOO_LARGE"},
		{"3 searches for the longest paths", `{ ` + aliased(3, `paths(from: "country/japan", to: "organisation/asean", maxLength: 6, first: 1) { cost }`) + `}`, nil, ""},
		{"20 paths as they are asked by default", `{ ` + aliased(20, `paths(from: "country/japan", to: "country/china") { cost }`) + `}`, nil, ""},
		{"20 comparisons of hubs", `{ ` + aliased(20, `compare(of: ["country/japan", "organisation/asean", "country/china", "country/thailand"]) { similarity shared { entity { id } } }`) + `}`, nil, ""},

		// Introspection.
		{"lists of the schema in one another", `{ __schema { types { fields { type { fields { name } } } } } }`, nil, "TOO_LARGE"},
		{"lists of the schema in one another, thrice", `{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"lists of a type in one another", `{ __type(name: "Query") { fields { type { possibleTypes { name } } } } }`, nil, "TOO_LARGE"},
		{"the whole schema", introspection, nil, ""},
		{"the types of the schema twice", `{ __schema { a: types { name } b: types { name } } }`, nil, "TOO_LARGE"},
		{"20 types", `{ ` + aliased(20, `__type(name: "Organisation") { fields { args { name description type { name } } name description } }`) + `}`, nil, ""},
		{"20 whole schemas", `{ ` + aliased(20, "__schema { types { fields { args { name description } name description } } }") + `}`, nil, "TOO_LARGE"},

		// Numbers and dates that are none.
		{"a number too large for any type", `{ statements(first: 99999999999999999999) { totalCount } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"a number too large in a filter", `{ observations(where: {value: {unit: "USD", min: 1e999}}) { totalCount } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"a number too large for a date", `{ statements(where: {asOf: 1e999}) { totalCount } }`, nil, "GRAPHQL_VALIDATION_FAILED"},
		{"a number too large for a cursor", `{ statements(after: 99999999999999999999) { totalCount } }`, nil, "INVALID"},
		{"a number too large in a variable", `query ($n: Int) { statements(first: $n) { totalCount } }`, map[string]any{"n": 1e30}, "GRAPHQL_VALIDATION_FAILED"},
	}
}

func TestAttacks(t *testing.T) {
	s := start(t, patient())
	for _, a := range attacks() {
		began := time.Now()
		got := s.post(a.query, a.variables)
		t.Logf("%-60s %4d ms %7d bytes", a.name, time.Since(began).Milliseconds(), len(got.body))
		codes := got.codes(t)
		if first := append(codes, "")[0]; first != a.want {
			t.Errorf("%s: the first error has the code %q, want %q: %.300s", a.name, first, a.want, got.body)
		}
		if len(codes) > DefaultLimits.MaxErrors {
			t.Errorf("%s: %d errors", a.name, len(codes))
		}
		if len(codes) > 0 && len(got.body) > 64<<10 {
			t.Errorf("%s: the refusal has %d bytes", a.name, len(got.body))
		}
		s.serves()
	}
	if s.log.Len() > 0 {
		t.Errorf("attacks are logged as mistakes of ours: %.1000s", s.log)
	}
}

package server

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

func TestListsAsCSV(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct{ name, query, want string }{
		{"a connection", `{ funds(first: 2) { totalCount pageInfo { hasNextPage } nodes { id name } } }`,
			"id,name\r\nfund/asean-plus-three-finance-cooperation-fund,ASEAN+3 Finance Cooperation Fund\r\nfund/asean-canada-plan-of-action-trust-fund,ASEAN-Canada Plan of Action Trust Fund\r\n"},
		{"a list below a thing", `{ country(id: "country/japan") { name contributesTo(first: 2) { totalCount nodes { id } } } }`,
			"name,contributesTo\r\nJapan,fund/asean-cultural-fund\r\nJapan,fund/asean-japan-solidarity-fund\r\n"},
		{"nothing found", `{ statements(first: 0) { nodes { id subject { name } object { ... on Text { text } ... on Period { edtf } } } } }`,
			"id,subject,text,edtf\r\n"},
		{"one thing", `{ dataset { title licence } }`, "title,licence\r\n\"ASEAN's external relations, said by documents\",CC-BY-4.0\r\n"},
		{"fragments and aliases", `{ countries(first: 1) { nodes { ...called } } } fragment called on Country { called: name description }`, ""},
	} {
		for way, got := range map[string]response{
			"POST": s.post(test.query, nil, "Accept", "text/csv"),
			"GET":  s.get(test.query, "Accept", "text/csv;q=0.9, application/json;q=0.8"),
		} {
			if got.status != 200 || got.header.Get("Content-Type") != "text/csv; header=present; charset=utf-8" {
				t.Errorf("%s by %s: status %d, type %q: %s", test.name, way, got.status, got.header.Get("Content-Type"), got.body)
			}
			if test.want != "" && got.body != test.want {
				t.Errorf("%s by %s:\n%s\nwant\n%s", test.name, way, got.body, test.want)
			}
			if tag := got.header.Get("ETag"); (tag != "") != (way == "GET") {
				t.Errorf("%s by %s: ETag %q", test.name, way, tag)
			}
		}
	}
}

// The rows are the elements of the list, with all that JSON has of them.
func TestCSVHasWhatJSONHas(t *testing.T) {
	s := start(t, patient())
	const question = `{ statements(first: 100) { nodes { id note when { label } } } }`
	var fromJSON struct {
		Data struct {
			Statements struct {
				Nodes []struct {
					ID   string
					Note *string
					When *struct{ Label string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(s.post(question, nil).body), &fromJSON); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(s.post(question, nil, "Accept", "text/csv").body)).ReadAll()
	nodes := fromJSON.Data.Statements.Nodes
	if err != nil || len(nodes) != 100 || len(rows) != len(nodes)+1 || strings.Join(rows[0], " ") != "id note when" {
		t.Fatalf("%d rows for %d statements, %v, under %v", len(rows), len(nodes), err, rows[0])
	}
	for n, node := range nodes {
		want := []string{node.ID, "", ""}
		if node.Note != nil {
			want[1] = *node.Note
		}
		if node.When != nil {
			want[2] = node.When.Label
		}
		for at, text := range rows[n+1] {
			if text != want[at] && text != "'"+want[at] {
				t.Errorf("row %d is %q, want %q", n, rows[n+1], want)
			}
		}
	}
}

func TestCSVIsNeverHalfATable(t *testing.T) {
	s := start(t, patient())
	for _, test := range []struct {
		name, query string
		status      int
		code        string
	}{
		{"no GraphQL", `{`, 400, "GRAPHQL_PARSE_FAILED"},
		{"no such field", `{ nothing }`, 400, "GRAPHQL_VALIDATION_FAILED"},
		{"two fields of Query", `{ dataset { title } countries { nodes { id } } }`, 400, "INVALID"},
		{"two fields in a fragment", `{ ... on Query { dataset { title } countries { nodes { id } } } }`, 400, "INVALID"},
		{"nothing has the id", `{ country(id: "country/jpan") { name } }`, 404, "NOT_FOUND"},
		{"an error below", `{ country(id: "country/japan") { name links(after: "x") { nodes { id } } } }`, 400, "INVALID"},
		{"over a limit", `{ countries(first: 1000) { nodes { id } } }`, 413, "TOO_LARGE"},
		{"too wide", wide(201), 400, "TOO_LARGE"},
	} {
		got := s.post(test.query, nil, "Accept", "text/csv")
		if codes := got.codes(t); got.status != test.status || len(codes) == 0 || codes[0] != test.code {
			t.Errorf("%s: status %d, codes %v, want %d, %s: %.300s", test.name, got.status, codes, test.status, test.code, got.body)
		}
		if contentType := got.header.Get("Content-Type"); contentType != jsonType+"; charset=utf-8" {
			t.Errorf("%s: Content-Type %q", test.name, contentType)
		}
	}
}

// wide asks for so many fields.
func wide(columns int) string {
	return "{ countries { nodes { " + repeat(columns, "name") + "} } }"
}

func TestFormulasInCSVAreText(t *testing.T) {
	s := made(t, nil, map[string]string{"entities/country": `country/formula: {name: '=HYPERLINK("x")', aliases: ["-1", "@a"]}`})
	got := s.post(`{ countries { nodes { name aliases } } }`, nil, "Accept", "text/csv").body
	if want := "name,aliases\r\n\"'=HYPERLINK(\"\"x\"\")\",'-1; @a\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

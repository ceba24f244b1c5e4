package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/query"
)

// ran is what a command writes to stdout; it must do well.
func ran(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), args, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("%q exits with %d: %s", args, code, stderr.String())
	}
	return stdout.String()
}

// givers is a folder of data in which one country pays into so many funds, each
// time in a year, and another into none.
func givers(t *testing.T, funds int) string {
	t.Helper()
	folder := t.TempDir()
	files := map[string]string{
		"dataset.yaml":          "title: Drawn\nlicence: CC0-1.0\nreleased: \"2001\"\n",
		"entities/country.yaml": "country/giver: {name: Giver}\ncountry/keeper: {name: Keeper}\n",
	}
	document := "id: document/account\ntitle: An Account\npublisher: A Press\npublished: \"2001\"\nlanguage: en\nkind: PRESS\npassages:\n  - paragraph: 1\n    statements:\n"
	for n := range funds {
		files["entities/fund.yaml"] += fmt.Sprintf("fund/f%03d: {name: Fund %03d}\n", n, n)
		document += fmt.Sprintf("      - {subject: country/giver, predicate: contributesTo, object: fund/f%03d, when: \"1999\"}\n", n)
	}
	files["documents/account.yaml"] = document
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Lists that are longer than a page of the API come whole, in every form.
func TestListsComeWhole(t *testing.T) {
	const funds = 2*query.MaxPageSize + 7
	folder := givers(t, funds)
	for _, command := range [][]string{{"timeline", "Giver"}, {"compare", "Giver", "Keeper"}} {
		args := append(command, "--data", folder)
		rows, err := csv.NewReader(strings.NewReader(ran(t, append(args, "--csv")...))).ReadAll()
		if err != nil || len(rows) != funds+1 {
			t.Errorf("%q gives %d rows and error %v, want %d and one of names", command, len(rows), err, funds)
		}
		if got := strings.Count(ran(t, args...), "Fund "); got != funds {
			t.Errorf("%q tells %d funds, want %d", command, got, funds)
		}
	}

	var answer struct {
		Data struct {
			Compare struct {
				Matrix connection
				Only   []struct{ Links connection }
			}
		}
	}
	if err := json.Unmarshal([]byte(ran(t, "compare", "--json", "--data", folder, "Giver", "Keeper")), &answer); err != nil {
		t.Fatal(err)
	}
	c := answer.Data.Compare
	if l := c.Matrix; len(l.Nodes) != funds || l.TotalCount != funds || l.PageInfo.HasNextPage {
		t.Errorf("the matrix has %d of %d rows, want %d", len(l.Nodes), l.TotalCount, funds)
	}
	if l := c.Only[0].Links; l.TotalCount != funds || !l.PageInfo.HasNextPage {
		t.Errorf("what only one has are %d of %d links, and it does not tell that there are more", len(l.Nodes), l.TotalCount)
	}
}

// What the commands print as JSON is what a server answers to their question.
func TestJSONIsTheAnswerOfTheAPI(t *testing.T) {
	const question = `{ paths(from: "person/takeo-fukuda", to: "fund/asean-cultural-fund") { length cost steps { from { id } predicate { name } } } }`
	file := filepath.Join(t.TempDir(), "question.graphql")
	if err := os.WriteFile(file, []byte(question), 0o666); err != nil {
		t.Fatal(err)
	}
	type shape struct {
		Data struct {
			Paths []struct {
				Length int
				Cost   float64
				Steps  []struct {
					From      struct{ ID string }
					Predicate struct{ Name string }
				}
			}
		}
	}
	var got, want shape
	if err := json.Unmarshal([]byte(ran(t, "path", "--json", "Takeo Fukuda", "ASEAN Cultural Fund")), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(ran(t, "query", file)), &want); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) || len(got.Data.Paths) == 0 {
		t.Errorf("path --json tells %v, the API %v", got, want)
	}
}

func TestEarliest(t *testing.T) {
	for _, test := range []struct {
		since []string
		want  int
	}{
		{[]string{"1977", "1976-12-31"}, 1},
		{[]string{"1977", "1977-03"}, -1}, // 1977 can be before or after March
		{[]string{"1977", "1977"}, -1},
		{[]string{"1977", ""}, -1},
		{[]string{"1973/..", "1977", "1999"}, 0},
		{[]string{"1973/1980", "1977"}, 0}, // where it begins counts
	} {
		var since []*period
		for _, text := range test.since {
			if text == "" {
				since = append(since, nil)
				continue
			}
			since = append(since, &period{EDTF: text})
		}
		if got := earliest(since); got != test.want {
			t.Errorf("earliest of %q is %d, want %d", test.since, got, test.want)
		}
	}
}

func TestObjectForProgramsIsExact(t *testing.T) {
	number := 7
	for _, test := range []struct {
		object        object
		exact, people string
	}{
		{object{Value: "5150000000", Unit: "USD", Qualifier: "ABOUT", Stage: "PLEDGED", Label: "about USD 5.15 billion"}, "5150000000 USD ABOUT PLEDGED", "about USD 5.15 billion pledged"},
		{object{EDTF: "1977-08", Label: "early August 1977"}, "1977-08", "early August 1977"},
		{object{ISO: "P18M/P24M", Label: "18 to 24 months"}, "P18M/P24M", "18 to 24 months"},
		{object{Number: &number}, "7", "7"},
		{object{Text: "words"}, "words", "words"},
		{object{named: named{ID: "fund/x", Name: "The X"}}, "The X", "The X"},
	} {
		if got := test.object.exact(); got != test.exact {
			t.Errorf("%+v is %q for programs, want %q", test.object, got, test.exact)
		}
		if got := test.object.String(); got != test.people {
			t.Errorf("%+v is %q for people, want %q", test.object, got, test.people)
		}
	}
}

// What only one of several has is read off the matrix, and is what the API
// tells.
func TestOnlyIsInTheMatrix(t *testing.T) {
	for _, statuses := range [][]string{nil, {"planned", "proposed"}} {
		i := inquiry{filter: filter{statuses: statuses}}
		cmd := newCompare()
		if err := i.open(cmd); err != nil {
			t.Fatal(err)
		}
		of, err := i.ids([]string{"Japan", "ASEAN", "China"})
		if err != nil {
			t.Fatal(err)
		}
		c, err := i.compare(context.Background(), of)
		if err != nil {
			t.Fatal(err)
		}
		c.anyStatus = statuses != nil
		for n, one := range c.Only {
			links, err := read[struct{ Node named }](one.Links)
			if err != nil {
				t.Fatal(err)
			}
			var want, got []string
			for _, l := range links {
				want = append(want, l.Node.ID)
			}
			for _, row := range c.rows {
				if c.holder(row) == n {
					got = append(got, row.Entity.ID)
				}
			}
			if len(want) == query.MaxPageSize { // the API tells a page of them, the matrix all
				got = got[:min(len(got), len(want))]
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("with status %q the matrix has only for %s %q, the API tells %q", statuses, one.Of.ID, got, want)
			}
		}
	}
}

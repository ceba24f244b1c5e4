package dataset_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// TestDoubts tells statements of one or two documents, each with what is
// doubtful in them.
func TestDoubts(t *testing.T) {
	_, onto := embedded(t)
	for _, test := range []struct {
		name      string
		documents []string // the statements of each, one a line
		gaps      string
		want      string // part of the one doubt; empty for none
	}{
		{"two places on one day", []string{`{subject: meeting/a-1, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-1, predicate: heldIn, object: place/x}
{subject: meeting/a-2, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-2, predicate: heldIn, object: place/y}
{subject: person/p, predicate: metAt, object: meeting/a-1}
{subject: person/p, predicate: metAt, object: meeting/a-2}`}, "", "person/p is at meeting/a-1 and at meeting/a-2 on one day"},
		{"two places of one country", []string{`{subject: meeting/a-1, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-1, predicate: heldIn, object: place/x}
{subject: place/x, predicate: inCountry, object: country/c}
{subject: meeting/a-2, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-2, predicate: heldIn, object: country/c}
{subject: person/p, predicate: metAt, object: meeting/a-1}
{subject: person/p, predicate: metAt, object: meeting/a-2}`}, "", ""},
		{"documents that disagree about the day", []string{`{subject: meeting/a-1, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-1, predicate: heldIn, object: place/x}
{subject: meeting/a-2, predicate: heldOn, object: "2001-05-02"}
{subject: meeting/a-2, predicate: heldIn, object: place/y}
{subject: person/p, predicate: metAt, object: meeting/a-1}
{subject: person/p, predicate: metAt, object: meeting/a-2}`, `{subject: meeting/a-2, predicate: heldOn, object: "2001-05-03"}`}, "", ""},
		{"a higher number held earlier", []string{`{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: ordinal, object: "1"}
{subject: meeting/a-1, predicate: heldOn, object: "2001-05"}
{subject: meeting/a-2, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-2, predicate: ordinal, object: "2"}
{subject: meeting/a-2, predicate: heldOn, object: "2000"}`}, "", "meeting/a-2, number 2 of mechanism/m, is held before meeting/a-1"},
		{"a higher number held in the same year", []string{`{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: ordinal, object: "1"}
{subject: meeting/a-1, predicate: heldOn, object: "2001-05"}
{subject: meeting/a-2, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-2, predicate: ordinal, object: "2"}
{subject: meeting/a-2, predicate: heldOn, object: "2001"}`}, "", ""},
		{"two holders at once", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/1995-01-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1994-01-01/1996-01-01"}`}, "", "person/p and person/q both hold office/o"},
		{"one hands over to the other", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/1995-01-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1995-01-01/1996-01-01"}`}, "", ""},
		{"one acts for the other", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/1995-01-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1994-01-01/1996-01-01", role: acting}`}, "", ""},
		{"one goes on after another began", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/..", status: ONGOING, asOf: "1995-03-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1994-01-01/1996-01-01"}`}, "", "person/p and person/q both hold office/o"},
		{"two go on", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/..", status: ONGOING, asOf: "1995-03-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1994-01-01/..", status: ONGOING, asOf: "1999"}`}, "", "person/p and person/q both hold office/o"},
		{"one begins after the other is told as going on", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/..", status: ONGOING, asOf: "1995-03-01"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1995-08-01/1996-01-01"}`}, "", ""},
		{"one begins when the other is told as going on", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/..", status: ONGOING, asOf: "1995"}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1995-08-01/1996-01-01"}`}, "", ""},
		{"an open end of which no date is told", []string{`{subject: person/p, predicate: heldOffice, object: office/o, when: "1990-01-01/.."}
{subject: person/q, predicate: heldOffice, object: office/o, when: "1995-08-01/1996-01-01"}`}, "", ""},
		{"no stage", []string{`{subject: country/c, predicate: contributesTo, object: fund/f, quantity: {value: 5, unit: USD}}`}, "", "of 5 USD EXACT given, the stage is not told"},
		{"rice", []string{`{subject: country/c, predicate: contributesTo, object: fund/f, quantity: {value: 5, unit: tonne}}`}, "", ""},
		{"a gift by paying for something", []string{`{subject: programme/p, predicate: fundedBy, object: country/c, quantity: {value: 5, unit: USD}}`}, "", "of 5 USD EXACT given, the stage is not told"},
		{"no currency", []string{`{subject: country/c, predicate: contributesTo, object: fund/f, quantity: {value: 5, unit: dollar, stage: PLEDGED}}`}, "", "of 5 dollar EXACT PLEDGED, the currency is not told"},
		{"a size in no currency", []string{`{subject: fund/f, predicate: hasSize, object: {value: 5, unit: dollar}}`}, "", "of 5 dollar EXACT, the currency is not told"},
		{"a meeting before its series", []string{`{subject: mechanism/m, predicate: establishedIn, object: "1990"}
{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: heldOn, object: "1989-12"}`}, "", "meeting/a-1, 1989-12, is before the beginning of mechanism/m, 1990"},
		{"a meeting that may be the first of its series", []string{`{subject: mechanism/m, predicate: establishedIn, object: "1990-05"}
{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: heldOn, object: "1990"}`}, "", ""},
		{"a document that dates the series earlier", []string{`{subject: mechanism/m, predicate: establishedIn, object: "1990"}
{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: heldOn, object: "1989-12"}`, `{subject: mechanism/m, predicate: establishedIn, object: "1989"}`}, "", ""},
		{"a meeting after its series", []string{`{subject: mechanism/m, predicate: endedIn, object: "1990"}
{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: heldOn, object: "1991"}`}, "", "meeting/a-1, 1991, is after the end of mechanism/m, 1990"},
		{"a meeting after a part of its series", []string{`{subject: mechanism/m, predicate: endedIn, object: "1990", role: first phase}
{subject: meeting/a-1, predicate: inSeries, object: mechanism/m}
{subject: meeting/a-1, predicate: heldOn, object: "1991"}`}, "", ""},
		{"a term before the office", []string{`{subject: office/o, predicate: establishedIn, object: "1990"}
{subject: person/p, predicate: heldOffice, object: office/o, when: "1985/1992"}`}, "", "person/p, 1985/1992, is before the beginning of office/o, 1990"},
		{"a term after the office", []string{`{subject: office/o, predicate: endedIn, object: "1990"}
{subject: person/p, predicate: heldOffice, object: office/o, when: "1991/1992"}`}, "", "person/p, 1991/1992, is after the end of office/o, 1990"},
		{"a standing without its beginning", []string{`{subject: country/c, predicate: dialoguePartnerOf, object: organisation/o}`, `{subject: country/c, predicate: dialoguePartnerOf, object: organisation/o}`}, "", "nothing tells since when country/c dialoguePartnerOf organisation/o"},
		{"a standing that another document dates", []string{`{subject: country/c, predicate: dialoguePartnerOf, object: organisation/o}`, `{subject: country/c, predicate: dialoguePartnerOf, object: organisation/o, when: "1977/.."}`}, "", ""},
		{"a standing known to lack its beginning", []string{`{subject: country/c, predicate: dialoguePartnerOf, object: organisation/o}`}, "- {about: [country/c], missing: the beginning, why: no document tells}", ""},
		{"a summit without place", []string{`{subject: summit/s, predicate: heldOn, object: "2001"}`}, "", "nothing tells of summit/s heldIn"},
		{"a summit known to lack its place", []string{`{subject: summit/s, predicate: heldOn, object: "2001"}`}, "- {about: [summit/s], missing: its place, why: no document tells}", ""},
		{"a virtual summit", []string{`{subject: summit/s, predicate: heldOn, object: "2001", role: virtual}`}, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := dataset.Read(saying(test.documents, test.gaps), onto)
			if err != nil {
				t.Fatal(err)
			}
			if complaints := d.Check(onto); len(complaints) > 0 {
				t.Fatalf("complaints: %v", complaints)
			}
			got := d.Doubts(onto)
			switch {
			case test.want == "" && len(got) > 0:
				t.Errorf("got %v, want no doubt", got)
			case test.want != "" && (len(got) != 1 || !strings.Contains(got[0].What, test.want)):
				t.Errorf("got %v, want one with %q", got, test.want)
			}
		})
	}
}

// TestTermBeforeBirth doubts a term by any predicate that tells a beginning: the
// ontology here knows of births.
func TestTermBeforeBirth(t *testing.T) {
	onto, err := ontology.Read(fstest.MapFS{"born.graphqls": {Data: []byte(`
interface Entity { id: ID! }
"A human being."
type Person implements Entity @class(plural: "people", colour: "#123456") {
  "When he or she was born."
  bornIn: [Period!]! @property(predicate: "bornIn", single: true, sense: BEGINNING)
  "What he or she held."
  held: [Office!]! @relation(predicate: "held", time: SINCE, sense: HOLDING)
}
"A post."
type Office implements Entity @class(plural: "offices", colour: "#654321") {
  "When it was made."
  madeIn: [Period!]! @property(predicate: "madeIn", single: true, sense: BEGINNING)
  "Who held it."
  holders: [Person!]! @relation(predicate: "held", direction: IN)
}
"A text."
type Document implements Entity @class(plural: "documents", colour: "#333333")
`)}})
	if err != nil {
		t.Fatal(err)
	}
	d, err := dataset.Read(saying([]string{`{subject: person/p, predicate: bornIn, object: "1950"}
{subject: office/o, predicate: madeIn, object: "1900"}
{subject: person/p, predicate: held, object: office/o, when: "1948/1955"}`}, ""), onto)
	if err != nil {
		t.Fatal(err)
	}
	const want = "office/o, 1948/1955, is before the beginning of person/p, 1950"
	if got := d.Doubts(onto); len(got) != 1 || got[0].What != want {
		t.Errorf("got %v, want one: %s", got, want)
	}
}

// saying is data of documents that make statements, with an entity for each id.
func saying(documents []string, gaps string) fstest.MapFS {
	files := fstest.MapFS{"dataset.yaml": {Data: []byte("title: T\nlicence: CC0-1.0\nreleased: \"2024-01-01\"\n")}}
	if gaps != "" {
		files["review/gaps.yaml"] = &fstest.MapFile{Data: []byte(gaps + "\n")}
	}
	all := strings.Join(documents, "\n")
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(all, func(r rune) bool { return strings.ContainsRune(" ,{}\n", r) }) {
		prefix, _, ok := strings.Cut(word, "/")
		if !ok || seen[word] || strings.HasPrefix(word, `"`) {
			continue
		}
		seen[word] = true
		name := "entities/" + prefix + ".yaml"
		if files[name] == nil {
			files[name] = &fstest.MapFile{}
		}
		files[name].Data = fmt.Appendf(files[name].Data, "%s: {name: The %s}\n", word, word)
	}
	for n, statements := range documents {
		text := fmt.Sprintf("id: document/d%d\ntitle: D%d\npublisher: P\npublished: \"2020\"\nlanguage: en\nkind: PRESS\npassages:\n  - statements:\n", n, n)
		for line := range strings.Lines(statements) {
			text += "      - " + strings.TrimSpace(line) + "\n"
		}
		files[fmt.Sprintf("documents/d%d.yaml", n)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

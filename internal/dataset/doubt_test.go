package dataset_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/dataset"
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
		{"no stage", []string{`{subject: country/c, predicate: contributesTo, object: fund/f, quantity: {value: 5, unit: USD}}`}, "", "of 5 USD EXACT given, the stage is not told"},
		{"rice", []string{`{subject: country/c, predicate: contributesTo, object: fund/f, quantity: {value: 5, unit: tonne}}`}, "", ""},
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

package dataset_test

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// TestCountsInReadme compares the tables between the markers of data/README.md
// with the data.
func TestCountsInReadme(t *testing.T) {
	const file, from, to = "../../data/README.md", "<!-- counts: go test ./internal/dataset -run CountsInReadme -update -->\n", "<!-- end of counts -->\n"
	d, onto := embedded(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begun := strings.Cut(string(text), from)
	_, after, ended := strings.Cut(rest, to)
	if !begun || !ended {
		t.Fatalf("%s lacks the markers %q and %q", file, from, to)
	}
	want := before + from + "\n" + counts(d, onto) + "\n" + to + after
	if string(text) == want {
		return
	}
	if !*update {
		t.Fatalf("the counts in %s are not those of the data: run go test ./internal/dataset -run CountsInReadme -update", file)
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// counts is the tables: all in all, by class, by partner and decade.
func counts(d *dataset.Dataset, onto *ontology.Ontology) string {
	kinds := map[string]int{}
	for _, document := range d.Documents {
		kinds[document.Kind.String()]++
	}
	entities, subjects := map[string]int{}, map[string]int{}
	for _, e := range d.Entities {
		entities[e.Class]++
	}
	partners := map[statement.EntityID]map[string]int{}
	decades := map[string]int{}
	for n := range d.Statements {
		s := &d.Statements[n]
		subjects[onto.ClassOf(s.Subject).Name]++
		decades[decade(s)]++
		if strings.HasSuffix(strings.ToLower(s.Predicate), "partnerof") && s.Status.Real() {
			partners[s.Subject] = map[string]int{}
		}
	}
	for n := range d.Statements {
		s := &d.Statements[n]
		for _, id := range []statement.EntityID{s.Subject, s.Object.Entity()} {
			if partners[id] != nil {
				partners[id][decade(s)]++
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Statements: %d. Entities: %d, documents among them. Documents read: %d, of these ", len(d.Statements), len(d.Entities), len(d.Documents))
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		parts = append(parts, fmt.Sprintf("%d %s", kinds[kind], strings.ToLower(kind)))
	}
	b.WriteString(strings.Join(parts, ", ") + ".\n\n| class | entities | statements with one as subject |\n| --- | ---: | ---: |\n")
	for _, class := range slices.Sorted(maps.Keys(entities)) {
		fmt.Fprintf(&b, "| %s | %d | %d |\n", class, entities[class], subjects[class])
	}
	columns := slices.Sorted(maps.Keys(decades))
	b.WriteString("\nStatements by the decade in which their time begins, and those of them with a partner as subject or object:\n\n| | " +
		strings.Join(columns, " | ") + " |\n| --- |" + strings.Repeat(" ---: |", len(columns)) + "\n")
	row(&b, "all", columns, decades)
	for _, e := range slices.SortedFunc(slices.Values(d.Entities), func(a, b statement.Entity) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) }) {
		if partners[e.ID] != nil {
			row(&b, e.Name, columns, partners[e.ID])
		}
	}
	return b.String()
}

func row(b *strings.Builder, name string, columns []string, count map[string]int) {
	b.WriteString("| " + name + " |")
	for _, column := range columns {
		fmt.Fprintf(b, " %d |", count[column])
	}
	b.WriteString("\n")
}

// decade is that of the first day of the statement's time.
func decade(s *statement.Statement) string {
	when := s.When
	if s.Object.Kind() == statement.KindDate {
		when = s.Object.Date()
	}
	for _, date := range []edtf.Date{when.Start(), when.End()} {
		if earliest, _ := date.Bounds(); !earliest.IsZero() {
			return fmt.Sprintf("%ds", earliest.Year()/10*10)
		}
	}
	return "undated"
}

package ontology_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

func TestShippedPredicatesReadBothWays(t *testing.T) {
	for _, p := range read(t, schema.FS).Predicates() {
		if p.Label == "" || p.Description == "" || len(p.Domain) == 0 {
			t.Errorf("%s: label %q, description %q, domain %s", p.Name, p.Label, p.Description, names(p.Domain))
		}
		relation := p.Object == statement.KindThing
		if relation != (p.Inverse != "") || relation != (len(p.Range) > 0) {
			t.Errorf("%s: inverse %q, range %s, relation %v", p.Name, p.Inverse, names(p.Range), relation)
		}
		if p.Single && p.Once || p.Once && p.Term || p.Single && p.Term {
			t.Errorf("%s: has more than one key of disagreement: %s", p.Name, keys(p))
		}
	}
}

func TestShippedDimensions(t *testing.T) {
	onto := read(t, schema.FS)
	for d, want := range map[ontology.Dimension]string{
		ontology.DimensionIndicator: "measures", ontology.DimensionReporter: "reporter", ontology.DimensionCounterpart: "counterpart",
		ontology.DimensionPeriod: "period", ontology.DimensionValue: "value", ontology.DimensionCompiler: "compiledBy",
	} {
		if p := onto.Dimension(d); p == nil || p.Name != want {
			t.Errorf("the predicate of dimension %s is %v, want %s", d, p, want)
		}
	}
	if p := onto.Dimension(ontology.NoDimension); p != nil {
		t.Errorf("%s is found for no dimension", p.Name)
	}
}

// design reads the paper form of the ontology.
func design(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "design", "ontology.md"))
	if os.IsNotExist(err) {
		t.Skip("../shared is not beside the project: the paper form of the ontology cannot be compared")
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

var classRow = regexp.MustCompile("(?m)^\\| \\*\\*(\\w+)\\*\\* \\| ([\\w, –]+) \\| `([a-z-]+)/` \\|")

func TestShippedClassesAreThoseDesigned(t *testing.T) {
	rows, onto := classRow.FindAllStringSubmatch(design(t), -1), read(t, schema.FS)
	if len(rows) != 24 {
		t.Fatalf("the design has %d classes, want 24", len(rows))
	}
	for _, row := range rows {
		c := onto.Class(row[1])
		if c == nil {
			t.Errorf("no class %s", row[1])
			continue
		}
		if c.Prefix != row[3] {
			t.Errorf("%s has the prefix %s, want %s", c.Name, c.Prefix, row[3])
		}
		for _, name := range strings.FieldsFunc(row[2], func(r rune) bool { return strings.ContainsRune(", –", r) }) {
			if !c.Is(name) {
				t.Errorf("%s is no %s", c.Name, name)
			}
		}
	}
}

var (
	predicateRow = regexp.MustCompile("(?m)^\\| `(\\w+)`: ([^|]+) \\| ([^|]+) \\| ([^|]+) → ([^|]+) \\| (single|once|term|–) \\| (at|since|while|–) \\|")
	inverseCell  = regexp.MustCompile("^`(\\w+)`: (.+)$")
	literalCells = map[string]statement.Kind{
		"*edtf*": statement.KindDate, "*text*": statement.KindText, "*integer*": statement.KindInteger,
		"*duration*": statement.KindDuration, "*quantity*": statement.KindQuantity,
	}
)

func TestShippedPredicatesAreThoseDesigned(t *testing.T) {
	rows, onto := predicateRow.FindAllStringSubmatch(design(t), -1), read(t, schema.FS)
	if len(rows) != 89 {
		t.Fatalf("the design has %d predicates, want 89", len(rows))
	}
	for _, row := range rows {
		p := onto.Predicate(row[1])
		if p == nil {
			t.Errorf("no predicate %s", row[1])
			continue
		}
		if p.Label != row[2] {
			t.Errorf("%s is labelled %q, want %q", p.Name, p.Label, row[2])
		}
		if key := map[bool]string{p.Single: "single", p.Once: "once", p.Term: "term"}[true]; key != strings.Trim(row[6], "–") {
			t.Errorf("%s has the key %q, want %q", p.Name, key, row[6])
		}
		if time := strings.ToLower(p.Time.String()); time != strings.Trim(row[7], "–") {
			t.Errorf("%s has the time reading %q, want %q", p.Name, time, row[7])
		}
		if kind := literalCells[row[5]]; kind != 0 && p.Object != kind || kind == 0 && p.Object != statement.KindThing {
			t.Errorf("%s has objects of kind %v, want %s", p.Name, p.Object, row[5])
		}
		checkInverse(t, p, row[3])
		checkEnd(t, onto, p.Name+" has the domain", p.Domain, row[4])
		checkEnd(t, onto, p.Name+" has the range", p.Range, row[5])
	}
}

func checkInverse(t *testing.T, p *ontology.Predicate, cell string) {
	t.Helper()
	if (cell == "symmetric") != p.Symmetric {
		t.Errorf("%s symmetric: %v, read backwards: %s", p.Name, p.Symmetric, cell)
	}
	inverse := inverseCell.FindStringSubmatch(cell)
	if inverse == nil {
		return
	}
	if p.Inverse != inverse[2] {
		t.Errorf("%s is labelled %q backwards, want %q", p.Name, p.Inverse, inverse[2])
	}
	for _, c := range p.Range {
		if f := c.Field(inverse[1]); f == nil || f.Predicate != p || f.Direction != ontology.In {
			t.Errorf("%s has no field %s for %s read backwards", c.Name, inverse[1], p.Name)
		}
	}
}

// checkEnd sees that each class designed for an end may stand there; a class
// more does no harm, as interfaces widen ends.
func checkEnd(t *testing.T, onto *ontology.Ontology, what string, got []*ontology.Class, cell string) {
	t.Helper()
	for _, name := range strings.Split(cell, ", ") {
		for _, c := range onto.Classes() {
			if c.Is(name) && !strings.Contains(names(got)+" ", c.Name+" ") {
				t.Errorf("%s %s, want also %s", what, names(got), c.Name)
			}
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		read(b, schema.FS)
	}
}

package export

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// Every word that the ontology or the shapes speak of is found, alone.
func TestEveryTermIsFound(t *testing.T) {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		t.Fatal(err)
	}
	v, err := statement.NewVocabulary(statement.DefaultBase)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := WriteOntology(&text, o, v); err != nil {
		t.Fatal(err)
	}
	if err := WriteShapes(&text, o, v); err != nil {
		t.Fatal(err)
	}
	subject := regexp.MustCompile(`(?m)^(:|shape:)(\S+) a `)
	subjects := subject.FindAllStringSubmatch(text.String(), -1)
	if len(subjects) < 2*len(o.Predicates()) {
		t.Fatalf("only %d subjects", len(subjects))
	}
	for _, one := range subjects {
		name := strings.TrimPrefix(strings.Replace(one[1], ":", "/", 1), "/") + one[2]
		got, err := FindTerm(o, v, name)
		if err != nil || got.Label == "" || got.Means == "" && one[1] == ":" {
			t.Errorf("%s: %v, %+v", name, err, got)
		}
		told := subject.FindAllString(got.Turtle, -1)
		if len(told) == 0 || told[0] != one[0] || told[len(told)-1] != one[0] {
			t.Errorf("%s: what is told is of %q", name, told)
		}
	}
	for _, name := range []string{"none", "shape/none", "a b", "<>", "[]"} {
		if got, err := FindTerm(o, v, name); fault.KindOf(err) != fault.NotFound {
			t.Errorf("%q: %v, %+v", name, err, got)
		}
	}
}

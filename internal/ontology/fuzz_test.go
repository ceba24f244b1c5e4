package ontology_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// FuzzRead puts any text in the place of one file: Read gives an ontology that
// holds together, or an error of kind Invalid.
func FuzzRead(f *testing.F) {
	for _, file := range drawn(f) {
		f.Add(string(file.Data))
	}
	for _, test := range wrong {
		f.Add(test.new)
	}
	f.Add("type Ship implements Entity & Ship @class @relation { a: b @relation c: [[d]] @property(predicate: [1]) }")
	f.Fuzz(func(t *testing.T, text string) {
		files := drawn(t)
		files["ship.graphqls"] = &fstest.MapFile{Data: []byte(text)}
		onto, err := ontology.Read(files)
		if err != nil {
			if got := fault.KindOf(err); got != fault.Invalid || strings.Contains(err.Error(), "%!") {
				t.Errorf("the error is of kind %s: %v", got, err)
			}
			return
		}
		for _, c := range onto.Classes() {
			if onto.Class(c.Name) != c || onto.ClassOf("") != nil {
				t.Errorf("class %s is not found", c.Name)
			}
			for _, f := range c.Fields {
				if c.Field(f.Name) != f || onto.Predicate(f.Predicate.Name) != f.Predicate {
					t.Errorf("field %s of %s is not found", f.Name, c.Name)
				}
			}
		}
	})
}

package edition_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/schema"
)

// TestDescribe reads the description back as RDF and finds in it what it is
// known by.
func TestDescribe(t *testing.T) {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := e.Describe(&text); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{e.Dataset.Title, e.Dataset.Licence, e.Graph.Dataset().Version()} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the description does not tell %q", want)
		}
	}
	trig, err := rdf.FormatNamed("trig")
	if err != nil {
		t.Fatal(err)
	}
	quads := 0
	for _, err := range trig.Read(&text, e.Graph.Vocabulary.Base(), nil) { // Turtle is TriG without graphs
		if err != nil {
			t.Fatal(err)
		}
		quads++
	}
	if quads < 50 {
		t.Errorf("got %d triples", quads)
	}
}

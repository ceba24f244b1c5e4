package edition_test

import (
	"testing"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/schema"
)

func open(t testing.TB) *edition.Edition {
	t.Helper()
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestOpenShippedData(t *testing.T) {
	e := open(t)
	if got, want := e.Graph.Dataset().Statements(), len(e.Dataset.Statements); got != want {
		t.Errorf("the graph has %d statements, the data %d", got, want)
	}
	if got, want := e.Graph.Dataset().Entities(), len(e.Dataset.Entities); got != want {
		t.Errorf("the graph has %d entities, the data %d", got, want)
	}
	again := open(t)
	if a, b := e.Graph.Dataset().Version(), again.Graph.Dataset().Version(); a != b {
		t.Errorf("two loads have the versions %s and %s", a, b)
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		open(b)
	}
}

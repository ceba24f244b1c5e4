package edition_test

import (
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/schema"
)

// TestCoverage tells with a thing what is known to be missing of it, and gives
// data with another gap another version.
func TestCoverage(t *testing.T) {
	files := copied(t, data.FS)
	versions := map[string]bool{}
	for _, missing := range []string{"", "the text of 1978", "the text of 1979"} {
		delete(files, "review/gaps.yaml")
		if missing != "" {
			files["review/gaps.yaml"] = &fstest.MapFile{Data: []byte("- {about: [country/japan], missing: " + missing + ", why: nobody holds it}\n")}
		}
		e, err := edition.Open(edition.Source{Schema: schema.FS, Data: files})
		if err != nil {
			t.Fatal(err)
		}
		got := e.Graph.Thing("country/japan").Coverage()
		if missing == "" && len(got) != 0 || missing != "" && (len(got) != 1 || got[0].Missing != missing || got[0].Why != "nobody holds it") {
			t.Errorf("got coverage %v, want %q", got, missing)
		}
		if other := e.Graph.Thing("country/china"); other != nil && len(other.Coverage()) > 0 {
			t.Error("a gap of one thing is told of another")
		}
		versions[e.Graph.Dataset().Version()] = true
	}
	if len(versions) != 3 {
		t.Errorf("got %d versions of three data sets", len(versions))
	}
}

package dataset_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Existing files keep their lines, and new entities stand in order.
func TestAddKeepsWhatIsThere(t *testing.T) {
	onto := drawn(t)
	files := base(t)
	files["entities/fund.yaml"].Data = []byte("# Funds.\n\n# By the sea.\nfund/lantern:\n  name: Lantern Fund # with a comment")
	more := statement.Contents{Entities: []statement.Entity{
		{ID: "fund/zeal", Class: "Fund", Name: "Zeal"},
		{ID: "fund/amber", Class: "Fund", Name: "15 Ambers", Aliases: []string{"Amber, the", "no"}, Description: "it's: amber #1", SameAs: []string{"https://example.org/a?b=c#d"}},
	}}
	a, err := dataset.Add(files, nil, more, onto)
	if err != nil {
		t.Fatal(err)
	}
	const want = `# Funds.

fund/amber:
  name: "15 Ambers"
  aliases: ["Amber, the", "no"]
  description: "it's: amber #1"
  sameAs: ["https://example.org/a?b=c#d"]
# By the sea.
fund/lantern:
  name: Lantern Fund # with a comment
fund/zeal:
  name: Zeal
`
	if got := string(a.Files["entities/fund.yaml"]); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(a.Files) != 1 || a.Entities != 2 || len(a.Doubts) != 2 || !strings.Contains(a.Doubts[0].String(), "entities/fund.yaml:3: no statement speaks of fund/amber") {
		t.Errorf("got %+v", a)
	}
}

// Whatever a curator's file looks like, it is added to or refused.
func FuzzAddToAFile(f *testing.F) {
	for _, seed := range []string{
		"# Funds.\nfund/lantern:\n  name: Lantern Fund\n", "fund/lantern: {name: Lantern Fund}", "{fund/lantern: {name: Lantern Fund}}",
		"---\nfund/lantern:\n    name: |-\n      Lantern\n...\n", "? fund/lantern\n: name: &a Lantern\nfund/x: {name: *a}\n", "  fund/lantern:\n    name: a\r\n",
		"fund/lantern: {name: L,\nfund/z: 1}", "'fund/lantern':\n name: 'a\n\n  b'\n# end",
	} {
		f.Add(seed, "fund/zeal")
	}
	onto := drawn(f)
	f.Fuzz(func(t *testing.T, text, id string) {
		files := base(t)
		files["entities/fund.yaml"] = &fstest.MapFile{Data: []byte(text)}
		before, err := dataset.Read(files, onto)
		more := statement.Entity{ID: statement.EntityID(id), Class: "Fund", Name: "Zeal"}
		if err != nil || more.Validate() != nil {
			return
		}
		a, err := dataset.Add(files, nil, statement.Contents{Entities: []statement.Entity{more}}, onto)
		switch {
		case err != nil && fault.KindOf(err) == fault.Internal:
			t.Errorf("%q and %s: %v", text, id, err)
		case err == nil:
			after, err := dataset.Read(added(files, a), onto)
			if err != nil || len(after.Entities) != len(before.Entities)+a.Entities {
				t.Errorf("%q and %s: got %v and error %v", text, id, after, err)
			}
		}
	})
}

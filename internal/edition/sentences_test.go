package edition_test

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/schema"
)

// account is a text of three sentences, of which the second is long, cited is
// the first, and the last carries no fact.
var account = "Northland pays into the Pool.\n\nNobody cites " + strings.Repeat("wörds ", 50) + "here.\n\nMenu"

func accounts() fstest.MapFS {
	digest := sha256.Sum256([]byte(account))
	menu := len([]rune(account)) - len("Menu")
	return fstest.MapFS{
		"dataset.yaml":          {Data: []byte("title: T\nlicence: CC0-1.0\nreleased: \"2024\"\n")},
		"entities/country.yaml": {Data: []byte("country/north: {name: Northland}\n")},
		"entities/fund.yaml":    {Data: []byte("fund/pool: {name: The Pool}\n")},
		"documents/account.yaml": {Data: fmt.Appendf(nil, `id: document/account
title: An Account
publisher: A Press
published: "2001"
language: en
kind: PRESS
file: account.txt
sha256: %x
passages:
  - start: 0
    end: 29
    statements:
      - {subject: country/north, predicate: contributesTo, object: fund/pool}
  - {start: %d, end: %d, noFact: navigation}
`, digest, menu, menu+len("Menu"))},
	}
}

// TestSentences tells how much of a text is cited, and what stands beside a
// passage; nothing of either where the text is not at hand.
func TestSentences(t *testing.T) {
	for _, texts := range []fstest.MapFS{nil, {"account.txt": {Data: []byte(account)}}} {
		source := edition.Source{Schema: schema.FS, Data: accounts()}
		if texts != nil {
			source.Documents = texts
		}
		e, err := edition.Open(source)
		if err != nil {
			t.Fatal(err)
		}
		got := e.Graph.Thing("document/account").Sentences()
		said, err := e.Graph.Statements(nil, query.NewPage(nil, nil, nil, nil), nil)
		if err != nil {
			t.Fatal(err)
		}
		evidence := said.Nodes()[0].Evidence()
		if texts == nil {
			if got != nil || evidence.Prefix() != nil || evidence.Suffix() != nil {
				t.Errorf("without the text: got %+v, %v, %v", got, evidence.Prefix(), evidence.Suffix())
			}
			continue
		}
		if want := (query.SentenceCoverage{Total: 3, Cited: 2, WithoutFact: 1}); got == nil || *got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
		suffix := *evidence.Suffix()
		if n := len([]rune(suffix)); *evidence.Prefix() != "" || n > 200 || n < 190 || !strings.HasPrefix(account[29:], suffix+" ") || !strings.HasSuffix(suffix, "wörds") {
			t.Errorf("the passage stands between %q and %q", *evidence.Prefix(), suffix)
		}
	}
}

package ontology

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for _, test := range []struct{ name, words, lower string }{
		{"Fund", "fund", "fund"},
		{"memberOf", "member of", "memberOf"},
		{"TradeFair", "trade fair", "tradeFair"},
		{"ASEANBody", "asean body", "aseanBody"},
		{"ASEAN", "asean", "asean"},
		{"BodyOfASEAN", "body of asean", "bodyOfASEAN"},
		{"AMinister", "a minister", "aMinister"},
		{"X", "x", "x"},
		{"isoCode2", "iso code2", "isoCode2"},
	} {
		if got := strings.Join(words(test.name), " "); got != test.words {
			t.Errorf("words(%s) = %s, want %s", test.name, got, test.words)
		}
		if got := lowerFirst(test.name); got != test.lower {
			t.Errorf("lowerFirst(%s) = %s, want %s", test.name, got, test.lower)
		}
	}
}

// Words lose nothing but case, and each begins where the name has a capital.
func TestWordsAreTheName(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[A-Za-z][A-Za-z0-9]{0,12}`).Draw(t, "name")
		ws := words(name)
		if got := strings.Join(ws, ""); got != strings.ToLower(name) {
			t.Fatalf("words(%s) are %q", name, ws)
		}
		at := 0
		for n, w := range ws {
			if w == "" || n > 0 && !unicode.IsUpper(rune(name[at])) {
				t.Fatalf("words(%s) are %q", name, ws)
			}
			at += len(w)
		}
	})
}

package dataset

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fold takes text apart into its words as names are compared: case, accents,
// punctuation and white space do not count.
func fold(text string) []string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(cases.Fold().String(text)))
	return strings.FieldsFunc(bare, func(r rune) bool { return !wordly(r) })
}

// wordly tells whether a character is part of a word.
func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// within tells whether folded text has the words of a name in a row.
func within(text, name []string) bool {
	if len(name) == 0 {
		return false
	}
	for n := 0; n+len(name) <= len(text); n++ {
		if slices.Equal(text[n:n+len(name)], name) {
			return true
		}
	}
	return false
}

package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold brings a name to the form in which names are compared: lower case,
// accents and apostrophes gone, every other run of punctuation one space.
func fold(name string) string {
	var folded strings.Builder
	gap := false
	for _, letter := range unaccented(name) {
		switch letter = unicode.ToLower(letter); {
		case letter == '\'' || letter == '’' || letter == 'ʼ':
		case unicode.IsLetter(letter) || unicode.IsDigit(letter):
			if gap && folded.Len() > 0 {
				folded.WriteByte(' ')
			}
			gap = false
			folded.WriteRune(letter)
		default:
			gap = true
		}
	}
	return folded.String()
}

// unaccented takes letters apart and leaves out their marks.
func unaccented(name string) string {
	if isASCII(name) {
		return name
	}
	marksGone := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)))
	plain, _, err := transform.String(marksGone, name)
	if err != nil {
		return name // not UTF-8: compared as it is
	}
	return plain
}

func isASCII(text string) bool {
	for n := range len(text) {
		if text[n] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

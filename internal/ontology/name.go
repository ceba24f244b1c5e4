package ontology

import (
	"regexp"
	"strings"
)

var (
	className  = regexp.MustCompile(`^[A-Z][A-Za-z]*$`) // ids begin with its words, and hold no digit before the slash
	fieldName  = regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`)
	colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)
)

// words takes a camel-case name apart into lower-case words; letters that are
// capitals together are one word: ASEANBody is asean and body.
func words(name string) []string {
	var out []string
	start := 0
	for i := 1; i <= len(name); i++ {
		if i == len(name) || isUpper(name[i]) && (!isUpper(name[i-1]) || i+1 < len(name) && !isUpper(name[i+1])) {
			out = append(out, strings.ToLower(name[start:i]))
			start = i
		}
	}
	return out
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }

// lowerFirst puts a type's name into the form of a field's: its first word
// in lower case.
func lowerFirst(name string) string {
	first := words(name)[0]
	return first + name[len(first):]
}

package rdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The forms of terms are those of the grammar in RDF 1.1 N-Quads, section 5,
// but that a blank node's label holds no colon, as its erratum and the W3C
// tests have it.

// iriBytes may stand in an IRI as they are, lineBytes in a string on one line.
var iriBytes, lineBytes = byteTable(" <>\"{}|^`\\", true), byteTable("\\\r\n", false)

// byteTable allows all bytes but those given, and no controls where told.
func byteTable(but string, controls bool) (table [256]bool) {
	for b := range table {
		table[b] = !strings.Contains(but, string([]byte{byte(b)})) && (b > ' ' || !controls)
	}
	return table
}

// IsIRI tells whether text is an absolute IRI: a scheme, a colon, and no
// character that N-Quads keeps out of IRIs, escaped or not.
func IsIRI(text string) bool {
	colon := strings.IndexByte(text, ':')
	if colon < 1 || !isLetter(text[0]) {
		return false
	}
	for n := range colon {
		if b := text[n]; !isAlphanumeric(b) && b != '+' && b != '-' && b != '.' {
			return false
		}
	}
	for n := range len(text) {
		if !iriBytes[text[n]] {
			return false
		}
	}
	return utf8.ValidString(text)
}

// IsLanguage tells whether tag is a language tag: subtags of ASCII letters and
// digits with hyphens between them, the first of letters alone.
func IsLanguage(tag string) bool {
	for n, subtag := range strings.Split(tag, "-") {
		if subtag == "" {
			return false
		}
		for i := range len(subtag) {
			if !isLetter(subtag[i]) && (n == 0 || !isAlphanumeric(subtag[i])) {
				return false
			}
		}
	}
	return true
}

// IsLabel tells whether text is the label of a blank node.
func IsLabel(text string) bool {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first != '_' && !unicode.In(first, labelStart, decimals) || strings.HasSuffix(text, ".") {
		return false
	}
	for _, r := range text[size:] {
		if r != '.' && !isLabelRune(r) {
			return false
		}
	}
	return utf8.ValidString(text)
}

// isLabelRune tells whether r may stand in a blank node's label, the full stop aside.
func isLabelRune(r rune) bool {
	return r == '_' || r == '-' || unicode.In(r, labelStart, decimals, labelMore)
}

func isLetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isAlphanumeric(b byte) bool { return isLetter(b) || '0' <= b && b <= '9' }

// PN_CHARS_BASE, the digits, and what PN_CHARS adds to both.
var (
	labelStart = &unicode.RangeTable{
		R16: []unicode.Range16{
			{'A', 'Z', 1}, {'a', 'z', 1}, {0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x2FF, 1},
			{0x370, 0x37D, 1}, {0x37F, 0x1FFF, 1}, {0x200C, 0x200D, 1}, {0x2070, 0x218F, 1},
			{0x2C00, 0x2FEF, 1}, {0x3001, 0xD7FF, 1}, {0xF900, 0xFDCF, 1}, {0xFDF0, 0xFFFD, 1},
		},
		R32:         []unicode.Range32{{0x10000, 0xEFFFF, 1}},
		LatinOffset: 4,
	}
	decimals  = &unicode.RangeTable{R16: []unicode.Range16{{'0', '9', 1}}, LatinOffset: 1}
	labelMore = &unicode.RangeTable{R16: []unicode.Range16{{0xB7, 0xB7, 1}, {0x300, 0x36F, 1}, {0x203F, 0x2040, 1}}, LatinOffset: 1}
)

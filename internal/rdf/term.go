package rdf

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

const xsdString = "http://www.w3.org/2001/XMLSchema#string"

// cursor is a place in a text that holds at least one whole term from there on.
type cursor struct {
	text        []byte
	at          int
	far         int // how far it looked ahead of at
	row, column int // of the text's first byte: the row from 1, the characters before it in that row
	iris        kept
	base        string // what relative IRIs are resolved against; empty where there must be none
}

// peek is the byte here; 0 at the end of the text.
func (c *cursor) peek() byte {
	if c.at < len(c.text) {
		return c.text[c.at]
	}
	return 0
}

// wrong is an error of kind Invalid at this place.
func (c *cursor) wrong(format string, args ...any) *fault.Error {
	return c.fault(fault.Invalid, format, args...)
}

func (c *cursor) fault(kind fault.Kind, format string, args ...any) *fault.Error {
	row, column := c.position()
	return fault.New(kind, "line %d: character %d: "+format, append([]any{row, column + 1}, args...)...)
}

// position is the row of this place and how many characters stand before it there.
func (c *cursor) position() (row, column int) {
	row, column = c.row, c.column
	before := c.text[:c.at]
	if rows := bytes.Count(before, []byte("\n")); rows > 0 {
		row, column = row+rows, 0
		before = before[bytes.LastIndexByte(before, '\n')+1:]
	}
	return row, column + utf8.RuneCount(before)
}

func (c *cursor) language(text string) (quad.Value, error) {
	c.at++
	start := c.at
	for c.at < len(c.text) && (isAlphanumeric(c.text[c.at]) || c.text[c.at] == '-') {
		c.at++
	}
	tag := string(c.text[start:c.at])
	if !IsLanguage(tag) {
		return nil, c.wrong("@%s is no language tag", tag).Hinted("write one such as @en or @en-GB")
	}
	return quad.LangString{Value: quad.String(text), Lang: tag}, nil
}

// typed is a string with a datatype.
func typed(text string, datatype quad.IRI) quad.Value {
	if datatype == xsdString {
		return quad.String(text)
	}
	return quad.TypedString{Value: quad.String(text), Type: datatype}
}

// iri takes an IRI in angle brackets.
func (c *cursor) iri() (quad.Value, error) {
	var raw string
	if length := bytes.IndexByte(c.text[c.at+1:], '>'); 0 <= length && length <= maxKept {
		if known, ok := c.iris[string(c.text[c.at+1:c.at+1+length])]; ok {
			c.at += length + len("<>")
			return known, nil
		}
		raw = string(c.text[c.at+1 : c.at+1+length])
	}
	text, err := c.quoted(">", &iriBytes, "")
	if err != nil {
		return nil, err
	}
	iri := text
	if c.base != "" && !IsIRI(text) {
		iri = resolve(c.base, text)
	}
	if !IsIRI(iri) {
		return nil, c.wrong("<%s> is no absolute IRI", text).Hinted("write it in full, such as <https://example.org/a>")
	}
	return c.iris.keep(raw, quad.IRI(iri)), nil
}

// kept are IRIs that were read lately, by the text that they were read from:
// the same predicates, graphs and subjects come again and again, and share one
// value.
type kept map[string]quad.Value

const (
	maxIRIs = 4096
	maxKept = 256 // bytes of text
)

func (k kept) keep(text string, iri quad.Value) quad.Value {
	if len(k) == maxIRIs {
		clear(k)
	}
	if text != "" && len(text) <= maxKept {
		k[text] = iri
	}
	return iri
}

// blank takes a blank node: a full stop may stand in its label, not at its end.
func (c *cursor) blank() (quad.Value, error) {
	start := c.at + len("_:")
	if !bytes.HasPrefix(c.text[c.at:], []byte("_:")) {
		return nil, c.wrong("no blank node").Hinted("write one such as _:b1")
	}
	for c.at = start; c.at < len(c.text); {
		r, size := utf8.DecodeRune(c.text[c.at:])
		if r != '.' && !isLabelRune(r) {
			break
		}
		c.at += size
	}
	c.far = c.at
	label := strings.TrimRight(string(c.text[start:c.at]), ".")
	c.at = start + len(label)
	if !IsLabel(label) {
		return nil, c.wrong("_:%s is no blank node", label).Hinted("write a letter or digit after _:, then letters, digits, hyphens and full stops")
	}
	return quad.BNode(label), nil
}

// stringEscapes are the letters after a backslash in a string, each followed
// by what it means.
const stringEscapes = "t\tb\bn\nr\rf\f\"\"''\\\\"

// quoted takes what stands up to end, after as many bytes that open it. Bytes
// must be among plain, or an escape: \u, \U, or one of the short ones.
func (c *cursor) quoted(end string, plain *[256]bool, short string) (string, error) {
	c.at += len(end)
	var text []byte // up to start, once there was an escape
	start := c.at
	for c.at < len(c.text) {
		switch b := c.text[c.at]; {
		case b == end[0] && (len(end) == 1 || bytes.HasPrefix(c.text[c.at:], []byte(end))):
			rest := c.text[start:c.at]
			c.at += len(end)
			if text == nil {
				return string(rest), nil
			}
			return string(append(text, rest...)), nil
		case b == '\\':
			text = append(text, c.text[start:c.at]...)
			r, err := c.escape(short)
			if err != nil {
				return "", err
			}
			text = utf8.AppendRune(text, r)
			start = c.at
		case !plain[b]:
			return "", c.wrong("%q must not stand here", rune(b)).Hinted("escape it in a string; an IRI cannot hold it")
		default:
			c.at++
		}
	}
	return "", c.wrong("no closing %s", end)
}

// escape takes a backslash and what it escapes.
func (c *cursor) escape(short string) (rune, error) {
	rest := c.text[c.at+1:]
	switch {
	case len(rest) == 0:
		return 0, c.wrong("a backslash at the end")
	case rest[0] == 'u':
		return c.codePoint(rest[1:], 4)
	case rest[0] == 'U':
		return c.codePoint(rest[1:], 8)
	}
	for n := 0; n < len(short); n += 2 {
		if short[n] == rest[0] {
			c.at += len(`\n`)
			return rune(short[n+1]), nil
		}
	}
	return 0, c.wrong("unknown escape").Hinted(`write \uXXXX`)
}

// codePoint takes an escape by number; rest is what follows its letter.
func (c *cursor) codePoint(rest []byte, digits int) (rune, error) {
	if len(rest) < digits {
		return 0, c.wrong("an escape of fewer than %d digits", digits)
	}
	code, err := strconv.ParseUint(string(rest[:digits]), 16, 32)
	if err != nil || code > unicode.MaxRune || !utf8.ValidRune(rune(code)) {
		return 0, c.wrong("%q is no character's number", rest[:digits]).Hinted("write %d hexadecimal digits", digits)
	}
	c.at += len(`\u`) + digits
	return rune(code), nil
}

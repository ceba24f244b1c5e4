package export

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

const xsdString = "http://www.w3.org/2001/XMLSchema#string"

// node takes an IRI or a blank node.
func (c *cursor) node(what string) (quad.Value, error) {
	switch c.next() {
	case '<':
		return c.iri()
	case '_':
		return c.blank()
	}
	return nil, c.wrong("no %s", what).Hinted("write an IRI in angle brackets or a blank node such as _:b1")
}

func (c *cursor) predicate() (quad.Value, error) {
	if c.next() != '<' {
		return nil, c.wrong("no predicate").Hinted("write an IRI in angle brackets")
	}
	return c.iri()
}

func (c *cursor) object() (quad.Value, error) {
	if c.next() == '"' {
		return c.literal()
	}
	return c.node("object")
}

// literal takes a quoted string with its language or datatype.
func (c *cursor) literal() (quad.Value, error) {
	text, err := c.quoted('"', &stringBytes, stringEscapes)
	if err != nil {
		return nil, err
	}
	switch c.peek() {
	case '@':
		return c.language(text)
	case '^':
		return c.datatype(text)
	}
	return quad.String(text), nil
}

func (c *cursor) language(text string) (quad.Value, error) {
	c.at++
	start := c.at
	for c.at < len(c.line) && (isAlphanumeric(c.line[c.at]) || c.line[c.at] == '-') {
		c.at++
	}
	tag := string(c.line[start:c.at])
	if !isLanguage(tag) {
		return nil, c.wrong("@%s is no language tag", tag).Hinted("write one such as @en or @en-GB")
	}
	return quad.LangString{Value: quad.String(text), Lang: tag}, nil
}

func (c *cursor) datatype(text string) (quad.Value, error) {
	if !bytes.HasPrefix(c.line[c.at:], []byte("^^<")) {
		return nil, c.wrong("no datatype after the string").Hinted("write ^^ and an IRI in angle brackets")
	}
	c.at += len("^^")
	datatype, err := c.iri()
	if err != nil {
		return nil, err
	}
	if datatype == quad.IRI(xsdString) {
		return quad.String(text), nil
	}
	return quad.TypedString{Value: quad.String(text), Type: datatype.(quad.IRI)}, nil
}

// iri takes an IRI in angle brackets.
func (c *cursor) iri() (quad.Value, error) {
	end := c.at + 1 + max(0, bytes.IndexByte(c.line[c.at+1:], '>'))
	raw := c.line[c.at+1 : end]
	if known, ok := c.iris[string(raw)]; ok {
		c.at = end + 1
		return known, nil
	}
	text, err := c.quoted('>', &iriBytes, "")
	if err != nil {
		return nil, err
	}
	if !isIRI(text) {
		return nil, c.wrong("<%s> is no absolute IRI", text).Hinted("write it in full, such as <https://example.org/a>")
	}
	return c.keep(string(raw), quad.IRI(text)), nil
}

// The same predicates, graphs and subjects come again and again: a reader
// keeps some thousand IRIs of usual length, so that they share one value.
const (
	maxIRIs = 4096
	maxKept = 256 // bytes
)

func (c *cursor) keep(raw string, iri quad.Value) quad.Value {
	if len(c.iris) == maxIRIs {
		clear(c.iris)
	}
	if len(raw) <= maxKept {
		c.iris[raw] = iri
	}
	return iri
}

// blank takes a blank node: a full stop may stand in its label, not at its end.
func (c *cursor) blank() (quad.Value, error) {
	start := c.at + len("_:")
	if !bytes.HasPrefix(c.line[c.at:], []byte("_:")) {
		return nil, c.wrong("no blank node").Hinted("write one such as _:b1")
	}
	for c.at = start; c.at < len(c.line); {
		r, size := utf8.DecodeRune(c.line[c.at:])
		if r != '.' && !isLabelRune(r) {
			break
		}
		c.at += size
	}
	label := strings.TrimRight(string(c.line[start:c.at]), ".")
	c.at = start + len(label)
	if !isLabel(label) {
		return nil, c.wrong("_:%s is no blank node", label).Hinted("write a letter or digit after _:, then letters, digits, hyphens and full stops")
	}
	return quad.BNode(label), nil
}

// stringEscapes are the letters after a backslash in a string, each followed
// by what it means.
const stringEscapes = "t\tb\bn\nr\rf\f\"\"''\\\\"

// quoted takes what stands between the byte here and end. Bytes must be among
// plain, or an escape: \u, \U, or one of the short ones.
func (c *cursor) quoted(end byte, plain *[256]bool, short string) (string, error) {
	c.at++
	var text []byte // up to start, once there was an escape
	start := c.at
	for c.at < len(c.line) {
		switch b := c.line[c.at]; {
		case b == end:
			rest := c.line[start:c.at]
			c.at++
			if text == nil {
				return string(rest), nil
			}
			return string(append(text, rest...)), nil
		case b == '\\':
			text = append(text, c.line[start:c.at]...)
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
	return "", c.wrong("no closing %c", end)
}

// escape takes a backslash and what it escapes.
func (c *cursor) escape(short string) (rune, error) {
	rest := c.line[c.at+1:]
	switch {
	case len(rest) == 0:
		return 0, c.wrong("a backslash at the end of the line")
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

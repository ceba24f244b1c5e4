package rdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

const (
	xsdInteger quad.IRI = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDecimal quad.IRI = "http://www.w3.org/2001/XMLSchema#decimal"
	xsdDouble  quad.IRI = "http://www.w3.org/2001/XMLSchema#double"
	xsdBoolean quad.IRI = "http://www.w3.org/2001/XMLSchema#boolean"
)

// object takes any term.
func (t *turtle) object() (quad.Value, error) {
	next, err := t.next()
	if err != nil {
		return nil, err
	}
	switch next {
	case '<', '_':
		return t.node()
	case '[':
		node, _, err := t.bracketed()
		return node, err
	case '(':
		return t.collection()
	case '"', '\'':
		return t.literal()
	case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return taken(&t.window, t.number)
	}
	word, err := t.word()
	if err != nil {
		return nil, err
	}
	if word.is("true") || word.is("false") {
		t.at += len(word.text)
		return typed(string(word.text), xsdBoolean), nil
	}
	return t.name("object")
}

// literal takes a quoted string with its language or datatype.
func (t *turtle) literal() (quad.Value, error) {
	text, err := taken(&t.window, t.quotation)
	if err != nil {
		return nil, err
	}
	next, err := t.next()
	switch {
	case err != nil:
		return nil, err
	case next == '@':
		return taken(&t.window, func() (quad.Value, error) { return t.language(text) })
	case next == '^':
		datatype, err := t.datatype()
		return typed(text, datatype), err
	}
	return quad.String(text), nil
}

// anyBytes may stand in a string between three quotes.
var anyBytes = byteTable(`\`, false)

// quotation takes a string in one of the four kinds of quotes.
func (t *turtle) quotation() (string, error) {
	quote := t.text[t.at : t.at+1]
	if long := bytes.Repeat(quote, 3); bytes.HasPrefix(t.text[t.at:], long) {
		return t.quoted(string(long), &anyBytes, stringEscapes)
	}
	return t.quoted(string(quote), &lineBytes, stringEscapes)
}

func (t *turtle) datatype() (quad.IRI, error) {
	if _, err := taken(&t.window, t.carets); err != nil {
		return "", err
	}
	next, err := t.next()
	if err != nil {
		return "", err
	}
	var datatype quad.Value
	if next == '<' {
		datatype, err = taken(&t.window, t.iri)
	} else {
		datatype, err = t.name("datatype after ^^")
	}
	iri, _ := datatype.(quad.IRI)
	return iri, err
}

func (t *turtle) carets() (struct{}, error) {
	if !bytes.HasPrefix(t.text[t.at:], []byte("^^")) {
		return struct{}{}, t.wrong("one ^ alone").Hinted("write ^^ before a datatype")
	}
	t.at += len("^^")
	return struct{}{}, nil
}

// number takes a number; its digits stay as they are.
func (t *turtle) number() (quad.Value, error) {
	start, at := t.at, t.at
	if b := t.text[at]; b == '+' || b == '-' {
		at++
	}
	whole := t.digits(at)
	end, datatype := whole, xsdInteger
	fraction := whole
	if whole < len(t.text) && t.text[whole] == '.' {
		if fraction = t.digits(whole + 1); fraction > whole+1 {
			end, datatype = fraction, xsdDecimal
		}
	}
	digits := whole > at || fraction > whole+1
	if exponent := t.exponent(fraction); digits && exponent > fraction {
		end, datatype = exponent, xsdDouble
	}
	t.far = max(t.far, fraction)
	if end == at {
		return nil, t.wrong("no object").Hinted("a number needs digits")
	}
	t.at = end
	return typed(string(t.text[start:end]), datatype), nil
}

// digits is where the digits end that begin at a place.
func (t *turtle) digits(at int) int {
	for at < len(t.text) && '0' <= t.text[at] && t.text[at] <= '9' {
		at++
	}
	return at
}

// exponent is where the exponent ends that begins at a place; that place where
// there is none.
func (t *turtle) exponent(at int) int {
	if at == len(t.text) || t.text[at]|0x20 != 'e' {
		return at
	}
	first := at + 1
	if first < len(t.text) && (t.text[first] == '+' || t.text[first] == '-') {
		first++
	}
	end := t.digits(first)
	t.far = max(t.far, end)
	if end == first {
		return at
	}
	return end
}

// prefixEnd is where the characters of a prefix end that begin here.
func (t *turtle) prefixEnd() int {
	end := t.at
	for at := t.at; at < len(t.text); {
		r, size := utf8.DecodeRune(t.text[at:])
		if at == t.at && !unicode.Is(labelStart, r) || r != '.' && !isLabelRune(r) {
			break
		}
		at += size
		t.far = max(t.far, at)
		if r != '.' {
			end = at
		}
	}
	return end
}

// name takes a prefixed name.
func (t *turtle) name(what string) (quad.Value, error) {
	return taken(&t.window, func() (quad.Value, error) {
		start, colon := t.at, t.prefixEnd()
		if colon == len(t.text) || t.text[colon] != ':' {
			return nil, t.wrong("no %s", what).Hinted("write an IRI in angle brackets or a name with a prefix")
		}
		t.at = colon + 1
		if err := t.local(); err != nil {
			return nil, err
		}
		text := t.text[start:t.at]
		if known, ok := t.names[string(text)]; ok {
			return known, nil
		}
		prefix, local := string(text[:colon-start]), string(text[colon-start+1:])
		iri, ok := t.prefixes[prefix]
		if !ok {
			t.far, t.at = t.at, start
			return nil, t.wrong("unknown prefix %s:", prefix).Hinted("declare it before, with @prefix %s: <…> .", prefix)
		}
		return t.names.keep(string(text), quad.IRI(iri+strings.ReplaceAll(local, `\`, ""))), nil
	})
}

// local goes behind a name's part after the colon; a full stop may stand in it,
// not at its end.
func (t *turtle) local() error {
	at := t.at
	for first := true; at < len(t.text); first = false {
		r, size := utf8.DecodeRune(t.text[at:])
		switch {
		case r == '%' || r == '\\':
			t.at = at
			if size = t.escapedLength(); size == 0 {
				return t.wrong("%q must not stand in a name like this", r).Hinted("write %% with two hexadecimal digits, or a backslash with one of %s", nameEscapes)
			}
		case r == '.' && !first:
			at++
			t.far = at
			continue
		case r != ':' && !isLabelRune(r) || first && r != ':' && r != '_' && !unicode.In(r, labelStart, decimals):
			return nil
		}
		at += size
		t.at = at
	}
	return nil
}

// nameEscapes may stand behind a backslash in a prefixed name.
const nameEscapes = "_~.-!$&'()*+,;=/?#@%"

// escapedLength is how long the escape here in a name is; 0 where it is none.
func (t *turtle) escapedLength() int {
	rest := t.text[t.at:]
	switch {
	case len(rest) > 1 && rest[0] == '\\' && strings.IndexByte(nameEscapes, rest[1]) >= 0:
		return 2
	case len(rest) > 2 && rest[0] == '%' && isHex(rest[1]) && isHex(rest[2]):
		return 3
	}
	return 0
}

func isHex(b byte) bool { return '0' <= b && b <= '9' || 'a' <= b|0x20 && b|0x20 <= 'f' }

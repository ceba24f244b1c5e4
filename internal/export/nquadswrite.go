// Package export writes the graph, or any part of it, in the formats that
// people take it away in, and the vocabulary that it is written in.
//
// A Selection is what is written, a Format how: the same selection gives the
// same bytes. N-Quads, TriG and JSON-LD hold the very quads, so that they can
// be read back; Turtle holds them without graphs; tables and pictures hold what
// their users need. WriteOntology, WriteShapes and WriteContext tell, from the
// SDL alone, what the words mean.
//
// WriteNQuads takes any quads, whose values are quad.IRI, quad.BNode,
// quad.String (an xsd:string), quad.LangString and quad.TypedString, and no
// others: each keeps its text exactly.
package export

import (
	"bufio"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

const xsdString = "http://www.w3.org/2001/XMLSchema#string"

// WriteNQuads writes the quads in the canonical form of N-Quads that RDF
// Dataset Canonicalization (https://www.w3.org/TR/rdf-canon/) defines: each
// quad once, one way to write each term, lines in code point order. Labels of
// blank nodes stay as they are. It holds all lines in memory before it writes
// the first. A value that N-Quads cannot hold, or of a type that the package
// does not name, is an error of kind Invalid, and then nothing is written.
func WriteNQuads(w io.Writer, quads iter.Seq[quad.Quad]) error {
	var lines []string
	var line []byte
	for q := range quads {
		var err error
		if line, err = appendQuad(line[:0], q); err != nil {
			return fault.New(fault.Invalid, "write quad %d as N-Quads: %w", len(lines)+1, err)
		}
		lines = append(lines, string(line))
	}
	slices.Sort(lines)
	buffered := bufio.NewWriter(w)
	for _, line := range slices.Compact(lines) {
		if _, err := buffered.WriteString(line); err != nil {
			return fault.New(fault.Unavailable, "write N-Quads: %w", err)
		}
	}
	if err := buffered.Flush(); err != nil {
		return fault.New(fault.Unavailable, "write N-Quads: %w", err)
	}
	return nil
}

// appendQuad appends the line of a quad to line, its line feed too.
func appendQuad(line []byte, q quad.Quad) ([]byte, error) {
	line, err := appendNode(line, "subject", q.Subject)
	if err != nil {
		return nil, err
	}
	if _, ok := q.Predicate.(quad.IRI); !ok {
		return nil, unfit("predicate", q.Predicate)
	}
	if line, err = appendNode(line, "predicate", q.Predicate); err != nil {
		return nil, err
	}
	if line, err = appendObject(line, q.Object); err != nil {
		return nil, err
	}
	if q.Label != nil {
		if line, err = appendNode(line, "label", q.Label); err != nil {
			return nil, err
		}
	}
	return append(line, ".\n"...), nil
}

// appendNode appends an IRI or a blank node and a space.
func appendNode(line []byte, what string, value quad.Value) ([]byte, error) {
	switch value := value.(type) {
	case quad.IRI:
		if rdf.IsIRI(string(value)) {
			return append(appendIRI(line, value), ' '), nil
		}
	case quad.BNode:
		if rdf.IsLabel(string(value)) {
			line = append(line, "_:"...)
			return append(append(line, value...), ' '), nil
		}
	}
	return nil, unfit(what, value)
}

func appendIRI(line []byte, iri quad.IRI) []byte {
	line = append(line, '<')
	return append(append(line, iri...), '>')
}

// appendObject appends any term and a space.
func appendObject(line []byte, value quad.Value) ([]byte, error) {
	switch value := value.(type) {
	case quad.String:
		if utf8.ValidString(string(value)) {
			return append(appendString(line, value), ' '), nil
		}
	case quad.LangString:
		if rdf.IsLanguage(value.Lang) && utf8.ValidString(string(value.Value)) {
			line = append(appendString(line, value.Value), '@')
			return append(append(line, value.Lang...), ' '), nil
		}
	case quad.TypedString:
		if rdf.IsIRI(string(value.Type)) && utf8.ValidString(string(value.Value)) {
			line = appendString(line, value.Value)
			if value.Type != xsdString {
				line = appendIRI(append(line, "^^"...), value.Type)
			}
			return append(line, ' '), nil
		}
	default:
		return appendNode(line, "object", value)
	}
	return nil, unfit("object", value)
}

const hexDigits = "0123456789ABCDEF"

// appendString appends text in quotes. Short escapes are used where there are
// any but for the single quote, \u for the other controls and what XML 1.1
// does not count as a character, nothing for all the rest.
func appendString(line []byte, text quad.String) []byte {
	line = append(line, '"')
	for _, r := range string(text) {
		letter := strings.IndexRune("\t\b\n\r\f\"\\", r)
		switch {
		case letter >= 0:
			line = append(line, '\\', `tbnrf"\`[letter])
		case r < ' ' || r == 0x7F || r == 0xFFFE || r == 0xFFFF:
			line = append(line, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		default:
			line = utf8.AppendRune(line, r)
		}
	}
	return append(line, '"')
}

func unfit(what string, value quad.Value) error {
	return fault.New(fault.Invalid, "%s: N-Quads cannot hold the %T %s", what, value, quad.StringOf(value)).
		Hinted("use an absolute IRI, a labelled blank node, or in the object a plain, typed or language-tagged string of UTF-8")
}

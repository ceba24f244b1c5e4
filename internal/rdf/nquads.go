// Package rdf reads formats of RDF as quads, one at a time, so that an input of
// any size streams: N-Quads with N-Triples, Turtle, TriG; JSON-LD alone comes
// whole. Readers take what the W3C's recommendations allow and nothing else.
// No input makes one panic, take memory without bound or reach for the network.
//
// Values are quad.IRI, quad.BNode, quad.String (an xsd:string),
// quad.LangString and quad.TypedString, and no others: each keeps its text
// exactly.
package rdf

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// MaxLine is the longest line of N-Quads that is read, in bytes.
const MaxLine = 1 << 20

// NQuadsReader reads RDF 1.1 N-Quads (https://www.w3.org/TR/n-quads/), and
// N-Triples with it. It is a quad.Reader, for one goroutine.
type NQuadsReader struct {
	lines *bufio.Scanner
	line  int
	iris  kept
}

// NewNQuadsReader reads from r until its end. It buffers.
func NewNQuadsReader(r io.Reader) *NQuadsReader {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), MaxLine)
	lines.Split(splitLine)
	return &NQuadsReader{lines: lines, iris: make(kept)}
}

// ReadQuad gives the next quad; its Label is nil in the default graph. At the
// end the error is io.EOF. Any other error tells the line; it is of kind
// Invalid where the text is wrong, TooLarge where a line is longer than
// MaxLine. After an error of the text the next call goes on with the next line.
func (r *NQuadsReader) ReadQuad() (quad.Quad, error) {
	for r.lines.Scan() {
		r.line++
		c := cursor{text: r.lines.Bytes(), row: r.line, iris: r.iris}
		q, found, err := c.statement()
		if found || err != nil {
			return q, err
		}
	}
	return quad.Quad{}, r.end()
}

// ReadNQuads gives what an NQuadsReader reads from r; the first error is the
// last that it gives.
func ReadNQuads(r io.Reader) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		reader := NewNQuadsReader(r)
		for {
			q, err := reader.ReadQuad()
			if errors.Is(err, io.EOF) || !yield(q, err) || err != nil {
				return
			}
		}
	}
}

// end tells why there are no more lines.
func (r *NQuadsReader) end() error {
	switch err := r.lines.Err(); {
	case err == nil:
		return io.EOF
	case errors.Is(err, bufio.ErrTooLong):
		return fault.New(fault.TooLarge, "line %d: longer than %d bytes", r.line+1, MaxLine).Hinted("end each quad with a line feed")
	default:
		return fault.New(fault.Unavailable, "read line %d of N-Quads: %w", r.line+1, err)
	}
}

// splitLine is a bufio.SplitFunc for lines that end in LF, CR or both.
func splitLine(data []byte, atEOF bool) (advance int, line []byte, err error) {
	at := bytes.IndexAny(data, "\r\n")
	switch {
	case at < 0 && atEOF && len(data) > 0:
		return len(data), data, nil
	case at < 0:
		return 0, nil, nil
	case data[at] == '\n':
		return at + 1, data[:at], nil
	case at+1 < len(data) && data[at+1] == '\n':
		return at + 2, data[:at], nil
	case at+1 < len(data) || atEOF:
		return at + 1, data[:at], nil
	}
	return 0, nil, nil // whether a line feed follows is not known yet
}

// statement reads the whole line; found is false where it holds no quad.
func (c *cursor) statement() (q quad.Quad, found bool, err error) {
	if !utf8.Valid(c.text) {
		return q, false, fault.New(fault.Invalid, "not UTF-8").Hinted("save the file as UTF-8")
	}
	if c.ended() {
		return q, false, nil
	}
	if q.Subject, err = c.node("subject"); err != nil {
		return quad.Quad{}, false, err
	}
	if q.Predicate, err = c.predicate(); err != nil {
		return quad.Quad{}, false, err
	}
	if q.Object, err = c.object(); err != nil {
		return quad.Quad{}, false, err
	}
	if c.next() != '.' {
		if q.Label, err = c.node("graph label or the full stop"); err != nil {
			return quad.Quad{}, false, err
		}
	}
	if err := c.stop(); err != nil {
		return quad.Quad{}, false, err
	}
	return q, true, nil
}

// next is the byte after white space, not taken; 0 at the end of the line.
func (c *cursor) next() byte {
	for c.at < len(c.text) && (c.text[c.at] == ' ' || c.text[c.at] == '\t') {
		c.at++
	}
	return c.peek()
}

// ended tells whether nothing follows but white space and a comment.
func (c *cursor) ended() bool {
	next := c.next()
	return c.at == len(c.text) || next == '#'
}

// stop takes the full stop that ends a quad.
func (c *cursor) stop() error {
	if c.next() != '.' {
		return c.wrong("no full stop after the quad").Hinted("end subject, predicate, object and at most one graph label with \" .\"")
	}
	c.at++
	if !c.ended() {
		return c.wrong("more after the full stop").Hinted("write one quad a line")
	}
	return nil
}

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
	text, err := c.quoted(`"`, &lineBytes, stringEscapes)
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

func (c *cursor) datatype(text string) (quad.Value, error) {
	if !bytes.HasPrefix(c.text[c.at:], []byte("^^<")) {
		return nil, c.wrong("no datatype after the string").Hinted("write ^^ and an IRI in angle brackets")
	}
	c.at += len("^^")
	datatype, err := c.iri()
	if err != nil {
		return nil, err
	}
	return typed(text, datatype.(quad.IRI)), nil
}

// Package export reads and writes the graph in formats of RDF.
//
// N-Quads: NQuadsReader takes what RDF 1.1 N-Quads allows and nothing else,
// N-Triples with it, one quad at a time, so a file of any size streams.
// WriteNQuads gives the same bytes for the same set of quads, and reading them
// gives that set back.
//
// Values are quad.IRI, quad.BNode, quad.String (an xsd:string),
// quad.LangString and quad.TypedString, and no others: each keeps its text
// exactly.
package export

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// MaxLine is the longest line of N-Quads that is read, in bytes.
const MaxLine = 1 << 20

// NQuadsReader reads RDF 1.1 N-Quads (https://www.w3.org/TR/n-quads/). It is a
// quad.Reader, for one goroutine.
type NQuadsReader struct {
	lines *bufio.Scanner
	line  int
	iris  map[string]quad.Value
}

// NewNQuadsReader reads from r until its end. It buffers.
func NewNQuadsReader(r io.Reader) *NQuadsReader {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), MaxLine)
	lines.Split(splitLine)
	return &NQuadsReader{lines: lines, iris: make(map[string]quad.Value)}
}

// ReadQuad gives the next quad; its Label is nil in the default graph. At the
// end the error is io.EOF. Any other error tells the line; it is of kind
// Invalid where the text is wrong, TooLarge where a line is longer than
// MaxLine. After an error of the text the next call goes on with the next line.
func (r *NQuadsReader) ReadQuad() (quad.Quad, error) {
	for r.lines.Scan() {
		r.line++
		c := cursor{line: r.lines.Bytes(), iris: r.iris}
		q, found, err := c.statement()
		if err != nil {
			return quad.Quad{}, fault.New(fault.Invalid, "line %d: %w", r.line, err)
		}
		if found {
			return q, nil
		}
	}
	return quad.Quad{}, r.end()
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

// cursor is a place in a line.
type cursor struct {
	line []byte
	at   int
	iris map[string]quad.Value // those read lately, by their text between < and >
}

// statement reads the whole line; found is false where it holds no quad.
func (c *cursor) statement() (q quad.Quad, found bool, err error) {
	if !utf8.Valid(c.line) {
		return q, false, fault.New(fault.Invalid, "not UTF-8").Hinted("save the file as UTF-8")
	}
	if c.ended() {
		return q, false, nil
	}
	if q.Subject, err = c.node("subject"); err != nil {
		return q, false, err
	}
	if q.Predicate, err = c.predicate(); err != nil {
		return q, false, err
	}
	if q.Object, err = c.object(); err != nil {
		return q, false, err
	}
	if c.next() != '.' {
		if q.Label, err = c.node("graph label or the full stop"); err != nil {
			return q, false, err
		}
	}
	return q, true, c.stop()
}

// next is the byte after white space, not taken; 0 at the end of the line.
func (c *cursor) next() byte {
	for c.at < len(c.line) && (c.line[c.at] == ' ' || c.line[c.at] == '\t') {
		c.at++
	}
	return c.peek()
}

// peek is the byte here; 0 at the end of the line.
func (c *cursor) peek() byte {
	if c.at < len(c.line) {
		return c.line[c.at]
	}
	return 0
}

// ended tells whether nothing follows but white space and a comment.
func (c *cursor) ended() bool {
	next := c.next()
	return c.at == len(c.line) || next == '#'
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

// wrong is an error at this place of the line.
func (c *cursor) wrong(format string, args ...any) *fault.Error {
	args = append([]any{utf8.RuneCount(c.line[:c.at]) + 1}, args...)
	return fault.New(fault.Invalid, "character %d: "+format, args...)
}

package rdf

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// MaxTerm is the longest term of Turtle and TriG that is read, in bytes.
const MaxTerm = 1 << 20

const (
	windowSize = 64 << 10
	lookahead  = 16 // bytes: no term needs to see more behind it
)

// window is a cursor over the part of an input that is at hand.
type window struct {
	cursor
	source io.Reader
	buffer []byte // text, and behind it the beginning of a character that is not whole yet
	ended  bool   // the text reaches to the end of the input
}

func newWindow(source io.Reader) window {
	return window{source: source, cursor: cursor{row: 1}, buffer: make([]byte, 0, windowSize)}
}

// over tells whether nothing is left.
func (w *window) over() bool { return w.ended && w.at == len(w.text) }

// more forgets the text before this place and reads some behind it.
func (w *window) more() error {
	w.row, w.column = w.position()
	w.buffer = append(w.buffer[:0], w.buffer[w.at:]...)
	w.text, w.at, w.far = w.buffer[:len(w.text)-w.at], 0, 0
	if len(w.text) >= MaxTerm {
		return fault.New(fault.TooLarge, "line %d: a term longer than %d bytes", w.row, MaxTerm).Hinted("see that its end is not missing")
	}
	if len(w.buffer) > cap(w.buffer)/2 {
		w.buffer = append(make([]byte, 0, 2*cap(w.buffer)), w.buffer...)
	}
	n, err := io.ReadAtLeast(w.source, w.buffer[len(w.buffer):cap(w.buffer)], 1)
	w.buffer = w.buffer[:len(w.buffer)+n]
	if err != nil && !errors.Is(err, io.EOF) {
		return fault.New(fault.Unavailable, "read on from line %d: %w", w.row, err)
	}
	w.ended = err != nil
	return w.decode(len(w.text))
}

// decode takes the buffer as text but for a last character that may go on; it
// is known already up to from.
func (w *window) decode(from int) error {
	whole := len(w.buffer)
	for back := 1; !w.ended && back < utf8.UTFMax && back <= whole-from; back++ {
		if start := whole - back; utf8.RuneStart(w.buffer[start]) {
			if !utf8.FullRune(w.buffer[start:]) {
				whole = start
			}
			break
		}
	}
	w.text = w.buffer[:whole]
	if utf8.Valid(w.text[from:]) {
		return nil
	}
	for w.at = from; ; {
		r, size := utf8.DecodeRune(w.text[w.at:])
		if r == utf8.RuneError && size == 1 {
			return w.wrong("not UTF-8").Hinted("save the file as UTF-8")
		}
		w.at += size
	}
}

// next is the byte after white space and comments, not taken; 0 at the end of
// the input.
func (w *window) next() (byte, error) {
	comment := false
	for {
		for w.at < len(w.text) {
			switch b := w.text[w.at]; {
			case comment:
				length := bytes.IndexAny(w.text[w.at:], "\r\n")
				if comment = length < 0; comment {
					length = len(w.text) - w.at
				}
				w.at += length
			case b == '#':
				comment = true
			case b == ' ', b == '\t', b == '\r', b == '\n':
				w.at++
			default:
				return b, nil
			}
		}
		if w.ended {
			return 0, nil
		}
		if err := w.more(); err != nil {
			return 0, err
		}
	}
}

// taken takes one term with take, again with more text where that may have
// come to the end of what is at hand too early.
func taken[T any](w *window, take func() (T, error)) (T, error) {
	for {
		start := w.at
		term, err := take()
		if w.ended || len(w.text)-max(w.at, w.far) >= lookahead {
			return term, err
		}
		w.at = start
		if err := w.more(); err != nil {
			return term, err
		}
	}
}

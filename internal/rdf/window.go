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
	broken bool   // what is behind text is no UTF-8
	ended  bool   // the text reaches to the end of the input
}

func newWindow(source io.Reader) window {
	return window{source: source, cursor: cursor{row: 1}, buffer: make([]byte, 0, windowSize)}
}

// over tells whether nothing is left.
func (w *window) over() bool { return w.ended && w.at == len(w.text) }

// more forgets the text before this place and reads some behind it.
func (w *window) more() error {
	if w.broken {
		w.at = len(w.text)
		return w.wrong("not UTF-8").Hinted("save the file as UTF-8")
	}
	w.row, w.column = w.position()
	w.buffer = append(w.buffer[:0], w.buffer[w.at:]...)
	w.text, w.at, w.far = w.buffer[:len(w.text)-w.at], 0, 0
	if len(w.text) >= MaxTerm {
		return w.fault(fault.TooLarge, "a term longer than %d bytes", MaxTerm).Hinted("see that its end is not missing")
	}
	if len(w.buffer) > cap(w.buffer)/2 {
		w.buffer = append(make([]byte, 0, 2*cap(w.buffer)), w.buffer...)
	}
	wanted := max(1, len(w.buffer)/2) // so that a long term is not read again at each byte
	n, err := io.ReadAtLeast(w.source, w.buffer[len(w.buffer):cap(w.buffer)], wanted)
	w.buffer = w.buffer[:len(w.buffer)+n]
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return fault.New(fault.Unavailable, "read on from line %d: %w", w.row, err)
	}
	w.decode(len(w.text))
	if err != nil && len(w.text) < len(w.buffer) {
		w.broken = true // a character that does not go on
	}
	w.ended = err != nil && !w.broken
	return nil
}

// decode takes the buffer as text, up to a last character that may go on or to
// what is no character; it is known already up to from.
func (w *window) decode(from int) {
	rest := w.buffer[from:]
	if whole := len(rest) - partial(rest); utf8.Valid(rest[:whole]) {
		w.text = w.buffer[:from+whole]
		return
	}
	for w.text = w.buffer[:from]; ; {
		r, size := utf8.DecodeRune(w.buffer[len(w.text):])
		if r == utf8.RuneError && size == 1 {
			w.broken = true
			return
		}
		w.text = w.buffer[:len(w.text)+size]
	}
}

// partial is how many bytes at the end of text are the beginning of a character.
func partial(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
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

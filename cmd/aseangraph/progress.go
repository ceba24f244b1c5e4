package main

import (
	"fmt"
	"io"
	"iter"

	"golang.org/x/term"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// progress tells on a terminal how far a long task has come, and then goes.
type progress struct {
	to    io.Writer // nil where nobody looks on, or where the data itself is what they see
	shown bool
}

// newProgress tells on stderr of what is written to a writer.
func newProgress(stderr, written io.Writer) *progress {
	if terminal(stderr) && !terminal(written) {
		return &progress{to: stderr}
	}
	return &progress{}
}

func terminal(w io.Writer) bool {
	file, ok := descriptor(w)
	return ok && term.IsTerminal(file)
}

// progressStep is how many statements are written from one telling to the next.
const progressStep = 1000

// count tells of statements as they go by. Formats may walk them more than
// once; each walk is counted from its beginning.
func (p *progress) count(statements iter.Seq[*statement.Statement]) iter.Seq[*statement.Statement] {
	if p.to == nil {
		return statements
	}
	return func(yield func(*statement.Statement) bool) {
		written := 0
		for s := range statements {
			if !yield(s) {
				return
			}
			if written++; written%progressStep == 0 {
				p.shown = true
				fmt.Fprintf(p.to, "\raseangraph: %d statements", written)
			}
		}
	}
}

// end wipes the line.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

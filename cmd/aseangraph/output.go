package main

// The rules of output.
//
//   - Data goes to stdout, and nothing else does.
//   - Everything else goes to stderr, each line with the program's prefix, in
//     lower case, without a full stop. The log of serve is the one exception:
//     it has the form of log/slog, with a time.
//   - What people pipe has --json. Its keys stay; its text form may change.
//   - No colours: what a terminal shows and what a file holds are the same, but
//     for the width that lines are wrapped to.

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// say tells people something that is not data.
func say(stderr io.Writer, format string, args ...any) {
	for line := range strings.Lines(fmt.Sprintf(format, args...)) {
		fmt.Fprintf(stderr, "aseangraph: %s\n", strings.TrimSuffix(line, "\n"))
	}
}

// output is stdout. It keeps the first error of writing, which is then what the
// program tells and exits with, whatever a command or a library makes of it.
type output struct {
	io.Writer
	failed error // of kind Unavailable
}

// Write writes nothing more after an error.
func (o *output) Write(content []byte) (int, error) {
	if o.failed != nil {
		return 0, o.failed
	}
	n, err := o.Writer.Write(content)
	if err != nil {
		o.failed = fault.New(fault.Unavailable, "the output is not whole: %w", err).Hinted("make room, or write to another place")
	}
	return n, err
}

// descriptor is that of the file behind a writer; false where there is none.
func descriptor(w io.Writer) (int, bool) {
	if out, ok := w.(*output); ok {
		w = out.Writer
	}
	if file, ok := w.(*os.File); ok {
		return int(file.Fd()), true
	}
	return 0, false
}

// write gives data in one piece, so that a reader who goes away stops it.
func write(stdout io.Writer, text string) error {
	_, err := io.WriteString(stdout, text)
	return err
}

// writeJSON gives data for other programs.
func writeJSON(stdout io.Writer, value any) error {
	encoder := json.NewEncoder(stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// width is how many columns a line of stdout may have: what COLUMNS tells, as
// shells set it, else what the terminal has. It is 0 where stdout is no
// terminal, since a program that reads along wants each record on one line.
func width(stdout io.Writer) int {
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		return columns
	}
	if file, ok := descriptor(stdout); ok {
		if columns, _, err := term.GetSize(file); err == nil {
			return columns
		}
	}
	return 0
}

// wrap breaks text between words into lines of at most columns; a word that is
// longer stays whole. Where columns is 0 or less it is one line.
func wrap(text string, columns int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.Fields(text) {
		size := runewidth.StringWidth(word)
		if used > 0 && columns > 0 && used+1+size > columns {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += size
	}
	return append(lines, line.String())
}

// indented wraps text behind a first indent, with a hanging one on the lines
// that follow.
func indented(text, first, hanging string, columns int) string {
	room := 0
	if columns > 0 {
		room = max(columns-runewidth.StringWidth(hanging), 20)
	}
	return first + strings.Join(wrap(text, room), "\n"+hanging) + "\n"
}

// Package fault names the kinds of failure and keeps the one table that turns
// a kind into an HTTP status, a GraphQL error code and a process exit code.
//
// An error says what is wrong, where, and what to do next. Give the kind once,
// where it is known, and wrap with %w from there on: KindOf finds it.
package fault

import (
	"errors"
	"fmt"
)

// Kind is a kind of failure. The zero value is Internal, so that an error
// nobody classified is never shown to a client.
type Kind uint8

// The kinds of failure.
const (
	Internal    Kind = iota // a mistake of ours: logged whole, shown as one neutral sentence
	Invalid                 // the input is wrong: the caller must change it
	NotFound                // nothing answers to that name
	Conflict                // right by itself, but not together with what is there
	TooLarge                // over a limit that serviceConfig tells
	Unavailable             // not now: busy, closing, out of time
)

// row is what each surface makes of a kind.
type row struct {
	code       string
	httpStatus int
	exitCode   int
}

var table = map[Kind]row{
	Internal:    {"INTERNAL", 500, 70},
	Invalid:     {"INVALID", 400, 2},
	NotFound:    {"NOT_FOUND", 404, 3},
	Conflict:    {"CONFLICT", 409, 4},
	TooLarge:    {"TOO_LARGE", 413, 5},
	Unavailable: {"UNAVAILABLE", 503, 6},
}

// Code is the kind's name in extensions.code of a GraphQL error.
func (k Kind) Code() string { return table[k].code }

// OfCode is the way back from Code. Codes that are not ours are those of GraphQL
// itself, for questions that cannot be read: they are Invalid.
func OfCode(code string) Kind {
	for kind, row := range table {
		if row.code == code {
			return kind
		}
	}
	return Invalid
}

// HTTPStatus is the HTTP status code of an answer that failed so.
func (k Kind) HTTPStatus() int { return table[k].httpStatus }

// ExitCode is the exit code of a command that failed so; it is never 0 nor 1:
// 1 is kept for a check that ran and found complaints.
func (k Kind) ExitCode() int { return table[k].exitCode }

// String is the kind's code.
func (k Kind) String() string { return k.Code() }

// Error is a failure with its kind and, where one is known, its remedy.
type Error struct {
	Kind Kind
	What string // what is wrong and where, in lower case, no full stop
	Hint string // what to do next; empty where nothing helps

	cause error
}

// Error gives what is wrong and the hint on one line.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.What
	}
	return e.What + "; " + e.Hint
}

// Unwrap gives what leads to the causes, or nil where there are none.
func (e *Error) Unwrap() error { return e.cause }

// New makes an error of a kind; format and args are those of fmt.Errorf, %w included.
func New(kind Kind, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	e := &Error{Kind: kind, What: err.Error()}
	switch err.(type) {
	case interface{ Unwrap() error }, interface{ Unwrap() []error }:
		e.cause = err // which may have several causes
	}
	return e
}

// Hinted adds what to do next and gives the same error back.
func (e *Error) Hinted(format string, args ...any) *Error {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// KindOf finds the kind of the outermost Error in err's chain; Internal where there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

package dataset

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Complaint is one thing that is wrong with the data.
type Complaint struct {
	File   string // in the dataset's folder, or the name of a text among the documents
	Line   int    // from 1; 0 where the file as a whole is meant
	What   string // what is wrong, in lower case, no full stop
	Remedy string // what to do
}

// String is the complaint on one line: file:line: what; what to do.
func (c Complaint) String() string {
	at := c.File
	if c.Line > 0 {
		at = fmt.Sprintf("%s:%d", c.File, c.Line)
	}
	return at + ": " + c.What + "; " + c.Remedy
}

// Complaints are those that an error of Read carries, in order of file and
// line; nil for any other error.
func Complaints(err error) []Complaint {
	var all refusal
	errors.As(err, &all)
	return all
}

// refusal is the cause of Read's error.
type refusal []Complaint

// Error gives one complaint a line.
func (r refusal) Error() string {
	lines := make([]string, len(r))
	for n, c := range r {
		lines[n] = c.String()
	}
	return strings.Join(lines, "\n")
}

// place is where something stands in the data files.
type place struct {
	file string
	line int
}

// complaints gathers what is wrong.
type complaints []Complaint

func (c *complaints) add(at place, remedy, format string, args ...any) {
	*c = append(*c, Complaint{File: at.file, Line: at.line, What: fmt.Sprintf(format, args...), Remedy: remedy})
}

// blame adds what an error tells, or each of the errors joined in it, with
// their own remedies where they have one.
func (c *complaints) blame(at place, remedy string, err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			c.blame(at, remedy, e)
		}
		return
	}
	what := err.Error()
	for e := new(fault.Error); errors.As(err, &e); err = errors.Unwrap(e) {
		if e.Hint != "" {
			what, remedy = strings.Replace(what, "; "+e.Hint, "", 1), e.Hint
		}
	}
	c.add(at, remedy, "%s", what)
}

// sorted puts the complaints in order of file and line.
func (c complaints) sorted() []Complaint {
	slices.SortStableFunc(c, func(a, b Complaint) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return c
}

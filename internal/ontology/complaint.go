package ontology

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// place is where something stands in the authored SDL.
type place struct {
	file string
	line int
}

func at(p *ast.Position) place { return place{p.Src.Name, p.Line} }

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// faults gathers complaints, so that an author sees all of them at once.
type faults []complaint

type complaint struct {
	place
	text string
}

// add notes what is wrong and what to do; the same complaint is kept once,
// though every class that inherits a field may meet it.
func (f *faults) add(at place, remedy, what string, args ...any) {
	c := complaint{at, fmt.Sprintf(what, args...) + "; " + remedy}
	if !slices.Contains(*f, c) {
		*f = append(*f, c)
	}
}

// err is one error with a complaint a line, in order of file and line; nil
// where there are none.
func (f faults) err() error {
	if len(f) == 0 {
		return nil
	}
	slices.SortStableFunc(f, func(a, b complaint) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	})
	text := "ontology:"
	for _, c := range f {
		text += "\n" + c.String() + ": " + c.text
	}
	return fault.New(fault.Invalid, "%s", text)
}

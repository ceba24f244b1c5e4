package query

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// MatrixRow is a link that at least one of the compared things has.
type MatrixRow struct {
	Entity    Entity
	Predicate *Predicate
	Forward   bool          // whether the compared things are the subject; true for a symmetric predicate
	Cells     []*MatrixCell // of each compared thing, in their order; nil for one that has no such link
}

// MatrixCell is the link of one compared thing.
type MatrixCell struct {
	Since      *Period          // see since; of what has not happened only where nothing else is told
	Status     statement.Status // the firmest that is told
	Documents  int              // how many say so
	Statements []*Statement
}

// The lists of rows.
type (
	// MatrixRowEdge is a row in a list.
	MatrixRowEdge = Edge[*MatrixRow]
	// MatrixRowConnection is a page of rows.
	MatrixRowConnection = Connection[*MatrixRow]
)

// Matrix is all links that at least one of the compared things has, with a
// cell for each of these.
func (c *Comparison) Matrix(first *int, after *string, last *int, before *string) (*MatrixRowConnection, error) {
	return connect(c.lines, page{first, after, last, before},
		c.name,
		func(l line) (*Edge[*MatrixRow], error) { return &Edge[*MatrixRow]{Node: c.row(l)}, nil })
}

// name is the permanent name of a line.
func (c *Comparison) name(l line) string {
	direction := string(DirectionOut)
	if !l.key.reading().forward() {
		direction = string(DirectionIn)
	}
	return strings.Join([]string{direction, c.g.ties.predicates[l.key.reading()/2].Name, c.g.things[l.key.other()].ID()}, " ")
}

func (c *Comparison) row(l line) *MatrixRow {
	row := &MatrixRow{
		Entity:    wrap(c.g.things[l.key.other()]),
		Predicate: c.predicate(l),
		Forward:   l.key.reading().forward(),
		Cells:     make([]*MatrixCell, len(c.of)),
	}
	for column, tie := range l.ties[:len(c.of)] {
		if tie >= 0 {
			row.Cells[column] = newMatrixCell(c.shown.said(tie))
		}
	}
	return row
}

func newMatrixCell(said []*Statement) *MatrixCell {
	cell := &MatrixCell{Status: said[0].content.Status, Statements: said}
	documents := map[*Thing]bool{}
	var happened []*Statement
	for _, s := range said {
		documents[s.document] = true
		cell.Status = min(cell.Status, s.content.Status)
		if real(s) {
			happened = append(happened, s)
		}
	}
	cell.Documents = len(documents)
	if cell.Since = since(happened); len(happened) == 0 {
		cell.Since = since(said)
	}
	return cell
}

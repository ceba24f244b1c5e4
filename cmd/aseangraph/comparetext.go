package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// table has a row for each cell of the matrix that is not empty.
func (c *comparison) table() (columns []string, rows [][]string) {
	for _, row := range c.rows {
		for column, cell := range row.Cells {
			if cell == nil {
				continue
			}
			var documents, statements []string
			for _, s := range cell.Statements {
				statements = append(statements, s.ID)
				if id := s.Evidence.Document.ID; !slices.Contains(documents, id) {
					documents = append(documents, id)
				}
			}
			rows = append(rows, []string{
				row.Entity.ID, row.Entity.Name, row.Predicate.Name, row.Predicate.read(row.Forward), c.Of[column].ID, c.Of[column].Name,
				cell.Since.published(), cell.Status, strconv.Itoa(cell.Documents), strings.Join(statements, " "), strings.Join(documents, " "),
			})
		}
	}
	return []string{"entity", "entityName", "predicate", "reads", "of", "ofName", "since", "status", "documents", "statements", "saidBy"}, rows
}

func (c *comparison) text(columns int) string {
	numbered := newSpots(c.places())
	if c.matrixOnly {
		return c.matrix(numbered, columns) + numbered.list(columns)
	}
	var names []string
	for _, one := range c.Of {
		names = append(names, one.Name)
	}
	var b strings.Builder
	similarity, _ := strconv.ParseFloat(string(c.Similarity), 64) // it was read as JSON before
	b.WriteString(indented(fmt.Sprintf("%s: similarity %.2f", strings.Join(names, ", "), similarity), "", "  ", columns))
	b.WriteString(indented(c.Measure, "", "", columns))
	b.WriteString(c.sharedText(numbered, columns))
	for n := range c.Of {
		b.WriteString(c.onlyText(n, numbered, columns))
	}
	return b.String() + numbered.list(columns)
}

// places are those of all that is shown.
func (c *comparison) places() (all []place) {
	for _, row := range c.rows {
		for _, cell := range row.Cells {
			switch {
			case cell != nil && c.matrixOnly:
				all = append(all, places(cell.Statements...)...)
			case c.holder(row) >= 0:
				all = append(all, places(c.counted(cell)...)...)
			}
		}
	}
	for _, thing := range c.shared {
		for _, l := range thing.Links {
			all = append(all, places(l.Statements...)...)
		}
	}
	return all
}

func statusReal(name string) bool {
	status, err := statement.ParseStatus(name)
	return err == nil && status.Real()
}

func (c *comparison) sharedText(numbered spots, columns int) string {
	if len(c.shared) == 0 {
		return "\nthey share nothing\n"
	}
	headings := []string{"", "shared"}
	for _, one := range c.Of {
		headings = append(headings, one.Name)
	}
	var rows [][]string
	for _, thing := range c.shared {
		l := thing.Links[0]
		row := []string{l.Predicate.read(l.Forward), thing.Entity.Name}
		var since []*period
		for _, l := range thing.Links {
			row = append(row, strings.TrimSpace(l.Since.words()+" "+numbered.numbers(places(l.Statements...)...)))
			since = append(since, l.Since)
		}
		first := ""
		if n := earliest(since); n >= 0 {
			first = c.Of[n].Name
		}
		rows = append(rows, append(row, first))
	}
	return "\n" + table(append(headings, "first"), rows, columns)
}

// earliest is which of several begins before all others, however their dates
// are read; -1 where none does, or one has no date.
func earliest(since []*period) int {
	starts := make([]edtf.Date, len(since))
	for n, p := range since {
		date, err := edtf.Parse(p.published())
		if err != nil {
			return -1
		}
		starts[n] = date.Start()
	}
	for n, one := range starts {
		later := 0
		for _, other := range starts {
			if edtf.Before(one, other, edtf.Definite) {
				later++
			}
		}
		if later == len(starts)-1 {
			return n
		}
	}
	return -1
}

// onlyText is what only one of the things has.
func (c *comparison) onlyText(n int, numbered spots, columns int) string {
	var rows [][]string
	for _, row := range c.rows {
		if c.holder(row) != n {
			continue
		}
		said := c.counted(row.Cells[n])
		var circumstances []string
		for _, s := range said {
			if text := s.circumstances(); text != "" && !slices.Contains(circumstances, text) {
				circumstances = append(circumstances, text)
			}
		}
		rows = append(rows, []string{row.Predicate.read(row.Forward), row.Entity.Name, strings.Join(circumstances, "; "), numbered.numbers(places(said...)...)})
	}
	if len(rows) == 0 {
		return "\nonly " + c.Of[n].Name + ": nothing\n"
	}
	return "\n" + table([]string{"", "only " + c.Of[n].Name, "", "who"}, rows, columns)
}

// holder is which thing alone has the link of a row; -1 where several have.
func (c *comparison) holder(row *matrixRow) int {
	holder := -1
	for n, cell := range row.Cells {
		switch {
		case len(c.counted(cell)) == 0:
		case holder >= 0:
			return -1
		default:
			holder = n
		}
	}
	return holder
}

// counted are the statements of a cell that count: those of what is so, or
// those that were asked for by status.
func (c *comparison) counted(cell *matrixCell) (all []*said) {
	if cell == nil {
		return nil
	}
	for _, s := range cell.Statements {
		if c.anyStatus || statusReal(s.Status) {
			all = append(all, s)
		}
	}
	return all
}

func (c *comparison) matrix(numbered spots, columns int) string {
	headings := []string{"", ""}
	for _, one := range c.Of {
		headings = append(headings, one.Name)
	}
	var rows [][]string
	for _, row := range c.rows {
		cells := []string{row.Predicate.read(row.Forward), row.Entity.Name}
		for _, cell := range row.Cells {
			cells = append(cells, cell.text(numbered))
		}
		rows = append(rows, cells)
	}
	return table(headings, rows, columns)
}

// text is since when, how far, how many documents and which places say so.
func (c *matrixCell) text(numbered spots) string {
	if c == nil {
		return ""
	}
	var parts []string
	if c.Since != nil {
		parts = append(parts, c.Since.Label)
	}
	if !statusReal(c.Status) {
		parts = append(parts, strings.ToLower(c.Status))
	}
	if c.Documents > 1 {
		parts = append(parts, counted(c.Documents, "document", "documents"))
	}
	return strings.TrimSpace(strings.Join(parts, " · ") + " " + numbered.numbers(places(c.Statements...)...))
}

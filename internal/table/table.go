// Package table lays the answer to a question in GraphQL flat.
//
// An answer is a tree: the elements of a list are laid one below the other, the
// fields of an object side by side. So a list within an element takes lines of
// its own, beside which the element's other fields stand. The fields that wrap
// the elements of a connection have no columns of their own.
package table

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Table is one root field of an answer.
type Table struct {
	Name     string // of the root field
	Headings []string
	Rows     [][]string // each as long as Headings; texts are as the answer has them
}

// Style says how answers are laid.
type Style struct {
	Repeat  bool       // fields stand on every line of their object, not on the first alone
	Without []string   // fields that are left out
	Columns [][]string // paths of columns that are there in any case, and come first; see Wraps
}

// wrapping are the fields of connections that a reader has no use for.
var wrapping = []string{"nodes", "edges", "node"}

// Wraps tells whether a field wraps elements of a connection, so that no path
// has its name.
func Wraps(field string) bool { return slices.Contains(wrapping, field) }

// Lay makes a table of each field of a JSON object, which is the data of an
// answer. The error is of kind Invalid where data is no JSON.
func (s Style) Lay(data []byte) ([]Table, error) {
	roots, err := read(data)
	if err != nil {
		return nil, fault.New(fault.Invalid, "lay the answer flat: %w", err)
	}
	tables := make([]Table, len(roots))
	for n, root := range roots {
		l := &laying{Style: s, name: root.name, known: map[string]bool{}, met: map[string]int{}}
		for _, path := range s.Columns {
			l.column(path)
		}
		rows := l.lay(nil, root.value)
		slices.SortStableFunc(l.columns[len(s.Columns):], l.compare)
		tables[n] = Table{root.name, headings(l.columns), l.cells(rows)}
	}
	return tables, nil
}

// laying gathers the columns of a root field, each by its path below that.
type laying struct {
	Style
	name    string // of the root field: the column of one that is itself a scalar
	columns [][]string
	known   map[string]bool
	met     map[string]int // how many paths were met before each, those of nulls among them
}

// line is the texts of a row, by column.
type line map[string]string

// lay gives the rows of the value at a path.
func (l *laying) lay(path []string, value any) []line {
	switch v := value.(type) {
	case nil:
		return []line{{}}
	case []member:
		return l.object(path, v)
	case []any:
		if texts, flat := scalars(v); flat {
			if len(texts) == 0 {
				return nil
			}
			return []line{{l.column(path): strings.Join(texts, "; ")}}
		}
		var rows []line
		for _, element := range v {
			rows = append(rows, l.lay(path, element)...)
		}
		return rows
	}
	return []line{{l.column(path): fmt.Sprint(value)}}
}

func (l *laying) object(path []string, members []member) (rows []line) {
	repeated := line{}
	for _, m := range members {
		if slices.Contains(l.Without, m.name) {
			continue
		}
		at := path
		if !Wraps(m.name) {
			at = append(slices.Clip(path), m.name)
			l.meet(at)
		}
		right := l.lay(at, m.value)
		rows = beside(rows, right)
		if l.Repeat && len(right) == 1 && !branches(m.value) {
			with(repeated, right[0])
		}
	}
	for _, row := range rows {
		with(row, repeated)
	}
	return rows
}

// beside puts rows to the right of others.
func beside(left, right []line) []line {
	for n, row := range right {
		if n == len(left) {
			left = append(left, line{})
		}
		with(left[n], row)
	}
	return left
}

// with adds the texts of another row.
func with(row, other line) {
	for column, text := range other {
		row[column] = text
	}
}

// meet takes note of a path. A field that is null in the first element keeps
// its place among the columns.
func (l *laying) meet(path []string) {
	key := strings.Join(path, ".")
	if _, known := l.met[key]; !known {
		l.met[key] = len(l.met)
	}
}

// compare orders columns as the fields were met, those of an object together.
func (l *laying) compare(a, b []string) int {
	for n := range min(len(a), len(b)) {
		if a[n] != b[n] {
			return cmp.Compare(l.met[strings.Join(a[:n+1], ".")], l.met[strings.Join(b[:n+1], ".")])
		}
	}
	return cmp.Compare(len(a), len(b))
}

// column makes the path a column and gives its key.
func (l *laying) column(path []string) string {
	if len(path) == 0 {
		path = []string{l.name}
	}
	key := strings.Join(path, ".")
	if !l.known[key] {
		l.known[key] = true
		l.columns = append(l.columns, path)
	}
	return key
}

func (l *laying) cells(rows []line) [][]string {
	cells := make([][]string, len(rows))
	for n, row := range rows {
		for _, path := range l.columns {
			cells[n] = append(cells[n], row[strings.Join(path, ".")])
		}
	}
	return cells
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// An answer is a tree, and a table is flat: the elements of a list are laid one
// below the other, the fields of an object side by side. So a list within an
// element takes lines of its own, beside the first of which the element's other
// fields stand.

// member is a field of an object, in the order of the answer.
type member struct {
	name  string
	value any // nil, string, bool, json.Number, []any or []member
}

// writeTables writes a table for each root field, under its name where there
// are several.
func writeTables(data json.RawMessage, stdout, stderr io.Writer) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	tree, err := decode(decoder)
	if err != nil {
		return err // it was read as JSON before
	}
	roots, _ := tree.([]member)
	var b strings.Builder
	for n, root := range roots {
		s := &sheet{name: root.name}
		rows := s.lay(nil, root.value)
		if len(s.columns) == 0 {
			say(stderr, "%s: nothing", root.name)
			continue
		}
		if len(roots) > 1 {
			if n > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(root.name + "\n")
		}
		b.WriteString(table(s.headings(), s.cells(rows), width(stdout)))
	}
	return write(stdout, b.String())
}

// decode reads a value and keeps the order of members.
func decode(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := decode(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	case json.Delim('{'):
		object := []member{}
		for decoder.More() {
			name, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := decode(decoder)
			if err != nil {
				return nil, err
			}
			object = append(object, member{fmt.Sprint(name), value})
		}
		_, err := decoder.Token()
		return object, err
	}
	return token, nil
}

// sheet gathers the columns of a root field, each by its path below that.
type sheet struct {
	name    string // of the root field: the column of one that is itself a scalar
	columns [][]string
}

// line is the texts of a row, by column.
type line map[string]string

// wrapping are the fields of connections that a reader has no use for.
var wrapping = []string{"nodes", "edges", "node"}

// lay gives the rows of the value at a path.
func (s *sheet) lay(path []string, value any) []line {
	switch v := value.(type) {
	case nil:
		return []line{{}}
	case []member:
		var rows []line
		for _, m := range v {
			at := path
			if !slices.Contains(wrapping, m.name) {
				at = append(slices.Clip(path), m.name)
			}
			rows = beside(rows, s.lay(at, m.value))
		}
		return rows
	case []any:
		if texts, flat := scalars(v); flat {
			if len(texts) == 0 {
				return nil
			}
			return []line{{s.column(path): strings.Join(texts, "; ")}}
		}
		var rows []line
		for _, element := range v {
			rows = append(rows, s.lay(path, element)...)
		}
		return rows
	}
	return []line{{s.column(path): oneLine(fmt.Sprint(value))}}
}

// beside puts rows to the right of others.
func beside(left, right []line) []line {
	for n, row := range right {
		if n == len(left) {
			left = append(left, line{})
		}
		for column, text := range row {
			left[n][column] = text
		}
	}
	return left
}

// scalars gives the texts of a list that holds neither objects nor lists.
func scalars(list []any) (texts []string, flat bool) {
	for _, element := range list {
		switch element.(type) {
		case []member, []any:
			return nil, false
		}
		texts = append(texts, oneLine(fmt.Sprint(element)))
	}
	return texts, true
}

// column makes the path a column and gives its key.
func (s *sheet) column(path []string) string {
	if len(path) == 0 {
		path = []string{s.name}
	}
	if !slices.ContainsFunc(s.columns, func(known []string) bool { return slices.Equal(known, path) }) {
		s.columns = append(s.columns, path)
	}
	return strings.Join(path, ".")
}

func (s *sheet) cells(rows []line) [][]string {
	cells := make([][]string, len(rows))
	for n, row := range rows {
		for _, path := range s.columns {
			cells[n] = append(cells[n], row[strings.Join(path, ".")])
		}
	}
	return cells
}

// headings are the columns' paths, as short as tells them apart: an object with
// one column gives it its name, and of the rest the end is enough.
func (s *sheet) headings() []string {
	paths := make([][]string, len(s.columns))
	for n, path := range s.columns {
		paths[n] = path
		for len(paths[n]) > 1 && s.count(paths[n][:len(paths[n])-1]) == 1 {
			paths[n] = paths[n][:len(paths[n])-1]
		}
	}
	headings := make([]string, len(paths))
	for n, path := range paths {
		from := max(0, len(path)-1)
		for from > 0 && ending(paths, path[from:]) > 1 {
			from--
		}
		headings[n] = strings.Join(path[from:], " ")
	}
	return headings
}

// count is how many columns lie below a path.
func (s *sheet) count(above []string) (n int) {
	for _, path := range s.columns {
		if len(path) >= len(above) && slices.Equal(path[:len(above)], above) {
			n++
		}
	}
	return n
}

// ending is how many paths end so.
func ending(paths [][]string, end []string) (n int) {
	for _, path := range paths {
		if len(path) >= len(end) && slices.Equal(path[len(path)-len(end):], end) {
			n++
		}
	}
	return n
}

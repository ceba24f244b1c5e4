package table

import (
	"slices"
	"strings"
)

// headings are the columns' paths, as short as tells them apart: an object with
// one column gives it its name, and of the rest the end is enough.
func headings(columns [][]string) []string {
	paths := make([][]string, len(columns))
	for n, path := range columns {
		paths[n] = path
		for len(paths[n]) > 1 && below(columns, paths[n][:len(paths[n])-1]) == 1 {
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

// below is how many columns lie below a path.
func below(columns [][]string, above []string) (n int) {
	for _, path := range columns {
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

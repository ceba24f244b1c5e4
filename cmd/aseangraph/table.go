package main

import (
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
)

// table aligns rows under their headings, two spaces apart, with a rule under
// the headings. Where columns is above 0, the widest columns are wrapped until
// a line fits, as far as no word breaks. Headings may be nil.
func table(headings []string, rows [][]string, columns int) string {
	all := rows
	if headings != nil {
		all = append([][]string{headings}, rows...)
	}
	widths := fitted(all, columns)
	var b strings.Builder
	for n, row := range all {
		writeRow(&b, row, widths)
		if n == 0 && headings != nil {
			writeRow(&b, rules(widths), widths)
		}
	}
	return b.String()
}

func rules(widths []int) []string {
	rules := make([]string, len(widths))
	for n, width := range widths {
		rules[n] = strings.Repeat("-", width)
	}
	return rules
}

// fitted gives the width of each column; there is a row.
func fitted(rows [][]string, columns int) []int {
	n := len(rows[0])
	widths, least := make([]int, n), make([]int, n)
	total := 2 * (n - 1)
	for at := range n {
		for _, row := range rows {
			widths[at] = max(widths[at], runewidth.StringWidth(row[at]))
			for _, word := range strings.Fields(row[at]) {
				least[at] = max(least[at], runewidth.StringWidth(word))
			}
		}
		total += widths[at]
	}
	for ; columns > 0 && total > columns; total-- {
		widest := -1
		for at := range n {
			if widths[at] > least[at] && (widest < 0 || widths[at] > widths[widest]) {
				widest = at
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// writeRow writes a row of cells, each wrapped to its column's width.
func writeRow(b *strings.Builder, row []string, widths []int) {
	cells := make([][]string, len(row))
	height := 1
	for at, text := range row {
		cells[at] = []string{text}
		if runewidth.StringWidth(text) > widths[at] {
			cells[at] = wrap(text, widths[at])
		}
		height = max(height, len(cells[at]))
	}
	for line := range height {
		var parts []string
		for at, cell := range cells {
			text := ""
			if line < len(cell) {
				text = cell[line]
			}
			parts = append(parts, runewidth.FillRight(text, widths[at]))
		}
		b.WriteString(strings.TrimRight(strings.Join(parts, "  "), " ") + "\n")
	}
}

// oneLine keeps a text within its cell.
func oneLine(text string) string {
	if slices.ContainsFunc([]rune(text), func(r rune) bool { return r < ' ' }) {
		return strings.Join(strings.Fields(text), " ")
	}
	return text
}

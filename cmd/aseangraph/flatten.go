package main

import (
	"encoding/json"
	"io"
	"strings"

	flat "github.com/aseangraph/aseangraph/internal/table"
)

// writeTables writes a table for each root field of an answer, under its name
// where there are several.
func writeTables(data json.RawMessage, stdout, stderr io.Writer) error {
	tables, err := flat.Style{}.Lay(data)
	if err != nil {
		return err
	}
	var b strings.Builder
	for n, t := range tables {
		if len(t.Headings) == 0 {
			say(stderr, "%s: nothing", t.Name)
			continue
		}
		if len(tables) > 1 {
			if n > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(t.Name + "\n")
		}
		for _, row := range t.Rows {
			for at, text := range row {
				row[at] = oneLine(text)
			}
		}
		b.WriteString(table(t.Headings, t.Rows, width(stdout)))
	}
	return write(stdout, b.String())
}

package graph

import (
	"embed"
	"strings"
)

//go:embed examples/*.graphql
var examples embed.FS

// Example is a question to begin with. It is tested: its answer stands beside
// it in graph/examples.
type Example struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

// Examples are in order of their file names; the name of each is the comment
// on its first line.
func Examples() []Example {
	entries, _ := examples.ReadDir("examples") // embedded, so it is there
	all := make([]Example, 0, len(entries))
	for _, entry := range entries {
		text, _ := examples.ReadFile("examples/" + entry.Name())
		title, _, _ := strings.Cut(strings.TrimPrefix(string(text), "# "), "\n")
		all = append(all, Example{Name: title, Query: string(text)})
	}
	return all
}

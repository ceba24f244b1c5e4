package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
)

// named is an entity in a list.
type named struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Class string `json:"class,omitempty"`
}

func newSearch() *cobra.Command {
	var from source
	var first int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search TEXT",
		Short: "Find entities by their names",
		Long: `Search finds entities by any of their names, best first. Case, accents and
punctuation do not count, the last letters of a word may be left out, and one or
two letters may be wrong. It exits with 3 where nothing is found.`,
		Example: `  aseangraph search Junichiru
  aseangraph search cultural fnd
  aseangraph search --first 5 --json asean`,
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := from.open()
			if err != nil {
				return err
			}
			text := strings.Join(args, " ")
			found, total, err := search(e.Graph, text, first)
			if err != nil {
				return err
			}
			if total == 0 {
				return fault.New(fault.NotFound, "nothing has a name like %.60q", text).Hinted("try fewer words, or the beginning of one")
			}
			if total > len(found) {
				say(cmd.ErrOrStderr(), "%d of %d; --first %d gives all", len(found), total, total)
			}
			return list(cmd.OutOrStdout(), found, asJSON)
		},
	}
	cmd.Flags().IntVar(&first, "first", query.DefaultPageSize, "give at most this `number` of them")
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	from.dataFlag(cmd)
	return cmd
}

// search gives the first things found, and how many there are.
func search(g *query.Graph, text string, first int) (found []named, total int, err error) {
	if first < 1 {
		return nil, 0, fault.New(fault.Invalid, "--first is %d", first).Hinted("give 1 or more")
	}
	var after *string
	for {
		size := min(first-len(found), query.MaxPageSize)
		page, err := g.Search(text, nil, query.NewPage(&size, after, nil, nil))
		if err != nil {
			return nil, 0, err
		}
		for _, entity := range page.Nodes() {
			found = append(found, name(g, entity.ID()))
		}
		if len(found) == first || !page.PageInfo.HasNextPage {
			return found, page.TotalCount, nil
		}
		after = page.PageInfo.EndCursor
	}
}

func list(stdout io.Writer, found []named, asJSON bool) error {
	if asJSON {
		return writeJSON(stdout, found)
	}
	rows := make([][]string, len(found))
	for n, entity := range found {
		rows[n] = []string{entity.ID, entity.Name, entity.Class}
	}
	return write(stdout, table([]string{"id", "name", "class"}, rows, width(stdout)))
}

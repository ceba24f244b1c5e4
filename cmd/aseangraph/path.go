package main

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
)

const pathQuestion = `
query($from: ID!, $to: ID!, $maxLength: Int!, $first: Int!, $where: LinkWhere, $ranking: PathRanking!) {
  paths(from: $from, to: $to, maxLength: $maxLength, first: $first, where: $where, ranking: $ranking) {
    length
    cost
    steps { from { ...Named } to { ...Named } predicate { name label inverseLabel } forward cost statements { ...Said } }
  }
}`

type paths struct {
	Paths []*path `json:"paths"`
}

type path struct {
	Length int     `json:"length"`
	Cost   float64 `json:"cost"`
	Steps  []*step `json:"steps"`
}

type step struct {
	From       named     `json:"from"`
	To         named     `json:"to"`
	Predicate  predicate `json:"predicate"`
	Forward    bool      `json:"forward"`
	Statements []*said   `json:"statements"`
}

func newPath() *cobra.Command {
	var i inquiry
	var maxLength, first int
	var ranking string
	cmd := &cobra.Command{
		Use:   "path ID|NAME ID|NAME",
		Short: "Tell how two things are tied, and who says so",
		Long: `Path finds the chains of links that join two things, walked either way, the most
informative first: a chain through a fund that few pay into tells more than one
through an organisation that everybody is in. Each step is read in words, with
the places in documents that say so. What has not happened counts only where it
is asked for with --status.

A name of several words is one argument, in quotes. It exits with 3 where no
chain is found.`,
		Example: `  aseangraph path "Takeo Fukuda" "ASEAN Cultural Fund"
  aseangraph path --ranking shortest --first 1 "Takeo Fukuda" "ASEAN Cultural Fund"
  aseangraph path --class fund --csv Japan "Culture and information"`,
		Args: arguments(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			ids, err := i.ids(args)
			if err != nil {
				return err
			}
			var found paths
			a, err := i.ask(cmd.Context(), pathQuestion, map[string]any{
				"from": ids[0], "to": ids[1], "maxLength": maxLength, "first": first, "ranking": strings.ToUpper(ranking),
			}, &found)
			if err != nil {
				return err
			}
			i.reportBound(a)
			if len(found.Paths) == 0 {
				return fault.New(fault.NotFound, "no chain of %s joins %s and %s", counted(maxLength, "link", "links at most"), ids[0], ids[1]).
					Hinted("try a greater --max-length, at most 6, or fewer filters")
			}
			return i.tell(cmd.OutOrStdout(), json.RawMessage(a.raw), &found)
		},
	}
	cmd.Flags().IntVar(&maxLength, "max-length", 4, "take at most this `number` of links, up to 6")
	cmd.Flags().IntVar(&first, "first", 5, "give at most this `number` of chains, up to 50")
	cmd.Flags().StringVar(&ranking, "ranking", "informative", "what comes first: informative or `shortest`")
	i.filter.flags(cmd)
	i.flags(cmd)
	return cmd
}

// reportBound tells where the search ended before all was seen.
func (i *inquiry) reportBound(a *answer) {
	var extended struct {
		Extensions struct {
			Bounded string `json:"bounded"`
		} `json:"extensions"`
	}
	if json.Unmarshal(a.raw, &extended) == nil && extended.Extensions.Bounded != "" {
		say(i.stderr, "there may be more chains: %s", extended.Extensions.Bounded)
	}
}

// table has a row for each statement of each step.
func (p *paths) table() (columns []string, rows [][]string) {
	for n, path := range p.Paths {
		for at, s := range path.Steps {
			for _, one := range s.Statements {
				rows = append(rows, append([]string{
					strconv.Itoa(n + 1), strconv.Itoa(at + 1), s.From.ID, s.From.Name, s.Predicate.Name, s.Predicate.read(s.Forward), s.To.ID, s.To.Name,
				}, one.cells()...))
			}
		}
	}
	return append([]string{"path", "step", "from", "fromName", "predicate", "reads", "to", "toName"}, saidColumns...), rows
}

// text is each chain from thing to thing, a line for each thing that a
// statement says of the step.
func (p *paths) text(columns int) string {
	if columns == 0 {
		columns = plainWidth
	}
	var all []place
	for _, path := range p.Paths {
		for _, s := range path.Steps {
			all = append(all, places(s.Statements...)...)
		}
	}
	numbered := newSpots(all)
	var b strings.Builder
	for n, path := range p.Paths {
		if n > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%d  %s, cost %.1f bits\n", n+1, counted(path.Length, "link", "links"), path.Cost)
		b.WriteString(indented(path.Steps[0].From.Name, "   ", "     ", columns))
		for _, s := range path.Steps {
			for _, line := range s.lines(numbered) {
				b.WriteString(indented(line, "     ", "         ", columns))
			}
			b.WriteString(indented(s.To.Name, "   ", "     ", columns))
		}
	}
	return b.String() + numbered.list(columns)
}

// lines are what statements say of the step: the predicate in words, and the
// circumstances; those that say the same are one.
func (s *step) lines(numbered spots) (lines []string) {
	at := map[string][]place{}
	var order []string
	for _, one := range s.Statements {
		text := one.circumstances()
		if at[text] == nil {
			order = append(order, text)
		}
		at[text] = append(at[text], one.Evidence)
	}
	for _, text := range order {
		line := "| " + s.Predicate.read(s.Forward)
		if text != "" {
			line += " · " + text
		}
		lines = append(lines, line+" "+numbered.numbers(at[text]...))
	}
	return lines
}

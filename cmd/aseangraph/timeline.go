package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
)

const timelineQuestion = `
query($about: [ID!], $where: LinkWhere, $size: Int!, $after: Cursor) {
  timeline(about: $about, where: $where, first: $size, after: $after) {
    totalCount
    nodes { when { ...Dated } statement { ...Said } }
    pageInfo { hasNextPage endCursor }
  }
}`

// entries are dated statements, earliest first.
type entries []*entry

type entry struct {
	When      *period `json:"when"`
	Statement *said   `json:"statement"`
}

func newTimeline() *cobra.Command {
	var i inquiry
	var first int
	cmd := &cobra.Command{
		Use:   "timeline [ID|NAME]...",
		Short: "Tell what is dated about things, earliest first",
		Long: `Timeline lists what is dated about the things named, or about all where none is,
earliest first, with dates as published, a status where it is not told as
happened, and the place in the document that says so.`,
		Example: `  aseangraph timeline "ASEAN Cultural Fund"
  aseangraph timeline --during 1977 Japan
  aseangraph timeline --status planned --csv`,
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			about, err := i.ids(args)
			if err != nil {
				return err
			}
			whole, err := i.list(cmd.Context(), "timeline", timelineQuestion, map[string]any{"about": about}, first)
			if err != nil {
				return err
			}
			all, err := read[*entry](whole)
			if err != nil {
				return err
			}
			if len(all) == 0 {
				return fault.New(fault.NotFound, "nothing that is dated is told so").Hinted("try fewer filters")
			}
			return i.tell(cmd.OutOrStdout(), field("timeline", whole), entries(all))
		},
	}
	cmd.Flags().IntVar(&first, "first", 0, "give at most this `number` of them (default all)")
	i.filter.flags(cmd)
	i.flags(cmd)
	return cmd
}

func (e entries) table() (columns []string, rows [][]string) {
	for _, one := range e {
		s := one.Statement
		earliest, latest := one.When.Earliest, one.When.Latest
		rows = append(rows, append([]string{
			one.When.EDTF, earliest, latest, s.Subject.ID, s.Subject.Name, s.Predicate.Name, s.Predicate.Label, s.Object.ID, s.Object.exact(),
		}, s.cells()...))
	}
	return append([]string{"date", "earliest", "latest", "subject", "subjectName", "predicate", "reads", "object", "objectName"}, saidColumns...), rows
}

func (e entries) text(columns int) string {
	var all []place
	for _, one := range e {
		all = append(all, one.Statement.Evidence)
	}
	numbered := newSpots(all)
	var rows [][]string
	for _, one := range e {
		s := one.Statement
		rows = append(rows, []string{one.When.Label, s.Subject.Name, one.what(), numbered.numbers(s.Evidence)})
	}
	return table([]string{"when", "about", "what", "who"}, rows, columns) + numbered.list(columns)
}

// what is the statement in words, without its subject and its date.
func (e *entry) what() string {
	f := e.Statement.fact(true)
	f.When = nil
	if f.Entity == nil && f.Value == e.When.Label {
		f.Value = ""
	}
	if f.Entity == nil && f.Value == "" {
		return strings.TrimSuffix(f.Label+" · "+f.String(), " · ")
	}
	return f.Label + " " + f.String()
}

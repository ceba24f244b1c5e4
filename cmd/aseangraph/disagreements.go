package main

import (
	"strconv"

	"github.com/spf13/cobra"
)

const disagreementsQuestion = `
query($about: [ID!], $size: Int!, $after: Cursor) {
  disagreements(about: $about, first: $size, after: $after) {
    totalCount
    nodes {
      subject { ...Named }
      predicate { name label inverseLabel }
      role
      values {
        value { __typename ...Named ... on Text { text } ... on Period { ...Dated } ... on Integer { number } ... on Duration { iso label } ... on Quantity { value unit qualifier stage label } }
        documents
        statements { ...Said }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`

// disputes are what documents tell differently.
type disputes []*dispute

type dispute struct {
	Subject   named     `json:"subject"`
	Predicate predicate `json:"predicate"`
	Role      string    `json:"role"`
	Values    []*claim  `json:"values"`
}

type claim struct {
	Value      object  `json:"value"`
	Documents  int     `json:"documents"`
	Statements []*said `json:"statements"`
}

func newDisagreements() *cobra.Command {
	var i inquiry
	var first int
	cmd := &cobra.Command{
		Use:   "disagreements [ID|NAME]...",
		Short: "Tell where documents contradict each other",
		Long: `Disagreements lists what documents tell differently of the things named, or of
all where none is: values that cannot be true together, each with the documents
that give it. A date that is less exact contradicts none that lies within it, and
"nearly" and "about" have their tolerance.`,
		Example: `  aseangraph disagreements
  aseangraph disagreements --csv Japan`,
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			about, err := i.ids(args)
			if err != nil {
				return err
			}
			whole, err := i.list(cmd.Context(), "disagreements", disagreementsQuestion, map[string]any{"about": about}, first)
			if err != nil {
				return err
			}
			all, err := read[*dispute](whole)
			if err != nil {
				return err
			}
			if len(all) == 0 && !i.json && !i.csv {
				say(i.stderr, "no document contradicts another")
				return nil
			}
			return i.tell(cmd.OutOrStdout(), field("disagreements", whole), disputes(all))
		},
	}
	cmd.Flags().IntVar(&first, "first", 0, "give at most this `number` of them (default all)")
	i.flags(cmd)
	return cmd
}

// table has a row for each statement of each value.
func (d disputes) table() (columns []string, rows [][]string) {
	for n, one := range d {
		for _, v := range one.Values {
			for _, s := range v.Statements {
				rows = append(rows, append([]string{
					strconv.Itoa(n + 1), one.Subject.ID, one.Subject.Name, one.Predicate.Name, v.Value.exact(), strconv.Itoa(v.Documents), s.Subject.ID, s.Object.ID, s.Object.exact(),
				}, s.cells()...))
			}
		}
	}
	return append([]string{"disagreement", "about", "aboutName", "predicate", "value", "documents", "subject", "object", "objectName"}, saidColumns...), rows
}

func (d disputes) text(columns int) string {
	var all []place
	for _, one := range d {
		for _, v := range one.Values {
			all = append(all, places(v.Statements...)...)
		}
	}
	numbered := newSpots(all)
	var rows [][]string
	for _, one := range d {
		about, what := one.Subject.Name, one.Predicate.Label
		if one.Role != "" {
			what += ", " + one.Role
		}
		for _, v := range one.Values {
			rows = append(rows, []string{about, what, v.Value.String(), strconv.Itoa(v.Documents), numbered.numbers(places(v.Statements...)...)})
			about, what = "", ""
		}
	}
	return table([]string{"about", "what", "value", "documents", "who"}, rows, columns) + numbered.list(columns)
}

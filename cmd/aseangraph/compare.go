package main

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/query"
)

const compareQuestion = `
query($of: [ID!]!, $where: LinkWhere, $size: Int!) {
  compare(of: $of, where: $where) {
    of { ...Named }
    similarity
    measure
    shared {
      entity { ...Named }
      links { to { ...Named } predicate { name label inverseLabel } forward since { ...Dated } statements { ...Said } }
    }
    only {
      of { ...Named }
      links(first: $size) {
        totalCount
        nodes { predicate { name label inverseLabel } forward node { ...Named } statements { ...Said } }
        pageInfo { hasNextPage endCursor }
      }
    }
    matrix(first: $size) { ...Rows }
  }
}` + compareRows

const compareMore = `
query($of: [ID!]!, $where: LinkWhere, $size: Int!, $after: Cursor) {
  compare(of: $of, where: $where) { matrix(first: $size, after: $after) { ...Rows } }
}` + compareRows

const compareRows = `
fragment Rows on MatrixRowConnection {
  totalCount
  nodes {
    entity { ...Named }
    predicate { name label inverseLabel }
    forward
    cells { since { ...Dated } status documents statements { ...Said } }
  }
  pageInfo { hasNextPage endCursor }
}`

func newCompare() *cobra.Command {
	var i inquiry
	var matrix bool
	cmd := &cobra.Command{
		Use:   "compare ID|NAME ID|NAME...",
		Short: "Tell what two to six things share, since when, and what only one has",
		Long: `Compare sets two to six things side by side: how alike they are, by a measure that
it tells; what all of them are tied to, since when each, and who was first; and
what only one has. What has not happened counts only where it is asked for with
--status.

With --matrix it prints everything that any of them is tied to in one table: a row
each, a column for each compared thing, and in the cells since when, a status
where it has not happened, and how many documents say so where more than one
does. --csv always has the rows of that table, a line for each cell.`,
		Example: `  aseangraph compare Japan China
  aseangraph compare --class fund --matrix Japan China "Republic of Korea"
  aseangraph compare --predicate participatesIn --csv Japan China`,
		Args: arguments(2, query.MaxCompared),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			of, err := i.ids(args)
			if err != nil {
				return err
			}
			c, err := i.compare(cmd.Context(), of)
			if err != nil {
				return err
			}
			c.matrixOnly, c.anyStatus = matrix, len(i.filter.statuses) > 0
			if i.json {
				i.reportLeftOut(c)
			}
			return i.tell(cmd.OutOrStdout(), field("compare", c), c)
		},
	}
	cmd.Flags().BoolVar(&matrix, "matrix", false, "print everything in one table")
	i.filter.flags(cmd)
	i.flags(cmd)
	return cmd
}

// comparison is the answer, as it came but for the matrix, which is read to its
// end. A page of what only one has cannot be asked for by itself; all of that is
// in the matrix too.
type comparison struct {
	Of         []named         `json:"of"`
	Similarity json.RawMessage `json:"similarity"`
	Measure    string          `json:"measure"`
	Shared     json.RawMessage `json:"shared"`
	Only       []struct {
		Of    named       `json:"of"`
		Links *connection `json:"links"`
	} `json:"only"`
	Matrix *connection `json:"matrix"`

	shared     []*sharedThing
	rows       []*matrixRow
	matrixOnly bool // for people
	anyStatus  bool // what has not happened counts too
}

type sharedThing struct {
	Entity named `json:"entity"`
	Links  []struct {
		Predicate  predicate `json:"predicate"`
		Forward    bool      `json:"forward"`
		Since      *period   `json:"since"`
		Statements []*said   `json:"statements"`
	} `json:"links"`
}

type matrixRow struct {
	Entity    named         `json:"entity"`
	Predicate predicate     `json:"predicate"`
	Forward   bool          `json:"forward"`
	Cells     []*matrixCell `json:"cells"`
}

type matrixCell struct {
	Since      *period `json:"since"`
	Status     string  `json:"status"`
	Documents  int     `json:"documents"`
	Statements []*said `json:"statements"`
}

func (i *inquiry) compare(ctx context.Context, of []string) (*comparison, error) {
	var answer struct{ Compare *comparison }
	asked := map[string]any{"of": of, "size": query.MaxPageSize}
	if _, err := i.ask(ctx, compareQuestion, asked, &answer); err != nil {
		return nil, err
	}
	c := answer.Compare
	for c.Matrix.PageInfo.HasNextPage {
		var next struct{ Compare *comparison }
		asked["after"] = c.Matrix.PageInfo.EndCursor
		if _, err := i.ask(ctx, compareMore, asked, &next); err != nil {
			return nil, err
		}
		c.Matrix.append(next.Compare.Matrix)
	}
	if err := json.Unmarshal(c.Shared, &c.shared); err != nil {
		return nil, err
	}
	var err error
	c.rows, err = read[*matrixRow](c.Matrix)
	return c, err
}

// reportLeftOut tells which lists the answer does not hold whole.
func (i *inquiry) reportLeftOut(c *comparison) {
	for _, one := range c.Only {
		if one.Links.PageInfo.HasNextPage {
			say(i.stderr, "what only %s has: %d of %d; the matrix holds all", one.Of.Name, len(one.Links.Nodes), one.Links.TotalCount)
		}
	}
}

package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/server"
)

// inquiry is what the commands have in common that put one question of the API
// in words: they ask it as query does, so that there is one answer.
type inquiry struct {
	source source
	filter filter
	json   bool
	csv    bool

	edition *edition.Edition
	asked   *asked
	where   *query.LinkWhere
	stderr  io.Writer
}

// flags sets the flags of data and form.
func (i *inquiry) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&i.json, "json", false, "write the answer of the API, as JSON")
	cmd.Flags().BoolVar(&i.csv, "csv", false, "write CSV, for spreadsheets and programs")
	i.dataFlag(cmd)
}

// dataFlag sets the flag of data, and completes ids from it.
func (i *inquiry) dataFlag(cmd *cobra.Command) {
	i.source.dataFlag(cmd)
	cmd.ValidArgsFunction = func(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return complete(&i.source, begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// open makes ready to ask. Who asks on the command line waits for nobody else,
// so that what one request may cost is not limited.
func (i *inquiry) open(cmd *cobra.Command) (err error) {
	if i.json && i.csv {
		return fault.New(fault.Invalid, "--json and --csv do not go together").Hinted("leave out one of them")
	}
	i.stderr = cmd.ErrOrStderr()
	if i.edition, err = i.source.open(); err != nil {
		return err
	}
	if i.where, err = i.filter.where(i.edition.Graph, i.stderr); err != nil {
		return err
	}
	limits := server.DefaultLimits
	limits.MaxComplexity, limits.TimeoutMillis = math.MaxInt32, 60_000
	i.asked = here(i.edition, limits, i.stderr)
	return nil
}

// find finds the one thing that is named and fits.
func (i *inquiry) find(text string, fits fitting) (*query.Thing, error) {
	return find(i.edition.Graph, text, fits, i.stderr)
}

// ids finds what each argument names.
func (i *inquiry) ids(arguments []string) ([]string, error) {
	ids := make([]string, len(arguments))
	for n, argument := range arguments {
		thing, err := i.find(argument, nil)
		if err != nil {
			return nil, err
		}
		ids[n] = thing.ID()
	}
	return ids, nil
}

// ask puts a question with the filter as its variable where, and reads the
// data of the answer.
func (i *inquiry) ask(ctx context.Context, text string, variables map[string]any, data any) (*answer, error) {
	if i.where != nil {
		variables["where"] = variable(i.where)
	}
	told, err := json.Marshal(variables)
	if err != nil {
		return nil, err
	}
	q := &question{name: "the question", text: text + saidFragment, variables: told}
	a, err := q.ask(ctx, i.asked)
	if err != nil {
		return nil, err
	}
	if err := a.refusal(); err != nil {
		return nil, err
	}
	return a, json.Unmarshal(a.Data, data)
}

// refusal is the errors of an answer in one; nil where there is none.
func (a *answer) refusal() error {
	if len(a.Errors) == 0 {
		return nil
	}
	lines := make([]string, len(a.Errors))
	for n, e := range a.Errors {
		lines[n] = e.Message
	}
	return fault.New(fault.OfCode(a.Errors[0].Extensions.Code), "%s", strings.Join(lines, "\n"))
}

// connection is a list, element by element as the answer has it.
type connection struct {
	TotalCount int               `json:"totalCount"`
	Nodes      []json.RawMessage `json:"nodes"`
	PageInfo   struct {
		HasNextPage bool    `json:"hasNextPage"`
		EndCursor   *string `json:"endCursor"`
	} `json:"pageInfo"`
}

// append puts the page that follows behind what is there.
func (c *connection) append(next *connection) {
	nodes := append(c.Nodes, next.Nodes...)
	*c = *next
	c.Nodes = nodes
}

// pages reads a list to its end, or until it holds most elements, if most is
// above 0; page asks for so many elements after a cursor.
func pages(most int, page func(size int, after *string) (*connection, error)) (*connection, error) {
	if most < 0 {
		return nil, fault.New(fault.Invalid, "--first is %d", most).Hinted("give 1 or more, or leave it out for all")
	}
	whole := &connection{Nodes: []json.RawMessage{}}
	for {
		size := query.MaxPageSize
		if most > 0 {
			size = min(size, most-len(whole.Nodes))
		}
		next, err := page(size, whole.PageInfo.EndCursor)
		if err != nil {
			return nil, err
		}
		whole.append(next)
		if !whole.PageInfo.HasNextPage || len(whole.Nodes) == most {
			return whole, nil
		}
	}
}

// list asks for the list that is a question's one field, to its end or, if first
// is above 0, for that many elements. The question has the variables size and
// after besides those given.
func (i *inquiry) list(ctx context.Context, field, text string, variables map[string]any, first int) (*connection, error) {
	whole, err := pages(first, func(size int, after *string) (*connection, error) {
		variables["size"], variables["after"] = size, after
		var page map[string]*connection
		_, err := i.ask(ctx, text, variables, &page)
		return page[field], err
	})
	if err == nil {
		i.reportCut(whole)
	}
	return whole, err
}

// read decodes each element of a list.
func read[T any](l *connection) ([]T, error) {
	all := make([]T, len(l.Nodes))
	for n, node := range l.Nodes {
		if err := json.Unmarshal(node, &all[n]); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// reportCut tells where a list is cut.
func (i *inquiry) reportCut(l *connection) {
	if l.TotalCount > len(l.Nodes) {
		say(i.stderr, "%d of %d; --first %d gives all", len(l.Nodes), l.TotalCount, l.TotalCount)
	}
}

// field is the answer of the API with one field.
func field(name string, value any) any {
	return map[string]any{"data": map[string]any{name: value}}
}

// told is what an answer says.
type told interface {
	table() (columns []string, rows [][]string) // for programs
	text(columns int) string                    // for people; columns is 0 for lines as long as need be
}

// tell writes an answer in the form asked for; whole is it as JSON.
func (i *inquiry) tell(stdout io.Writer, whole any, t told) error {
	switch {
	case i.json:
		return writeJSON(stdout, whole)
	case i.csv:
		columns, rows := t.table()
		return writeCSV(stdout, columns, rows)
	}
	return write(stdout, t.text(width(stdout)))
}

// writeCSV writes RFC 4180 with a row of names, safe against formulas.
func writeCSV(stdout io.Writer, columns []string, rows [][]string) error {
	w := csv.NewWriter(stdout)
	w.UseCRLF = true
	for _, row := range append([][]string{columns}, rows...) {
		guarded := make([]string, len(row))
		for n, cell := range row {
			guarded[n] = export.Guarded(cell)
		}
		if err := w.Write(guarded); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

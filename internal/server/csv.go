package server

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/table"
)

// The most columns of an answer as CSV, and the most fields that are looked at
// to find them: fragments within fragments can be long written out.
const (
	maxColumns = 200
	maxWalked  = 10_000
)

// pageFields tell of the page and not of its elements.
var pageFields = []string{"totalCount", "pageInfo"}

// asCSV is the answer to an operation with one field of Query as RFC 4180, with
// a row of names. Its columns follow from the question alone, so that an empty
// list has them too. Where there is an error, it is JSON with the errors: never
// half a table.
func asCSV(op *graphql.OperationContext, response *graphql.Response) answer {
	if len(response.Errors) > 0 {
		code, _ := response.Errors[0].Extensions["code"].(string)
		return encode(fault.OfCode(code).HTTPStatus(), response)
	}
	c := columns{}
	c.below(nil, op.Operation.SelectionSet, 0)
	if c.walked > maxWalked || len(c.paths) > maxColumns {
		return refusal(http.StatusBadRequest, fault.New(fault.TooLarge, "the table would have more than %d columns", maxColumns).Hinted("ask for fewer fields, or accept %s", jsonType))
	}
	tables, err := table.Style{Repeat: true, Without: pageFields, Columns: c.paths}.Lay(response.Data)
	if err != nil || len(tables) > 1 {
		return refusal(http.StatusBadRequest, fault.New(fault.Invalid, "CSV holds one table").Hinted("ask for one field of Query, or accept %s", jsonType))
	}
	var text bytes.Buffer
	rows := csv.NewWriter(&text)
	rows.UseCRLF = true
	for _, t := range tables {
		for _, row := range append([][]string{t.Headings}, t.Rows...) {
			for n := range row {
				row[n] = export.Guarded(row[n])
			}
			_ = rows.Write(row) // a buffer takes it
		}
	}
	rows.Flush()
	return answer{status: http.StatusOK, body: text.Bytes(), mediaType: csvType}
}

// columns are the paths of a question's scalar fields below its root field.
type columns struct {
	paths  [][]string
	walked int
}

// below adds those of a selection at a path; depth counts levels of fields.
func (c *columns) below(path []string, selections ast.SelectionSet, depth int) {
	for _, selection := range selections {
		if c.walked++; c.walked > maxWalked {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			c.field(path, s, depth)
		case *ast.InlineFragment:
			c.below(path, s.SelectionSet, depth)
		case *ast.FragmentSpread:
			c.below(path, s.Definition.SelectionSet, depth)
		}
	}
}

func (c *columns) field(path []string, f *ast.Field, depth int) {
	if slices.Contains(pageFields, f.Alias) {
		return
	}
	if depth > 0 && !table.Wraps(f.Alias) {
		path = append(slices.Clip(path), f.Alias)
	}
	if len(f.SelectionSet) == 0 {
		c.paths = append(c.paths, path)
		return
	}
	c.below(path, f.SelectionSet, depth+1)
}

package server

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
)

// gate refuses a request that is over a limit, before it is executed.
type gate struct {
	limits query.ServiceConfig
	schema graphql.ExecutableSchema
}

// ExtensionName names the gate among gqlgen's extensions.
func (gate) ExtensionName() string { return "limits" }

// Validate has nothing to see to.
func (gate) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses; it changes nothing.
func (g gate) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{fragments: map[string]shape{}, doc: op.Doc}
	found := m.of(op.Operation.SelectionSet)
	for _, limit := range []struct {
		what      string
		is, limit int
		hint      string
	}{
		{"fields of Query", len(flat(op.Doc, op.Operation.SelectionSet)), g.limits.MaxRootFields, "ask in several requests"},
		{"levels", found.depth, g.limits.MaxDepth, "ask in several steps"},
		{"fields with an alias", found.aliases, g.limits.MaxAliases, "ask in several requests"},
		{"lists of the schema inside one another", found.schemaLists, maxSchemaLists, "ask for the types by name with __type"},
		// Fragments that spread others several times grow without end; the price
		// below walks them one by one.
		{"fields with all fragments written out", found.fields, g.limits.MaxTokens * 10, "spread fragments less often"},
	} {
		if limit.is > limit.limit {
			return coded(fault.TooLarge, "the query has %d %s, at most %d are allowed; %s", limit.is, limit.what, limit.limit, limit.hint)
		}
	}
	if price := complexity.Calculate(ctx, g.schema, op.Operation, op.Variables); price > g.limits.MaxComplexity {
		return coded(fault.TooLarge, "the query would cost %d, at most %d is allowed; ask for smaller pages (first) or fewer levels of lists", price, g.limits.MaxComplexity)
	}
	return nil
}

// maxSchemaLists is how deep introspection may nest the schema's own lists: the
// query of every tool needs one, and each more multiplies the answer by the
// number of types or fields.
const maxSchemaLists = 1

var schemaLists = map[string]bool{"fields": true, "inputFields": true, "interfaces": true, "possibleTypes": true}

// shape is the size of a selection with its fragments written out.
type shape struct {
	fields, aliases, depth, schemaLists int
}

// measure takes the shape of each fragment once, however often it is spread.
// Validation has refused fragments that spread themselves.
type measure struct {
	doc       *ast.QueryDocument
	fragments map[string]shape
}

func (m *measure) of(selections ast.SelectionSet) (total shape) {
	for _, selection := range selections {
		var part shape
		switch s := selection.(type) {
		case *ast.Field:
			part = m.of(s.SelectionSet)
			part.fields = plus(part.fields, 1)
			part.depth++
			if s.Alias != s.Name {
				part.aliases = plus(part.aliases, 1)
			}
			if s.ObjectDefinition != nil && s.ObjectDefinition.BuiltIn {
				part.depth = 0 // bounded by schemaLists
				if schemaLists[s.Name] {
					part.schemaLists++
				}
			}
		case *ast.InlineFragment:
			part = m.of(s.SelectionSet)
		case *ast.FragmentSpread:
			part = m.fragment(s.Name)
		}
		total.fields = plus(total.fields, part.fields)
		total.aliases = plus(total.aliases, part.aliases)
		total.depth = max(total.depth, part.depth)
		total.schemaLists = max(total.schemaLists, part.schemaLists)
	}
	return total
}

func (m *measure) fragment(name string) shape {
	known, ok := m.fragments[name]
	if !ok {
		known = m.of(m.doc.Fragments.ForName(name).SelectionSet)
		m.fragments[name] = known
	}
	return known
}

// plus adds without running over.
func plus(a, b int) int {
	if a > math.MaxInt32-b {
		return math.MaxInt32
	}
	return a + b
}

// flat is the fields of a selection, those of its fragments included. Each
// fragment counts once: a second spread adds no field to the answer.
func flat(doc *ast.QueryDocument, selections ast.SelectionSet) []*ast.Field {
	var fields []*ast.Field
	seen := map[string]bool{}
	var walk func(ast.SelectionSet)
	walk = func(selections ast.SelectionSet) {
		for _, selection := range selections {
			switch s := selection.(type) {
			case *ast.Field:
				fields = append(fields, s)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				if !seen[s.Name] {
					seen[s.Name] = true
					walk(doc.Fragments.ForName(s.Name).SelectionSet)
				}
			}
		}
	}
	walk(selections)
	return fields
}

// priced gives each field its price: one, and for a list its page size times
// what one element costs.
type priced struct{ graphql.ExecutableSchema }

// Complexity prices a field.
func (priced) Complexity(_ context.Context, _, _ string, child int, args map[string]any) (int, bool) {
	size := 1
	if first, ok := args["first"].(*int); ok && first != nil {
		size = *first
	}
	if last, ok := args["last"].(*int); ok && last != nil {
		size = *last
	}
	if ids, ok := args["ids"].([]string); ok {
		size = len(ids)
	}
	return plus(1, times(max(size, 1), child)), true
}

func times(a, b int) int {
	if b > 0 && a > math.MaxInt32/b {
		return math.MaxInt32
	}
	return a * b
}

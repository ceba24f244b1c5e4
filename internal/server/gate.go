package server

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
)

// gate refuses a request that is over a limit, before it is executed.
type gate struct{ limits query.ServiceConfig }

// ExtensionName names the gate among gqlgen's extensions.
func (gate) ExtensionName() string { return "limits" }

// Validate has nothing to see to.
func (gate) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext refuses; it changes nothing.
func (g gate) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measure{limits: g.limits, op: op, fragments: map[string]extent{}}
	found := m.of(op.Operation.SelectionSet)
	if m.wrong != nil {
		return coded(fault.KindOf(m.wrong), "%s", m.wrong)
	}
	for _, limit := range []struct {
		is, limit int
		what      string
		hint      string
	}{
		{found.width, g.limits.MaxRootFields, "the query has %d fields of Query, at most %d are allowed; %s", "ask in several requests"},
		{found.depth, g.limits.MaxDepth, "the query has %d levels, at most %d are allowed; %s", "ask in several steps"},
		{found.aliases, g.limits.MaxAliases, "the query has %d fields with an alias, at most %d are allowed; %s", "ask in several requests"},
		{found.schemas, maxSchemas, "the query lists the schema's types %d times, at most %d is allowed; %s", "ask in several requests"},
		{found.schemaLists, maxSchemaLists, "the query has %d lists of the schema inside one another, at most %d is allowed; %s", "ask for the types by name with __type"},
		{found.price, g.limits.MaxComplexity, "the query would cost %d, at most %d is allowed; %s", "ask for smaller pages (first) or fewer levels of lists"},
	} {
		if limit.is > limit.limit {
			return coded(fault.TooLarge, limit.what, limit.is, limit.limit, limit.hint)
		}
	}
	return nil
}

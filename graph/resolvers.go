package graph

import (
	"context"

	"github.com/aseangraph/aseangraph/graph/generated"
	"github.com/aseangraph/aseangraph/internal/query"
)

type resolvers struct{ limits query.ServiceConfig }

// Query is the root of all questions.
func (r resolvers) Query() generated.QueryResolver { return queries{limits: r.limits} }

// queries are the questions that do not follow from a class.
type queries struct {
	classQueries
	limits query.ServiceConfig
}

// Node finds a thing or a statement.
func (queries) Node(ctx context.Context, id string) (query.Node, error) {
	return graphOf(ctx).Node(id), nil
}

// Nodes finds several.
func (queries) Nodes(ctx context.Context, ids []string) ([]query.Node, error) {
	return graphOf(ctx).Nodes(ids)
}

// Entity finds a thing.
func (queries) Entity(ctx context.Context, id string) (query.Entity, error) {
	return graphOf(ctx).Entity(id)
}

// Search finds things by name.
func (queries) Search(ctx context.Context, text string, types []query.EntityType, first *int, after *string, last *int, before *string) (*query.EntityConnection, error) {
	return graphOf(ctx).Search(text, types, query.NewPage(first, after, last, before))
}

// Statements lists what documents say.
func (queries) Statements(ctx context.Context, where *query.StatementWhere, first *int, after *string, last *int, before *string, orderBy *query.StatementOrder) (*query.StatementConnection, error) {
	return graphOf(ctx).Statements(where, query.NewPage(first, after, last, before), orderBy)
}

// Ontology tells what the graph can say.
func (queries) Ontology(ctx context.Context) (*query.Ontology, error) {
	return graphOf(ctx).Says(), nil
}

// Dataset tells what is loaded.
func (queries) Dataset(ctx context.Context) (*query.Dataset, error) {
	return graphOf(ctx).Dataset(), nil
}

// ServiceConfig tells the limits.
func (q queries) ServiceConfig(context.Context) (*query.ServiceConfig, error) { return &q.limits, nil }

package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

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

// Paths finds chains that join two things; a bound that was hit is told in the
// answer's extensions.
func (queries) Paths(ctx context.Context, from, to string, maxLength, first *int, where *query.LinkWhere, ranking *query.PathRanking) ([]*query.Path, error) {
	found, err := graphOf(ctx).Paths(ctx, from, to, maxLength, first, where, ranking)
	if found.Bounded != "" {
		graphql.RegisterExtension(ctx, "bounded", found.Bounded)
	}
	return found.Paths, err
}

// Compare tells what things share and what only one has.
func (queries) Compare(ctx context.Context, of []string, where *query.LinkWhere) (*query.Comparison, error) {
	return graphOf(ctx).Compare(of, where)
}

// Network draws what lies around things.
func (queries) Network(ctx context.Context, around []string, depth, first *int, where *query.LinkWhere) (*query.Network, error) {
	return graphOf(ctx).Network(ctx, around, depth, first, where)
}

// Timeline lists what is dated.
func (queries) Timeline(ctx context.Context, about []string, where *query.LinkWhere, first *int, after *string, last *int, before *string) (*query.TimelineConnection, error) {
	return graphOf(ctx).Timeline(about, where, query.NewPage(first, after, last, before))
}

// Series lists figures in order of time.
func (queries) Series(ctx context.Context, indicator, reporter, partner *string) ([]*query.Series, error) {
	return graphOf(ctx).Series(indicator, reporter, partner)
}

// Disagreements lists what documents tell differently.
func (queries) Disagreements(ctx context.Context, about []string, first *int, after *string, last *int, before *string) (*query.DisagreementConnection, error) {
	return graphOf(ctx).Disagreements(about, query.NewPage(first, after, last, before))
}

// Sum adds amounts.
func (queries) Sum(ctx context.Context, where query.StatementWhere) (*query.Sum, error) {
	return graphOf(ctx).Sum(where)
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

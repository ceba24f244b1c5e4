// Package graph is the GraphQL API: thin resolvers over internal/query. What
// follows from the classes of the ontology is generated; see graph/generate.
package graph

//go:generate go run ./generate

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/graph/generated"
	"github.com/aseangraph/aseangraph/internal/query"
)

// NewSchema makes the executable schema. Its resolvers answer from the Graph
// that With put into the request's context.
func NewSchema(limits query.ServiceConfig) graphql.ExecutableSchema {
	return generated.NewExecutableSchema(generated.Config{Resolvers: resolvers{limits}})
}

type key struct{}

// With gives a context whose requests are answered from g: one generation for
// the whole of a request.
func With(ctx context.Context, g *query.Graph) context.Context {
	return context.WithValue(ctx, key{}, g)
}

// graphOf is the Graph of a request.
func graphOf(ctx context.Context) *query.Graph { return ctx.Value(key{}).(*query.Graph) }

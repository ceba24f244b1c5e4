// Package generated is what gqlgen writes of the public SDL to execute
// questions, and the one function that graph/generate puts in the place of one
// of gqlgen's.
package generated

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// inOrder writes the elements of a list one after the other. gqlgen starts a
// goroutine for each, which pays where a resolver waits; ours read memory, and
// starting one takes longer than what it does.
func inOrder(ctx context.Context, length int, element func(ctx context.Context, n int) graphql.Marshaler) graphql.Array {
	all := make(graphql.Array, length)
	for n := range all {
		all[n] = one(graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &n}), n, element)
	}
	return all
}

// one writes an element; where that panics, it is null and an error.
func one(ctx context.Context, n int, element func(context.Context, int) graphql.Marshaler) (written graphql.Marshaler) {
	defer func() {
		if cause := recover(); cause != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, cause))
			written = graphql.Null
		}
	}()
	return element(ctx, n)
}

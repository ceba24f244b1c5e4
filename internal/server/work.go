package server

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// work is what a question costs that looks at much of the graph before it shows
// anything, in the unit of a field that is shown.
type work struct {
	least int
	grows string // the argument that it grows with; empty where it does not
	by    int    // how many times as much each one more costs; 0 where it grows evenly
}

// works are those questions of Query.
var works = map[string]work{
	"network":       {1000, "depth", 4},
	"paths":         {5, "maxLength", 5},
	"compare":       {250, "of", 0},
	"sum":           {2500, "", 0},
	"timeline":      {100, "about", 0},
	"disagreements": {100, "about", 0},
	"series":        {100, "", 0},
}

// price is that of a question with some arguments.
func (w work) price(arguments map[string]any) int {
	price := w.least
	for range number(arguments[w.grows]) - 1 {
		if w.by == 0 {
			price = plus(price, w.least)
		} else {
			price = times(price, w.by)
		}
	}
	return price
}

// number is how many an argument asks for, or lists.
func number(value any) int {
	if list, ok := value.([]any); ok {
		return len(list)
	}
	n, _ := strconv.Atoi(fmt.Sprint(value)) // what is no number is not taken for one later either
	return min(n, mostSteps)
}

// mostSteps is more than any question takes; prices end there.
const mostSteps = 32

// dear is the price from which on questions take turns.
const dear = 1000

// turns are as many as dear questions may be answered at once: half of the
// processors work on them, and there is always one for the rest.
type turns struct {
	free     chan struct{}
	patience time.Duration // how long a question waits for its turn
}

func newTurns(patience time.Duration) turns {
	return turns{make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2)), patience}
}

// take answers a field, a dear one when its turn has come.
func (t turns) take(ctx context.Context, next graphql.Resolver) (any, error) {
	field := graphql.GetFieldContext(ctx)
	of, known := works[field.Field.Name]
	if !known || field.Object != "Query" || of.price(field.Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)) < dear {
		return next(ctx)
	}
	late := time.NewTimer(t.patience)
	defer late.Stop()
	select {
	case t.free <- struct{}{}:
		defer func() { <-t.free }()
		return next(ctx)
	case <-late.C:
		return nil, fault.New(fault.Unavailable, "other questions of this kind are being answered").Hinted("ask again in a moment")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

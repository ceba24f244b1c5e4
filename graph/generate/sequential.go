package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// executionFiles are what gqlgen writes.
const executionFiles = "graph/generated/*.generated.go"

// inSequence takes out of gqlgen's code what serves resolvers that wait. Ours
// read memory: a goroutine for each element of a list takes longer than the
// element does, and nothing is ever deferred. Half of the time of an answer
// with many statements went there.
var inSequence = strings.NewReplacer(
	"graphql.MarshalSliceConcurrently(ctx, len(v), 0, false, ", "inOrder(ctx, len(v), ",
	"deferred := graphql.NewDeferredGroup(ctx)", "var deferred graphql.DeferredGroup",
)

// sequential rewrites the execution code. It refuses code that it does not
// know: of another gqlgen, or with a field that could be deferred.
func sequential(root string) error {
	paths, err := filepath.Glob(filepath.Join(root, executionFiles))
	if err != nil {
		return err
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		changed := inSequence.Replace(string(text))
		for _, left := range []string{"MarshalSliceConcurrently(", "NewDeferredGroup(", ".ResolveConcurrently("} {
			if strings.Contains(changed, left) {
				return fault.New(fault.Invalid, "%s still has %s", path, left).Hinted("see inSequence in graph/generate")
			}
		}
		if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
			return err
		}
	}
	return nil
}

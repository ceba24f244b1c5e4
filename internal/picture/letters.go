package picture

import (
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/query"
)

// letters gives each class of the ontology two letters of its name, so that a
// class has the same ones in every picture: the first letter, and the first
// later one that no class before it in order of name has taken.
func letters(nodes []*query.NetworkNode) map[query.EntityType]string {
	if len(nodes) == 0 {
		return nil
	}
	of := map[query.EntityType]string{}
	taken := map[string]bool{}
	for _, class := range nodes[0].Class().Siblings() {
		pair := pairOf(class.Name(), taken)
		taken[pair] = true
		of[class.Type()] = pair
	}
	return of
}

func pairOf(name string, taken map[string]bool) string {
	all := []rune(name)
	rest := slices.DeleteFunc([]rune(strings.ToLower(string(all[1:]))), func(r rune) bool {
		return r == []rune(strings.ToLower(name))[0]
	})
	for _, r := range append(rest, []rune("123456789")...) {
		if pair := string(all[:1]) + string(r); !taken[pair] {
			return pair
		}
	}
	return string(all[:1])
}

package rdf_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
)

// isomorphic tells whether two sets of quads are the same but for the labels
// of blank nodes: it tries to give each node of one a node of the other, only
// such as stand in quads that look alike.
func isomorphic(a, b []quad.Quad) bool {
	a, b = distinct(a), distinct(b)
	return len(a) == len(b) && match(a, b, blanks(a), map[quad.BNode]quad.BNode{}, signatures(a), signatures(b))
}

func match(a, b []quad.Quad, open []quad.BNode, as map[quad.BNode]quad.BNode, inA, inB map[quad.BNode]string) bool {
	if len(open) == 0 {
		return slices.Equal(sorted(a, as), sorted(b, nil))
	}
	for node, signature := range inB {
		if signature != inA[open[0]] || taken(as, node) {
			continue
		}
		as[open[0]] = node
		if match(a, b, open[1:], as, inA, inB) {
			return true
		}
		delete(as, open[0])
	}
	return false
}

func taken(as map[quad.BNode]quad.BNode, node quad.BNode) bool {
	for _, other := range as {
		if other == node {
			return true
		}
	}
	return false
}

// signatures tell how each blank node stands in its quads: refined by those of
// the nodes beside it, as often as there are nodes.
func signatures(quads []quad.Quad) map[quad.BNode]string {
	now := make(map[quad.BNode]string)
	for range 1 + len(blanks(quads)) {
		next := make(map[quad.BNode][]string)
		for _, q := range quads {
			for place, value := range []quad.Value{q.Subject, q.Object, q.Label} {
				if node, ok := value.(quad.BNode); ok {
					next[node] = append(next[node], fmt.Sprint(place, line(q, func(other quad.BNode) string {
						if other == node {
							return "itself"
						}
						return now[other]
					})))
				}
			}
		}
		for node, lines := range next {
			slices.Sort(lines)
			sum := sha256.Sum256([]byte(fmt.Sprint(lines)))
			now[node] = hex.EncodeToString(sum[:8])
		}
	}
	return now
}

func sorted(quads []quad.Quad, as map[quad.BNode]quad.BNode) (lines []string) {
	for _, q := range quads {
		lines = append(lines, line(q, func(node quad.BNode) string {
			if other, ok := as[node]; ok {
				node = other
			}
			return string(node)
		}))
	}
	slices.Sort(lines)
	return lines
}

func line(q quad.Quad, label func(quad.BNode) string) (text string) {
	for _, value := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if node, ok := value.(quad.BNode); ok {
			text += "_:" + label(node) + " "
			continue
		}
		text += fmt.Sprintf("%T %v ", value, value)
	}
	return text
}

func distinct(quads []quad.Quad) (once []quad.Quad) {
	seen := make(map[quad.Quad]bool)
	for _, q := range quads {
		if !seen[q] {
			once = append(once, q)
		}
		seen[q] = true
	}
	return once
}

func blanks(quads []quad.Quad) (nodes []quad.BNode) {
	for _, q := range quads {
		for _, value := range []quad.Value{q.Subject, q.Object, q.Label} {
			if node, ok := value.(quad.BNode); ok && !slices.Contains(nodes, node) {
				nodes = append(nodes, node)
			}
		}
	}
	return nodes
}

func TestIsomorphic(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"_:a <urn:p> _:b .\n_:b <urn:p> _:a .", "_:x <urn:p> _:y .\n_:y <urn:p> _:x .", true},
		{"_:a <urn:p> _:b .\n_:b <urn:p> _:a .", "_:x <urn:p> _:x .\n_:y <urn:p> _:y .", false},
		{"_:a <urn:p> _:b .", "_:b <urn:p> _:a .", true},
		{"_:a <urn:p> _:b .", "_:b <urn:p> _:b .", false},
		{`<urn:s> <urn:p> "o" .`, `<urn:s> <urn:p> "o"@en .`, false},
		{`<urn:s> <urn:p> "o" _:g .`, `<urn:s> <urn:p> "o" .`, false},
	} {
		a, errA := readAll(test.a)
		b, errB := readAll(test.b)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if got := isomorphic(a, b); got != test.want {
			t.Errorf("%s\nand\n%s\ngot %v", test.a, test.b, got)
		}
	}
}

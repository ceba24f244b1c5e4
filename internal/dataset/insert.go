package dataset

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// insert puts entities into the text of a file of one class: each before the
// first id that comes after it, and before the comment above that. All other
// lines stay as they are.
func insert(old []byte, entities []*statement.Entity) ([]byte, error) {
	slices.SortFunc(entities, func(a, b *statement.Entity) int { return strings.Compare(string(a.ID), string(b.ID)) })
	ids, err := keysOf(old)
	if err != nil {
		return nil, err
	}
	lines := bytes.SplitAfter(old, []byte("\n"))
	if last := lines[len(lines)-1]; len(last) > 0 {
		lines[len(lines)-1] = append(bytes.Clone(last), '\n')
	}
	var text []byte
	written := 0 // lines
	for _, e := range entities {
		next := slices.IndexFunc(ids, func(key *yaml.Node) bool { return key.Value > string(e.ID) })
		until := len(lines)
		if next >= 0 {
			until = beforeComment(lines, ids[next].Line-1)
		}
		for ; written < until; written++ {
			text = append(text, lines[written]...)
		}
		text = append(text, writeEntity(e)...)
	}
	text = append(text, bytes.Join(lines[written:], nil)...)
	if now, err := keysOf(text); err != nil || len(now) != len(ids)+len(entities) {
		return nil, fault.New(fault.Invalid, "its last entity cannot be followed by another")
	}
	return text, nil
}

// keysOf are the keys of a YAML mapping, in order of their lines.
func keysOf(text []byte) (keys []*yaml.Node, err error) {
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		return nil, fault.New(fault.Invalid, "no YAML: %w", err)
	}
	if root.Kind == 0 {
		return nil, nil
	}
	mapping := root.Content[0]
	if mapping.Kind != yaml.MappingNode {
		return nil, fault.New(fault.Invalid, "line %d: it is no mapping", mapping.Line)
	}
	if mapping.Style&yaml.FlowStyle != 0 {
		return nil, fault.New(fault.Invalid, "line %d: it is written in braces", mapping.Line)
	}
	for n := 0; n < len(mapping.Content); n += 2 {
		keys = append(keys, mapping.Content[n])
	}
	return keys, nil
}

// beforeComment is the line from which comments stand right above a line; that
// line itself where they reach to the top of the file, which they are about then.
func beforeComment(lines [][]byte, line int) int {
	first := line
	for first > 0 && bytes.HasPrefix(lines[first-1], []byte("#")) {
		first--
	}
	if first == 0 {
		return line
	}
	return first
}

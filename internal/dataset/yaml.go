package dataset

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// file is one YAML file being read. It complains of what it meets and goes on.
type file struct {
	name string
	*complaints
}

// field takes the value of one key.
type field func(*yaml.Node)

func (f file) at(node *yaml.Node) place { return place{f.name, node.Line} }

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// root reads the file's one YAML document; nil, and a complaint, where there
// is none.
func (f file) root(fsys fs.FS) *yaml.Node {
	text, err := fs.ReadFile(fsys, f.name)
	if err != nil {
		f.add(place{f.name, 0}, "see that it is there and may be read", "%v", err)
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var root, rest yaml.Node
	err = decoder.Decode(&root)
	if errors.Is(err, io.EOF) {
		f.add(place{f.name, 1}, "fill it or remove it", "the file is empty")
		return nil
	}
	if err == nil {
		switch err = decoder.Decode(&rest); {
		case err == nil:
			f.add(f.at(&rest), "keep one document in a file", "a second YAML document")
			return root.Content[0]
		case errors.Is(err, io.EOF):
			return root.Content[0]
		}
	}
	remedy := "mend the YAML"
	if !utf8.Valid(text) {
		remedy = "save it in UTF-8"
	}
	f.add(place{f.name, lineOf(err, text)}, remedy, "%s", yamlLine.ReplaceAllString(err.Error(), ""))
	return nil
}

// lineOf is the line that an error of YAML is about. Where it tells none, as of
// characters that YAML does not have, it is the last of the fewest lines that
// have the same error.
func lineOf(err error, text []byte) int {
	if at := yamlLine.FindStringSubmatch(err.Error()); at != nil && at[1] != "" {
		line, _ := strconv.Atoi(at[1]) // which are digits
		return line
	}
	lines := bytes.SplitAfter(text, []byte("\n"))
	return 1 + sort.Search(len(lines)-1, func(n int) bool {
		var node yaml.Node
		decoder := yaml.NewDecoder(bytes.NewReader(bytes.Join(lines[:n+1], nil)))
		first := decoder.Decode(&node)
		for first == nil {
			first = decoder.Decode(&node)
		}
		return first.Error() == err.Error()
	})
}

var kindWords = map[yaml.Kind]string{
	yaml.MappingNode: "a mapping", yaml.SequenceNode: "a list", yaml.ScalarNode: "one value", yaml.AliasNode: "an alias",
}

// is complains where a node is not of the kind that what must be.
func (f file) is(node *yaml.Node, kind yaml.Kind, what string) bool {
	if node.Kind == kind && node.Tag != "!!null" {
		return true
	}
	got := kindWords[node.Kind]
	if node.Tag == "!!null" {
		got = "empty"
	}
	f.add(f.at(node), "write "+kindWords[kind], "%s is %s", what, got)
	return false
}

// pairs walks a mapping whose keys the data chooses.
func (f file) pairs(node *yaml.Node, what string, each func(key, value *yaml.Node)) {
	if !f.is(node, yaml.MappingNode, what) {
		return
	}
	lines := make(map[string]int)
	for n := 0; n+1 < len(node.Content); n += 2 {
		key, value := node.Content[n], node.Content[n+1]
		if !f.is(key, yaml.ScalarNode, "a key of "+what) {
			continue
		}
		if line := lines[key.Value]; line > 0 {
			f.add(f.at(key), "keep one of the two", "%s has %q twice, here and in line %d", what, key.Value, line)
			continue
		}
		lines[key.Value] = key.Line
		each(key, value)
	}
}

// mapping walks a mapping with known keys, and complains where one that is
// needed is not there.
func (f file) mapping(node *yaml.Node, what string, fields map[string]field, needed ...string) {
	seen := make(map[string]bool)
	f.pairs(node, what, func(key, value *yaml.Node) {
		seen[key.Value] = true
		if take, ok := fields[key.Value]; ok {
			take(value)
			return
		}
		names := slices.Sorted(maps.Keys(fields))
		f.add(f.at(key), fault.DidYouMean(key.Value, names, "remove it"), "%s has an unknown key %q", what, key.Value)
	})
	for _, key := range needed {
		if !seen[key] && node.Kind == yaml.MappingNode {
			f.add(f.at(node), "write it", "%s has no %s", what, key)
		}
	}
}

// each walks a list.
func (f file) each(node *yaml.Node, what string, take field) {
	if f.is(node, yaml.SequenceNode, what) {
		for _, item := range node.Content {
			take(item)
		}
	}
}

// value takes one value that parse reads from its text.
func value[T any](f file, what string, into *T, parse func(string) (T, error)) field {
	return func(node *yaml.Node) {
		if !f.is(node, yaml.ScalarNode, what) {
			return
		}
		v, err := parse(node.Value)
		if err != nil {
			f.blame(f.at(node), "write another", err)
			return
		}
		*into = v
	}
}

// text takes words, or an id, as they stand.
func text[T ~string](f file, what string, into *T) field {
	return value(f, what, into, func(text string) (T, error) { return T(text), nil })
}

// texts takes a list of words or ids.
func texts[T ~string](f file, what string, into *[]T) field {
	return func(node *yaml.Node) {
		f.each(node, what, func(item *yaml.Node) {
			var one T
			text(f, what, &one)(item)
			*into = append(*into, one)
		})
	}
}

// later keeps a value until the keys beside it are known.
func later(into **yaml.Node) field {
	return func(node *yaml.Node) { *into = node }
}

package rdf

import (
	"io"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Format is a format that is read.
type Format struct {
	Name       string   // "nquads": what a person types
	Extensions []string // of files, with the full stop
	Graphs     bool     // quads have labels

	read func(r io.Reader, base string, contexts map[string][]byte) iter.Seq2[quad.Quad, error]
}

var formats = []Format{
	{"nquads", []string{".nq", ".nt"}, true, func(r io.Reader, _ string, _ map[string][]byte) iter.Seq2[quad.Quad, error] { return ReadNQuads(r) }},
	{"trig", []string{".trig"}, true, func(r io.Reader, base string, _ map[string][]byte) iter.Seq2[quad.Quad, error] {
		return ReadTriG(r, base)
	}},
	{"turtle", []string{".ttl"}, false, func(r io.Reader, base string, _ map[string][]byte) iter.Seq2[quad.Quad, error] {
		return ReadTurtle(r, base)
	}},
	{"jsonld", []string{".jsonld", ".json"}, true, ReadJSONLD},
}

// Read reads r as ReadNQuads, ReadTriG, ReadTurtle or ReadJSONLD do.
func (f Format) Read(r io.Reader, base string, contexts map[string][]byte) iter.Seq2[quad.Quad, error] {
	return f.read(r, base, contexts)
}

// FormatNamed finds a format by its name; the error is of kind Invalid.
func FormatNamed(name string) (Format, error) {
	return find("format", name, func(f Format) bool { return f.Name == name })
}

// FormatOf finds the format of a file by how its name ends: with one of the
// format's extensions, or with its name. The error is of kind Invalid.
func FormatOf(file string) (Format, error) {
	extension := strings.ToLower(path.Ext(file))
	return find("kind of file", extension, func(f Format) bool { return slices.Contains(f.Extensions, extension) || extension == "."+f.Name })
}

// find names those that hold whole quads where there is none: with the others a
// statement loses its graph.
func find(what, asked string, is func(Format) bool) (Format, error) {
	var names []string
	for _, f := range formats {
		if is(f) {
			return f, nil
		}
		if f.Graphs {
			names = append(names, f.Name)
		}
	}
	return Format{}, fault.New(fault.Invalid, "unknown %s %.60q", what, asked).Hinted("formats are: %s", strings.Join(names, ", "))
}

package dataset

import (
	"errors"
	"io/fs"

	"go.yaml.in/yaml/v3"
)

// NamesApart is the file, by its name in the folder, that tells which entities of
// alike names are kept apart on purpose. It is for people, and quads do not carry it.
const NamesApart = "review/names.yaml"

// namesApart reads what NamesApart names, where there is one.
func (r *reading) namesApart() {
	r.review(NamesApart, func(f file, node *yaml.Node) {
		var why string
		entry := apart{at: f.at(node)}
		f.mapping(node, "an entry", map[string]field{"ids": texts(f, "ids", &entry.ids), "why": text(f, "why", &why)}, "ids", "why")
		r.apart = append(r.apart, entry)
	})
}

// gaps reads review/gaps.yaml, where there is one.
func (r *reading) gaps() {
	r.review("review/gaps.yaml", func(f file, node *yaml.Node) {
		var g Gap
		before := len(r.complaints)
		f.mapping(node, "a gap", map[string]field{
			"about": texts(f, "about", &g.About), "missing": text(f, "missing", &g.Missing), "why": text(f, "why", &g.Why),
		}, "about", "missing", "why")
		if len(r.complaints) == before && (len(g.About) == 0 || g.Missing == "" || g.Why == "") {
			r.add(f.at(node), "name at least one thing, what is missing and why", "the gap tells nothing")
		}
		r.Gaps = append(r.Gaps, g)
		r.gapAt = append(r.gapAt, f.at(node))
	})
}

// review reads a list for people that the check reads too, where there is one.
func (r *reading) review(name string, take func(file, *yaml.Node)) {
	f := r.open(name)
	if _, err := fs.Stat(r.fsys, f.name); errors.Is(err, fs.ErrNotExist) {
		return
	}
	if root := f.root(r.fsys); root != nil {
		f.each(root, "the file", func(node *yaml.Node) { take(f, node) })
	}
}

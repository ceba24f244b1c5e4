package dataset

import (
	"go.yaml.in/yaml/v3"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// entities reads the entities of one class.
func (r *reading) entities(name string) {
	f := r.open(name)
	class := r.onto.ClassOf(statement.EntityID(stem(name) + "/"))
	if class == nil {
		r.add(place{name, 0}, fault.DidYouMean(stem(name), r.prefixes(), "name the file by the prefix of a class of the ontology"), "no class has the prefix %q", stem(name))
		return
	}
	root := f.root(r.fsys)
	if root == nil {
		return
	}
	f.pairs(root, "the file", func(key, value *yaml.Node) {
		e := statement.Entity{ID: statement.EntityID(key.Value), Class: class.Name}
		if e.ID.Prefix() != class.Prefix {
			f.add(f.at(key), "begin it with "+class.Prefix+"/, or move it to the file of its class", "the id %q is not of the class of this file", key.Value)
		}
		before := len(r.complaints)
		f.mapping(value, key.Value, map[string]field{
			"name":        text(f, "name", &e.Name),
			"aliases":     texts(f, "aliases", &e.Aliases),
			"description": text(f, "description", &e.Description),
			"sameAs":      texts(f, "sameAs", &e.SameAs),
		}, "name")
		r.entity(e, f.at(key), len(r.complaints) == before)
	})
}

// prefixes are the prefixes of all classes.
func (r *reading) prefixes() []string {
	var all []string
	for _, class := range r.onto.Classes() {
		all = append(all, class.Prefix)
	}
	return all
}

// entity takes an entity in; whole where nothing was wrong with its fields, so
// that nothing is complained of twice.
func (r *reading) entity(e statement.Entity, at place, whole bool) {
	if other, ok := r.ids[e.ID]; ok {
		r.add(at, "keep one of the two", "the id %s is there twice, here and in %s:%d", e.ID, other.file, other.line)
		return
	}
	r.ids[e.ID] = at
	if whole {
		if err := e.Validate(); err != nil {
			r.blame(at, "write another", err)
		}
	}
	r.Entities = append(r.Entities, e)
}

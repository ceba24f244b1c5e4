package quadstore

import (
	"iter"
	"strings"

	"github.com/cayleygraph/quad"
)

// Generation is the store as one transaction left it. It never changes: what
// is read from it fits together, however long it is held, and any number of
// goroutines may read it.
type Generation struct {
	sequence uint64
	values   values
	base     *base
	added    sorted // none of them in base
	removed  sorted // all of them in base
	touched  *touched
	nodes    int
}

// Sequence counts the transactions that changed the store up to this one; 0 is
// the empty store that New makes.
func (g *Generation) Sequence() uint64 { return g.sequence }

// Size counts the quads.
func (g *Generation) Size() int { return g.base.len() + g.added.len() - g.removed.len() }

// Nodes counts the values that stand in at least one quad.
func (g *Generation) Nodes() int { return g.nodes }

// Lookup gives the ID of a value; false where no quad of this generation has
// it. A native value and the typed string that N-Quads has for it are one
// value; prefixed and full IRIs are two.
func (g *Generation) Lookup(v quad.Value) (ID, bool) {
	var room [128]byte
	key, ok := appendValue(room[:0], v)
	if !ok {
		return 0, false
	}
	return g.lookup(key)
}

// LookupIRI is Lookup for an IRI, written without < and >.
func (g *Generation) LookupIRI(iri string) (ID, bool) {
	var room [128]byte
	return g.lookup(append(append(room[:0], byte(iriKind)), iri...))
}

func (g *Generation) lookup(key []byte) (ID, bool) {
	id := g.values.find(key)
	if !g.uses(id) {
		return 0, false
	}
	return id, true
}

// Value gives a value by its ID, as it was when the store first saw it; nil
// for 0 and for IDs that no generation up to this one has given.
func (g *Generation) Value(id ID) quad.Value {
	if !g.has(id) {
		return nil
	}
	return parseValue(g.values.entry(id))
}

// IRI gives the text of an IRI, without < and >; false where the value is of
// another kind or none. It allocates nothing.
func (g *Generation) IRI(id ID) (string, bool) {
	if !g.has(id) {
		return "", false
	}
	entry := g.values.entry(id)
	return entry[1:], kind(entry[0]) == iriKind
}

// Literal gives the text of a literal and its full datatype, which is empty
// for a plain string and for one with a language; false where the value is an
// IRI, a blank node or none. It allocates nothing.
func (g *Generation) Literal(id ID) (text, datatype string, ok bool) {
	if !g.has(id) {
		return "", "", false
	}
	entry := g.values.entry(id)
	switch kind(entry[0]) {
	case iriKind, blankKind:
		return "", "", false
	case plainKind:
		return entry[1:], "", true
	}
	datatype, text, _ = strings.Cut(entry[1:], "\x00")
	if kind(entry[0]) == languageKind {
		datatype = ""
	}
	return text, datatype, true
}

// Quad gives a quad with its values in full.
func (g *Generation) Quad(q Quad) quad.Quad {
	return quad.Quad{
		Subject: g.Value(q.Subject), Predicate: g.Value(q.Predicate),
		Object: g.Value(q.Object), Label: g.Value(q.Label),
	}
}

// Contains tells whether the quad is there.
func (g *Generation) Contains(q Quad) bool {
	if !g.touched.may(subject, q.Subject) {
		return g.base.contains(q)
	}
	return g.added.contains(q) || g.base.contains(q) && !g.removed.contains(q)
}

// BySubject lists the quads about s, ordered by predicate, object and label.
func (g *Generation) BySubject(s ID) List { return g.list(subject, s) }

// ByPredicate lists the quads with p, ordered by subject, object and label.
func (g *Generation) ByPredicate(p ID) List { return g.list(predicate, p) }

// ByObject lists the quads that point to o, ordered by predicate, subject and label.
func (g *Generation) ByObject(o ID) List { return g.list(object, o) }

// ByLabel lists the quads labelled l, ordered by predicate, subject and object;
// with 0, those that have no label.
func (g *Generation) ByLabel(l ID) List { return g.list(label, l) }

// BySubjectPredicate lists the quads about s with p, ordered by object and label.
func (g *Generation) BySubjectPredicate(s, p ID) List { return g.list(subject, s).narrow(p) }

// ByObjectPredicate lists the quads that point to o by p, ordered by subject and label.
func (g *Generation) ByObjectPredicate(o, p ID) List { return g.list(object, o).narrow(p) }

// ByLabelPredicate lists the quads labelled l with p, ordered by subject and
// object; with l 0, those that have no label.
func (g *Generation) ByLabelPredicate(l, p ID) List { return g.list(label, l).narrow(p) }

// All lists every quad, ordered by subject, predicate, object and label.
func (g *Generation) All() List {
	return List{order: subject, base: g.base.sorted[subject], added: g.added[subject], removed: g.removed[subject]}
}

// Quads walks All with the values in full.
func (g *Generation) Quads() iter.Seq[quad.Quad] {
	return func(yield func(quad.Quad) bool) {
		for q := range g.All().All() {
			if !yield(g.Quad(q)) {
				return
			}
		}
	}
}

func (g *Generation) list(d direction, id ID) List {
	l := List{order: d, base: g.base.list(d, id)}
	if g.touched.may(d, id) {
		l.added, l.removed = g.added.list(d, id), g.removed.list(d, id)
	}
	return l
}

// has tells whether the dictionary gave the ID.
func (g *Generation) has(id ID) bool { return 0 < id && id <= g.values.max() }

// uses tells whether the value stands in a quad.
func (g *Generation) uses(id ID) bool {
	if id == 0 {
		return false
	}
	for d := range directions {
		if g.list(d, id).Len() > 0 {
			return true
		}
	}
	return false
}

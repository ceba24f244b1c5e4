package main

import (
	"io"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// candidates is how many entities are told where a name fits several.
const candidates = 10

// fitting tells whether a thing may be named somewhere; nil for anything.
type fitting func(*query.Thing) bool

// isDocument fits where a document is named.
func isDocument(t *query.Thing) bool { return t.Kind() != nil }

// inDimension fits what figures can have there; anything where the ontology does
// not tell.
func inDimension(g *query.Graph, d ontology.Dimension) fitting {
	if p := g.Ontology.Dimension(d); p != nil {
		return ofClass(g, p.Reaches)
	}
	return nil
}

// ofClass fits things of the classes that are admitted.
func ofClass(g *query.Graph, admits func(*ontology.Class) bool) fitting {
	return func(t *query.Thing) bool { return admits(g.Ontology.ClassOf(statement.EntityID(t.ID()))) }
}

// find finds the one thing that fits and that an id, a name, an id without its
// class or a part of a name means, tried in this order. Which one is taken for a
// part of a name is told on stderr, for it may be another one with other data. An
// id is taken whether the thing fits or not: who is asked then tells why not.
func find(g *query.Graph, text string, fits fitting, stderr io.Writer) (*query.Thing, error) {
	if id, err := statement.ParseEntityID(text); err == nil {
		return identified(g, id)
	}
	found, err := called(g, text, fits)
	if err != nil {
		return nil, err
	}
	for _, sure := range [][]named{exactly(g, found, text), withSlug(g, text, fits)} {
		if len(sure) == 1 {
			return g.Thing(statement.EntityID(sure[0].ID)), nil
		}
		if len(sure) > 1 {
			return nil, ambiguous(text, sure)
		}
	}
	switch {
	case len(found) > 1:
		return nil, ambiguous(text, found)
	case len(found) == 1:
		say(stderr, "%.60q is taken as %s, %s", text, found[0].ID, found[0].Name)
		return g.Thing(statement.EntityID(found[0].ID)), nil
	case fits != nil:
		return nil, fault.New(fault.NotFound, "nothing that can stand here has a name like %.60q", text).Hinted("look it up with: aseangraph search NAME")
	}
	return nil, fault.New(fault.NotFound, "nothing has a name like %.60q", text).Hinted("try fewer words, or the beginning of one")
}

func identified(g *query.Graph, id statement.EntityID) (*query.Thing, error) {
	if thing := g.Thing(id); thing != nil {
		return thing, nil
	}
	ids := make([]string, len(g.Things()))
	for n, thing := range g.Things() {
		ids[n] = thing.ID()
	}
	return nil, fault.New(fault.NotFound, "nothing has the id %s", id).
		Hinted("%s", fault.DidYouMean(string(id), ids, "look it up with: aseangraph search NAME"))
}

// called are all that fit and have a name like the text, best first.
func called(g *query.Graph, text string, fits fitting) ([]named, error) {
	found, _, err := search(g, text, max(1, len(g.Things())))
	return slices.DeleteFunc(found, func(one named) bool {
		return fits != nil && !fits(g.Thing(statement.EntityID(one.ID)))
	}), err
}

// withSlug are those that fit and whose id is the text after its slash.
func withSlug(g *query.Graph, text string, fits fitting) (all []named) {
	for _, thing := range g.Things() {
		if _, slug, _ := strings.Cut(thing.ID(), "/"); slug == text && (fits == nil || fits(thing)) {
			all = append(all, name(g, thing.ID()))
		}
	}
	return all
}

// exactly keeps those of which the text is a name to the letter, but for case.
// A source that is called as what it is about gives way to that.
func exactly(g *query.Graph, found []named, text string) []named {
	var called, sources []named
	for _, entity := range found {
		thing := g.Thing(statement.EntityID(entity.ID))
		names := append([]string{thing.Name()}, thing.Aliases()...)
		switch is := func(name string) bool { return strings.EqualFold(name, text) }; {
		case !slices.ContainsFunc(names, is):
		case thing.Kind() != nil:
			sources = append(sources, entity)
		default:
			called = append(called, entity)
		}
	}
	if called == nil {
		return sources
	}
	return called
}

func ambiguous(text string, found []named) error {
	shown := found[:min(candidates, len(found))]
	rows := make([][]string, len(shown))
	for n, entity := range shown {
		rows[n] = []string{entity.ID, entity.Name}
	}
	return fault.New(fault.Invalid, "%.60q can mean any of %d; give an id:\n%s", text, len(found), table(nil, rows, 0))
}

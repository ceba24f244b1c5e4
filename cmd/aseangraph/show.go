package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// candidates is how many entities are told where a name fits several.
const candidates = 10

func newShow() *cobra.Command {
	var from source
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "show ID|NAME",
		Short: "Show an entity: what documents say about it, and which say so",
		Long: `Show prints what documents say about an entity, read from both ends: with dates,
places, roles and amounts, with a status where it is not told as happened, and
with the place in the document that says so. What other documents contradict is
marked.

The entity is named by its id, or by a name or a part of one that fits no other
entity. It exits with 2 where a name fits several, and tells them.`,
		Example: `  aseangraph show Takeo Fukuda
  aseangraph show Second ASEAN Summit
  aseangraph show --json Junichiru Koizumi`,
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := from.open()
			if err != nil {
				return err
			}
			thing, err := find(e.Graph, strings.Join(args, " "))
			if err != nil {
				return err
			}
			c, err := newCard(e.Graph, thing)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), c)
			}
			return write(cmd.OutOrStdout(), c.text(width(cmd.OutOrStdout())))
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return complete(&from, begun), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	from.dataFlag(cmd)
	return cmd
}

// find finds the one thing that an id or a name means.
func find(g *query.Graph, text string) (*query.Thing, error) {
	if id, err := statement.ParseEntityID(text); err == nil {
		if thing := g.Thing(id); thing != nil {
			return thing, nil
		}
		ids := make([]string, len(g.Things()))
		for n, thing := range g.Things() {
			ids[n] = thing.ID()
		}
		return nil, fault.New(fault.NotFound, "nothing has the id %s", id).
			Hinted("%s", fault.DidYouMean(text, ids, "look it up with: aseangraph search NAME"))
	}
	found, total, err := search(g, text, query.MaxPageSize)
	if err != nil {
		return nil, err
	}
	if called := exactly(g, found, text); len(called) > 0 {
		found, total = called, len(called)
	}
	switch total {
	case 0:
		return nil, fault.New(fault.NotFound, "nothing has a name like %.60q", text).Hinted("try fewer words, or the beginning of one")
	case 1:
		return g.Thing(statement.EntityID(found[0].ID)), nil
	}
	return nil, ambiguous(text, found, total)
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

func ambiguous(text string, found []named, total int) error {
	shown := found[:min(candidates, len(found))]
	rows := make([][]string, len(shown))
	for n, entity := range shown {
		rows[n] = []string{entity.ID, entity.Name}
	}
	return fault.New(fault.Invalid, "%.60q can mean any of %d; give an id:\n%s", text, total, table(nil, rows, 0))
}

// complete gives the ids that begin as typed, with their names.
func complete(from *source, begun string) []cobra.Completion {
	e, err := from.open()
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, thing := range e.Graph.Things() {
		if strings.HasPrefix(thing.ID(), begun) {
			all = append(all, cobra.CompletionWithDesc(thing.ID(), thing.Name()))
		}
	}
	return all
}

// name is a thing as lists tell it.
func name(g *query.Graph, id string) named {
	thing := g.Thing(statement.EntityID(id))
	return named{ID: id, Name: thing.Name(), Class: g.Ontology.ClassOf(statement.EntityID(id)).Name}
}

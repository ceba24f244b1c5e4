package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

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

The entity is named by its id, by a name, by its id without what stands before the
slash, or by a part of a name that fits no other entity; stderr then tells which
it is taken as. It exits with 2 where what is written fits several, and tells them.`,
		Example: `  aseangraph show Takeo Fukuda
  aseangraph show Second ASEAN Summit
  aseangraph show --json Junichiru Koizumi`,
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := from.open()
			if err != nil {
				return err
			}
			thing, err := find(e.Graph, strings.Join(args, " "), nil, cmd.ErrOrStderr())
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

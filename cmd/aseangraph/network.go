package main

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/query"
)

const networkQuestion = `
query($around: [ID!]!, $depth: Int!, $first: Int!, $where: LinkWhere) {
  network(around: $around, depth: $depth, first: $first, where: $where) {
    nodes { id type name degree x y }
    links { id from to predicate label period { ...Dated } status documents statements { ...Said } }
    hidden
  }
}`

type network struct {
	Nodes []struct {
		named
		Type   string `json:"type"`
		Degree int    `json:"degree"`
	} `json:"nodes"`
	Links  []*networkLink `json:"links"`
	Hidden int            `json:"hidden"`

	names   map[string]string // by id
	classes map[string]string // by their value in filters
}

type networkLink struct {
	From       string  `json:"from"`
	To         string  `json:"to"`
	Predicate  string  `json:"predicate"`
	Label      string  `json:"label"`
	Period     *period `json:"period"`
	Status     string  `json:"status"`
	Documents  int     `json:"documents"`
	Statements []*said `json:"statements"`
}

// surroundings are what a network is made of; commands share the flags.
type surroundings struct{ depth, first int }

func (s *surroundings) flags(cmd *cobra.Command) {
	cmd.Flags().IntVar(&s.depth, "depth", query.DefaultNetworkDepth, "go this `number` of links away, up to 3")
	cmd.Flags().IntVar(&s.first, "first", query.DefaultNetworkSize, "keep at most this `number` of things, the most informative, up to 500")
}

func newNetwork() *cobra.Command {
	var i inquiry
	var s surroundings
	cmd := &cobra.Command{
		Use:   "network ID|NAME...",
		Short: "Tell what lies around things: the nodes and links of a network",
		Long: `Network lists what lies within some links of things, and every link among it, with
the places in documents that say so. Where more than --first things lie there, the
most informative are kept, and stderr tells how many are not.

A node's number of links is that in the whole graph. The network is that which
draw draws; --json has the ids and places of the nodes, and --csv has the links.`,
		Example: `  aseangraph network "ASEAN Cultural Fund"
  aseangraph network --depth 2 --first 30 --class person,office Japan
  aseangraph network --csv Japan`,
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			around, err := i.ids(args)
			if err != nil {
				return err
			}
			var found struct{ Network *network }
			a, err := i.ask(cmd.Context(), networkQuestion, map[string]any{"around": around, "depth": s.depth, "first": s.first}, &found)
			if err != nil {
				return err
			}
			i.reportHidden(found.Network.Hidden)
			found.Network.name(i.edition.Graph)
			return i.tell(cmd.OutOrStdout(), json.RawMessage(a.raw), found.Network)
		},
	}
	s.flags(cmd)
	i.filter.flags(cmd)
	i.flags(cmd)
	return cmd
}

// reportHidden tells how many things are left out.
func (i *inquiry) reportHidden(hidden int) {
	if hidden > 0 {
		say(i.stderr, "%s within the depth left out; see --first", counted(hidden, "thing", "things"))
	}
}

func (n *network) name(g *query.Graph) {
	n.names, n.classes = map[string]string{}, map[string]string{}
	for _, node := range n.Nodes {
		n.names[node.ID] = node.Name
	}
	for _, c := range g.Ontology.Classes() {
		n.classes[c.Symbol] = c.Name
	}
}

func (n *network) table() (columns []string, rows [][]string) {
	for _, l := range n.Links {
		var statements []string
		for _, s := range l.Statements {
			statements = append(statements, s.ID)
		}
		rows = append(rows, []string{
			l.From, n.names[l.From], l.Predicate, l.Label, l.To, n.names[l.To], l.Period.published(), l.Status, strconv.Itoa(l.Documents), strings.Join(statements, " "),
		})
	}
	return []string{"from", "fromName", "predicate", "reads", "to", "toName", "when", "status", "documents", "statements"}, rows
}

func (n *network) text(columns int) string {
	var all []place
	for _, l := range n.Links {
		all = append(all, places(l.Statements...)...)
	}
	numbered := newSpots(all)
	var nodes, links [][]string
	for _, node := range n.Nodes {
		nodes = append(nodes, []string{node.Name, n.classes[node.Type], strconv.Itoa(node.Degree)})
	}
	for _, l := range n.Links {
		status := ""
		if !statusReal(l.Status) {
			status = strings.ToLower(l.Status)
		}
		links = append(links, []string{n.names[l.From], l.Label, n.names[l.To], l.Period.words(), status, numbered.numbers(places(l.Statements...)...)})
	}
	text := table([]string{"node", "class", "links"}, nodes, columns)
	if len(links) == 0 {
		return text
	}
	return text + "\n" + table([]string{"from", "link", "to", "when", "status", "who"}, links, columns) + numbered.list(columns)
}

package query

import (
	"context"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// MaxChosenDepth is how far from its centres a part of the graph can reach.
const MaxChosenDepth = 100

// Chosen is a part of the graph.
type Chosen struct {
	Centres    []*Thing     // what it lies around, in the order asked, each once
	Statements []*Statement // in the order of statements
}

// Choose gives the statements that are meant of which the subject and, where it
// is a thing, the object lie within depth links of some things. Around nil is
// the whole graph, and depth then means nothing. Links are walked as Network
// walks them. The error is of kind Invalid for a depth below 1, TooLarge for
// one above MaxChosenDepth, NotFound for an unknown id.
func (g *Graph) Choose(around []string, depth int, where *LinkWhere) (*Chosen, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	chosen, near := &Chosen{}, func(*Thing) bool { return true }
	if len(around) > 0 {
		if _, err := within("depth", &depth, 0, MaxChosenDepth); err != nil {
			return nil, err
		}
		if chosen.Centres, err = g.centres(around, len(around)); err != nil {
			return nil, err
		}
		s, err := g.surroundings(context.Background(), chosen.Centres, depth, meant, where)
		if err != nil {
			return nil, err
		}
		near = func(t *Thing) bool { return s.steps[t.rank] >= 0 }
	}
	for _, s := range g.statements {
		if meant(s) && near(s.subject) && (s.object == nil || near(s.object)) &&
			(where.sees(s.subject, s) || s.object != nil && where.sees(s.object, s)) {
			chosen.Statements = append(chosen.Statements, s)
		}
	}
	return chosen, nil
}

// Has gives the test whether a statement is among those chosen.
func (c *Chosen) Has() func(*statement.Statement) bool {
	ids := make(map[statement.ID]bool, len(c.Statements))
	for _, s := range c.Statements {
		ids[s.id] = true
	}
	return func(s *statement.Statement) bool { return ids[s.ID()] }
}

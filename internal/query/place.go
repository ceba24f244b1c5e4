package query

import (
	"context"
	"fmt"
	"math"
	"math/bits"
)

// How strongly nodes are drawn home, and in how many rounds.
const (
	loose, looseRounds = 0.01, 150
	firm, firmRounds   = 0.90, 30
)

// homes are places of everything around some centres, whatever the filter, or of
// the most informative of it. They are found from places that the ids alone give,
// and kept for the next who asks; the caller must not change them. Nodes with
// much about them push the more.
func (g *Graph) homes(ctx context.Context, centres []*Thing, depth, size int) (map[*Thing]point, error) {
	wide := usualHomes
	if size > wide {
		wide = MaxNetworkSize
	}
	key := homesKey(centres, depth, wide)
	if homes, known := g.settled.Get(key); known {
		return homes, nil
	}
	whole, err := g.network(ctx, centres, depth, wide, nil)
	if err != nil {
		return nil, err
	}
	l := whole.layout(func(t *Thing) point { return seed(t.ID()) })
	l.homing = loose
	l.charged(1)
	if err := l.arrange(ctx, looseRounds); err != nil {
		return nil, err
	}
	homes := make(map[*Thing]point, len(whole.Nodes))
	for i, p := range l.fill() {
		homes[whole.Nodes[i].thing] = p
	}
	g.settled.Add(key, homes)
	return homes, nil
}

// How many things have homes around the same centres, but where a picture is
// asked for that holds more, and for how many centres they are kept: the work
// grows with the square of the one, some 10 MB with the other.
const (
	usualHomes = 250
	keptHomes  = 200
)

func homesKey(centres []*Thing, depth, size int) string {
	key := fmt.Sprint(depth, size)
	for _, t := range centres {
		key += " " + t.ID()
	}
	return key
}

// place finds the nodes' places from their homes. Nodes with much about them
// push the others away as far as the picture is cut, and spreads into the room of
// what is left out: else all others would fall into the gap of one that a filter
// takes out. So a node keeps about its place when the filter changes, and when
// the data does.
func (n *Network) place(ctx context.Context, homes map[*Thing]point) error {
	l := n.layout(func(t *Thing) point {
		if home, known := homes[t]; known {
			return home
		}
		return seed(t.ID())
	})
	l.homing = firm
	l.charged(float64(n.Hidden) / float64(n.Hidden+len(n.Nodes)))
	if err := l.arrange(ctx, firmRounds); err != nil {
		return err
	}
	for i, p := range l.settle() {
		n.Nodes[i].place = p
	}
	return nil
}

// layout makes the network ready for arranging; home gives each node's home.
func (n *Network) layout(home func(*Thing) point) *layout {
	l := &layout{charge: make([]float64, len(n.Nodes))}
	for _, node := range n.Nodes {
		if node.Steps == 0 {
			l.fixed++
		}
	}
	number := map[*Thing]int{}
	for i, node := range n.Nodes {
		number[node.thing] = i
		if i < l.fixed {
			l.homes = append(l.homes, corner(i, l.fixed))
		} else {
			l.homes = append(l.homes, home(node.thing))
		}
		l.weight = append(l.weight, float64(bits.Len(uint(node.thing.ends()))))
	}
	linked := map[[2]int]bool{}
	for _, link := range n.Links {
		subject, object := link.link.ends()
		a, b := number[subject], number[object]
		pair := [2]int{min(a, b), max(a, b)}
		if !linked[pair] {
			linked[pair] = true
			l.pulls = append(l.pulls, pair)
		}
	}
	return l
}

// corner is the place of one of the things asked for: the middle where there
// is one, else a corner of a polygon around it.
func corner(n, of int) point {
	if of == 1 {
		return point{}
	}
	sin, cos := math.Sincos(2 * math.Pi * float64(n) / float64(of))
	return point{math.Round(-450*cos) / 1000, math.Round(-450*sin) / 1000}
}

// ends is how many quads the thing is an end of: quick to know, and near to
// its degree.
func (t *Thing) ends() int {
	return t.g.Quads.BySubject(t.at).Len() + t.g.Quads.ByObject(t.at).Len()
}

package query

import (
	"math"
	"math/bits"
)

// How strongly nodes are drawn home, and in how many rounds.
const (
	loose, looseRounds = 0.01, 150
	firm, firmRounds   = 0.90, 30
)

// place finds the nodes' places in two steps. First that of everything around
// the same centres, whatever the filter, beginning from places that the ids
// alone give; then those of the nodes, beginning from there. Nodes with much
// about them push the more in the first; in the second only as far as the
// picture is cut, and spreads into the room of what is left out: else all others
// would fall into the gap of one that a filter takes out. So a node keeps about
// its place when the filter changes, and when the data does.
func (n *Network) place(whole *Network) {
	wide := whole.layout(func(t *Thing) point { return seed(t.ID()) })
	wide.homing = loose
	wide.charged(1)
	homes := map[*Thing]point{}
	wide.arrange(looseRounds)
	for i, p := range wide.fill() {
		homes[whole.Nodes[i].thing] = p
	}
	near := n.layout(func(t *Thing) point {
		if home, known := homes[t]; known {
			return home
		}
		return seed(t.ID())
	})
	near.homing = firm
	near.charged(float64(n.Hidden) / float64(n.Hidden+len(n.Nodes)))
	near.arrange(firmRounds)
	for i, p := range near.settle() {
		n.Nodes[i].place = p
	}
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

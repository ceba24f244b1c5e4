package picture

import (
	"cmp"
	"math"
	"slices"
)

// label is the words beside a node or on a link.
type label struct {
	lines  []string
	size   float64
	fill   ink
	box    box
	anchor anchor
	leader *path // from the node to a label that stands off; nil for one beside it
}

// The measures of labels.
const (
	labelWidth  = 130.0 // where a label breaks
	labelLines  = 3     // how many lines it has at most
	lineHeight  = 1.15  // of the size of its letters
	mostOnLinks = 40    // with more links than this, none is labelled
)

// label gives labels to as many nodes as there is room for, those asked for
// and the most linked first, then to links where they are few.
func (d *drawing) label() {
	order := slices.Clone(d.discs)
	slices.SortStableFunc(order, func(a, b *disc) int {
		return cmp.Or(cmp.Compare(min(a.node.Steps, 1), min(b.node.Steps, 1)), cmp.Compare(b.links, a.links))
	})
	for _, c := range order {
		if l := d.beside(c); l != nil {
			d.labels = append(d.labels, l)
		}
	}
	if len(d.threads) > mostOnLinks {
		return
	}
	for _, t := range d.threads {
		if l := d.upon(t); l != nil {
			d.labels = append(d.labels, l)
		}
	}
}

// sides are the directions in which a label may stand from its node, the best
// first.
var sides = [][2]float64{
	{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.8, 0.6}, {0.8, -0.6}, {-0.8, 0.6}, {-0.8, -0.6},
	{0.3, 1}, {-0.3, 1}, {0.3, -1}, {-0.3, -1},
}

// beside finds the place for a node's label: in as many lines as its name
// takes, or in fewer where no place for them is free; nil where there is none
// for a single line.
func (d *drawing) beside(c *disc) *label {
	size := float64(labelSize)
	if c.node.Steps == 0 {
		size = 14
	}
	for most := labelLines; most > 0; most-- {
		l := label{lines: wrap(c.node.Name(), size, labelWidth*size/labelSize, most), size: size, fill: words}
		if placed := d.place(l, c); placed != nil {
			return placed
		}
	}
	return nil
}

// place finds the free place that crosses the fewest links, the nearest of
// them; nil where none is free.
func (d *drawing) place(l label, c *disc) *label {
	var best *label
	lowest := math.MaxInt
	for ring, off := range []float64{5, 18, 34, 50} {
		for n, side := range sides {
			l := l
			l.stand(c, side, off)
			if !d.free(l.box, c) || ring > 0 && !d.lead(&l, c) {
				continue
			}
			cost := 20*d.crossings(l.box) + n + 50*ring
			if cost < lowest {
				best, lowest = &l, cost
			}
		}
	}
	return best
}

// lead draws the line from the node to a label that stands off; false where it
// would run through another label.
func (d *drawing) lead(l *label, c *disc) bool {
	from, to := c.edge(l.box, 2), l.nearest(c.at)
	for _, other := range d.labels {
		if other.box.crossedBy(from, to) {
			return false
		}
	}
	leader := line(from, to)
	leader.stroke, leader.width = faint, 0.8
	l.leader = &leader
	return true
}

// stand puts the label's box so far off the node's edge on one side.
func (l *label) stand(c *disc, side [2]float64, off float64) {
	var width float64
	for _, words := range l.lines {
		width = max(width, measure(words, l.size))
	}
	height := float64(len(l.lines)) * l.size * lineHeight
	reach := c.radius + off
	if c.node.Steps == 0 {
		reach += 3
	}
	at := c.at.plus(side[0]*reach, side[1]*reach)
	corner := at.plus(-width*(1-sign(side[0]))/2, -height*(1-sign(side[1]))/2).tenths()
	l.box = box{corner.x, corner.y, tenth(corner.x + width), tenth(corner.y + float64(height))}
	l.anchor = [...]anchor{ends, middle, starts}[int(sign(side[0]))+1]
}

func sign(f float64) float64 { return float64(cmp.Compare(f, 0)) }

// nearest is the place on the label's edge that is nearest to a spot.
func (l *label) nearest(s spot) spot {
	return spot{max(l.box.left, min(l.box.right, s.x)), max(l.box.top, min(l.box.bottom, s.y))}
}

// edge is where the line from the node to a label leaves the node.
func (c *disc) edge(b box, gap float64) spot {
	to := spot{max(b.left, min(b.right, c.at.x)), max(b.top, min(b.bottom, c.at.y))}
	return c.at.towards(to, (c.radius+gap)/max(c.at.distance(to), 1)).tenths()
}

// free tells whether a label may stand there: on the canvas, off every label
// and every node but its own.
func (d *drawing) free(b box, own *disc) bool {
	if !d.canvas.holds(b) {
		return false
	}
	room := b.grown(2)
	for _, l := range d.labels {
		if room.overlaps(l.box) || l.leader != nil && room.crossedBy(l.leader.start, l.leader.curves[0][1]) {
			return false
		}
	}
	for _, c := range d.discs {
		if c != own && room.overlaps(c.bounds()) {
			return false
		}
	}
	return true
}

func (c *disc) bounds() box {
	radius := c.radius
	if c.node.Steps == 0 {
		radius += 4
	}
	return circle{at: c.at, radius: radius}.bounds()
}

// crossings counts the links that run under a box.
func (d *drawing) crossings(b box) int {
	n := 0
	for _, t := range d.threads {
		if middle := t.at(0.5); b.crossedBy(t.start, middle) || b.crossedBy(middle, t.tip) {
			n++
		}
	}
	return n
}

// upon finds the place for a link's label at the middle of it; nil where
// something stands there.
func (d *drawing) upon(t *thread) *label {
	l := &label{lines: []string{cut(t.link.Label(), smallSize, labelWidth)}, size: smallSize, fill: faint, anchor: middle}
	width, height := measure(l.lines[0], smallSize), smallSize*lineHeight
	for _, share := range []float64{0.5, 0.4, 0.6, 0.3, 0.7} {
		at := t.at(share)
		l.box = box{tenth(at.x - width/2), tenth(at.y - height/2), tenth(at.x + width/2), tenth(at.y + height/2)}
		if d.free(l.box, nil) {
			return l
		}
	}
	return nil
}

func (l *label) shapes() []shape {
	var shapes []shape
	x := map[anchor]float64{starts: l.box.left, middle: l.box.centre().x, ends: l.box.right}[l.anchor]
	for n, words := range l.lines {
		at := spot{x, l.box.top}.plus(0, l.size*0.87).plus(0, l.size*lineHeight*float64(n)).tenths()
		shapes = append(shapes, text{at, words, l.size, l.anchor, l.fill, true})
	}
	return shapes
}

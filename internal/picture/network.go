package picture

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/query"
)

// NetworkSVG draws a network as an SVG document.
func NetworkSVG(w io.Writer, n *query.Network, look Look) error {
	return drawNetwork(n, look).writeSVG(w, look.Theme)
}

// NetworkPNG draws a network as a PNG image.
func NetworkPNG(w io.Writer, n *query.Network, look Look) error {
	return drawNetwork(n, look).writePNG(w, look.Theme)
}

// The measures of networks, in pixels.
const (
	nodeRoom   = 19000 // how much paper a node has, its label with it
	leastWidth = 720
	shape4to3  = 4.0 / 3
	edgeRoom   = 26 // around everything
	sideRoom   = 80 // between the outermost node and the edge of the canvas, for labels
	topRoom    = 50 // the same above and below
	titleSize  = 18
	titleRoom  = 56
	labelSize  = 12
	smallSize  = 10
)

// disc is a node as it is drawn.
type disc struct {
	node    *query.NetworkNode
	at      spot
	radius  float64
	letters string
	links   int // how many are drawn to it
}

// drawing is a network that is being drawn.
type drawing struct {
	network *query.Network
	discs   []*disc
	of      map[string]*disc // by the node's id
	threads []*thread
	canvas  box // where nodes, links and labels stand
	labels  []*label
}

func drawNetwork(n *query.Network, look Look) *scene {
	d := newDrawing(n)
	title := look.Title
	if title == "" {
		title = "Around " + enumerate(d.centres())
	}
	s := &scene{width: d.canvas.right + edgeRoom, title: title, description: d.describe()}
	s.add("", text{spot{edgeRoom, 34}, cut(title, titleSize, s.width-2*edgeRoom), titleSize, starts, words, false})
	for _, t := range d.threads {
		s.add(t.says(), t.shapes()...)
	}
	for _, l := range d.labels {
		if l.leader != nil {
			s.add("", *l.leader)
		}
	}
	for _, c := range d.discs {
		s.add(c.says(), c.shapes()...)
	}
	for _, l := range d.labels {
		s.add("", l.shapes()...)
	}
	s.height = d.legend(s, d.canvas.bottom+edgeRoom)
	return s
}

// newDrawing gives nodes, links and labels their places.
func newDrawing(n *query.Network) *drawing {
	d := &drawing{network: n, of: map[string]*disc{}}
	spots := d.lay()
	letters := letters(n.Nodes)
	for i, node := range n.Nodes {
		c := &disc{node: node, at: spots[i], radius: 9, letters: letters[node.Type()]}
		if node.Steps == 0 {
			c.radius = 13
		}
		d.discs = append(d.discs, c)
		d.of[node.ID()] = c
	}
	d.thread()
	d.label()
	return d
}

// lay makes a canvas as wide as the number of nodes asks for and as high as
// their places do, and gives the places in pixels, with as much room to the
// left as to the right.
func (d *drawing) lay() []spot {
	width := max(leastWidth, math.Round(math.Sqrt(float64(nodeRoom*len(d.network.Nodes))*shape4to3)))
	across, down := width/2-sideRoom, width/shape4to3/2-topRoom
	reach := box{1, 1, -1, -1}
	for _, node := range d.network.Nodes {
		reach = box{min(reach.left, node.X()), min(reach.top, node.Y()), max(reach.right, node.X()), max(reach.bottom, node.Y())}
	}
	corner := spot{edgeRoom + width/2, titleRoom + topRoom}
	var spots []spot
	for _, node := range d.network.Nodes {
		spots = append(spots, corner.plus((node.X()-reach.centre().x)*across, (node.Y()-reach.top)*down).tenths())
	}
	d.canvas = box{edgeRoom, titleRoom, edgeRoom + width, titleRoom + 2*topRoom + math.Round(max(0, reach.height())*down)}
	return spots
}

func (d *drawing) centres() []string {
	var names []string
	for _, n := range d.network.Nodes {
		if n.Steps == 0 {
			names = append(names, n.Name())
		}
	}
	return names
}

// describe tells who cannot see the picture what is in it.
func (d *drawing) describe() string {
	kinds := make([]string, 0)
	for _, k := range d.kinds() {
		kinds = append(kinds, fmt.Sprintf("%d of class %s", k.count, k.class.Name()))
	}
	told := fmt.Sprintf("A network of %s and %s around %s: %s.", count(len(d.discs), "thing"),
		count(len(d.threads), "link"), enumerate(d.centres()), enumerate(kinds))
	if d.network.Hidden > 0 {
		told += " " + d.hidden() + "."
	}
	return told
}

func (d *drawing) hidden() string {
	return count(d.network.Hidden, "thing") + " more in reach, less informative, left out"
}

// kind is a class with how many nodes are of it.
type kind struct {
	class   *query.Class
	letters string
	count   int
}

// kinds are the classes drawn, in order of name.
func (d *drawing) kinds() []*kind {
	of := map[query.EntityType]*kind{}
	var all []*kind
	for _, c := range d.discs {
		k := of[c.node.Type()]
		if k == nil {
			k = &kind{class: c.node.Class(), letters: c.letters}
			of[c.node.Type()] = k
			all = append(all, k)
		}
		k.count++
	}
	slices.SortFunc(all, func(a, b *kind) int { return cmp.Compare(a.class.Name(), b.class.Name()) })
	return all
}

// says tells the node: name, class, and how much there is to it.
func (c *disc) says() string {
	return fmt.Sprintf("%s (%s), %s in all", c.node.Name(), c.node.Class().Name(), count(c.node.Degree(), "link"))
}

func (c *disc) shapes() []shape {
	fill := ink(c.node.Class().Colour())
	size := float64(smallSize)
	shapes := []shape{circle{c.at, c.radius, fill, paper, 1.5}}
	if c.node.Steps == 0 {
		size = 13
		shapes = append(shapes, circle{c.at, c.radius + 3, none, fill, 2})
	}
	return append(shapes, text{c.at.plus(0, size*0.36), c.letters, size, middle, on(fill), false})
}

// count tells a number of things.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// enumerate lists words; of many, the first.
func enumerate(all []string) string {
	const most = 30
	if len(all) > most {
		all = append(slices.Clone(all[:most]), "others")
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

package picture

import (
	"fmt"
	"strings"

	"github.com/aseangraph/aseangraph/internal/query"
)

// thread is a link as it is drawn: a curve from disc to disc.
type thread struct {
	link     *query.NetworkLink
	from, to *disc
	bend     spot
	start    spot // at the edge of from
	end      spot // at the edge of to, or behind the head of the arrow
	tip      spot
}

// The measures of links.
const (
	bowing   = 26 // how far apart parallel links are at their middle
	headSize = 7
)

// thread gives the links their curves. Links between the same two nodes are
// bowed apart, the first being the straightest.
func (d *drawing) thread() {
	parallel := map[[2]*disc][]*thread{}
	for _, link := range d.network.Links {
		t := &thread{link: link, from: d.of[link.From()], to: d.of[link.To()]}
		t.from.links++
		t.to.links++
		d.threads = append(d.threads, t)
		pair := t.pair()
		parallel[pair] = append(parallel[pair], t)
	}
	for _, t := range d.threads {
		pair := t.pair()
		siblings := parallel[pair]
		for n, sibling := range siblings {
			if sibling == t {
				t.curve(pair, (float64(n)-float64(len(siblings)-1)/2)*bowing)
			}
		}
	}
}

// pair is the two discs in one order, whichever way the link runs.
func (t *thread) pair() [2]*disc {
	if t.from.node.ID() < t.to.node.ID() {
		return [2]*disc{t.from, t.to}
	}
	return [2]*disc{t.to, t.from}
}

// curve bows the link to one side of the line between the two.
func (t *thread) curve(pair [2]*disc, bow float64) {
	a, b := pair[0].at, pair[1].at
	length := max(a.distance(b), 1)
	bow = max(-length/2, min(length/2, bow))
	middle := a.towards(b, 0.5)
	t.bend = middle.plus(-2*bow*(b.y-a.y)/length, 2*bow*(b.x-a.x)/length).tenths()
	t.start = t.outside(t.from, 0, 1, t.from.radius+2)
	t.tip = t.outside(t.to, 1, 0, t.to.radius+3)
	t.end = t.tip
	if !t.link.Symmetric() {
		t.end = t.outside(t.to, 1, 0, t.to.radius+3+headSize-1)
	}
}

// at is the curve's place after a share of the way.
func (t *thread) at(share float64) spot {
	return t.from.at.towards(t.bend, share).towards(t.bend.towards(t.to.at, share), share)
}

// outside is where the curve leaves a disc of some radius around one end.
func (t *thread) outside(c *disc, in, out, radius float64) spot {
	if c.node.Steps == 0 {
		radius += 3
	}
	for range 20 {
		if half := (in + out) / 2; t.at(half).distance(c.at) < radius {
			in = half
		} else {
			out = half
		}
	}
	return t.at(out).tenths()
}

// says tells the link: who, what, whom, when, whether, and by how many.
func (t *thread) says() string {
	told := []string{fmt.Sprintf("%s — %s — %s", t.from.node.Name(), t.link.Label(), t.to.node.Name())}
	if p := t.link.Period(); p != nil {
		told = append(told, p.Label())
	}
	if status := t.link.Status(); !status.Real() {
		told = append(told, strings.ToLower(status.String()))
	}
	return strings.Join(append(told, count(t.link.Documents(), "document")), ", ")
}

func (t *thread) shapes() []shape {
	bend := t.trimmed()
	if t.straight() {
		bend = t.start.towards(t.end, 0.5)
	}
	shapes := []shape{path{start: t.start, curves: [][2]spot{{bend, t.end}}, stroke: threads, width: t.width(), dashed: !t.link.Status().Real()}}
	if !t.link.Symmetric() {
		shapes = append(shapes, head(t.end, t.tip, 3+t.width()/2))
	}
	return shapes
}

// straight tells whether the link has no bow.
func (t *thread) straight() bool {
	return t.bend.distance(t.from.at.towards(t.to.at, 0.5)) < 0.2
}

// trimmed is the bend of the part of the curve that is drawn: it goes through
// the same middle.
func (t *thread) trimmed() spot {
	middle := t.at(0.5)
	chord := t.start.towards(t.end, 0.5)
	return chord.towards(middle, 2).tenths()
}

// width tells how many documents say so: more, up to five, the wider.
func (t *thread) width() float64 { return threadWidth(t.link.Documents()) }

func threadWidth(documents int) float64 { return float64(1+11*min(documents, 5)) / 10 }

// head is the head of an arrow.
func head(from, tip spot, half float64) path {
	length := max(from.distance(tip), 0.1)
	dx, dy := (tip.x-from.x)/length, (tip.y-from.y)/length
	back := tip.plus(-dx*headSize, -dy*headSize)
	p := line(tip, back.plus(-dy*half, dx*half), back.plus(dy*half, -dx*half))
	p.fill, p.closed = threads, true
	return p
}

// Package picture draws the answers of package query: networks and series, as
// SVG and as PNG.
//
// What a caller can rely on:
//
//   - The same answer gives the same bytes.
//   - A picture is a scene first: shapes in the order they are painted. SVG and
//     PNG are two ways to write one scene, so they show the same.
//   - No meaning is told by colour alone: nodes carry letters, lines of a chart
//     carry marks, and what has not happened is dashed.
//   - Every node, link and point of an SVG has its words for who points at it
//     or hears it read.
//   - Labels never cover each other or a node. What has no room goes without.
package picture

// Theme is what a picture is painted for.
type Theme uint8

// The themes.
const (
	Follow Theme = iota // SVG asks its reader; PNG is light
	Light
	Dark
)

// Look is how a picture is to look.
type Look struct {
	Title string // empty for one that tells what is shown
	Theme Theme
}

// scene is what is drawn, in pixels from the upper left corner.
type scene struct {
	width, height float64
	title         string
	description   string
	parts         []part // in the order of painting
}

// part is shapes that mean one thing together.
type part struct {
	says   string // what it shows, in words; empty for what only decorates
	shapes []shape
}

// add paints shapes over what is there.
func (s *scene) add(says string, shapes ...shape) {
	s.parts = append(s.parts, part{says, shapes})
}

// shape is a circle, a path or a line of text.
type shape interface{ bounds() box }

// circle is a filled disc with an edge.
type circle struct {
	at     spot
	radius float64
	fill   ink
	edge   ink
	width  float64 // of the edge; 0 for none
}

// path is a run of curves, stroked, filled or both. Each curve after the first
// spot is quadratic: a bend and an end.
type path struct {
	start  spot
	curves [][2]spot
	stroke ink
	width  float64
	dashed bool
	fill   ink
	closed bool
}

// text is one line of words that starts, is centred or ends at a spot on its
// baseline.
type text struct {
	at     spot
	words  string
	size   float64
	anchor anchor
	fill   ink
	halo   bool // whether paper shows around the letters
}

type anchor uint8

const (
	starts anchor = iota
	middle
	ends
)

// line is a path along straight lines.
func line(spots ...spot) path {
	p := path{start: spots[0]}
	for n, s := range spots[1:] {
		p.curves = append(p.curves, [2]spot{spots[n].towards(s, 0.5), s})
	}
	return p
}

func (c circle) bounds() box {
	return box{c.at.x - c.radius, c.at.y - c.radius, c.at.x + c.radius, c.at.y + c.radius}
}

func (p path) bounds() box {
	b := box{p.start.x, p.start.y, p.start.x, p.start.y}
	for _, c := range p.curves {
		for _, s := range c {
			b = box{min(b.left, s.x), min(b.top, s.y), max(b.right, s.x), max(b.bottom, s.y)}
		}
	}
	return b
}

func (t text) bounds() box {
	width := measure(t.words, t.size)
	upper := t.at.plus(-width*float64(t.anchor)/2, -0.80*t.size)
	return box{upper.x, upper.y, upper.x + width, t.at.plus(0, 0.25*t.size).y}
}

// ink is a colour, or the name of one that differs by theme.
type ink string

// The inks that differ by theme.
const (
	none    ink = ""
	paper   ink = "paper"
	words   ink = "words"
	faint   ink = "faint"
	threads ink = "threads"
	grid    ink = "grid"
)

// inks are the colours of a light and of a dark theme.
var inks = map[ink][2]string{
	paper:   {"#ffffff", "#12161c"},
	words:   {"#1b2026", "#e8edf2"},
	faint:   {"#5b6672", "#a3aebb"},
	threads: {"#8c97a3", "#66727f"},
	grid:    {"#e3e7eb", "#2b323b"},
}

// colour is the ink's in a theme.
func (i ink) colour(t Theme) string {
	if both, named := inks[i]; named {
		if t == Dark {
			return both[1]
		}
		return both[0]
	}
	return string(i)
}

package picture

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Line is one series of figures in a chart.
type Line struct {
	Name   string
	Unit   string // lines of one unit share a scale; others never do
	Points []Point
}

// Point is one figure.
type Point struct {
	X           float64 // the year, with its fraction
	Value       float64
	Label       string // the figure for people
	Approximate bool   // whether the document gives it as about so
}

// SeriesSVG draws lines as an SVG document.
func SeriesSVG(w io.Writer, lines []Line, look Look) error {
	return drawSeries(lines, look).writeSVG(w, look.Theme)
}

// SeriesPNG draws lines as a PNG image.
func SeriesPNG(w io.Writer, lines []Line, look Look) error {
	return drawSeries(lines, look).writePNG(w, look.Theme)
}

// The measures of charts, in pixels.
const (
	chartWidth  = 860.0
	panelHeight = 240.0
	scaleRoom   = 86 // left of a panel, for the figures of its scale
	yearRoom    = 34 // below a panel
	unitRoom    = 30 // above a panel
	markSize    = 5
)

// hues are told apart by eyes of every kind (Okabe and Ito, 2008) on light and
// dark; the marks tell the lines apart without them.
var hues = []ink{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"}

// curve is a line as it is drawn.
type curve struct {
	Line
	hue  ink
	mark int // which of the marks
}

// panel is the curves of one unit over one scale.
type panel struct {
	unit   string
	curves []curve
	area   box
	years  scale
	values scale
}

func drawSeries(lines []Line, look Look) *scene {
	s := &scene{width: chartWidth, title: look.Title, description: describeLines(lines)}
	if s.title == "" {
		s.title = strings.Join(names(lines), ", ")
	}
	s.add("", text{spot{edgeRoom, 34}, cut(s.title, titleSize, s.width-2*edgeRoom), titleSize, starts, words, false})
	top := float64(titleRoom)
	panels := panelsOf(lines)
	years := yearsOf(lines)
	for _, p := range panels {
		p.area = box{edgeRoom + scaleRoom, top + unitRoom, chartWidth - edgeRoom - 20, top + unitRoom + panelHeight}
		p.years = years.onto(p.area.left, p.area.right)
		p.paint(s)
		top = p.area.bottom + yearRoom
	}
	s.height = paintKeys(s, panels, top+8)
	return s
}

// panelsOf parts the lines that have points by unit, in the order in which
// units come.
func panelsOf(lines []Line) []*panel {
	var all []*panel
	for n, l := range lines {
		if len(l.Points) == 0 {
			continue
		}
		l.Points = slices.Clone(l.Points)
		slices.SortStableFunc(l.Points, func(a, b Point) int { return cmp.Compare(a.X, b.X) })
		at := slices.IndexFunc(all, func(p *panel) bool { return p.unit == l.Unit })
		if at < 0 {
			at = len(all)
			all = append(all, &panel{unit: l.Unit})
		}
		all[at].curves = append(all[at].curves, curve{l, hues[n%len(hues)], n})
	}
	return all
}

// yearsOf spans the years of all lines, so that panels stand year over year.
func yearsOf(lines []Line) scale {
	s := scale{math.Inf(1), math.Inf(-1), 0, 0}
	for _, l := range lines {
		for _, p := range l.Points {
			s.low, s.high = min(s.low, p.X), max(s.high, p.X)
		}
	}
	if s.low > s.high {
		return scale{0, 1, 0, 0}
	}
	s.low, s.high = math.Floor(s.low-0.3), math.Ceil(s.high+0.3)
	return s
}

// paint draws the scales, then the curves, then the figures.
func (p *panel) paint(s *scene) {
	low, high := 0.0, 0.0 // a scale without its zero makes small differences look large
	for _, c := range p.curves {
		for _, point := range c.Points {
			low, high = min(low, point.Value), max(high, point.Value)
		}
	}
	ticks := ticks(low, high, 5)
	p.values = scale{ticks[0], ticks[len(ticks)-1], p.area.bottom, p.area.top}
	size, called := magnitude(high - low)
	s.add("", text{spot{edgeRoom, p.area.top - 12}, called + p.unit, labelSize, starts, faint, false})
	for _, v := range ticks {
		y := tenth(p.values.at(v))
		s.add("", ruled(spot{p.area.left, y}, spot{p.area.right, y}, v == 0),
			text{spot{p.area.left - 10, y + 4}, figure(v / size), labelSize, ends, faint, false})
	}
	for _, year := range yearTicks(p.years.low, p.years.high, 14) {
		x := tenth(p.years.at(year))
		s.add("", ruled(spot{x, p.area.bottom}, spot{x, p.area.bottom + 5}, true),
			text{spot{x, p.area.bottom + 20}, fmt.Sprintf("%.0f", year), labelSize, middle, faint, false})
	}
	var taken []box
	for _, c := range p.curves {
		s.add("", p.stroke(c))
		for _, point := range c.Points {
			at := p.spot(point)
			s.add(c.says(point), marked(at, c.mark, c.hue, point.Approximate)...)
			taken = append(taken, circle{at: at, radius: markSize + 1}.bounds())
		}
	}
	for _, c := range p.curves {
		for _, point := range c.Points {
			if t, free := p.figure(point, taken); free {
				s.add("", t)
				taken = append(taken, t.bounds())
			}
		}
	}
}

func (p *panel) spot(point Point) spot {
	return spot{tenth(p.years.at(point.X)), tenth(p.values.at(point.Value))}
}

// stroke joins the curve's points, of which there is one at least.
func (p *panel) stroke(c curve) path {
	var spots []spot
	for _, point := range c.Points {
		spots = append(spots, p.spot(point))
	}
	joined := line(spots...)
	joined.stroke, joined.width = c.hue, 2
	return joined
}

// figure finds room for a point's words, above it or below, moved inwards at
// the edge of the panel.
func (p *panel) figure(point Point, taken []box) (text, bool) {
	at := p.spot(point)
	half := measure(point.Label, smallSize)/2 + 2
	at.x = tenth(max(p.area.left+half, min(p.area.right-half, at.x)))
	for _, below := range []float64{-12, 19} {
		t := text{at.plus(0, below), point.Label, smallSize, middle, words, true}
		own := t.bounds().grown(1)
		if own.bottom < p.area.bottom && !slices.ContainsFunc(taken, own.overlaps) {
			return t, true
		}
	}
	return text{}, false
}

func (c curve) says(p Point) string {
	about := ""
	if p.Approximate {
		about = ", approximate"
	}
	return fmt.Sprintf("%s, %s: %s%s", c.Name, year(p.X), p.Label, about)
}

// year tells the year that a place on the scale of years lies in.
func year(x float64) string { return fmt.Sprintf("%.0f", math.Floor(x)) }

func names(lines []Line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.Name)
	}
	return all
}

// describeLines tells every figure to who cannot see the chart.
func describeLines(lines []Line) string {
	told := []string{"A chart of " + count(len(lines), "series") + "."}
	for _, l := range lines {
		var points []string
		for _, p := range l.Points {
			points = append(points, year(p.X)+" "+p.Label)
		}
		told = append(told, fmt.Sprintf("%s in %s: %s.", l.Name, l.Unit, strings.Join(points, ", ")))
	}
	return strings.Join(told, " ")
}

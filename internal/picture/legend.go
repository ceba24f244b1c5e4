package picture

import "fmt"

// entry is a line of the legend: a sample and what it means.
type entry struct {
	sample func(at spot) []shape // at the middle of a place of sampleWidth
	means  string
}

// The measures of legends.
const (
	sampleWidth = 34
	rowHeight   = 24
	columnRoom  = 18
)

// legend paints what the signs mean, below the drawing, and gives where the
// picture ends.
func (d *drawing) legend(s *scene, top float64) float64 {
	rule := line(spot{d.canvas.left, top - 12}, spot{d.canvas.right, top - 12})
	rule.stroke, rule.width = grid, 1
	s.add("", rule)
	room := box{d.canvas.left, top, d.canvas.right, top}
	room.top = paintEntries(s, d.classEntries(), room)
	return paintEntries(s, d.signEntries(), room)
}

// paintEntries sets entries in rows from the top of a room, each as wide as it
// needs, and gives where they end.
func paintEntries(s *scene, entries []entry, room box) float64 {
	if len(entries) == 0 {
		return room.top
	}
	x, top := room.left, room.top
	for _, e := range entries {
		means := cut(e.means, labelSize, room.width()-sampleWidth)
		width := sampleWidth + measure(means, labelSize) + columnRoom
		if x > room.left && x+width > room.right+columnRoom {
			x, top = room.left, top+rowHeight
		}
		s.add("", append(e.sample(spot{x + sampleWidth/2 - 4, top + rowHeight/2}),
			text{spot{x + sampleWidth, top + rowHeight/2 + 4}, means, labelSize, starts, words, false})...)
		x = tenth(x + width)
	}
	return top + rowHeight + 4
}

func (d *drawing) classEntries() []entry {
	var all []entry
	for _, k := range d.kinds() {
		all = append(all, entry{func(at spot) []shape {
			fill := ink(k.class.Colour())
			return []shape{circle{at, 9, fill, none, 0}, text{at.plus(0, smallSize*0.36), k.letters, smallSize, middle, on(fill), false}}
		}, fmt.Sprintf("%s (%d)", k.class.Name(), k.count)})
	}
	return all
}

// signEntries tell of the signs that the drawing makes use of.
func (d *drawing) signEntries() []entry {
	var arrows, plain, dashed bool
	most := 1
	for _, t := range d.threads {
		arrows = arrows || !t.link.Symmetric()
		plain = plain || t.link.Symmetric()
		dashed = dashed || !t.link.Status().Real()
		most = max(most, t.link.Documents())
	}
	var all []entry
	add := func(said bool, means string, sample func(at spot) []shape) {
		if said {
			all = append(all, entry{sample, means})
		}
	}
	add(arrows, "runs from subject to object", func(at spot) []shape {
		return []shape{stroke(at, 1.2, false), head(at.plus(8, 0), at.plus(14, 0), 3.6)}
	})
	add(plain, "holds both ways", func(at spot) []shape { return []shape{stroke(at, 1.2, false)} })
	add(dashed, "has not happened: planned or proposed", func(at spot) []shape { return []shape{stroke(at, 1.2, true)} })
	add(most > 1, fmt.Sprintf("wider: more documents say so (1 to %d)", most), func(at spot) []shape {
		return []shape{stroke(at.plus(0, -4), 1.2, false), stroke(at.plus(0, 4), threadWidth(most), false)}
	})
	add(d.network.Hidden > 0, d.hidden(), func(at spot) []shape {
		return []shape{text{at.plus(0, 4), fmt.Sprintf("+%d", d.network.Hidden), labelSize, middle, faint, false}}
	})
	return all
}

func stroke(at spot, width float64, dashed bool) path {
	p := line(at.plus(-13, 0), at.plus(13, 0))
	p.stroke, p.width, p.dashed = threads, width, dashed
	return p
}

package picture

import "math"

// marked draws a point of a curve: each curve has its own mark; a figure that
// is about so is hollow.
func marked(at spot, mark int, hue ink, hollow bool) []shape {
	fill := hue
	if hollow {
		fill = paper
	}
	corners := marksOf[mark%len(marksOf)]
	if corners == nil {
		return []shape{circle{at, markSize, fill, hue, 2}}
	}
	var spots []spot
	for _, c := range corners {
		spots = append(spots, at.plus(c[0]*markSize, c[1]*markSize).tenths())
	}
	p := line(spots...)
	p.fill, p.stroke, p.width, p.closed = fill, hue, 2, true
	return []shape{p}
}

// marksOf are the corners of the marks; nil for a disc.
var marksOf = [][][2]float64{
	nil,
	{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}},
	{{0, -1.3}, {1.2, 0.9}, {-1.2, 0.9}},
	{{0, -1.4}, {1.4, 0}, {0, 1.4}, {-1.4, 0}},
	{{0, 1.3}, {1.2, -0.9}, {-1.2, -0.9}},
	star(),
}

func star() [][2]float64 {
	var corners [][2]float64
	for n := range 10 {
		sin, cos := math.Sincos(float64(n) * math.Pi / 5)
		reach := [2]float64{1.6, 0.7}[n%2]
		corners = append(corners, [2]float64{sin * reach, -cos * reach})
	}
	return corners
}

// paintKeys tells which curve is which and gives where the picture ends.
func paintKeys(s *scene, panels []*panel, top float64) float64 {
	var entries []entry
	hollow := false
	for _, p := range panels {
		for _, c := range p.curves {
			for _, point := range c.Points {
				hollow = hollow || point.Approximate
			}
			entries = append(entries, entry{func(at spot) []shape {
				run := line(at.plus(-13, 0), at.plus(13, 0))
				run.stroke, run.width = c.hue, 2
				return append([]shape{run}, marked(at, c.mark, c.hue, false)...)
			}, c.Name + ", " + c.Unit})
		}
	}
	if hollow {
		entries = append(entries, entry{func(at spot) []shape { return marked(at, 0, faint, true) }, "hollow: about so, as the document says"})
	}
	return paintEntries(s, entries, box{edgeRoom, top, s.width - edgeRoom, top})
}

// ruled is a thin line of a scale.
func ruled(from, to spot, strong bool) path {
	p := line(from, to)
	p.stroke, p.width = grid, 1
	if strong {
		p.stroke = threads
	}
	return p
}

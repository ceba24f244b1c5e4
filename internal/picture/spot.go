package picture

import "math"

// spot is a place in pixels, y downwards. Its methods round products before
// they add them (float64 of them is), as machines that fuse the two would not:
// a picture is the same on all.
type spot struct{ x, y float64 }

func (s spot) plus(x, y float64) spot { return spot{s.x + float64(x), s.y + float64(y)} }

// towards is the spot a share of the way to another.
func (s spot) towards(other spot, share float64) spot {
	return s.plus((other.x-s.x)*share, (other.y-s.y)*share)
}

func (s spot) distance(other spot) float64 {
	dx, dy := s.x-other.x, s.y-other.y
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// tenths is the spot as it is written.
func (s spot) tenths() spot { return spot{tenth(s.x), tenth(s.y)} }

func tenth(f float64) float64 { return math.Round(float64(f)*10) / 10 }

// box is a rectangle along the axes.
type box struct{ left, top, right, bottom float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.bottom - b.top }
func (b box) centre() spot    { return spot{(b.left + b.right) / 2, (b.top + b.bottom) / 2} }

// overlaps tells whether two boxes share more than an edge.
func (b box) overlaps(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// holds tells whether c lies in b.
func (b box) holds(c box) bool {
	return b.left <= c.left && c.right <= b.right && b.top <= c.top && c.bottom <= b.bottom
}

// grown is the box with room on each side.
func (b box) grown(room float64) box {
	return box{b.left - room, b.top - room, b.right + room, b.bottom + room}
}

// crossedBy tells whether the straight line from p to q meets the box: it does
// where some part of it lies within all four sides.
func (b box) crossedBy(p, q spot) bool {
	from, until := 0.0, 1.0
	for _, side := range [2][4]float64{{p.x, q.x, b.left, b.right}, {p.y, q.y, b.top, b.bottom}} {
		start, step := side[0], side[1]-side[0]
		if step == 0 {
			if start < side[2] || start > side[3] {
				return false
			}
			continue
		}
		enter, leave := (side[2]-start)/step, (side[3]-start)/step
		from, until = max(from, min(enter, leave)), min(until, max(enter, leave))
	}
	return from <= until
}

package picture

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strconv"

	"git.sr.ht/~sbinet/gg"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// The resolution of PNG: twice that of SVG, for screens of today, but no image
// of more than maxPixels.
const (
	density   = 2
	maxPixels = 40_000_000
)

// writePNG paints the scene.
func (s *scene) writePNG(w io.Writer, theme Theme) error {
	scale := float64(density)
	if s.width*s.height*density*density > maxPixels {
		scale = 1
	}
	p := painter{Context: gg.NewContext(int(s.width*scale+0.5), int(s.height*scale+0.5)), theme: theme, scale: scale, faces: map[float64]font.Face{}}
	p.SetColor(p.colour(paper))
	p.Clear()
	p.Scale(scale, scale)
	for _, part := range s.parts {
		for _, shape := range part.shapes {
			p.paint(shape)
		}
	}
	if err := png.Encode(w, p.Image()); err != nil {
		return fault.New(fault.Internal, "write the PNG: %w", err)
	}
	return nil
}

// painter paints one picture.
type painter struct {
	*gg.Context
	theme Theme
	scale float64
	faces map[float64]font.Face
}

func (p *painter) paint(s shape) {
	switch s := s.(type) {
	case circle:
		p.DrawCircle(s.at.x, s.at.y, s.radius)
		p.ink(s.fill, s.edge, s.width)
	case path:
		p.trace(s)
		if s.dashed {
			p.SetDash(dash[0]*p.scale, dash[1]*p.scale)
			defer p.SetDash()
		}
		p.ink(s.fill, s.stroke, s.width)
	case text:
		p.write(s)
	}
}

func (p *painter) trace(s path) {
	p.MoveTo(s.start.x, s.start.y)
	for _, c := range s.curves {
		p.QuadraticTo(c[0].x, c[0].y, c[1].x, c[1].y)
	}
	if s.closed {
		p.ClosePath()
	}
}

// ink fills and strokes what is traced.
func (p *painter) ink(fill, stroke ink, width float64) {
	if fill != none {
		p.SetColor(p.colour(fill))
		p.FillPreserve()
	}
	if stroke != none && width > 0 {
		p.SetColor(p.colour(stroke))
		p.SetLineWidth(width * p.scale)
		p.StrokePreserve()
	}
	p.ClearPath()
}

// write sets a line of text, letter by letter in pixels: not scaled, so that
// they are sharp.
func (p *painter) write(t text) {
	size := t.size * p.scale
	if p.faces[size] == nil {
		p.faces[size] = face(size)
	}
	set := font.Drawer{Dst: p.Image().(draw.Image), Face: p.faces[size]}
	x := t.at.x*p.scale - float64(set.MeasureString(t.words))/64*float64(t.anchor)/2
	at := func(dx, dy float64) fixed.Point26_6 {
		return fixed.Point26_6{X: fixed.Int26_6((x + dx) * 64), Y: fixed.Int26_6((t.at.y*p.scale + dy) * 64)}
	}
	if t.halo {
		set.Src = image.NewUniform(p.colour(paper))
		r := haloWidth / 2 * p.scale
		for _, d := range [][2]float64{{-r, 0}, {r, 0}, {0, -r}, {0, r}, {-r, -r}, {r, r}, {-r, r}, {r, -r}} {
			set.Dot = at(d[0], d[1])
			set.DrawString(t.words)
		}
	}
	set.Src, set.Dot = image.NewUniform(p.colour(t.fill)), at(0, 0)
	set.DrawString(t.words)
}

func (p *painter) colour(i ink) color.Color { return rgb(i.colour(p.theme)) }

// rgb reads #rrggbb; black where it is none.
func rgb(hex string) color.RGBA {
	n, err := strconv.ParseUint(hex[min(1, len(hex)):], 16, 32)
	if err != nil {
		n = 0
	}
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

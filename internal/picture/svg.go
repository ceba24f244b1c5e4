package picture

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// writeSVG writes the scene as a document that stands by itself: no script, no
// style or font from outside. Readers that know no media query see it light.
func (s *scene) writeSVG(w io.Writer, theme Theme) error {
	var b strings.Builder
	width, height := number(s.width), number(s.height)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="title desc" font-family="%s">`+"\n",
		width, height, width, height, fonts)
	fmt.Fprintf(&b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", escape(s.title), escape(s.description))
	fmt.Fprintf(&b, "<style>%s</style>\n", style(theme))
	fmt.Fprintf(&b, `<rect class="fill-paper" width="%s" height="%s"/>`+"\n", width, height)
	for _, p := range s.parts {
		p.svg(&b)
	}
	b.WriteString("</svg>\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// style gives the named inks their colours.
func style(theme Theme) string {
	first := theme
	if theme == Follow {
		first = Light
	}
	css := rules(first)
	if theme == Follow {
		css += "@media (prefers-color-scheme:dark){" + rules(Dark) + "}"
	}
	return css
}

func rules(theme Theme) string {
	var names []string
	for name := range inks {
		names = append(names, string(name))
	}
	slices.Sort(names)
	var css strings.Builder
	for _, name := range names {
		fmt.Fprintf(&css, ".fill-%s{fill:%[2]s}.line-%[1]s{stroke:%[2]s}", name, ink(name).colour(theme))
	}
	return css.String()
}

func (p part) svg(b *strings.Builder) {
	if p.says == "" {
		for _, s := range p.shapes {
			shapeSVG(b, s)
		}
		return
	}
	fmt.Fprintf(b, "<g><title>%s</title>\n", escape(p.says))
	for _, s := range p.shapes {
		shapeSVG(b, s)
	}
	b.WriteString("</g>\n")
}

func shapeSVG(b *strings.Builder, s shape) {
	switch s := s.(type) {
	case circle:
		fmt.Fprintf(b, `<circle cx="%s" cy="%s" r="%s"%s/>`, number(s.at.x), number(s.at.y), number(s.radius), paint(s.fill, s.edge, s.width))
	case path:
		fmt.Fprintf(b, `<path d="%s"%s`, s.d(), paint(s.fill, s.stroke, s.width))
		if s.dashed {
			fmt.Fprintf(b, ` stroke-dasharray="%g %g"`, dash[0], dash[1])
		}
		b.WriteString("/>")
	case text:
		s.svg(b)
	}
	b.WriteByte('\n')
}

// dash is how long a dash and the gap after it are.
var dash = [2]float64{6, 4}

// d is the path in SVG's letters.
func (p path) d() string {
	var b strings.Builder
	fmt.Fprintf(&b, "M%s %s", number(p.start.x), number(p.start.y))
	from := p.start
	for _, c := range p.curves {
		if bend, to := c[0], c[1]; bend == from.towards(to, 0.5) {
			fmt.Fprintf(&b, "L%s %s", number(to.x), number(to.y))
		} else {
			fmt.Fprintf(&b, "Q%s %s %s %s", number(bend.x), number(bend.y), number(to.x), number(to.y))
		}
		from = c[1]
	}
	if p.closed {
		b.WriteByte('Z')
	}
	return b.String()
}

func (t text) svg(b *strings.Builder) {
	fmt.Fprintf(b, `<text x="%s" y="%s" font-size="%s"`, number(t.at.x), number(t.at.y), number(t.size))
	if t.anchor != starts {
		fmt.Fprintf(b, ` text-anchor="%s"`, [...]string{middle: "middle", ends: "end"}[t.anchor])
	}
	if t.halo {
		b.WriteString(paint(t.fill, paper, haloWidth) + ` stroke-linejoin="round" paint-order="stroke"`)
	} else {
		b.WriteString(paint(t.fill, none, 0))
	}
	fmt.Fprintf(b, ">%s</text>", escape(t.words))
}

// haloWidth is how wide the paper around letters is, both sides together.
const haloWidth = 3.0

// paint is the attributes of fill and stroke.
func paint(fill, stroke ink, width float64) string {
	var classes []string
	var plain strings.Builder
	set := func(attribute, class string, i ink) {
		if _, named := inks[i]; named {
			classes = append(classes, class+string(i))
			return
		}
		if i == none {
			i = "none"
		}
		fmt.Fprintf(&plain, ` %s="%s"`, attribute, i)
	}
	set("fill", "fill-", fill)
	if stroke != none && width > 0 {
		set("stroke", "line-", stroke)
		fmt.Fprintf(&plain, ` stroke-width="%s"`, number(width))
	}
	if len(classes) > 0 {
		return fmt.Sprintf(` class="%s"%s`, strings.Join(classes, " "), plain.String())
	}
	return plain.String()
}

// number writes tenths of a pixel, and no more digits than it takes.
func number(f float64) string {
	s := strings.TrimSuffix(strconv.FormatFloat(f, 'f', 1, 64), ".0")
	if s == "-0" {
		return "0"
	}
	return s
}

// escape makes text safe in XML; what XML cannot hold becomes U+FFFD.
func escape(words string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(words, "\uFFFD"))
	return entities.Replace(clean)
}

var entities = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

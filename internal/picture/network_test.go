package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/query"
)

func TestNetworkIsDrawnAsBefore(t *testing.T) {
	n := harbour(t)
	golden(t, "harbour.svg", func(w io.Writer) error { return NetworkSVG(w, n, Look{}) })
}

// A crowd is one in which everything finds its place and nothing stands on
// anything.
func TestLabelsCoverNothing(t *testing.T) {
	for name, n := range crowds(t) {
		d := newDrawing(n)
		named := 0
		for i, l := range d.labels {
			if l.fill == words {
				named++
			}
			if !d.canvas.holds(l.box) {
				t.Errorf("%s: %q stands outside", name, l.lines)
			}
			for _, other := range d.labels[:i] {
				if l.box.overlaps(other.box) {
					t.Errorf("%s: %q covers %q", name, l.lines, other.lines)
				}
			}
			for _, c := range d.discs {
				if l.nearest(c.at).distance(c.at) < c.bounds().width()/2 {
					t.Errorf("%s: %q covers %s", name, l.lines, c.node.Name())
				}
			}
			for _, s := range l.shapes() {
				if !l.box.grown(1).holds(s.bounds()) {
					t.Errorf("%s: %q is written outside its box", name, s.(text).words)
				}
			}
		}
		if named < len(d.discs)*9/10 {
			t.Errorf("%s: %d of %d nodes have a label", name, named, len(d.discs))
		}
	}
}

func TestNodesAndLegendKeepToTheirPlaces(t *testing.T) {
	for name, n := range crowds(t) {
		d := newDrawing(n)
		for i, c := range d.discs {
			if !d.canvas.holds(c.bounds()) {
				t.Errorf("%s: %s stands outside", name, c.node.Name())
			}
			for _, other := range d.discs[:i] {
				if c.bounds().overlaps(other.bounds()) {
					t.Errorf("%s: %s covers %s", name, c.node.Name(), other.node.Name())
				}
			}
		}
		s := drawNetwork(n, Look{})
		whole := box{0, 0, s.width, s.height}
		for _, p := range s.parts {
			for _, shape := range p.shapes {
				if !whole.holds(shape.bounds()) {
					t.Errorf("%s: %#v is cut off", name, shape)
				}
			}
		}
	}
}

func TestParallelLinksRunApart(t *testing.T) {
	d := newDrawing(harbour(t))
	if len(d.threads) != 6 {
		t.Fatalf("%d links, want 6", len(d.threads))
	}
	for i, a := range d.threads {
		for _, b := range d.threads[:i] {
			if gap := a.at(0.5).distance(b.at(0.5)); gap < bowing*0.9 {
				t.Errorf("%s and %s are %.1f apart", a.says(), b.says(), gap)
			}
		}
	}
}

func TestLinksTellStatusAndDocuments(t *testing.T) {
	for _, thread := range newDrawing(harbour(t)).threads {
		p := thread.shapes()[0].(path)
		wantDashed := strings.Contains(thread.says(), "planned") || strings.Contains(thread.says(), "proposed")
		wantWidth := 1.2
		if strings.Contains(thread.says(), "3 documents") {
			wantWidth = 3.4
		}
		if p.dashed != wantDashed || p.width < wantWidth-0.01 || p.width > wantWidth+0.01 {
			t.Errorf("%s: dashed %v, width %.1f", thread.says(), p.dashed, p.width)
		}
	}
}

func TestEveryNodeAndLinkIsToldInWords(t *testing.T) {
	n := harbour(t)
	titles, text := readSVG(t, n, Look{Title: hostile})
	for _, want := range []string{hostile, hostile + " (Ship), 4 links in all", "Argo — home port — Iolcos, since 1998, 3 documents", "Argo — lends to — " + hostile + ", 2001, planned, 1 document"} {
		if !strings.Contains(titles, want+"\n") {
			t.Errorf("no title %q among\n%s", want, titles)
		}
	}
	for _, want := range []string{"Argo", "Niña", "Iolcos", "has not happened", "wider: more documents say so (1 to 3)", "holds both ways"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is written nowhere", want)
		}
	}
}

// readSVG reads a network's SVG strictly and gives the titles and the texts, a
// line each.
func readSVG(t *testing.T, n *query.Network, look Look) (titles, texts string) {
	t.Helper()
	var b bytes.Buffer
	if err := NetworkSVG(&b, n, look); err != nil {
		t.Fatal(err)
	}
	var title, text strings.Builder
	var in string
	for d := xml.NewDecoder(&b); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return title.String(), text.String()
		} else if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			if in == "script" || in == "image" || in == "foreignObject" {
				t.Errorf("there is a <%s>", in)
			}
		case xml.EndElement:
			in = ""
		case xml.CharData:
			switch in {
			case "title":
				title.WriteString(string(token) + "\n")
			case "text":
				text.WriteString(string(token) + "\n")
			}
		}
	}
}

func TestThemes(t *testing.T) {
	n := harbour(t)
	for _, test := range []struct {
		theme     Theme
		asks      bool
		paper     string
		elsewhere string
	}{
		{Follow, true, "#ffffff", ""}, {Light, false, "#ffffff", "#12161c"}, {Dark, false, "#12161c", "#ffffff}"},
	} {
		var b strings.Builder
		if err := NetworkSVG(&b, n, Look{Theme: test.theme}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "prefers-color-scheme") != test.asks || !strings.Contains(b.String(), ".fill-paper{fill:"+test.paper) ||
			test.elsewhere != "" && strings.Contains(b.String(), test.elsewhere) {
			t.Errorf("theme %d is written as\n%.600s", test.theme, b.String())
		}
	}
}

func TestWordsAreReadable(t *testing.T) {
	for theme := Light; theme <= Dark; theme++ {
		for _, i := range []ink{words, faint} {
			if got := contrast(i.colour(theme), paper.colour(theme)); got < 4.5 {
				t.Errorf("%s on paper in theme %d has a contrast of %.1f", i, theme, got)
			}
		}
	}
	for _, class := range shipped().Says().Classes() {
		if got := contrast(class.Colour(), string(on(ink(class.Colour())))); got < 4.5 {
			t.Errorf("letters on %s have a contrast of %.1f", class.Name(), got)
		}
	}
}

func TestLettersTellClassesApart(t *testing.T) {
	n := harbour(t)
	seen := map[string]query.EntityType{}
	for class, pair := range letters(n.Nodes) {
		if other, taken := seen[pair]; taken || len([]rune(pair)) != 2 {
			t.Errorf("%s and %s are both %q", class, other, pair)
		}
		seen[pair] = class
	}
	taken := map[string]bool{"Ma": true, "Mn": true}
	for name, want := range map[string]string{"Map": "Mp", "Mama": "M1", "Éa": "Éa", "X": "X1"} {
		if got := pairOf(name, taken); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestNetworkPNG(t *testing.T) {
	n := harbour(t)
	var first, again bytes.Buffer
	for _, b := range []*bytes.Buffer{&first, &again} {
		if err := NetworkPNG(b, n, Look{Theme: Dark}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), again.Bytes()) {
		t.Error("written twice, it differs")
	}
	img, err := png.Decode(&first)
	if err != nil {
		t.Fatal(err)
	}
	s := drawNetwork(n, Look{})
	if size := img.Bounds().Size(); size.X != int(density*s.width+0.5) || size.Y != int(density*s.height+0.5) {
		t.Errorf("it is %v, for %v by %v", size, s.width, s.height)
	}
	for _, c := range newDrawing(n).discs {
		got := img.At(int(density*c.at.x), int(density*(c.at.y-c.radius+3)))
		if want := rgb(c.node.Class().Colour()); got != want {
			t.Errorf("%s is painted %v, want %v", c.node.Name(), got, want)
		}
	}
	if got, want := img.At(1, 1), rgb(paper.colour(Dark)); got != want {
		t.Errorf("the paper is %v, want %v", got, want)
	}
}

func FuzzEscape(f *testing.F) {
	for _, seed := range []string{"", hostile, "\x00\x1f\u007f", "\ufffe\uffff", "a\xffb", "&amp;", "\r\n\t"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		var got struct {
			Attribute string `xml:"a,attr"`
			Text      string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<t a="`+escape(words)+`">`+escape(words)+`</t>`), &got); err != nil {
			t.Fatal(err)
		}
		if got.Text != got.Attribute {
			t.Errorf("%q reads %q as text and %q as attribute", words, got.Text, got.Attribute)
		}
	})
}

func BenchmarkNetworkSVG(b *testing.B) {
	n := crowds(b)["country/japan depth 2"]
	for b.Loop() {
		if err := NetworkSVG(io.Discard, n, Look{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNetworkPNG(b *testing.B) {
	n := crowds(b)["country/japan depth 2"]
	for b.Loop() {
		if err := NetworkPNG(io.Discard, n, Look{}); err != nil {
			b.Fatal(err)
		}
	}
}

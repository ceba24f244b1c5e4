package picture

import (
	"encoding/xml"
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

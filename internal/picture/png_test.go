package picture

import (
	"bytes"
	"image/png"
	"testing"
)

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

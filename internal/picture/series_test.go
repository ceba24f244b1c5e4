package picture

import (
	"bytes"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"
)

var trade = []Line{
	{Name: "Trade of wool & <oil>", Unit: "USD", Points: []Point{
		{1996.5, 115e9, "USD 115 billion", true}, {1993.5, 87e9, "nearly USD 87 billion", true}, {1995.5, 121.2e9, "USD 121.2 billion", false}}},
	{Name: "Share of wool", Unit: "percent", Points: []Point{{1996.5, 15.9, "15.9 %", false}, {1999.5, -0.4, "−0.4 %", false}}},
	{Name: "Gifts", Unit: "USD", Points: []Point{{1994.5, 5.15e9, "about USD 5.15 billion", true}}},
	{Name: "Never told", Unit: "person"},
}

func TestSeriesAreDrawnAsBefore(t *testing.T) {
	golden(t, "trade.svg", func(w io.Writer) error { return SeriesSVG(w, trade, Look{Title: "Trade"}) })
}

func TestUnitsHaveScalesOfTheirOwn(t *testing.T) {
	panels := panelsOf(trade)
	if len(panels) != 2 || panels[0].unit != "USD" || len(panels[0].curves) != 2 || panels[1].unit != "percent" {
		t.Fatalf("panels %+v", panels)
	}
	if !slices.IsSortedFunc(panels[0].curves[0].Points, func(a, b Point) int { return int(2 * (a.X - b.X)) }) {
		t.Error("points are not in order of time")
	}
	if trade[0].Points[0].X != 1996.5 {
		t.Error("the caller's points were moved")
	}
}

func TestChartKeepsToThePaperAndFiguresApart(t *testing.T) {
	s := drawSeries(trade, Look{})
	whole := box{0, 0, s.width, s.height}
	var texts []text
	for _, p := range s.parts {
		for _, shape := range p.shapes {
			if !whole.holds(shape.bounds()) {
				t.Errorf("%#v is cut off", shape)
			}
			if own, is := shape.(text); is {
				texts = append(texts, own)
			}
		}
	}
	for i, a := range texts {
		for _, b := range texts[:i] {
			if a.bounds().overlaps(b.bounds()) {
				t.Errorf("%q covers %q", a.words, b.words)
			}
		}
	}
}

func TestChartWithoutFigures(t *testing.T) {
	for _, lines := range [][]Line{nil, {{Name: "Nothing", Unit: "USD"}}, {{Name: "One", Unit: "USD", Points: []Point{{2000, 0, "0", false}}}}} {
		var svg strings.Builder
		if err := SeriesSVG(&svg, lines, Look{}); err != nil || strings.Contains(svg.String(), "NaN") || strings.Contains(svg.String(), "Inf") {
			t.Errorf("%v: %v\n%s", lines, err, svg.String())
		}
		var b bytes.Buffer
		if err := SeriesPNG(&b, lines, Look{}); err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(&b); err != nil {
			t.Errorf("%v: %v", lines, err)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		want      string
	}{
		{0, 128, "0 50 100 150"}, {0, 1, "0 0.2 0.4 0.6 0.8 1"}, {-4, 15.9, "−5 0 5 10 15 20"}, {0, 0, "0 0.2 0.4 0.6 0.8 1"}, {0, 12345, "0 5,000 10,000 15,000"},
	} {
		var got []string
		for _, v := range ticks(test.low, test.high, 5) {
			got = append(got, figure(v))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("ticks(%v, %v) are %v, want %s", test.low, test.high, got, test.want)
		}
	}
}

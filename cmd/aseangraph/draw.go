package main

import (
	"context"
	"io"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/picture"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// themes are what a picture can be painted for.
var themes = map[string]picture.Theme{"reader": picture.Follow, "light": picture.Light, "dark": picture.Dark}

// drawing is what draw is told.
type drawing struct {
	around surroundings
	of     dimensions
	series bool
	output string
	theme  string
	title  string
}

// painter writes a picture.
type painter func(io.Writer) error

func newDraw() *cobra.Command {
	var i inquiry
	var d drawing
	cmd := &cobra.Command{
		Use:   "draw ID|NAME...",
		Short: "Draw a network or series as SVG or PNG",
		Long: `Draw draws what lies around things, as network tells it, or figures, as series
tells them. The same question gives the same picture. It is SVG on stdout, or a
file of the kind that its name tells.

Dashes are what has not happened; a line is the wider the more documents say so.`,
		Example: `  aseangraph draw "ASEAN Cultural Fund" > fund.svg
  aseangraph draw --depth 2 --first 40 --output japan.png Japan
  aseangraph draw --series --reporter Japan --output investment.svg`,
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := d.check(args); err != nil {
				return err
			}
			if err := i.open(cmd); err != nil {
				return err
			}
			paint, err := d.painter(cmd.Context(), &i, args)
			if err != nil {
				return err
			}
			if d.output == "" {
				return paint(cmd.OutOrStdout())
			}
			return toFile(d.output, paint)
		},
	}
	d.flags(cmd)
	i.filter.flags(cmd)
	i.dataFlag(cmd)
	return cmd
}

func (d *drawing) flags(cmd *cobra.Command) {
	d.around.flags(cmd)
	cmd.Flags().BoolVar(&d.series, "series", false, "draw series of figures instead of a network")
	d.of.flags(cmd)
	cmd.Flags().StringVar(&d.output, "output", "", "write to this `file`, .svg or .png, instead of stdout")
	cmd.Flags().StringVar(&d.theme, "theme", "reader", "paint for this `page`: light, dark, or as the reader of an SVG has it; PNG is then light")
	cmd.Flags().StringVar(&d.title, "title", "", "write this `text` above the picture (default: what is drawn)")
}

func (d *drawing) check(args []string) error {
	switch _, known := themes[d.theme]; {
	case !known:
		return fault.New(fault.Invalid, "unknown theme %.60q", d.theme).Hinted("use light, dark or reader")
	case d.output != "" && d.extension() != ".svg" && d.extension() != ".png":
		return fault.New(fault.Invalid, "--output: %s is neither .svg nor .png", d.output).Hinted("give the file one of these endings")
	case !d.series && len(args) == 0:
		return fault.New(fault.Invalid, "nothing is named to draw").Hinted("name a thing, or draw figures with --series")
	case d.series && len(args) > 0:
		return fault.New(fault.Invalid, "--series takes no names").Hinted("choose figures with --indicator, --reporter and --partner")
	}
	return nil
}

func (d *drawing) extension() string { return strings.ToLower(filepath.Ext(d.output)) }

// painter asks for what is to be drawn.
func (d *drawing) painter(ctx context.Context, i *inquiry, args []string) (painter, error) {
	look, asPNG := picture.Look{Title: d.title, Theme: themes[d.theme]}, d.extension() == ".png"
	if d.series {
		_, found, err := i.series(ctx, d.of)
		if err != nil {
			return nil, err
		}
		if asPNG {
			return func(w io.Writer) error { return picture.SeriesPNG(w, found.lines(), look) }, nil
		}
		return func(w io.Writer) error { return picture.SeriesSVG(w, found.lines(), look) }, nil
	}
	around, err := i.ids(args)
	if err != nil {
		return nil, err
	}
	n, err := i.edition.Graph.Network(ctx, around, &d.around.depth, &d.around.first, i.where)
	if err != nil {
		return nil, err
	}
	i.reportHidden(n.Hidden)
	if asPNG {
		return func(w io.Writer) error { return picture.NetworkPNG(w, n, look) }, nil
	}
	return func(w io.Writer) error { return picture.NetworkSVG(w, n, look) }, nil
}

// lines are the series for drawing, each figure where its period begins, so that
// a year stands at its own mark.
func (c *charts) lines() (lines []picture.Line) {
	for _, s := range c.Series {
		line := picture.Line{Name: s.title(), Unit: s.Unit}
		for _, f := range s.Figures {
			year, ok := yearOf(f.Period.Earliest)
			value, err := strconv.ParseFloat(f.Value.Value, 64)
			if ok && err == nil {
				line.Points = append(line.Points, picture.Point{
					X: year, Value: value, Label: f.Value.Label, Approximate: f.Value.Qualifier != statement.Exact.String(),
				})
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// yearOf is a day's year with its fraction; not ok where there is no day.
func yearOf(day string) (year float64, ok bool) {
	at, err := time.Parse(time.DateOnly, day)
	return float64(at.Year()) + float64(at.YearDay()-1)/366, err == nil
}

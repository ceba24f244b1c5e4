package main

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

const seriesQuestion = `
query($indicator: ID, $reporter: ID, $partner: ID) {
  series(indicator: $indicator, reporter: $reporter, partner: $partner) {
    indicator { ...Named }
    reporter { ...Named }
    partner { ...Named }
    compiledBy { ...Named }
    unit
    figures {
      observation { ...Named }
      period { ...Dated }
      value { value unit qualifier label }
      statements { ...Said }
      change { value unit from { id } }
    }
  }
}`

// charts are series of figures.
type charts struct {
	Series []*series `json:"series"`
}

type series struct {
	Measured   named     `json:"indicator"`
	Reporter   *named    `json:"reporter"`
	Partner    *named    `json:"partner"`
	CompiledBy *named    `json:"compiledBy"`
	Unit       string    `json:"unit"`
	Figures    []*figure `json:"figures"`
}

type figure struct {
	Told       named   `json:"observation"` // of which it is told
	Period     *period `json:"period"`
	Value      object  `json:"value"`
	Statements []*said `json:"statements"`
	Change     *struct {
		Value string `json:"value"`
		Unit  string `json:"unit"`
	} `json:"change"`
}

// dimensions are what series are chosen by; commands share the flags.
type dimensions struct{ indicator, reporter, partner string }

func (d *dimensions) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&d.indicator, indicatorFlag, "", "only figures of this indicator, by `id or name`")
	cmd.Flags().StringVar(&d.reporter, reporterFlag, "", "only figures of this country or organisation, by `id or name`")
	cmd.Flags().StringVar(&d.partner, partnerFlag, "", "only figures with this country or organisation, by `id or name`")
}

// The flags are called as the arguments of the question.
var (
	indicatorFlag = strings.ToLower(ontology.DimensionIndicator.String())
	reporterFlag  = strings.ToLower(ontology.DimensionReporter.String())
	partnerFlag   = "partner"
)

func newSeries() *cobra.Command {
	var i inquiry
	var of dimensions
	cmd := &cobra.Command{
		Use:   "series",
		Short: "Tell how figures moved, and who gives them",
		Long: `Series prints figures in order of time, each with the place in the document that
gives it. Figures of different indicator, reporter, partner, unit or compiler are
never joined, and targets are left out. A change on the year before is reckoned
here, where both years have one exact figure.`,
		Example: `  aseangraph series
  aseangraph series --reporter Japan --csv`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			a, found, err := i.series(cmd.Context(), of)
			if err != nil {
				return err
			}
			return i.tell(cmd.OutOrStdout(), json.RawMessage(a.raw), found)
		},
	}
	of.flags(cmd)
	i.flags(cmd)
	return cmd
}

// series asks for the figures of what is named; there is a series.
func (i *inquiry) series(ctx context.Context, of dimensions) (*answer, *charts, error) {
	asked := map[string]any{}
	for _, one := range []struct {
		name, argument string
		dimension      ontology.Dimension
	}{
		{indicatorFlag, of.indicator, ontology.DimensionIndicator},
		{reporterFlag, of.reporter, ontology.DimensionReporter},
		{partnerFlag, of.partner, ontology.DimensionCounterpart},
	} {
		if one.argument == "" {
			continue
		}
		thing, err := i.find(one.argument, inDimension(i.edition.Graph, one.dimension))
		if err != nil {
			return nil, nil, fault.New(fault.KindOf(err), "--%s: %w", one.name, err)
		}
		asked[one.name] = thing.ID()
	}
	found := &charts{}
	a, err := i.ask(ctx, seriesQuestion, asked, found)
	if err == nil && len(found.Series) == 0 {
		err = fault.New(fault.NotFound, "no figures are told of that").Hinted("see what there is with: aseangraph series")
	}
	return a, found, err
}

// table has a row for each statement that gives a figure.
func (c *charts) table() (columns []string, rows [][]string) {
	for _, s := range c.Series {
		reporter, partner, compiler := orNobody(s.Reporter), orNobody(s.Partner), orNobody(s.CompiledBy)
		for _, f := range s.Figures {
			change, unit := "", ""
			if f.Change != nil {
				change, unit = f.Change.Value, f.Change.Unit
			}
			for _, one := range f.Statements {
				rows = append(rows, append([]string{
					s.Measured.ID, s.Measured.Name, reporter.ID, partner.ID, compiler.ID, f.Told.ID,
					f.Period.EDTF, f.Value.Value, s.Unit, f.Value.Qualifier, change, unit,
				}, one.cells()...))
			}
		}
	}
	return append([]string{"indicatorId", "indicatorName", "reporterId", "partnerId", "compilerId", "observationId",
		"date", "value", "unit", "qualifier", "computedChange", "computedChangeUnit"}, saidColumns...), rows
}

func orNobody(n *named) named {
	if n == nil {
		return named{}
	}
	return *n
}

// title is what a series is of, in words.
func (s *series) title() string {
	title := s.Measured.Name
	if s.Reporter != nil {
		title += " · " + s.Reporter.Name
	}
	if s.Partner != nil {
		title += " with " + s.Partner.Name
	}
	if s.CompiledBy != nil {
		title += " · compiled by " + s.CompiledBy.Name
	}
	return title
}

func (c *charts) text(columns int) string {
	var all []place
	for _, s := range c.Series {
		for _, f := range s.Figures {
			all = append(all, places(f.Statements...)...)
		}
	}
	numbered := newSpots(all)
	var b strings.Builder
	for n, s := range c.Series {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(indented(s.title()+", "+s.Unit, "", "  ", columns))
		b.WriteString(table([]string{"when", "figure", "change (reckoned here)", "who"}, s.rows(numbered), columns))
	}
	return b.String() + numbered.list(columns)
}

func (s *series) rows(numbered spots) (rows [][]string) {
	for _, f := range s.Figures {
		change := ""
		if f.Change != nil {
			change = f.Change.Value + " " + strings.ReplaceAll(f.Change.Unit, "-", " ")
			if !strings.HasPrefix(change, "-") {
				change = "+" + change
			}
		}
		rows = append(rows, []string{f.Period.Label, f.Value.Label, change, numbered.numbers(places(f.Statements...)...)})
	}
	return rows
}

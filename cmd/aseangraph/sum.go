package main

import (
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
)

const sumQuestion = `
query($where: StatementWhere!) {
  sum(where: $where) {
    quantity { value unit qualifier stage label }
    added { ...Said }
    leftOut { ...Said }
  }
}`

// sum is amounts put together, with what was added and what was not.
type sum struct {
	Quantity object  `json:"quantity"`
	Added    []*said `json:"added"`
	LeftOut  []*said `json:"leftOut"`
}

// addends are which statements are to be added.
type addends struct{ subject, predicate, object, during, status string }

func newSum() *cobra.Command {
	var i inquiry
	var of addends
	cmd := &cobra.Command{
		Use:   "sum",
		Short: "Add amounts, and list what was added",
		Long: `Sum adds the amounts of statements of one currency and one stage, and lists what
it added and what it left out: statements without an amount, what has not
happened unless its status is asked for, and what repeats an amount that another
document tells. It refuses to add currencies or stages to each other, and amounts
that cannot both be true.`,
		Example: `  aseangraph sum --predicate contributesTo --object "ASEAN Fund"
  aseangraph sum --subject Canada --predicate contributesTo --csv`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := i.open(cmd); err != nil {
				return err
			}
			where, err := of.where(&i)
			if err != nil {
				return err
			}
			var found struct{ Sum *sum }
			a, err := i.ask(cmd.Context(), sumQuestion, map[string]any{"where": where}, &found)
			if err != nil {
				return err
			}
			return i.tell(cmd.OutOrStdout(), json.RawMessage(a.raw), found.Sum)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&of.subject, "subject", "", "only what is said of this thing, by `id or name`")
	flags.StringVar(&of.predicate, "predicate", "", "only what is said with this `predicate`, by its name in the ontology")
	flags.StringVar(&of.object, "object", "", "only what is said to this thing, by `id or name`")
	flags.StringVar(&of.during, "during", "", "only what overlaps this `date`, such as 1977 or 1997/2003")
	flags.StringVar(&of.status, "status", "", "what has this `status`, in the place of what happened or is ongoing")
	i.flags(cmd)
	return cmd
}

// where is the filter as the API takes it.
func (a addends) where(i *inquiry) (map[string]any, error) {
	where := map[string]any{}
	var subject, object fitting
	if p := i.edition.Graph.Ontology.Predicate(a.predicate); p != nil {
		subject, object = ofClass(i.edition.Graph, p.Admits), ofClass(i.edition.Graph, p.Reaches)
	}
	for _, end := range []struct {
		flag, name string
		fits       fitting
	}{{"subject", a.subject, subject}, {"object", a.object, object}} {
		if end.name == "" {
			continue
		}
		thing, err := i.find(end.name, end.fits)
		if err != nil {
			return nil, fault.New(fault.KindOf(err), "--%s: %w", end.flag, err)
		}
		where[end.flag] = thing.ID()
	}
	for key, value := range map[string]string{"predicate": a.predicate, "during": a.during} {
		if value != "" {
			where[key] = value
		}
	}
	if a.status != "" {
		where["status"] = strings.ToUpper(a.status)
	}
	if len(where) == 0 {
		return nil, fault.New(fault.Invalid, "nothing tells what to add").Hinted("give --subject, --predicate or --object")
	}
	return where, nil
}

func (s *sum) table() (columns []string, rows [][]string) {
	for _, part := range []struct {
		name string
		said []*said
	}{{"added", s.Added}, {"left out", s.LeftOut}} {
		for _, one := range part.said {
			rows = append(rows, append([]string{part.name, one.Subject.ID, one.Predicate.Name, one.Object.ID, one.Object.exact()}, one.cells()...))
		}
	}
	return append([]string{"part", "subject", "predicate", "object", "objectName"}, saidColumns...), rows
}

func (s *sum) text(columns int) string {
	numbered := newSpots(append(places(s.Added...), places(s.LeftOut...)...))
	text := s.Quantity.String() + "\n\n" + table([]string{"added", "about", "what", "who"}, addedRows(s.Added, numbered), columns)
	if len(s.LeftOut) > 0 {
		text += "\n" + table([]string{"left out", "about", "what", "who"}, addedRows(s.LeftOut, numbered), columns)
	}
	return text + numbered.list(columns)
}

// addedRows tell the amounts first.
func addedRows(all []*said, numbered spots) (rows [][]string) {
	for _, s := range all {
		f := s.fact(true)
		f.Quantity = ""
		amount := s.Quantity.String()
		if s.Quantity == nil && s.Object.Value != "" {
			amount, f.Value = s.Object.String(), ""
		}
		rows = append(rows, []string{amount, s.Subject.Name, f.Label + " " + f.String(), numbered.numbers(s.Evidence)})
	}
	return rows
}

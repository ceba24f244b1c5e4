package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// taking is what export is told.
type taking struct {
	source source
	filter filter
	format string
	output string
	around []string
	depth  int
}

func newExport() *cobra.Command {
	var t taking
	cmd := &cobra.Command{
		Use:   "export [ontology|shapes|context|description]",
		Short: "Write the graph or a part of it, or its vocabulary, in the formats people use",
		Long: `Export writes every entity, document and statement or, with --around and the
filters, a part: what is said among the things within --depth links of those
named. The same data gives the same bytes, on any machine. Where --format is left
out, the ending of --output tells it.

Formats:
` + titles(formatTitles()) + `
With one of these words it writes what the data is told in instead:
` + titles(wordTitles()),
		Example: `  aseangraph export --format trig --output aseangraph.trig
  aseangraph export --around Japan --depth 2 --output japan.gexf
  aseangraph export --format csv --predicate contributesTo
  aseangraph export shapes --output shapes.ttl
  aseangraph export | wc -l`,
		Args:      arguments(0, 1),
		ValidArgs: names(wordTitles()),
		RunE: func(cmd *cobra.Command, args []string) error {
			writeTo, err := t.writer(cmd, args)
			if err != nil {
				return err
			}
			if t.output == "" {
				return writeTo(cmd.OutOrStdout())
			}
			return toFile(t.output, writeTo)
		},
	}
	formats := names(formatTitles())
	cmd.Flags().StringVar(&t.format, "format", "", "write this `format`: "+strings.Join(formats, ", ")+" (default "+formats[0]+")")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
	cmd.Flags().StringVar(&t.output, "output", "", "write to this `file` instead of stdout")
	cmd.Flags().StringArrayVar(&t.around, "around", nil, "only what lies around this thing, by `id or name`; may be repeated")
	cmd.Flags().IntVar(&t.depth, "depth", 1, "with --around: go this `number` of links away")
	t.filter.flags(cmd)
	t.source.dataFlag(cmd)
	t.source.baseFlag(cmd)
	return cmd
}

// titled is something that can be written, for help.
type titled struct{ name, title string }

func formatTitles() (all []titled) {
	for _, f := range export.Formats() {
		all = append(all, titled{f.Name, f.Title})
	}
	return all
}

func wordTitles() (all []titled) {
	for _, c := range edition.Companions() {
		all = append(all, titled{c.Name, c.Title})
	}
	return all
}

func titles(all []titled) string {
	var b strings.Builder
	for _, one := range all {
		b.WriteString(indented(one.title, fmt.Sprintf("  %-11s", one.name), strings.Repeat(" ", 13), plainWidth))
	}
	return b.String()
}

func names(all []titled) (names []string) {
	for _, one := range all {
		names = append(names, one.name)
	}
	return names
}

// writer finds out what is to be written, before any file is made.
func (t *taking) writer(cmd *cobra.Command, args []string) (func(io.Writer) error, error) {
	if len(args) > 0 {
		return t.companion(cmd, args[0])
	}
	format, err := t.formatNamed()
	if err != nil {
		return nil, err
	}
	e, err := t.source.open()
	if err != nil {
		return nil, err
	}
	part, err := t.part(e, cmd.ErrOrStderr())
	if err != nil {
		return nil, err
	}
	selection, err := e.Selection(part)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		told := newProgress(cmd.ErrOrStderr(), w)
		defer told.end()
		selection.Statements = told.count(selection.Statements)
		return format.Write(w, selection)
	}, nil
}

// companion writes one of the files that go with the data.
func (t *taking) companion(cmd *cobra.Command, name string) (func(io.Writer) error, error) {
	for _, c := range edition.Companions() {
		if c.Name != name {
			continue
		}
		for _, flag := range []string{"format", "around", "depth", "predicate", "class", "as-of", "during", "certainty", "status", "document"} {
			if cmd.Flags().Changed(flag) {
				return nil, fault.New(fault.Invalid, "%s and --%s do not go together", name, flag).Hinted("leave out one of them")
			}
		}
		e, err := t.source.open()
		if err != nil {
			return nil, err
		}
		return func(w io.Writer) error { return c.Write(w, e) }, nil
	}
	return nil, fault.New(fault.Invalid, "export knows no %.60q", name).
		Hinted("%s", fault.DidYouMean(name, names(wordTitles()), "export one of: "+strings.Join(names(wordTitles()), ", ")))
}

// formatNamed is the format asked for, by its name or by the ending of the file.
func (t *taking) formatNamed() (export.Format, error) {
	if t.format != "" {
		return export.FormatNamed(t.format)
	}
	all := export.Formats()
	if t.output == "" {
		return all[0], nil
	}
	for _, f := range all {
		if ending := strings.ToLower(filepath.Ext(t.output)); ending == f.Extension || ending == "."+f.Name {
			return f, nil
		}
	}
	return export.Format{}, fault.New(fault.Invalid, "the ending of %s tells no format", t.output).Hinted("give --format")
}

func (t *taking) part(e *edition.Edition, stderr io.Writer) (edition.Part, error) {
	where, err := t.filter.where(e.Graph, stderr)
	part := edition.Part{Depth: t.depth, Where: where}
	for _, argument := range t.around {
		thing, err := find(e.Graph, argument, nil, stderr)
		if err != nil {
			return part, fault.New(fault.KindOf(err), "--around: %w", err)
		}
		part.Around = append(part.Around, thing.ID())
	}
	return part, err
}

// toFile writes a file anew.
func toFile(name string, writeTo func(io.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return fault.New(fault.Invalid, "--output: %w", err)
	}
	defer file.Close() // again, where writing failed
	buffer := bufio.NewWriter(file)
	if err := writeTo(buffer); err != nil {
		return err
	}
	if err := buffer.Flush(); err != nil {
		return fault.New(fault.Unavailable, "--output: %w", err)
	}
	if err := file.Close(); err != nil {
		return fault.New(fault.Unavailable, "--output: %w", err)
	}
	return nil
}

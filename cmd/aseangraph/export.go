package main

import (
	"bufio"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// formats are those that can be written.
var formats = map[string]func(io.Writer, *edition.Edition) error{
	"nquads": func(w io.Writer, e *edition.Edition) error {
		return export.WriteNQuads(w, e.Store.Generation().Quads())
	},
}

func newExport() *cobra.Command {
	var from source
	var format, output string
	names := slices.Sorted(maps.Keys(formats))
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph in a format of RDF",
		Long: `Export writes every entity, document and statement. The same data gives the same
bytes, on any machine.

Formats:
  nquads  RDF 1.1 N-Quads in canonical form: sorted, one way to write each term.
          The fourth term of a link is its statement; that of what is said about
          the statement is the document.`,
		Example: `  aseangraph export --format nquads --output aseangraph.nq
  aseangraph export | wc -l`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			writeTo, known := formats[format]
			if !known {
				return fault.New(fault.Invalid, "unknown format %.60q", format).Hinted("formats are: %s", strings.Join(names, ", "))
			}
			e, err := from.open()
			if err != nil {
				return err
			}
			if output == "" {
				return writeTo(cmd.OutOrStdout(), e)
			}
			return toFile(output, func(w io.Writer) error { return writeTo(w, e) })
		},
	}
	cmd.Flags().StringVar(&format, "format", "nquads", "write this `format`: "+strings.Join(names, ", "))
	cmd.Flags().StringVar(&output, "output", "", "write to this `file` instead of stdout")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)) // the flag is there
	from.dataFlag(cmd)
	from.baseFlag(cmd)
	return cmd
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

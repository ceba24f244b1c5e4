// Command aseangraph asks, shows, checks and serves a knowledge graph of
// ASEAN's external relations. It runs with nothing: the data is in the binary.
//
// Each command has a file of its own; output.go has the rules of output, and
// the exit codes are those of internal/fault, with 1 for a check that finds
// complaints.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program; it gives the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	out := &output{Writer: stdout}
	root.SetOut(out)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if out.failed != nil {
		err = out.failed
	}
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // who read along has seen enough
		return 0
	case errors.Is(err, errComplaints):
		return 1
	default:
		say(stderr, "%v", err)
		return fault.KindOf(err).ExitCode()
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "aseangraph",
		Short: "Ask who met whom, who funds what and who says so in ASEAN's external relations",
		Long: `aseangraph is a knowledge graph of ASEAN's external relations. Every fact in it
tells which document says so and where, keeps its date as precise as published,
and tells what is planned apart from what happened.

Without --data every command answers from the data in the program itself.`,
		Example: `  aseangraph search koizumi
  aseangraph show Japan
  aseangraph serve`,
		Args:          cobra.ArbitraryArgs, // so that refuseUnknown judges them
		RunE:          refuseUnknown,
		SilenceErrors: true, // run tells them
		SilenceUsage:  true,
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fault.New(fault.Invalid, "%w", err).Hinted("see %s --help", cmd.CommandPath())
	})
	root.AddCommand(newServe(), newQuery(), newSearch(), newShow(), newPath(), newCompare(), newNetwork(), newTimeline(), newSeries(), newSum(), newDisagreements(), newDraw(), newCheck(), newExport(), newImport(), newVersion())
	return root
}

// refuseUnknown answers what names no command: with help where nothing is
// named at all.
func refuseUnknown(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return root.Help()
	}
	err := fault.New(fault.Invalid, "unknown command %.60q", args[0])
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return err.Hinted("did you mean %s?", near[0])
	}
	return err.Hinted("see %s --help", root.Name())
}

// arguments is the check that there are at least and at most so many
// arguments; most is -1 where there may be any number.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		how := "few"
		switch {
		case most >= 0 && len(args) > most:
			how = "many"
		case len(args) >= least:
			return nil
		}
		return fault.New(fault.Invalid, "%d arguments are too %s", len(args), how).Hinted("usage: %s", cmd.UseLine())
	}
}

package main

import (
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/schema"
)

// errComplaints ends the program with code 1: the check ran, and all that it
// has to tell is told.
var errComplaints = errors.New("the data has faults")

func newCheck() *cobra.Command {
	var from source
	var verbose bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Judge the data, and prove it against the documents",
		Long: `Check reads all data files and prints everything that is wrong with them, one
complaint a line:

  data/documents/x.yaml:12: what is wrong; what to do

It exits with 1 where there is a complaint, and else with 0. What looks odd but
may be so is counted as a doubt; --verbose lists the doubts.

With --documents it also opens the texts: each passage must name what its
statements are about and hold their years and figures, and every sentence of a
text must be cited, or listed with the reason why it carries no fact.`,
		Example: `  aseangraph check
  aseangraph check --data data
  aseangraph check --data data --documents texts --verbose`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return check(&from, verbose, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	from.dataFlag(cmd)
	from.documentsFlag(cmd, "prove the data against the texts in this `folder`")
	cmd.Flags().BoolVar(&verbose, "verbose", false, "list the doubts, and the words that stand for an entity")
	return cmd
}

func check(from *source, verbose bool, stdout, stderr io.Writer) error {
	files, err := from.files()
	if err != nil {
		return err
	}
	texts, err := from.texts()
	if err != nil {
		return err
	}
	onto, err := ontology.Read(schema.FS)
	if err != nil {
		return fault.New(fault.Internal, "read the ontology: %w", err)
	}
	data, complaints := dataset.Judge(files, onto)
	if texts != nil {
		report, doubts := data.Prove(texts)
		complaints = append(complaints, doubts...)
		tellEvidence(from, data, report, verbose, stderr)
	}
	tellDoubts(from, data, data.Doubts(onto), verbose, stderr)
	return tellComplaints(from, data, complaints, stdout, stderr)
}

// tellDoubts tells what a curator should look at, though it may be so.
func tellDoubts(from *source, data *dataset.Dataset, doubts []dataset.Complaint, verbose bool, stderr io.Writer) {
	if len(doubts) == 0 {
		return
	}
	if verbose {
		for _, d := range doubts {
			say(stderr, "doubt: %s", from.line(d, data))
		}
	}
	say(stderr, "doubts: %s; --verbose lists them", counted(len(doubts), "thing looks odd and may be so", "things look odd and may be so"))
}

func tellComplaints(from *source, data *dataset.Dataset, complaints []dataset.Complaint, stdout, stderr io.Writer) error {
	if len(complaints) == 0 {
		say(stderr, "%s: %s about %s from %s, no complaint", from.name(), counted(len(data.Statements), "statement", "statements"),
			counted(len(data.Entities), "entity", "entities"), counted(len(data.Documents), "document", "documents"))
		return nil
	}
	var b strings.Builder
	for _, c := range complaints {
		b.WriteString(from.line(c, data) + "\n")
	}
	if err := write(stdout, b.String()); err != nil {
		return err
	}
	say(stderr, "%s: %s", from.name(), counted(len(complaints), "complaint", "complaints"))
	return errComplaints
}

// tellEvidence tells what the texts bear out.
func tellEvidence(from *source, data *dataset.Dataset, report dataset.Report, verbose bool, stderr io.Writer) {
	if report.Missing > 0 {
		say(stderr, "evidence: nothing is proved of %s, whose text is missing or another", counted(report.Missing, "document", "documents"))
	}
	if report.Documents == 0 {
		say(stderr, "evidence: no text was opened, so nothing is proved")
		return
	}
	leaning := 0
	for _, r := range report.References {
		leaning += r.Statements
		if verbose {
			at := dataset.Complaint{File: r.File, Line: r.Line, What: "\"" + r.Words + "\" stands for " + string(r.Entity),
				Remedy: counted(r.Statements, "statement needs it", "statements need it")}
			say(stderr, "%s", from.line(at, data))
		}
	}
	say(stderr, "evidence: %s borne out by the texts of %s", counted(report.Statements, "statement", "statements"), counted(report.Documents, "document", "documents"))
	say(stderr, "evidence: %s by words alone of which the data tells what they stand for (refersTo, %d of them)",
		counted(leaning, "statement is named", "statements are named"), len(report.References))
	say(stderr, "coverage: %.1f %%: %d of %d sentences lie in passages, %d of which are listed as carrying no fact",
		report.Coverage(), report.Cited, report.Sentences, report.NoFact)
}

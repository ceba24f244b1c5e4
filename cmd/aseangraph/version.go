package main

import (
	_ "embed"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// notices are the licences of what others wrote and is compiled in, fonts too;
// they go wherever the program goes.
//
//go:embed notices.txt
var notices string

// versions are what a report of a fault should tell.
type versions struct {
	Version    string `json:"version"`            // of the module; "(devel)" for a build outside a release
	Commit     string `json:"commit,omitempty"`   // where it was built from a checkout
	Modified   bool   `json:"modified,omitempty"` // that had changes not committed
	Dataset    string `json:"dataset"`
	Statements int    `json:"statements"`
	Released   string `json:"released,omitempty"` // EDTF
	Go         string `json:"go"`
	Platform   string `json:"platform"`
}

func newVersion() *cobra.Command {
	var asJSON, licences bool
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Tell the versions of the program and of its data",
		Long: `Version tells the version of the program and of the data in it. The version of
the data is a digest of all its quads: two programs that tell the same one give
the same answers.

With --licences it prints the licences of the libraries and fonts in it.`,
		Example: `  aseangraph version
  aseangraph version --json
  aseangraph version --licences`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if licences {
				return write(cmd.OutOrStdout(), notices)
			}
			v, err := readVersions()
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), v)
			}
			return v.tell(cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	cmd.Flags().BoolVar(&licences, "licences", false, "print the licences of what is compiled in")
	cmd.MarkFlagsMutuallyExclusive("json", "licences")
	return cmd
}

func readVersions() (versions, error) {
	e, err := new(source).open()
	if err != nil {
		return versions{}, err
	}
	d := e.Graph.Dataset()
	v := versions{
		Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH,
		Dataset: d.Version(), Statements: d.Statements(), Released: e.Dataset.Released.String(),
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v, nil
	}
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			v.Commit = setting.Value
		case "vcs.modified":
			v.Modified = setting.Value == "true"
		}
	}
	return v, nil
}

func (v versions) tell(stdout io.Writer) error {
	text := "aseangraph " + v.Version
	if v.Commit != "" {
		text += ", commit " + v.Commit[:min(12, len(v.Commit))]
	}
	if v.Modified {
		text += ", with changes"
	}
	text += fmt.Sprintf("\ndataset %s, %s", v.Dataset, counted(v.Statements, "statement", "statements"))
	if v.Released != "" {
		text += ", released " + v.Released
	}
	return write(stdout, text+"\n"+v.Go+" "+v.Platform+"\n")
}

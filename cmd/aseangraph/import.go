package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/schema"
)

// bringing is what import is told.
type bringing struct {
	into     string
	format   string
	base     source // of which only the base counts
	title    string
	licence  string
	released string
}

func newImport() *cobra.Command {
	var b bringing
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Bring exported quads into data files",
		Long: `Import reads N-Quads, TriG or JSON-LD, as export writes them, into a folder of data
files: entities, documents and statements that the folder does not have come in,
and what it has stays as it is. All files are taken together. Nothing is fetched.

Where something contradicts what is there, it tells all of that, writes nothing
and exits with 4. A folder that is new or empty needs to be told what it is about,
with --title, --licence and --released.

Quads carry what the data says and not what people decided on it. A check of the
new folder complains of alike names that the old one keeps apart on purpose, until
review/names.yaml is copied from the old folder to the new one; the file names
entities of the whole, so after an import of a part keep the entries that fit.`,
		Example: `  aseangraph export --format trig --output japan.trig --around Japan
  aseangraph import --into japan --title Japan --licence CC-BY-4.0 --released 2003 japan.trig`,
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			a, err := b.addition(args, cmd.InOrStdin())
			if err != nil {
				return err
			}
			if err := a.WriteTo(b.into); err != nil {
				return err
			}
			b.report(a, cmd.ErrOrStderr())
			return nil
		},
	}
	cmd.Flags().StringVar(&b.into, "into", "", "write to the data files of this `folder`")
	_ = cmd.MarkFlagDirname("into") // the flag is there
	cmd.Flags().StringVar(&b.format, "format", "", "read this `format`: nquads, trig, jsonld (default: as the ending of a file tells)")
	cmd.Flags().StringVar(&b.title, "title", "", "the `title` of a new folder's data")
	cmd.Flags().StringVar(&b.licence, "licence", "", "its licence, an `SPDX` id such as CC-BY-4.0")
	cmd.Flags().StringVar(&b.released, "released", "", "the `date` of its release, such as 2003-12")
	b.base.baseFlag(cmd)
	return cmd
}

// addition is what the files add to the folder.
func (b *bringing) addition(files []string, stdin io.Reader) (*dataset.Addition, error) {
	if b.into == "" {
		return nil, fault.New(fault.Invalid, "no folder is given").Hinted("give one with --into DIR")
	}
	if info, err := os.Stat(b.into); err == nil && !info.IsDir() {
		return nil, fault.New(fault.Invalid, "--into: %s is no folder", b.into).Hinted("give the folder that it lies in")
	}
	about, err := b.about()
	if err != nil {
		return nil, err
	}
	in := edition.Import{Schema: schema.FS, Base: b.base.base, Folder: os.DirFS(b.into), About: about}
	for _, name := range files {
		text, err := b.text(name, stdin)
		if err != nil {
			return nil, err
		}
		in.Texts = append(in.Texts, text)
	}
	if about == nil && empty(in.Folder) {
		return nil, fault.New(fault.Invalid, "--into: %s holds no data yet", b.into).Hinted("tell what it shall be about, with --title, --licence and --released")
	}
	return in.Addition()
}

// about is what a new folder is told; nil where nothing is.
func (b *bringing) about() (*dataset.About, error) {
	if b.title+b.licence+b.released == "" {
		return nil, nil
	}
	released, err := edtf.Parse(b.released)
	if err != nil {
		return nil, fault.New(fault.Invalid, "--released: %w", err)
	}
	return &dataset.About{Title: b.title, Licence: b.licence, Released: released}, nil
}

// text reads a file whole; - is stdin.
func (b *bringing) text(name string, stdin io.Reader) (edition.Text, error) {
	text := edition.Text{Name: name}
	var err error
	switch {
	case b.format != "":
		text.Format, err = rdf.FormatNamed(b.format)
	case name == "-":
		err = fault.New(fault.Invalid, "stdin has no ending that tells its format").Hinted("give --format")
	default:
		text.Format, err = rdf.FormatOf(name)
	}
	if err != nil {
		return text, err
	}
	var content []byte
	if name == "-" {
		text.Name = "stdin"
		content, err = io.ReadAll(stdin)
	} else {
		content, err = os.ReadFile(name)
	}
	if err != nil {
		return text, fault.New(fault.Invalid, "import: %w", err)
	}
	text.Quads = bytes.NewReader(content)
	return text, nil
}

// report tells what came in, and what quads do not carry.
func (b *bringing) report(a *dataset.Addition, stderr io.Writer) {
	say(stderr, "%s: %s, %s and %s added, %d there already", b.into, counted(a.Entities, "entity", "entities"),
		counted(a.Documents, "document", "documents"), counted(a.Statements, "statement", "statements"), a.Known)
	if a.Documents > 0 {
		say(stderr, "quads do not carry %s", dataset.NotAdded)
	}
	for _, doubt := range a.Doubts {
		say(stderr, "%s", (&source{data: b.into}).line(doubt, nil))
	}
	if len(a.Doubts) > 0 {
		say(stderr, "%s: %s; see aseangraph check --data %s", b.into, counted(len(a.Doubts), "complaint", "complaints"), b.into)
	}
	if slices.ContainsFunc(a.Doubts, func(c dataset.Complaint) bool { return strings.Contains(c.Remedy, dataset.NamesApart) }) {
		say(stderr, "where the data that was exported has a review/names.yaml, it tells which alike names are kept apart on purpose: copy it to %s", filepath.Join(b.into, dataset.NamesApart))
	}
}

// empty tells whether a folder holds nothing, or is not there.
func empty(folder fs.FS) bool {
	entries, _ := fs.ReadDir(folder, ".")
	return len(entries) == 0
}

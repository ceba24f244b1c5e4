package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/schema"
)

// source is where a command takes its data from; commands share its flags.
type source struct {
	data      string // folder; empty for the embedded data
	documents string // folder of texts; empty for none
	base      string // of IRIs; empty for the default
}

func (s *source) dataFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.data, "data", "", "take the data files of this `folder` instead of the embedded ones")
	_ = cmd.MarkFlagDirname("data") // the flag is there
}

func (s *source) documentsFlag(cmd *cobra.Command, usage string) {
	cmd.Flags().StringVar(&s.documents, "documents", "", usage)
	_ = cmd.MarkFlagDirname("documents")
}

func (s *source) baseFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.base, "base", "", "what stands before every id in an `IRI` (default https://w3id.org/aseangraph/)")
}

// open makes the data ready for questions.
func (s *source) open() (*edition.Edition, error) {
	from, err := s.files()
	if err != nil {
		return nil, err
	}
	texts, err := s.texts()
	if err != nil {
		return nil, err
	}
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: from, Documents: texts, Base: s.base})
	if complaints := dataset.Complaints(err); complaints != nil {
		lines := make([]string, len(complaints))
		for n, c := range complaints {
			lines[n] = s.line(c, nil)
		}
		return nil, fault.New(fault.Invalid, "%s\nthe data cannot be read", strings.Join(lines, "\n")).Hinted("mend the lines above")
	}
	return e, err
}

func (s *source) files() (fs.FS, error) {
	if s.data == "" {
		return data.FS, nil
	}
	return folder("data", s.data)
}

// texts is nil where no folder is given.
func (s *source) texts() (fs.FS, error) {
	if s.documents == "" {
		return nil, nil
	}
	return folder("documents", s.documents)
}

// folder opens a folder that a flag names.
func folder(flag, path string) (fs.FS, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(fault.NotFound, "--%s: there is no folder %s", flag, path).Hinted("give one that is there")
	case err != nil:
		return nil, fault.New(fault.Invalid, "--%s: %w", flag, err)
	case !info.IsDir():
		return nil, fault.New(fault.Invalid, "--%s: %s is no folder", flag, path).Hinted("give the folder that it lies in")
	}
	return os.DirFS(path), nil
}

// line is a complaint with its path as a person can open it. The texts among
// its files are those of the documents in data; nil where none were opened.
func (s *source) line(c dataset.Complaint, data *dataset.Dataset) string {
	root := s.data
	if root == "" {
		root = "data"
	}
	if data != nil {
		for _, d := range data.Documents {
			if d.File == c.File {
				root = s.documents
			}
		}
	}
	c.File = filepath.Join(root, filepath.FromSlash(c.File))
	return c.String()
}

// name is what to call the data in a message.
func (s *source) name() string {
	if s.data == "" {
		return "the embedded data"
	}
	return s.data
}

// counted is a number of things in words.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

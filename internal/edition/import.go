package edition

import (
	"bytes"
	"io"
	"io/fs"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Import is quads on the way back into data files.
type Import struct {
	Schema fs.FS  // the authored SDL
	Base   string // the base of IRIs; empty for statement.DefaultBase

	Quads  io.Reader // as exported: all of them, or a selection
	Format rdf.Format

	Folder fs.FS          // the data files that there are; an empty folder for none
	About  *dataset.About // what an empty folder shall be about; nil for one with data
}

// ContextName is the path under the base at which the JSON-LD context is
// published. A text may name it there; it is not fetched.
const ContextName = "context.jsonld"

// Addition reads the quads and finds what they add to the folder, as
// dataset.Add does; nothing is written. What data files hold beyond quads is
// told by dataset.NotAdded.
func (i Import) Addition() (*dataset.Addition, error) {
	if !i.Format.Graphs {
		return nil, fault.New(fault.Invalid, "%s has no graphs, and each statement is one", i.Format.Name).Hinted("export it as trig, nquads or jsonld")
	}
	onto, err := ontology.Read(i.Schema)
	if err != nil {
		return nil, err
	}
	words, err := vocabulary(i.Base)
	if err != nil {
		return nil, err
	}
	var context bytes.Buffer
	if err := export.WriteContext(&context, onto, words); err != nil {
		return nil, err
	}
	contexts := map[string][]byte{string(words.IRI(ContextName)): context.Bytes()}
	contents, err := words.Gather(i.Format.Read(i.Quads, words.Base(), contexts))
	if err != nil {
		return nil, fault.New(fault.KindOf(err), "import %s: %w", i.Format.Name, err)
	}
	return dataset.Add(i.Folder, i.About, contents, onto)
}

// vocabulary is that of a base; empty for the default.
func vocabulary(base string) (statement.Vocabulary, error) {
	if base == "" {
		return statement.Vocabulary{}, nil
	}
	return statement.NewVocabulary(base)
}

package edition

import (
	"bytes"
	"io"
	"io/fs"
	"iter"

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

	Texts []Text // taken together: one may speak of what another tells

	Folder fs.FS          // the data files that there are; an empty folder for none
	About  *dataset.About // what an empty folder shall be about; nil for one with data
}

// Text is quads as exported: all of them, or a selection.
type Text struct {
	Name   string // for messages, such as that of the file
	Format rdf.Format
	Quads  io.Reader
}

// ContextName is the path under the base at which the JSON-LD context is
// published. A text may name it there; it is not fetched.
const ContextName = "context.jsonld"

// Addition reads the quads and finds what they add to the folder, as
// dataset.Add does; nothing is written. What data files hold beyond quads is
// told by dataset.NotAdded.
func (i Import) Addition() (*dataset.Addition, error) {
	for _, text := range i.Texts {
		if !text.Format.Graphs {
			return nil, fault.New(fault.Invalid, "import %s: %s has no graphs, and each statement is one", text.Name, text.Format.Name).
				Hinted("export it as trig, nquads or jsonld")
		}
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
	contents, err := words.Gather(inTurn(i.Texts, rdf.Format.Read, words.Base(), contexts))
	if err != nil {
		return nil, fault.New(fault.KindOf(err), "import: %w", err)
	}
	return dataset.Add(i.Folder, i.About, contents, onto)
}

// inTurn reads one text after the other, and ends at the first error, which
// then names the text; one without any quad is an error.
func inTurn[Q any](texts []Text, read func(rdf.Format, io.Reader, string, map[string][]byte) iter.Seq2[Q, error], base string, contexts map[string][]byte) iter.Seq2[Q, error] {
	return func(yield func(Q, error) bool) {
		for _, text := range texts {
			empty := true
			for q, err := range read(text.Format, text.Quads, base, contexts) {
				empty = false
				if err != nil {
					err = fault.New(fault.KindOf(err), "%s: %w", text.Name, err)
				}
				if !yield(q, err) || err != nil {
					return
				}
			}
			if empty {
				var none Q
				yield(none, fault.New(fault.Invalid, "%s: nothing is in it", text.Name).Hinted("take a whole export"))
				return
			}
		}
	}
}

// vocabulary is that of a base; empty for the default.
func vocabulary(base string) (statement.Vocabulary, error) {
	if base == "" {
		return statement.Vocabulary{}, nil
	}
	return statement.NewVocabulary(base)
}

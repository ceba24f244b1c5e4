package edition

import (
	"io"

	"github.com/aseangraph/aseangraph/internal/export"
)

// Describe writes the description of the whole edition for catalogues: DCAT and
// VoID in Turtle.
func (e *Edition) Describe(w io.Writer) error {
	all := export.Select(e.Ontology, e.Graph.Vocabulary, e.Dataset.Entities, e.Dataset.Documents, e.Dataset.Statements)
	return export.WriteDescription(w, all, export.Release{
		Title: e.Dataset.Title, Licence: e.Dataset.Licence, Released: e.Dataset.Released, Version: e.Graph.Release.Version,
	})
}

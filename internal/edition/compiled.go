package edition

import (
	"bytes"
	"encoding/binary"
	"io/fs"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Compile makes of a folder of data files what Open takes in their place where
// the folder is dataset.Compiled: the form of package dataset and, behind it,
// what costs most to make of that, all under statement.DefaultBase:
//
//	version, as text, a line feed
//	the number of each statement's IRI in the store, as far above the one before
//	the store
//
// The error is that of Open.
func Compile(schema, files fs.FS) ([]byte, error) {
	onto, err := ontology.Read(schema)
	if err != nil {
		return nil, err
	}
	form, err := dataset.Compile(files, onto)
	if err != nil {
		return nil, err
	}
	e, err := Open(Source{Schema: schema, Data: plain{files}})
	if err != nil {
		return nil, err
	}
	form = append(append(form, e.Graph.Release.Version...), '\n')
	last := quadstore.ID(0)
	for _, label := range e.labels() {
		form = binary.AppendUvarint(form, uint64(label-last))
		last = label
	}
	return e.Store.Generation().AppendTo(form), nil
}

// plain is a folder without its compiled form.
type plain struct{ fs.FS }

// labels are the numbers that the IRIs of the statements have in the store.
func (e *Edition) labels() []quadstore.ID {
	var words statement.Vocabulary
	labels := make([]quadstore.ID, len(e.Dataset.Statements))
	for n := range labels {
		labels[n], _ = e.Store.Generation().LookupIRI(string(words.IRI(string(e.Dataset.Statements[n].ID()))))
	}
	return labels
}

// compiled is what Compile adds to the form of the dataset.
type compiled struct {
	version string
	labels  []quadstore.ID
	store   *quadstore.Store
}

// readCompiled reads it; nil where there is none.
func readCompiled(added []byte, statements int) *compiled {
	version, rest, found := bytes.Cut(added, []byte{'\n'})
	if !found {
		return nil
	}
	c := &compiled{version: string(version), labels: make([]quadstore.ID, statements)}
	last := quadstore.ID(0)
	for n := range c.labels {
		above, read := binary.Uvarint(rest)
		if read <= 0 {
			return nil
		}
		last, rest = last+quadstore.ID(above), rest[read:]
		c.labels[n] = last
	}
	var err error
	if c.store, err = quadstore.Restore(rest); err != nil {
		return nil
	}
	return c
}

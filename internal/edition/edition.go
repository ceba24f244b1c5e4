// Package edition takes data files the whole way: read, brought to quads,
// stored in Cayley, opened for questions. What comes out is one edition of the
// graph, named by a digest of its quads.
package edition

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Source is where an edition comes from.
type Source struct {
	Schema    fs.FS  // the authored SDL
	Data      fs.FS  // the data files
	Documents fs.FS  // the texts of the documents; nil where none are at hand
	Base      string // the base of IRIs; empty for statement.DefaultBase
}

// Edition is data made ready.
type Edition struct {
	Ontology *ontology.Ontology
	Dataset  *dataset.Data
	Store    *quadstore.Store
	Graph    *query.Graph
}

// Open makes an edition. The error tells what is wrong with the data, the SDL
// or the texts, and where.
func Open(source Source) (*Edition, error) {
	onto, err := ontology.Read(source.Schema)
	if err != nil {
		return nil, err
	}
	data, added, err := dataset.Load(source.Data, onto)
	if err != nil {
		return nil, err
	}
	words, err := vocabulary(source.Base)
	if err != nil {
		return nil, err
	}
	texts, err := texts(data, source.Documents)
	if err != nil {
		return nil, err
	}
	e := &Edition{Ontology: onto, Dataset: data}
	from := query.Source{
		Ontology: onto, Vocabulary: words, Texts: texts, Sentences: sentences(data, texts), Known: data.Contents, Gaps: gaps(data),
		Release: query.Release{Title: data.Title, Licence: data.Licence, Released: data.Released},
	}
	if words.Base() == statement.DefaultBase {
		if c := readCompiled(added, len(data.Statements)); c != nil {
			e.Store, from.Labels, from.Release.Version = c.store, c.labels, c.version
			return e, e.ready(from)
		}
	}
	e.Store = quadstore.New()
	if err := e.Store.Load(words.All(data.Entities, data.Documents, data.Statements)); err != nil {
		return nil, err
	}
	var version string
	var failed error
	var digest sync.WaitGroup
	digest.Go(func() { version, failed = e.version() })
	err = e.ready(from)
	digest.Wait()
	if err = cmp.Or(err, failed); err != nil {
		return nil, err
	}
	e.Graph.Release.Version = version
	return e, nil
}

// ready opens the store for questions.
func (e *Edition) ready(from query.Source) (err error) {
	from.Quads = e.Store.Generation()
	e.Graph, err = query.Open(from)
	return err
}

// gaps are those of each thing.
func gaps(data *dataset.Data) map[statement.EntityID][]*query.Gap {
	of := map[statement.EntityID][]*query.Gap{}
	for _, gap := range data.Gaps {
		for _, id := range gap.About {
			of[id] = append(of[id], &query.Gap{Missing: gap.Missing, Why: gap.Why})
		}
	}
	return of
}

// version is the SHA-256 of the canonical N-Quads, of what is known to be
// missing and of what carries no fact, its first 12 digits: where it is the same, so is every answer.
func (e *Edition) version() (string, error) {
	digest := sha256.New()
	if err := export.WriteNQuads(digest, e.Store.Generation().Quads()); err != nil {
		return "", err
	}
	for _, gap := range e.Dataset.Gaps {
		fmt.Fprintf(digest, "%q %q %q\n", gap.About, gap.Missing, gap.Why)
	}
	for _, e := range e.Dataset.Silent {
		fmt.Fprintf(digest, "%q %q %d %d %d\n", e.Document, e.Section, e.Paragraph, e.Start, e.End)
	}
	return hex.EncodeToString(digest.Sum(nil))[:12], nil
}

// sentences tells how much is cited of each text.
func sentences(data *dataset.Data, texts map[statement.EntityID][]rune) map[statement.EntityID]*query.SentenceCoverage {
	cited, silent := map[statement.EntityID][]statement.Evidence{}, map[statement.EntityID][]statement.Evidence{}
	for _, s := range data.Statements {
		if texts[s.Evidence.Document] != nil {
			cited[s.Evidence.Document] = append(cited[s.Evidence.Document], s.Evidence)
		}
	}
	for _, e := range data.Silent {
		silent[e.Document] = append(silent[e.Document], e)
	}
	all := map[statement.EntityID]*query.SentenceCoverage{}
	for id, text := range texts {
		all[id] = (*query.SentenceCoverage)(new(dataset.Cover(text, cited[id], silent[id])))
	}
	return all
}

// texts reads the documents' texts that are at hand, and refuses one that is
// not the text that the offsets count in.
func texts(data *dataset.Data, folder fs.FS) (map[statement.EntityID][]rune, error) {
	if folder == nil {
		return nil, nil
	}
	texts := map[statement.EntityID][]rune{}
	for _, d := range data.Documents {
		if d.File == "" {
			continue
		}
		text, err := fs.ReadFile(folder, d.File)
		if errors.Is(err, fs.ErrNotExist) {
			continue // its passages are not shown
		}
		if err != nil {
			return nil, fault.New(fault.Invalid, "text of %s: %w", d.ID, err)
		}
		sum := sha256.Sum256(text)
		if hex.EncodeToString(sum[:]) != d.SHA256 {
			return nil, fault.New(fault.Conflict, "%s is not the text that %s was read from", d.File, d.ID).
				Hinted("its SHA-256 must be %s", d.SHA256)
		}
		if !utf8.Valid(text) {
			return nil, fault.New(fault.Invalid, "%s, the text of %s, is no UTF-8", d.File, d.ID).
				Hinted("offsets are counted in Unicode code points")
		}
		texts[d.ID] = []rune(string(text))
	}
	return texts, nil
}

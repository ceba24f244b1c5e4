// Package dataset is the data files: a curator's YAML read into entities,
// documents and statements, judged, and proved against the documents' texts.
//
// Read takes a whole folder or nothing, and complains of everything that is
// wrong with its form at once, each with file, line and remedy. Check judges
// what the files say together, with no text at hand. Judge does both, and checks
// what can be read of files whose form is wrong. Prove opens the texts and
// shows that each cited passage bears its statements out, and how much of each
// text is cited.
//
// # Files
//
//	dataset.yaml            title, licence, released
//	entities/<class>.yaml   named by the class's prefix: id → name, aliases, description, sameAs
//	documents/<slug>.yaml   named by its id: one document with its passages and their statements
//	review/names.yaml       ids whose names are alike, kept apart on purpose (optional)
//	review/gaps.yaml        what is known to be missing: about (ids), missing, why (optional)
//
// A document's file holds id, title, publisher, language, kind (PRIMARY, PRESS,
// SECONDARY, COPY) and, where there are any, published, address, file and sha256
// of its text, refersTo, and its passages in the order of the text:
//
//	passages:
//	  - section: General Background  # the heading as printed
//	    paragraph: 1                 # within the section, from 1
//	    start: 801                   # Unicode code points into the file as it is,
//	    end: 872                     # half open
//	    refersTo: {"The ties": partnership/a}  # words that stand for an entity
//	    statements:
//	      - {subject: id, predicate: name, object: id or literal, when: EDTF, where: id, role: words,
//	         quantity: {value: 87000000000, unit: USD, qualifier: NEARLY, stage: PLEDGED},
//	         status: PLANNED, asOf: EDTF, note: words}
//	  - {start: 0, end: 4, noFact: why it says nothing}
//
// Status is HAPPENED where none is given; asOf is, for any other status, the
// document's published, and must be given where that is not known. A when stays as published, whatever its predicate's
// reading of time.
//
// A Dataset holds what the files say and is not changed after Read; it may be
// read by any number of goroutines.
package dataset

import (
	"cmp"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Data is what the data files say, without where they say it.
type Data struct {
	About

	// Contents are entities in order of id, each document one of them; documents
	// in order of id; statements by document, then as they stand in its file.
	statement.Contents

	Gaps []Gap // in the order of their file

	Silent []statement.Evidence // the passages listed as carrying no fact, by document, then as they stand in its file
}

// About is what a dataset tells of itself.
type About struct {
	Title    string
	Licence  string // SPDX
	Released edtf.Date
}

// Gap is what is known to be missing.
type Gap struct {
	About   []statement.EntityID // what it is missing of; at least one
	Missing string
	Why     string
}

// Dataset is all that the data files say, and where.
type Dataset struct {
	Data

	ids         map[statement.EntityID]place
	statementAt []place
	gapAt       []place
	sources     []source // beside Documents
	apart       []apart
	partly
}

// source is a document's data file beyond its metadata.
type source struct {
	at       place
	whole    bool        // nothing is wrong with the form of its metadata
	refersTo []reference // valid in every passage
	passages []passage
}

// passage is a place in a document and what it says.
type passage struct {
	at          place
	whole       bool // nothing is wrong with the form of its place
	evidence    statement.Evidence
	refersTo    []reference
	noFact      string // why it says nothing; empty where it has statements
	first, last int    // its statements in Dataset.Statements, half open
}

// reference is words of a document that stand for an entity.
type reference struct {
	at     place
	words  string
	entity statement.EntityID
}

// apart is entities whose names are alike, kept apart on purpose.
type apart struct {
	at  place
	ids []statement.EntityID
}

// reading is one pass over the files.
type reading struct {
	*Dataset
	complaints
	fsys fs.FS
	onto *ontology.Ontology
}

// Read reads a folder of data files. The error is of kind Invalid and carries
// every complaint about the files' form (see Complaints); there is no Dataset
// then.
func Read(fsys fs.FS, onto *ontology.Ontology) (*Dataset, error) {
	r := readAll(fsys, onto)
	if len(r.complaints) > 0 {
		all := refusal(r.sorted())
		return nil, fault.New(fault.Invalid, "the data has %d faults of form:\n%w", len(all), all)
	}
	return r.Dataset, nil
}

// The folders of data files.
const (
	entityFolder   = "entities"
	documentFolder = "documents"
)

// readAll reads what can be read of a folder.
func readAll(fsys fs.FS, onto *ontology.Ontology) *reading {
	r := newReading(fsys, onto)
	r.ids = make(map[statement.EntityID]place)
	r.about()
	for _, name := range r.names(entityFolder) {
		r.entities(name)
	}
	r.join(r.each(r.names(documentFolder), (*reading).document))
	r.namesApart()
	r.gaps()
	slices.SortFunc(r.Entities, func(a, b statement.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return r
}

func newReading(fsys fs.FS, onto *ontology.Ontology) *reading {
	return &reading{Dataset: &Dataset{partly: partly{unsound: make(map[int]bool)}}, fsys: fsys, onto: onto}
}

// each reads files side by side, each into a reading of its own, and gives
// these in the order of names.
func (r *reading) each(names []string, read func(part *reading, name string)) []*reading {
	parts := make([]*reading, len(names))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		all.Go(func() {
			for n := int(next.Add(1)) - 1; n < len(names); n = int(next.Add(1)) - 1 {
				parts[n] = newReading(r.fsys, r.onto)
				read(parts[n], names[n])
			}
		})
	}
	all.Wait()
	return parts
}

// join takes in what was read of documents.
func (r *reading) join(parts []*reading) {
	documents, statements := 0, 0
	for _, part := range parts {
		documents += len(part.Documents)
		statements += len(part.Statements)
	}
	r.Documents, r.sources = make([]statement.Document, 0, documents), make([]source, 0, documents)
	r.Statements, r.statementAt = make([]statement.Statement, 0, statements), make([]place, 0, statements)
	r.Entities = slices.Grow(r.Entities, documents)
	for _, part := range parts {
		for n, s := range part.sources {
			if s.whole {
				r.identify(part.Documents[n], s.at)
			}
			if id := part.Documents[n].ID; id != "" && r.ids[id] == (place{}) {
				r.ids[id] = s.at // it is there, whatever is wrong with it
			}
			for at := range s.passages {
				s.passages[at].first += len(r.Statements)
				s.passages[at].last += len(r.Statements)
			}
		}
		for n := range part.unsound {
			r.unsound[len(r.Statements)+n] = true
		}
		r.Documents = append(r.Documents, part.Documents...)
		r.sources = append(r.sources, part.sources...)
		r.Statements = append(r.Statements, part.Statements...)
		r.Silent = append(r.Silent, part.Silent...)
		r.statementAt = append(r.statementAt, part.statementAt...)
		r.complaints = append(r.complaints, part.complaints...)
	}
}

// open begins a file.
func (r *reading) open(name string) file { return file{name: name, complaints: &r.complaints} }

// about reads dataset.yaml.
func (r *reading) about() {
	f := r.open("dataset.yaml")
	if root := f.root(r.fsys); root != nil {
		f.mapping(root, "the dataset", map[string]field{
			"title":    text(f, "title", &r.Title),
			"licence":  text(f, "licence", &r.Licence),
			"released": value(f, "released", &r.Released, edtf.Parse),
		}, "title", "licence", "released")
	}
}

// names lists the data files of a folder, in order of their names without the
// ending, so that files named by ids come in order of id.
func (r *reading) names(folder string) []string {
	entries, err := fs.ReadDir(r.fsys, folder)
	if err != nil {
		r.add(place{folder, 0}, "see that the folder is there and may be read", "%v", err)
		return nil
	}
	var names []string
	for _, entry := range entries {
		name := path.Join(folder, entry.Name())
		switch {
		case entry.IsDir():
			r.add(place{name, 0}, "move its files into "+folder+", or move it elsewhere", "it is a folder, whose files nobody reads")
		case path.Ext(name) != ".yaml":
			r.add(place{name, 0}, "name it so that it ends in .yaml, or move it elsewhere", "it is no data file")
		default:
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(stem(a), stem(b)) })
	return names
}

// stem is a data file's name without folder and ending.
func stem(name string) string { return strings.TrimSuffix(path.Base(name), ".yaml") }

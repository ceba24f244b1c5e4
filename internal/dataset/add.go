package dataset

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// NotAdded is what data files hold and statements do not carry, for people:
// files made from statements are without it.
const NotAdded = "passages without a fact, words that stand for an entity (refersTo), comments, what is kept under review/, " +
	"and the order of statements within a passage"

// Addition is what makes a folder of data files hold more.
type Addition struct {
	Files      map[string][]byte // whole, by name in the folder: new ones, and those of entities that go on
	Entities   int               // that come in, without documents
	Documents  int               // that come in
	Statements int               // that come in
	Known      int               // entities, documents and statements that are there already, to the letter
	Doubts     []Complaint       // what Check complains of then, and did not before
}

// Add finds how a folder comes to hold contents too. The folder is one that
// Read takes, or an empty one, which then needs to be told what it is about.
// Documents and entities that it does not have come in, each document with all
// its statements; what it has stays as it is, comments included, and must be
// the same to the letter. Reading the folder with Files in place gives what it
// gave before and contents, nothing else.
//
// Nothing is written. The error carries every complaint at once (see
// Complaints); it is of kind Conflict.
func Add(folder fs.FS, about *About, contents statement.Contents, onto *ontology.Ontology) (*Addition, error) {
	before, files, err := begin(folder, about, onto)
	if err != nil {
		return nil, err
	}
	a := newAdding(before, contents, onto)
	a.compare()
	if len(a.complaints) > 0 {
		all := refusal(a.sorted())
		return nil, fault.New(fault.Conflict, "%d things cannot be added to the data:\n%w", len(all), all)
	}
	for _, d := range a.documents {
		files[d.file] = []byte(writeDocument(d.Document, d.statements))
	}
	for name, entities := range a.entities {
		old, _ := fs.ReadFile(folder, name) // none where the class has no file yet
		if files[name], err = insert(old, entities); err != nil {
			return nil, fault.New(fault.Conflict, "add to %s: %w", name, err).Hinted("write the file one entity a line, without braces around all")
		}
	}
	return a.finish(overlay{folder, files}, before)
}

// begin reads what is there, and gives the files that an empty folder needs first.
func begin(folder fs.FS, about *About, onto *ontology.Ontology) (*Dataset, map[string][]byte, error) {
	entries, err := fs.ReadDir(folder, ".")
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, nil, fault.New(fault.Unavailable, "read the folder of data: %w", err)
	case len(entries) > 0:
		before, err := Read(folder, onto)
		return before, make(map[string][]byte), err
	case about == nil:
		return nil, nil, fault.New(fault.Invalid, "the folder holds no data yet").Hinted("tell title, licence and release date of what shall be there")
	}
	file := block("", pair{"title", needed(about.Title)}, pair{"licence", needed(about.Licence)}, pair{"released", date(about.Released)})
	return &Dataset{}, map[string][]byte{"dataset.yaml": []byte(file)}, nil
}

// incoming is a document that comes in.
type incoming struct {
	*statement.Document
	file       string
	statements []*statement.Statement
}

// adding compares contents with what is there.
type adding struct {
	complaints
	onto     *ontology.Ontology
	contents statement.Contents
	at       map[statement.EntityID]place // where what is there already stands
	entityOf map[statement.EntityID]*statement.Entity
	known    map[statement.EntityID]*known
	titleOf  map[statement.EntityID]string // of documents among contents

	entities  map[string][]*statement.Entity // that come in, by file
	documents map[statement.EntityID]*incoming
	files     map[string]statement.EntityID // of documents, there already or coming in
	same      int
}

// known is a document that is there already.
type known struct {
	*statement.Document
	statements map[statement.ID]bool
}

func newAdding(before *Dataset, contents statement.Contents, onto *ontology.Ontology) *adding {
	a := &adding{
		onto: onto, contents: contents, at: before.ids,
		entityOf: make(map[statement.EntityID]*statement.Entity), known: make(map[statement.EntityID]*known),
		titleOf: make(map[statement.EntityID]string), files: make(map[string]statement.EntityID),
		entities: make(map[string][]*statement.Entity), documents: make(map[statement.EntityID]*incoming),
	}
	for n := range before.Entities {
		a.entityOf[before.Entities[n].ID] = &before.Entities[n]
	}
	for n := range before.Documents {
		d := &before.Documents[n]
		a.known[d.ID] = &known{d, make(map[statement.ID]bool)}
		a.files[documentFile(d.ID)] = d.ID
	}
	for n := range before.Statements {
		s := &before.Statements[n]
		a.known[s.Evidence.Document].statements[s.ID()] = true
	}
	for n := range contents.Documents {
		a.titleOf[contents.Documents[n].ID] = contents.Documents[n].Title
	}
	return a
}

func (a *adding) compare() {
	for n := range a.contents.Documents {
		a.document(&a.contents.Documents[n])
	}
	for n := range a.contents.Entities {
		a.entity(&a.contents.Entities[n])
	}
	for n := range a.contents.Statements {
		a.statement(&a.contents.Statements[n])
	}
}

// finish reads what would be there then, and sees that it is just that.
func (a *adding) finish(files overlay, before *Dataset) (*Addition, error) {
	after, err := Read(files, a.onto)
	if err != nil {
		return nil, fault.New(fault.Conflict, "read the data again with what is added: %w", err)
	}
	addition := &Addition{Files: files.above, Known: a.same, Documents: len(a.documents)}
	for _, entities := range a.entities {
		addition.Entities += len(entities)
	}
	for _, d := range a.documents {
		addition.Statements += len(d.statements)
	}
	old := before.Contents
	if !a.holds(after, a.contents) || !a.holds(after, old) ||
		len(after.Entities) != len(old.Entities)+addition.Entities+addition.Documents ||
		len(after.Statements) != len(old.Statements)+addition.Statements {
		return nil, fault.New(fault.Internal, "the files would not hold just what was there and what is added")
	}
	addition.Doubts = fresh(before.Check(a.onto), after.Check(a.onto))
	return addition, nil
}

// holds tells whether a dataset has all contents, to the letter.
func (a *adding) holds(d *Dataset, contents statement.Contents) bool {
	has := newAdding(d, contents, a.onto)
	has.compare()
	return len(has.complaints)+len(has.entities)+len(has.documents) == 0
}

// WriteTo puts the files into a folder on disk, which it makes where there is
// none. First all are written beside their places, then each takes its place:
// where the disk is full or may not be written, no data file has changed.
func (a *Addition) WriteTo(folder string) (err error) {
	var beside []string
	defer func() {
		for _, name := range beside {
			_ = os.Remove(name) // those that did not take their place
		}
		if err != nil {
			err = fault.New(fault.Unavailable, "write data files: %w", err)
		}
	}()
	for _, part := range []string{"entities", "documents"} {
		if err := os.MkdirAll(filepath.Join(folder, part), 0o777); err != nil {
			return err
		}
	}
	for name, text := range a.Files {
		path := filepath.Join(folder, filepath.FromSlash(name)) + ".new"
		beside = append(beside, path)
		if err := os.WriteFile(path, text, 0o666); err != nil {
			return err
		}
	}
	for name := range a.Files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.Rename(path+".new", path); err != nil {
			return err
		}
	}
	return nil
}

// fresh are the complaints that were not there before, wherever they stand now.
func fresh(before, after []Complaint) (added []Complaint) {
	old := make(map[Complaint]int)
	for _, c := range before {
		c.Line = 0
		old[c]++
	}
	for _, c := range after {
		key := c
		if key.Line = 0; old[key] == 0 {
			added = append(added, c)
			continue
		}
		old[key]--
	}
	return added
}

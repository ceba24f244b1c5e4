package dataset

import (
	"io/fs"
	"path"
	"strings"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// partly is what stays unknown of data whose form has faults, so that nothing
// is told of it that mending the form may prove wrong. It is empty where the
// form has none.
type partly struct {
	faulty  map[string]string // the texts of the files with faults, by name
	blamed  map[place]bool    // where the faults are
	hidden  map[string]bool   // the folders in which something cannot be read at all
	unsound map[int]bool      // the statements with faults, by number
}

// Judge reads a folder of data files as Read does and complains of everything
// at once: of the files' form, and of what they say together as Check does, as
// far as that could be read. The Dataset is never nil. Where the form has
// faults it holds what could be read, and is good for Prove alone.
func Judge(fsys fs.FS, onto *ontology.Ontology) (*Dataset, []Complaint) {
	r := readAll(fsys, onto)
	r.partly.note(fsys, r.complaints)
	return r.Dataset, append(r.complaints, r.Check(onto)...).sorted()
}

// note takes down which files have faults of form.
func (p *partly) note(fsys fs.FS, faults []Complaint) {
	p.faulty, p.blamed, p.hidden = make(map[string]string), make(map[place]bool), make(map[string]bool)
	for _, fault := range faults {
		p.blamed[place{fault.File, fault.Line}] = true
		if _, ok := p.faulty[fault.File]; ok {
			continue
		}
		text, err := fs.ReadFile(fsys, fault.File)
		p.faulty[fault.File] = string(text)
		if folder, _, _ := strings.Cut(fault.File, "/"); err != nil {
			p.hidden[folder] = true
		}
	}
}

// mayDefine tells whether a file with faults may be where an id is from: one of
// entities that has it, or of which nothing could be read and that is named by
// its class; or the document of that name.
func (d *Dataset) mayDefine(id statement.EntityID) bool {
	_, slug, _ := strings.Cut(string(id), "/")
	for name, text := range d.faulty {
		folder, file := path.Split(name)
		switch stem := strings.TrimSuffix(file, path.Ext(file)); {
		case folder == documentFolder+"/" && stem == slug:
			return true
		case folder == entityFolder+"/" && (strings.Contains(text, string(id)) || stem == id.Prefix() && !d.readAnyOf(name)):
			return true
		}
	}
	return d.hidden[entityFolder]
}

// readAnyOf tells whether a file gave any entity.
func (d *Dataset) readAnyOf(file string) bool {
	for _, at := range d.ids {
		if at.file == file {
			return true
		}
	}
	return false
}

// maySpeakOf tells whether a document's file with faults may speak of an id.
func (p *partly) maySpeakOf(id statement.EntityID) bool {
	for name, text := range p.faulty {
		if path.Dir(name) == documentFolder && strings.Contains(text, string(id)) {
			return true
		}
	}
	return p.hidden[documentFolder]
}

// knowsNames tells whether all names of an entity are known.
func (d *Dataset) knowsNames(id statement.EntityID) bool {
	at, there := d.ids[id]
	_, faulty := d.faulty[at.file]
	return there && !faulty
}

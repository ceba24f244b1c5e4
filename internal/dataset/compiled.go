package dataset

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"slices"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// Compiled is a folder of data files that brings along what Compile made of
// it, nil where that was not done. What it brings is taken for what Read gives
// and not judged again: only a program's own files, built into it, may be one.
type Compiled interface {
	fs.FS
	Compiled() []byte
}

// Load gives what Read gives, without the places: from its compiled form where
// the folder is Compiled and its files are still those that it was made of,
// and else by Read. With the former comes what was added behind the form, by
// whoever makes more of the data.
func Load(fsys fs.FS, onto *ontology.Ontology) (*Data, []byte, error) {
	if own, ok := fsys.(Compiled); ok {
		if data, added := decode(own.Compiled(), fsys); data != nil {
			return data, added, nil
		}
	}
	d, err := Read(fsys, onto)
	if err != nil {
		return nil, nil, err
	}
	return &d.Data, nil, nil
}

// Compile reads a folder of data files and makes a form of what it says that
// is quick to load. It is for the program that made it, no format to exchange.
func Compile(fsys fs.FS, onto *ontology.Ontology) ([]byte, error) {
	d, err := Read(fsys, onto)
	if err != nil {
		return nil, err
	}
	sum, err := digest(fsys)
	if err != nil {
		return nil, fault.New(fault.Unavailable, "digest the data files: %w", err)
	}
	w := &writer{number: make(map[string]uint64)}
	codeData(w, &d.Data)
	return slices.Concat([]byte(compiledForm), sum, w.bytes()), nil
}

// compiledForm begins a compiled form. It changes with what is written, and
// with what Read makes of the same files.
const compiledForm = "aseangraph data 3\n"

// decode gives nil for what is not, or no longer, the compiled form of the
// files, and what follows it. Comparing the files and reading the form go side by side.
func decode(compiled []byte, fsys fs.FS) (*Data, []byte) {
	head := len(compiledForm) + sha256.Size
	if len(compiled) < head || string(compiled[:len(compiledForm)]) != compiledForm {
		return nil, nil
	}
	same := make(chan bool, 1)
	go func() {
		sum, err := digest(fsys)
		same <- err == nil && string(sum) == string(compiled[len(compiledForm):head])
	}()
	r := newReader(compiled[head:])
	data := new(Data)
	codeData(r, data)
	if !<-same || r.broken {
		return nil, nil
	}
	return data, r.rest
}

// digest is the SHA-256 of all YAML files, with their names, in order of these.
func digest(fsys fs.FS) ([]byte, error) {
	sum := sha256.New()
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		of := sha256.Sum256(text)
		sum.Write(of[:])
		sum.Write([]byte(name))
		sum.Write([]byte{0})
		return nil
	})
	return sum.Sum(nil), err
}

package dataset

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
)

// overlay is a folder with files in place of its own.
type overlay struct {
	fs.FS
	above map[string][]byte
}

// ReadFile gives a file whole.
func (o overlay) ReadFile(name string) ([]byte, error) {
	if text, ok := o.above[name]; ok {
		return text, nil
	}
	return fs.ReadFile(o.FS, name)
}

// ReadDir lists a folder.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, file := range slices.Sorted(maps.Keys(o.above)) {
		if path.Dir(file) == name && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == path.Base(file) }) {
			entries = append(entries, added(path.Base(file)))
		}
	}
	return entries, nil
}

// added is the entry of a file in an overlay.
type added string

// Name is the file's name.
func (a added) Name() string { return string(a) }

// IsDir is false: only files are added.
func (a added) IsDir() bool { return false }

// Type is that of a plain file.
func (a added) Type() fs.FileMode { return 0 }

// Info is not there: nothing is on disk yet.
func (a added) Info() (fs.FileInfo, error) {
	return nil, &fs.PathError{Op: "stat", Path: string(a), Err: fs.ErrNotExist}
}

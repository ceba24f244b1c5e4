// Package data embeds the data files: what the program serves when it is given
// no others. internal/dataset reads them and tells their format.
package data

import "embed"

//go:generate go run ../internal/dataset/compile . compiled/data.bin

// FS holds dataset.yaml and the folders entities, documents and review, and
// brings along what was compiled of them.
var FS = files{yaml}

//go:embed *.yaml */*.yaml
var yaml embed.FS

//go:embed all:compiled
var compiled embed.FS

type files struct{ embed.FS }

// Compiled is what go generate made of the files; nil where it was not run. It
// may have been made of other files: dataset.Load compares.
func (files) Compiled() []byte {
	made, _ := compiled.ReadFile("compiled/data.bin") // no error but that it is not there
	return made
}

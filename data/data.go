// Package data embeds the data files: what the program serves when it is given
// no others. internal/dataset reads them and tells their format.
package data

import "embed"

// FS holds dataset.yaml and the folders entities, documents and review.
//
//go:embed *.yaml */*.yaml
var FS embed.FS

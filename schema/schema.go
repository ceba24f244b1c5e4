// Package schema holds the authored SDL: what can be said and what can be
// asked, one file per concept. internal/ontology reads it when the program
// runs, and go generate makes the public SDL and its Go from it.
package schema

import "embed"

// FS holds the authored *.graphqls files at its root.
//
//go:embed *.graphqls
var FS embed.FS

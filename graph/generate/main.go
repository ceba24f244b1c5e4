// Generate makes the public SDL and the Go that follows from it out of the
// authored SDL in schema/. It is run by go generate in package graph:
//
//	graph/generated/schema/*.graphqls   the public SDL, one file for each authored one
//	graph/generated/*.generated.go      gqlgen's execution code
//	graph/queries_gen.go                the queries for one and for many of each class
//	internal/query/classes_gen.go       a Go type for each class, one call for each relation
//
// The same input gives the same bytes. What an earlier run left behind is
// removed first, so that a class taken out of the SDL leaves nothing; a run
// that fails leaves everything as it was.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/api"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

func main() {
	root, err := findRoot()
	if err == nil {
		err = generate(root)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// findRoot is the nearest folder, upwards from the working directory, that
// holds gqlgen.yml.
func findRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "gqlgen.yml")); err == nil {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fault.New(fault.Invalid, "no gqlgen.yml in %s or above it", start).Hinted("run go generate ./graph in the project")
		}
	}
}

func generate(root string) error {
	doc, err := ontology.Parse(os.DirFS(filepath.Join(root, "schema")))
	if err != nil {
		return err
	}
	onto, err := ontology.FromDocument(doc)
	if err != nil {
		return err
	}
	files, err := render(doc, onto)
	if err != nil {
		return err
	}
	if err := checkClashes(root, doc, onto); err != nil {
		return err
	}
	old, err := takeOut(root)
	if err == nil {
		err = putIn(root, files)
	}
	if err == nil {
		err = execution(root, onto)
	}
	if err != nil {
		return restore(root, old, err)
	}
	return nil
}

// execution lets gqlgen write the execution code.
func execution(root string, onto *ontology.Ontology) error {
	cfg, err := configure(root, onto)
	if err != nil {
		return err
	}
	if err := api.Generate(cfg); err != nil {
		return err
	}
	return sequential(root)
}

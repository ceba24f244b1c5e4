package main

import (
	"os"
	"path/filepath"

	"github.com/99designs/gqlgen/codegen/config"

	"github.com/aseangraph/aseangraph/internal/ontology"
)

const queryPackage = "github.com/aseangraph/aseangraph/internal/query."

// configure reads gqlgen.yml and adds the Go types that follow from the
// classes, so that gqlgen binds them and makes up none.
func configure(root string, onto *ontology.Ontology) (*config.Config, error) {
	if err := os.Chdir(root); err != nil {
		return nil, err
	}
	cfg, err := config.LoadConfig(filepath.Join(root, "gqlgen.yml"))
	if err != nil {
		return nil, err
	}
	bind := func(name, model string) { cfg.Models[name] = config.TypeMapEntry{Model: config.StringList{model}} }
	listed := func(name string) {
		bind(name, queryPackage+name)
		bind(name+"Edge", queryPackage+name+"Edge")
		bind(name+"Connection", queryPackage+name+"Connection")
	}
	for _, c := range onto.Classes() {
		listed(c.Name)
		bind(c.Name+"Where", "map[string]interface{}")
	}
	for _, i := range onto.Interfaces() {
		listed(i.Name)
	}
	return cfg, nil
}

package graph_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/aseangraph/aseangraph/graph"
	"github.com/aseangraph/aseangraph/internal/query"
)

// Every field of the contract is asked by a question whose answer is kept here.
func TestContractIsAsked(t *testing.T) {
	path := filepath.Join("..", "..", "shared", "design", "api.graphqls")
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Skip("../shared is not beside the project: the contract of the API cannot be compared")
	}
	if err != nil {
		t.Fatal(err)
	}
	contract, err := parser.ParseSchema(&ast.Source{Name: path, Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	asked := askedFields(t)
	for _, def := range contract.Definitions {
		if def.Kind != ast.Object && def.Kind != ast.Interface || def.Name == "Mutation" || def.Name == "Subscription" {
			continue
		}
		for _, field := range def.Fields {
			if !asked[def.Name+"."+field.Name] {
				t.Errorf("no question asks %s.%s", def.Name, field.Name)
			}
		}
	}
}

// askedFields are those that the questions select, each of its type and of the
// interfaces of its type.
func askedFields(t *testing.T) map[string]bool {
	t.Helper()
	schema, asked := graph.NewSchema(query.ServiceConfig{}).Schema(), map[string]bool{}
	for _, folder := range []string{"examples", "testdata"} {
		files, err := filepath.Glob(folder + "/*.graphql")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no questions: %v", folder, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			question, faults := gqlparser.LoadQueryWithRules(schema, string(text), rules.NewDefaultRules())
			if len(faults) > 0 {
				continue // it asks for an error
			}
			for _, operation := range question.Operations {
				note(schema, asked, operation.SelectionSet)
			}
		}
	}
	return asked
}

func note(schema *ast.Schema, asked map[string]bool, selections ast.SelectionSet) {
	for _, selection := range selections {
		switch s := selection.(type) {
		case *ast.Field:
			asked[s.ObjectDefinition.Name+"."+s.Name] = true
			for _, super := range schema.GetImplements(s.ObjectDefinition) {
				asked[super.Name+"."+s.Name] = true
			}
			note(schema, asked, s.SelectionSet)
		case *ast.InlineFragment:
			note(schema, asked, s.SelectionSet)
		case *ast.FragmentSpread:
			note(schema, asked, s.Definition.SelectionSet)
		}
	}
}

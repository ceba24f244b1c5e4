package main

import (
	"encoding/json"
	"maps"
	"path"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// One copy of the tree serves three runs, from three folders as go generate and
// people may: as it is, with two classes more, and as it was. That the first and the last give the committed bytes shows also that
// the same input gives the same output.
func TestGenerate(t *testing.T) {
	p := copyProject(t)
	committed := read(t, p.root)

	p.generate(t, "graph")
	if stale := differences(committed, read(t, p.root)); stale != nil {
		t.Fatalf("generated code is stale: run go generate ./graph and commit\n%s", strings.Join(stale, "\n"))
	}

	added, err := txtar.ParseFile("testdata/added.txtar")
	if err != nil {
		t.Fatal(err)
	}
	byHand := map[string][]byte{}
	for _, f := range added.Files {
		if dir := path.Dir(f.Name); dir != "." {
			p.write(t, f.Name, f.Data)
			byHand[f.Name] = f.Data
		}
	}
	p.generate(t, ".")
	checkByHand(t, differences(committed, read(t, p.root)), byHand)
	checkAnswer(t, p, file(t, added, "query.graphql"), file(t, added, "answer.json"))

	for name := range byHand {
		p.remove(t, name)
	}
	p.generate(t, "internal/query")
	if left := differences(committed, read(t, p.root)); left != nil {
		t.Errorf("taken out of the SDL, a class leaves something behind\n%s", strings.Join(left, "\n"))
	}
}

// checkByHand sees that what was changed by hand is one file of SDL and data,
// and that only generated files changed besides.
func checkByHand(t *testing.T, changed []string, byHand map[string][]byte) {
	t.Helper()
	hand := maps.Clone(byHand)
	sdl := 0
	for _, name := range changed {
		delete(hand, name)
		if path.Dir(name) == "schema" {
			sdl++
		}
		if byHand[name] == nil && !isGenerated(t, name) {
			t.Errorf("%s changed, which is no generated file", name)
		}
	}
	if sdl != 1 || len(hand) > 0 {
		t.Errorf("%d files of SDL were added by hand, want 1; not added: %v", sdl, hand)
	}
}

func isGenerated(t *testing.T, name string) bool {
	t.Helper()
	for _, pattern := range generated {
		matched, err := path.Match(pattern, name)
		if err != nil {
			t.Fatal(err)
		}
		if matched {
			return true
		}
	}
	return false
}

func file(t *testing.T, archive *txtar.Archive, name string) []byte {
	t.Helper()
	for _, f := range archive.Files {
		if f.Name == name {
			return f.Data
		}
	}
	t.Fatalf("no %s", name)
	return nil
}

// checkAnswer builds the program and asks it.
func checkAnswer(t *testing.T, p project, question, want []byte) {
	t.Helper()
	run(t, p.root, nil, "go", "build", "-trimpath", "-o", "bin/aseangraph", "./cmd/aseangraph")
	text := run(t, p.root, question, "bin/aseangraph", "query", "-")
	var got struct{ Data any }
	var wanted any
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if err := json.Unmarshal(want, &wanted); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Data, wanted) {
		t.Errorf("got %s\nwant %s", text, want)
	}
}

func TestRefusedSDLLeavesTheTree(t *testing.T) {
	p := copyProject(t)
	before := read(t, p.root)
	const class = "\"A ship.\"\ntype Ship implements Entity @class(plural: \"ships\", colour: \"#405060\")"
	for _, test := range []struct{ name, file, text, says string }{
		{"unknown direction", "schema/ship.graphqls", class + " { \"Another.\" met: [Ship!]! @relation(predicate: \"met\", direction: BOHT) }",
			"ship.graphqls:2: direction of @relation is BOHT; write OUT, IN or BOTH"},
		{"unknown type", "schema/ship.graphqls", class + "\nextend type Ship {\n\"Its flag.\" flag: Flag }",
			"ship.graphqls:4:19: Undefined type Flag."},
		{"type told twice", "schema/ship.graphqls", class + "\n\"A list.\" type ShipEdge { \"A ship.\" ship: Ship }",
			"Cannot redeclare type ShipEdge."},
		{"syntax", "schema/ship.graphqls", class + " {",
			"ship.graphqls:2:73: Expected Name, found <EOF>"},
		{"a name that Go has taken", "schema/graph.graphqls", strings.ReplaceAll(class, "Ship", "Graph"),
			"graph.graphqls:2: Graph of Graph is declared in graph.go too; choose another name"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p.write(t, test.file, []byte(test.text))
			defer p.remove(t, test.file)
			if said := p.refuse(t, p.root); !strings.Contains(said, test.says) {
				t.Errorf("it said %s\nwant %s", said, test.says)
			}
			if changed := differences(before, read(t, p.root)); len(changed) != 1 || changed[0] != test.file {
				t.Errorf("changed are %v, want only %s", changed, test.file)
			}
		})
	}
}

// What gqlgen refuses comes after the tree was touched: it is put back.
func TestFailedExecutionLeavesTheTree(t *testing.T) {
	p := copyProject(t)
	before := read(t, p.root)
	broken := []byte("schema: [graph/generated/schema/*.graphqls]\nexec: {layout: follow-schema, dir: graph/generated, package: generated}\nmodels: {Date: {model: example.org/none.Date}}\n")
	p.write(t, "gqlgen.yml", broken)
	if said := p.refuse(t, p.root); !strings.HasPrefix(said, "generate: ") {
		t.Errorf("it said %s", said)
	}
	if changed := differences(before, read(t, p.root)); len(changed) != 1 || changed[0] != "gqlgen.yml" {
		t.Errorf("changed are %v, want only gqlgen.yml", changed)
	}
}

func TestOutsideTheProject(t *testing.T) {
	p, outside := copyProject(t), t.TempDir()
	if said, want := p.refuse(t, outside), "generate: no gqlgen.yml in "+outside+" or above it; run go generate ./graph in the project\n"; said != want {
		t.Errorf("it said %s\nwant %s", said, want)
	}
}

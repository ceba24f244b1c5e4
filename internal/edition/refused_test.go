package edition_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/schema"
)

// copied is the files of a folder, to be changed.
func copied(t *testing.T, files fs.FS) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, name)
		all[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

const text = "The drawn fund was set up in 1999 – by nobody."

// drawn is the smallest data that has a document with a text.
func drawn() fstest.MapFS {
	sum := sha256.Sum256([]byte(text))
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return fstest.MapFS{
		"dataset.yaml":       file("title: Drawn\nlicence: CC0-1.0\nreleased: \"2001-02-03\"\n"),
		"entities/fund.yaml": file("fund/drawn:\n  name: Drawn Fund\n"),
		"documents/drawn.yaml": file(`id: document/drawn
title: A drawn document
publisher: Nobody
published: "2001"
language: en
kind: SECONDARY
file: drawn.txt
sha256: ` + hex.EncodeToString(sum[:]) + `
passages:
  - start: 0
    end: 46
    statements:
      - {subject: fund/drawn, predicate: establishedIn, object: "1999"}
`),
	}
}

func documents(text string) fs.FS { return fstest.MapFS{"drawn.txt": {Data: []byte(text)}} }

func TestOpenWithTexts(t *testing.T) {
	for name, source := range map[string]edition.Source{
		"no folder":        {Schema: schema.FS, Data: drawn()},
		"folder without":   {Schema: schema.FS, Data: drawn(), Documents: fstest.MapFS{}},
		"folder with":      {Schema: schema.FS, Data: drawn(), Documents: documents(text)},
		"another base":     {Schema: schema.FS, Data: drawn(), Base: "https://example.org/graph#"},
		"base of its own ": {Schema: schema.FS, Data: drawn(), Base: "urn:x:/"},
	} {
		e, err := edition.Open(source)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := e.Graph.Dataset().Statements(); got != 1 {
			t.Errorf("%s: %d statements, want 1", name, got)
		}
	}
}

func TestVersionIsOfTheQuads(t *testing.T) {
	version := func(source edition.Source) string {
		t.Helper()
		e, err := edition.Open(source)
		if err != nil {
			t.Fatal(err)
		}
		return e.Graph.Dataset().Version()
	}
	plain := version(edition.Source{Schema: schema.FS, Data: drawn()})
	if with := version(edition.Source{Schema: schema.FS, Data: drawn(), Documents: documents(text)}); with != plain {
		t.Errorf("texts at hand change the version from %s to %s", plain, with)
	}
	if len(plain) != 12 || strings.Trim(plain, "0123456789abcdef") != "" {
		t.Errorf("the version is %q, want 12 hexadecimal digits", plain)
	}
	changed := drawn()
	changed["entities/fund.yaml"].Data = []byte("fund/drawn:\n  name: Drawn Funds\n")
	if other := version(edition.Source{Schema: schema.FS, Data: changed}); other == plain {
		t.Error("a name changed and the version did not")
	}
}

func TestOpenRefuses(t *testing.T) {
	withData := func(name, old, new string) fs.FS {
		files := drawn()
		before := string(files[name].Data)
		if !strings.Contains(before, old) {
			t.Fatalf("%q is not in %s", old, name)
		}
		files[name].Data = []byte(strings.Replace(before, old, new, 1))
		return files
	}
	sdl := copied(t, schema.FS)
	sdl["more.graphqls"] = &fstest.MapFile{Data: []byte("extend type Fnd { x: Int }")}
	sum := sha256.Sum256([]byte(text))
	digest := hex.EncodeToString(sum[:])
	notText := "\xff\xfe"
	sumOfNotText := sha256.Sum256([]byte(notText))
	for _, test := range []struct {
		name   string
		source edition.Source
		kind   fault.Kind
		want   string
	}{
		{"wrong SDL", edition.Source{Schema: sdl, Data: drawn()}, fault.Invalid,
			"ontology:\nmore.graphqls:1: extends Fnd, which no file defines; define it or correct the name"},
		{"no SDL", edition.Source{Schema: fstest.MapFS{}, Data: drawn()}, fault.Invalid,
			"ontology: no *.graphqls file found; name the folder that holds the SDL"},
		{"unknown predicate", edition.Source{Schema: schema.FS, Data: withData("documents/drawn.yaml", "establishedIn", "establishdIn")}, fault.Invalid,
			"documents/drawn.yaml:13: unknown predicate \"establishdIn\"; did you mean establishedIn?"},
		{"text of another digest", edition.Source{Schema: schema.FS, Data: drawn(), Documents: documents(text + "\n")}, fault.Conflict,
			"drawn.txt is not the text that document/drawn was read from; its SHA-256 must be " + digest},
		{"no UTF-8", edition.Source{Schema: schema.FS,
			Data:      withData("documents/drawn.yaml", digest, hex.EncodeToString(sumOfNotText[:])),
			Documents: documents(notText)}, fault.Invalid,
			"drawn.txt, the text of document/drawn, is no UTF-8; offsets are counted in Unicode code points"},
		{"text that is a folder", edition.Source{Schema: schema.FS, Data: drawn(), Documents: fstest.MapFS{"drawn.txt/x": {}}}, fault.Invalid,
			"text of document/drawn: read drawn.txt: invalid argument"},
		{"base that is none", edition.Source{Schema: schema.FS, Data: drawn(), Base: "https://example.org/graph"}, fault.Invalid,
			`"https://example.org/graph" is no base of IRIs; write an absolute IRI that ends in / or #, such as https://w3id.org/aseangraph/`},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, err := edition.Open(test.source)
			if err == nil || e != nil {
				t.Fatalf("Open gives %v, %v, want only an error", e, err)
			}
			if got := fault.KindOf(err); got != test.kind {
				t.Errorf("the error is of kind %s, want %s", got, test.kind)
			}
			if got := err.Error(); !strings.HasSuffix(got, test.want) {
				t.Errorf("got\n%s\nwant at its end\n%s", got, test.want)
			}
		})
	}
}

// The shipped data with one thing that no class has is refused as a whole.
func TestOpenRefusesShippedDataWithAFault(t *testing.T) {
	files := copied(t, data.FS)
	files["entities/boat.yaml"] = &fstest.MapFile{Data: []byte("boat/drawn:\n  name: Drawn Boat\n")}
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: files})
	if err == nil || e != nil || !strings.Contains(err.Error(), "entities/boat.yaml") {
		t.Errorf("Open gives %v, %v, want an error that names entities/boat.yaml", e, err)
	}
}

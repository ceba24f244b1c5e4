package dataset_test

import (
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/ontology"
)

// built is a folder with a compiled form.
type built struct {
	fs.FS
	form []byte
}

func (b built) Compiled() []byte { return b.form }

func compiled(t *testing.T, files fs.FS, onto *ontology.Ontology) []byte {
	t.Helper()
	form, err := dataset.Compile(files, onto)
	if err != nil {
		t.Fatal(err)
	}
	return form
}

// TestCompiledIsTheData loads the compiled form of the embedded data; with a
// file changed in nothing but a comment, it must not be used any more.
func TestCompiledIsTheData(t *testing.T) {
	want, onto := embedded(t)
	form := compiled(t, data.FS, onto)
	got, _, err := dataset.Load(built{data.FS, form}, onto)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, &want.Data) {
		t.Error("the compiled form does not say what the files say")
	}
	if got, _, err = dataset.Load(data.FS, onto); err != nil || !reflect.DeepEqual(got, &want.Data) {
		t.Errorf("as it is built in, the data is not what the files say; error %v", err)
	}
}

func small(title string) fstest.MapFS {
	return fstest.MapFS{
		"dataset.yaml":         {Data: []byte("title: " + title + "\nlicence: CC0-1.0\nreleased: \"2024-01-01\"\n")},
		"entities/person.yaml": {Data: []byte("person/a: {name: A, aliases: [B]}\n")},
		"documents/d.yaml": {Data: []byte(`id: document/d
title: D
publisher: P
published: "2001"
language: en
kind: PRESS
passages:
  - statements: [{subject: document/d, predicate: mentions, object: person/a, status: PLANNED, note: n}]
`)},
		"review/gaps.yaml": {Data: []byte("- {about: [person/a], missing: his term, why: no document tells}\n")},
	}
}

func TestLoadReadsFilesThatChanged(t *testing.T) {
	_, onto := embedded(t)
	form := compiled(t, small("before"), onto)
	got, _, err := dataset.Load(built{small("after"), form}, onto)
	if err != nil || got.Title != "after" {
		t.Errorf("got %v, error %v; want the title after", got, err)
	}
	if want := "his term"; len(got.Gaps) != 1 || got.Gaps[0].Missing != want {
		t.Errorf("got gaps %v, want %q", got.Gaps, want)
	}
	broken := built{fstest.MapFS{"dataset.yaml": {Data: []byte("title: x")}}, form}
	if _, _, err := dataset.Load(broken, onto); len(dataset.Complaints(err)) == 0 {
		t.Errorf("got %v for files that cannot be read, want complaints", err)
	}
}

// TestDamagedCompiledForm cuts and changes the form behind its digest: whatever
// comes of it, nothing panics, and it cannot ask for more memory than it is long.
func TestDamagedCompiledForm(t *testing.T) {
	_, onto := embedded(t)
	form := compiled(t, small("t"), onto)
	rapid.Check(t, func(t *rapid.T) {
		damaged := append([]byte{}, form[:rapid.IntRange(0, len(form)).Draw(t, "length")]...)
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			if len(damaged) > 60 {
				damaged[rapid.IntRange(50, len(damaged)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
			}
		}
		if got, _, err := dataset.Load(built{small("t"), damaged}, onto); err != nil || got == nil {
			t.Fatalf("got %v, error %v", got, err)
		}
	})
}

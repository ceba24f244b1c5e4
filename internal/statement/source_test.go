package statement

import (
	"reflect"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestSubjectAndBack(t *testing.T) {
	v := Vocabulary{}
	rapid.Check(t, func(t *rapid.T) {
		want := anyEntity.Draw(t, "entity")
		quads := v.EntityQuads(&want)
		got, document, err := v.SubjectFromQuads(quads)
		if err != nil || document != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("got %+v, %+v, %v; want %+v and no document", got, document, err, want)
		}
		told := anyDocument.Draw(t, "document")
		told.ID = want.ID
		got, document, err = v.SubjectFromQuads(rapid.Permutation(append(quads, v.DocumentQuads(&told)...)).Draw(t, "quads"))
		if err != nil || document == nil || *document != told || got.Name != want.Name || got.Class != want.Class {
			t.Fatalf("got %+v, %+v, %v; want %+v and %+v", got, document, err, want, told)
		}
	})
}

func TestSubjectFromWrongQuads(t *testing.T) {
	v := Vocabulary{}
	fund := Entity{ID: "fund/x", Class: "Fund", Name: "X"}
	named := v.EntityQuads(&fund)
	kind := func(text string) quad.Quad {
		return quad.Quad{Subject: v.IRI("fund/x"), Predicate: v.IRI(localKind), Object: quad.String(text)}
	}
	for name, quads := range map[string][]quad.Quad{
		"none":                        nil,
		"without a name":              named[:1],
		"a kind of document unknown":  append(named[:2:2], kind("RUMOUR")),
		"a document without a title":  append(named[:2:2], kind("PRESS")),
		"a kind of document too much": append(named[:2:2], kind("PRESS"), kind("COPY")),
	} {
		if _, _, err := v.SubjectFromQuads(quads); err == nil || fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: the error is %v, want one of kind %s", name, err, fault.Invalid)
		}
	}
}

package export

import (
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// field is what can be told of every entity, document or statement, as package
// statement writes it in quads. The tables drive the context of JSON-LD, the
// ontology and the shapes; a test holds them to what is written.
type field struct {
	name  string         // under the base, or prefixed
	kind  statement.Kind // KindThing: an IRI
	need  bool           // always there
	many  bool           // may be told more than once
	means string
	near  string // what comes close elsewhere, as a prefixed name
	form  string // a regular expression for the text
}

func (f field) iri(v statement.Vocabulary) quad.IRI {
	if !strings.Contains(f.name, ":") {
		return v.IRI(f.name)
	}
	iri, _ := expand(f.name) // the tables use known prefixes
	return iri
}

// Each table in the order of quads; the class of an entity aside.
var (
	entityFields = []field{
		{name: "skos:prefLabel", kind: statement.KindText, need: true},
		{name: "skos:altLabel", kind: statement.KindText, many: true},
		{name: "dcterms:description", kind: statement.KindText},
		{name: "owl:sameAs", kind: statement.KindThing, many: true},
	}
	documentFields = []field{
		{name: "dcterms:title", kind: statement.KindText, need: true},
		{name: "dcterms:publisher", kind: statement.KindText},
		{name: "dcterms:issued", kind: statement.KindDate},
		{name: "dcterms:language", kind: statement.KindText},
		{name: "kind", kind: statement.KindText, need: true, near: "dcterms:type", form: "^(PRIMARY|PRESS|SECONDARY|COPY)$",
			means: "How near a document stands to what it speaks of: PRIMARY, PRESS, SECONDARY or COPY."},
		{name: "schema:url", kind: statement.KindThing},
		{name: "file", kind: statement.KindText, means: "The name of the document's text in a folder of documents."},
		{name: "sha256", kind: statement.KindText, form: "^[0-9a-f]{64}$", means: "The SHA-256 of that text's bytes, in hexadecimal."},
	}
	statementFields = []field{
		{name: "when", kind: statement.KindDate, near: "dcterms:temporal", means: "When it was so, or when it took place."},
		{name: "where", kind: statement.KindThing, near: "prov:atLocation", means: "Where it took place."},
		{name: "role", kind: statement.KindText, means: "In which capacity or sense."},
		{name: "quantity", kind: statement.KindQuantity, means: "How much."},
		{name: "status", kind: statement.KindText, need: true, form: "^(HAPPENED|ONGOING|PLANNED|TENTATIVE|PROPOSED)$",
			means: "Whether it is so: HAPPENED, ONGOING, PLANNED, TENTATIVE or PROPOSED."},
		{name: "asOf", kind: statement.KindDate, means: "What a planned or ongoing is relative to."},
		{name: "note", kind: statement.KindText, near: "skos:note", means: "What else a reader should know."},
		{name: "prov:wasDerivedFrom", kind: statement.KindThing, need: true},
		{name: "section", kind: statement.KindText, means: "The heading, as printed, under which the document says so."},
		{name: "paragraph", kind: statement.KindInteger, means: "The paragraph within the section, counted from 1."},
		{name: "start", kind: statement.KindInteger, near: "oa:start",
			means: "Where the passage begins in the document's text, in Unicode code points from 0."},
		{name: "end", kind: statement.KindInteger, near: "oa:end", means: "Where the passage ends: behind its last code point."},
	}
)

// Names of datatypes under the base; the second gives what their texts are.
var datatypeNames = []struct{ name, means, form string }{
	{"edtf", "A date or span as published, in the Extended Date/Time Format of ISO 8601-2.", ""},
	{"duration", "A length of time with weeks, or a range of two joined by a slash.",
		"^P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(/P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?)?$"},
	{"quantity", "A number, its unit, how exactly it is given and, for money given, how far it has come.",
		"^-?[0-9]+(\\.[0-9]+)? [A-Za-z][A-Za-z0-9-]* (EXACT|ABOUT|NEARLY|OVER)( (PLEDGED|COMMITTED|DISBURSED))?$"},
}

// datatypes are those that a literal of the kind may have.
func datatypes(v statement.Vocabulary, kind statement.Kind) []quad.IRI {
	switch kind {
	case statement.KindText:
		return []quad.IRI{xsdString}
	case statement.KindDate:
		return []quad.IRI{v.IRI("edtf")}
	case statement.KindInteger:
		return []quad.IRI{xsdInteger}
	case statement.KindDuration:
		return []quad.IRI{xsdDuration, v.IRI("duration")}
	case statement.KindQuantity:
		return []quad.IRI{v.IRI("quantity")}
	}
	return nil
}

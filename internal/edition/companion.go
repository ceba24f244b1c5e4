package edition

import (
	"io"

	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Companion is a file that goes with the data and tells what it means.
type Companion struct {
	Name      string // "ontology": what a person types
	Title     string // what it is, and in which form
	Extension string // with its full stop
	MediaType string
	Write     func(io.Writer, *Edition) error
}

// File is the companion's name as a file: "ontology.ttl".
func (c Companion) File() string { return c.Name + c.Extension }

// Companions are all of them, in the order in which people are told of them.
func Companions() []Companion {
	return []Companion{
		{"ontology", "The classes and predicates: OWL with SKOS labels, in Turtle.", ".ttl", "text/turtle", worded(export.WriteOntology)},
		{"shapes", "What the data conforms to: SHACL, in Turtle.", ".ttl", "text/turtle", worded(export.WriteShapes)},
		{"context", "What the keys of JSON-LD mean: its context, in JSON.", ".jsonld", "application/ld+json", worded(export.WriteContext)},
		{"description", "What the dataset is and holds: DCAT and VoID, in Turtle.", ".ttl", "text/turtle", func(w io.Writer, e *Edition) error { return e.Describe(w) }},
	}
}

// CompanionNamed finds a companion by its name.
func CompanionNamed(name string) (Companion, bool) {
	for _, c := range Companions() {
		if c.Name == name {
			return c, true
		}
	}
	return Companion{}, false
}

// worded is for what hangs on the words of the data alone.
func worded(write func(io.Writer, *ontology.Ontology, statement.Vocabulary) error) func(io.Writer, *Edition) error {
	return func(w io.Writer, e *Edition) error { return write(w, e.Ontology, e.Graph.Vocabulary) }
}

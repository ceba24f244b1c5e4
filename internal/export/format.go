package export

import (
	"bufio"
	"io"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Format is a form in which a selection can be written.
type Format struct {
	Name      string // "nquads": what a person types
	Title     string // what it is, and for whom
	MediaType string // with its parameters, for Content-Type
	Extension string // with its full stop

	write func(writer, Selection) error
}

// formats stand in the order in which people are told of them.
var formats = []Format{
	{"nquads", "RDF 1.1 N-Quads in canonical form: sorted, one way to write each term. Holds the whole in memory.",
		"application/n-quads", ".nq", func(w writer, s Selection) error { return WriteNQuads(w, s.Quads()) }},
	{"trig", "RDF 1.1 TriG: the same quads with prefixes, for people to read.",
		"application/trig", ".trig", writeTriG},
	{"turtle", "RDF 1.1 Turtle: no graphs, so each statement is an rdf:Statement; what happened is asserted too.",
		"text/turtle", ".ttl", writeTurtle},
	{"turtle12", "RDF 1.2 Turtle: as turtle, with rdf:reifies and triple terms.",
		"text/turtle; version=1.2", ".ttl", writeTurtle12},
	{"jsonld", "JSON-LD 1.1 with its context: the same quads as JSON.",
		"application/ld+json", ".jsonld", writeJSONLD},
	{"csv", "One row a statement, for spreadsheets: RFC 4180, UTF-8.",
		"text/csv; charset=utf-8; header=present", ".csv", writeCSV},
	{"jsonlines", "One JSON object a line and statement, with names and evidence.",
		"application/jsonl", ".jsonl", writeJSONLines},
	{"graphml", "Entities and the links between them, for graph tools.",
		"application/graphml+xml", ".graphml", writeGraphML},
	{"gexf", "The same with colours and spans of time, for Gephi: GEXF 1.3.",
		"application/gexf+xml", ".gexf", writeGEXF},
}

// Formats are all formats, best known first. The slice is the caller's.
func Formats() []Format { return append([]Format(nil), formats...) }

// FormatNamed finds a format; the error is of kind Invalid and names those
// that there are.
func FormatNamed(name string) (Format, error) {
	var names []string
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fault.New(fault.Invalid, "unknown format %.60q", name).Hinted("formats are: %s", strings.Join(names, ", "))
}

// Write writes the selection, buffered. All formats but nquads stream; graphml
// and gexf hold the links, but nothing of what documents say beyond them. The
// error is of kind Unavailable where w takes no more, and Invalid where the
// selection holds what the format cannot; then a part may be written.
func (f Format) Write(w io.Writer, s Selection) error {
	buffer := bufio.NewWriterSize(w, 64<<10)
	if err := f.write(writer{buffer}, s); err != nil {
		return fault.New(fault.KindOf(err), "export as %s: %w", f.Name, err)
	}
	if err := buffer.Flush(); err != nil {
		return fault.New(fault.Unavailable, "export as %s: %w", f.Name, err)
	}
	return nil
}

// writer tells of a failed write as errors of this project do.
type writer struct{ *bufio.Writer }

func (w writer) write(text []byte) error {
	if _, err := w.Writer.Write(text); err != nil {
		return fault.New(fault.Unavailable, "write: %w", err)
	}
	return nil
}

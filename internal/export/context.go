package export

import (
	"bytes"
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// WriteContext writes the JSON-LD context by itself, as people publish it. An
// exported file carries the same one, so that nobody needs to fetch it. Who
// names it from elsewhere must set @base: processors take none from afar.
func WriteContext(w io.Writer, o *ontology.Ontology, v statement.Vocabulary) error {
	text, err := json.MarshalIndent(map[string]any{"@context": context(o, v)}, "", "  ")
	if err != nil {
		return err
	}
	if _, err := w.Write(append(text, '\n')); err != nil {
		return fault.New(fault.Unavailable, "write the context: %w", err)
	}
	return nil
}

// context maps each key to what its values are; a key of no entry is a plain
// text under the base.
func context(o *ontology.Ontology, v statement.Vocabulary) map[string]any {
	c := map[string]any{"@vocab": v.Base()}
	if relative(v) {
		c["@base"] = v.Base()
	}
	for _, p := range dataPrefixes {
		c[p.name] = p.namespace
	}
	for key, term := range keys(o, v) {
		if entry := term.entry(); len(entry) > 0 {
			c[key] = entry
		}
	}
	return c
}

// key is how the values under a key of JSON-LD are read.
type key struct {
	coerced string // @id, a datatype's IRI, or empty for texts and for what tells its own
	set     bool   // always a list
}

func (k key) entry() map[string]any {
	entry := map[string]any{}
	if k.coerced != "" {
		entry["@type"] = k.coerced
	}
	if k.set {
		entry["@container"] = "@set"
	}
	return entry
}

// keys are those of all fields and predicates.
func keys(o *ontology.Ontology, v statement.Vocabulary) map[string]key {
	all := map[string]key{}
	for _, fields := range [][]field{entityFields, documentFields, statementFields} {
		for _, f := range fields {
			all[f.name] = key{coercion(v, f.kind), f.many}
		}
	}
	for _, p := range o.Predicates() {
		all[p.Name] = key{coerced: coercion(v, p.Object)}
	}
	return all
}

func coercion(v statement.Vocabulary, kind statement.Kind) string {
	if kind == statement.KindThing {
		return "@id"
	}
	if types := datatypes(v, kind); len(types) == 1 && types[0] != xsdString {
		return string(types[0])
	}
	return ""
}

// relative tells whether ids resolve against the base to their IRIs. They do
// not where it ends in a number sign or has a query.
func relative(v statement.Vocabulary) bool {
	base, err := url.Parse(v.Base())
	return err == nil && base.Host != "" && strings.HasSuffix(v.Base(), "/") && !strings.ContainsAny(v.Base(), "?#")
}

// appendJSON appends a value without the escapes that only HTML needs, and
// without a line feed.
func appendJSON(text []byte, value any) ([]byte, error) {
	buffer := bytes.NewBuffer(text)
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, fault.New(fault.Invalid, "as JSON: %w", err)
	}
	return bytes.TrimSuffix(buffer.Bytes(), []byte("\n")), nil
}

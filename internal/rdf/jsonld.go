package rdf

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// MaxJSONLD is how much JSON-LD is read, in bytes: it does not stream.
const MaxJSONLD = 64 << 20

// ReadJSONLD reads JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/). It reads
// the whole of r before it gives the first quad; their order tells nothing, and
// an error is all that it gives. Base is what relative IRIs are resolved against
// where the text gives no other; empty for none. Integers keep their digits;
// other numbers are written as the recommendation wants it, and languages in
// lower case.
//
// Nothing is fetched: a context elsewhere is an error, but for those in
// contexts, by their IRIs. What the recommendation drops is an error too: a
// property that no context defines, a relative IRI without a base, a direction.
// JSON literals are not read. Errors are of kind Invalid, or TooLarge beyond
// MaxJSONLD.
//
// How long it takes is not bound to the length: contexts in each other can
// make much work. So it is for texts that someone chose to read.
func ReadJSONLD(r io.Reader, base string, contexts map[string][]byte) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		quads, err := readJSONLD(r, base, contexts)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		for _, q := range quads {
			if !yield(q, nil) {
				return
			}
		}
	}
}

func readJSONLD(r io.Reader, base string, contexts map[string][]byte) ([]quad.Quad, error) {
	limited := &io.LimitedReader{R: r, N: MaxJSONLD + 1}
	document, err := decodeJSON(limited)
	if limited.N == 0 {
		return nil, fault.New(fault.TooLarge, "more than %d bytes of JSON-LD", MaxJSONLD).Hinted("write it as N-Quads or TriG, which are read as they come")
	}
	if err != nil {
		return nil, err
	}
	graphs, err := nodesOf(document, base, contexts)
	if err != nil {
		return nil, err
	}
	d := deserialiser{issuer: graphs.issuer}
	for _, name := range slices.Sorted(maps.Keys(graphs.nodes)) {
		if err := d.graph(name, graphs.nodes[name]); err != nil {
			return nil, err
		}
	}
	return d.quads, nil
}

// decodeJSON reads one value and nothing behind it.
func decodeJSON(r io.Reader) (document any, err error) {
	decoder := json.NewDecoder(r)
	decoder.UseNumber()
	if err = decoder.Decode(&document); err == nil {
		if _, err = decoder.Token(); errors.Is(err, io.EOF) {
			return document, nil
		}
		err = errors.New("more behind the first value")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return nil, fault.New(fault.Invalid, "byte %d: no JSON: %w", syntax.Offset, err)
	}
	return nil, fault.New(fault.Invalid, "no JSON: %w", err)
}

// graphs are a document's nodes by graph and by id, flat, and what labelled
// the blank ones.
type graphs struct {
	nodes  map[string]any
	issuer *ld.IdentifierIssuer
}

// nodesOf has the library expand a document and find its nodes. Its many type
// assertions are not all guarded: what it panics at is a fault of the text.
func nodesOf(document any, base string, contexts map[string][]byte) (found graphs, err error) {
	library := &contextLibrary{texts: contexts}
	defer func() {
		if cause := recover(); cause != nil {
			err = fault.New(fault.Invalid, "no JSON-LD: %v", cause)
		}
		if library.refused != nil {
			err = library.refused
		}
	}()
	options := ld.NewJsonLdOptions(base)
	options.DocumentLoader = library
	options.SafeMode = true
	expanded, err := ld.NewJsonLdProcessor().Expand(document, options)
	if err == nil {
		found = graphs{map[string]any{defaultGraph: map[string]any{}}, ld.NewIdentifierIssuer("_:b")}
		_, err = ld.NewJsonLdApi().GenerateNodeMap(expanded, found.nodes, defaultGraph, found.issuer, "", "", nil)
	}
	if err != nil {
		return graphs{}, fault.New(fault.Invalid, "no JSON-LD: %w", err).Hinted("see that the context defines every property")
	}
	return found, nil
}

// contextLibrary gives the contexts that are at hand and refuses all others.
type contextLibrary struct {
	texts   map[string][]byte
	refused error
}

// LoadDocument is what the library calls for a context that a text names.
func (c *contextLibrary) LoadDocument(iri string) (*ld.RemoteDocument, error) {
	text, ok := c.texts[iri]
	if !ok {
		c.refused = fault.New(fault.Invalid, "the text takes its context from %s, and nothing is fetched", iri).
			Hinted("put the context itself into the text, in place of its address")
		return nil, c.refused
	}
	document, err := decodeJSON(strings.NewReader(string(text)))
	if err != nil {
		return nil, err
	}
	return &ld.RemoteDocument{DocumentURL: iri, Document: document}, nil
}

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
// where the text gives no other; empty for none.
//
// Nothing is fetched: a context elsewhere is an error, but for those in
// contexts, by their IRIs. A property that no context defines is an error too,
// and not dropped. Errors are of kind Invalid, or TooLarge beyond MaxJSONLD.
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
	graphs, err := toRDF(document, base, contexts)
	if err != nil {
		return nil, err
	}
	var quads []quad.Quad
	for _, name := range slices.Sorted(maps.Keys(graphs.Graphs)) {
		for _, triple := range graphs.Graphs[name] {
			q, err := quadOf(triple, name)
			if err != nil {
				return nil, err
			}
			quads = append(quads, q)
		}
	}
	return quads, nil
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

// toRDF has the library read a document. Its many type assertions are not all
// guarded: what it panics at is a fault of the text.
func toRDF(document any, base string, contexts map[string][]byte) (graphs *ld.RDFDataset, err error) {
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
	found, err := ld.NewJsonLdProcessor().ToRDF(document, options)
	if err != nil {
		return nil, fault.New(fault.Invalid, "no JSON-LD: %w", err).Hinted("see that the context defines every property")
	}
	return found.(*ld.RDFDataset), nil
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

// defaultGraph is the library's name for it.
const defaultGraph = "@default"

func quadOf(triple *ld.Quad, graph string) (q quad.Quad, err error) {
	if q.Subject, err = valueOf(triple.Subject); err != nil {
		return q, err
	}
	if q.Predicate, err = valueOf(triple.Predicate); err != nil {
		return q, err
	}
	if q.Object, err = valueOf(triple.Object); err != nil {
		return q, err
	}
	switch {
	case graph == defaultGraph:
	case strings.HasPrefix(graph, "_:"):
		q.Label, err = valueOf(ld.NewBlankNode(graph))
	default:
		q.Label, err = valueOf(ld.NewIRI(graph))
	}
	return q, err
}

func valueOf(node ld.Node) (quad.Value, error) {
	switch node := node.(type) {
	case ld.IRI:
		if IsIRI(node.Value) {
			return quad.IRI(node.Value), nil
		}
	case ld.BlankNode:
		if label := strings.TrimPrefix(node.Attribute, "_:"); IsLabel(label) {
			return quad.BNode(label), nil
		}
	case ld.Literal:
		switch {
		case node.Language != "" && IsLanguage(node.Language):
			return quad.LangString{Value: quad.String(node.Value), Lang: node.Language}, nil
		case node.Language == "" && IsIRI(node.Datatype):
			return typed(node.Value, quad.IRI(node.Datatype)), nil
		}
	}
	return nil, fault.New(fault.Invalid, "no term of RDF: %q", node.GetValue())
}

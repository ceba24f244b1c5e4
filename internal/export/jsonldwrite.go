package export

import (
	"iter"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// node is a node of JSON-LD; its keys come out in order.
type node map[string]any

// jsonld writes the very quads as TriG has them: a node an entity and a
// document, and two named graphs a statement. It is read back by any processor
// without a network.
type jsonld struct {
	vocabulary statement.Vocabulary
	relative   bool
	keys       map[string]key
	prefixed   map[quad.IRI]string // the key of a predicate of another vocabulary
}

func newJSONLD(o *ontology.Ontology, v statement.Vocabulary) jsonld {
	j := jsonld{vocabulary: v, relative: relative(v), keys: keys(o, v), prefixed: map[quad.IRI]string{}}
	for name := range j.keys {
		if strings.Contains(name, ":") {
			j.prefixed[field{name: name}.iri(v)] = name
		}
	}
	return j
}

func writeJSONLD(w writer, s Selection) error {
	start, err := appendJSON([]byte(`{"@context":`), context(s.Ontology, s.Vocabulary))
	if err != nil {
		return err
	}
	if err := w.write(append(start, ",\n\"@graph\":["...)); err != nil {
		return err
	}
	separator := "\n"
	err = stream(w, newJSONLD(s.Ontology, s.Vocabulary).nodes(s), func(text []byte, n node) ([]byte, error) {
		text = append(text, separator...)
		separator = ",\n"
		return appendJSON(text, n)
	})
	if err != nil {
		return err
	}
	return w.write([]byte("\n]}\n"))
}

// nodes gives the nodes of the outer graph.
func (j jsonld) nodes(s Selection) iter.Seq[node] {
	return func(yield func(node) bool) {
		for e := range s.Entities {
			if !yield(j.node(j.vocabulary.EntityQuads(e))) {
				return
			}
		}
		for d := range s.Documents {
			if !yield(j.node(j.vocabulary.DocumentQuads(d))) {
				return
			}
		}
		for of := range s.Statements {
			quads := j.vocabulary.Quads(of)
			if !yield(j.graph(quads[:1])) || !yield(j.graph(quads[1:])) {
				return
			}
		}
	}
}

// graph is the named graph of quads that share subject and label.
func (j jsonld) graph(quads []quad.Quad) node {
	return node{"@id": j.id(quads[0].Label.(quad.IRI)), "@graph": j.node(quads)}
}

// node is what the quads say of their one subject.
func (j jsonld) node(quads []quad.Quad) node {
	n := node{"@id": j.id(quads[0].Subject.(quad.IRI))}
	for _, q := range quads {
		if q.Predicate == quad.Value(rdfType) {
			n["@type"], _ = j.vocabulary.Local(q.Object.(quad.IRI))
			continue
		}
		name := j.name(q.Predicate.(quad.IRI))
		value := j.value(q.Object, j.keys[name].coerced)
		if j.keys[name].set {
			list, _ := n[name].([]any)
			value = append(list, value)
		}
		n[name] = value
	}
	return n
}

func (j jsonld) name(predicate quad.IRI) string {
	if name, ok := j.prefixed[predicate]; ok {
		return name
	}
	name, _ := j.vocabulary.Local(predicate)
	return name
}

// id is an IRI, relative to the base where that is of use.
func (j jsonld) id(iri quad.IRI) string {
	if local, ok := j.vocabulary.Local(iri); ok && j.relative {
		return local
	}
	return string(iri)
}

// value is an object under a key whose values are read as coerced tells.
func (j jsonld) value(object quad.Value, coerced string) any {
	switch object := object.(type) {
	case quad.IRI:
		if coerced == "@id" {
			return j.id(object)
		}
		return node{"@id": j.id(object)}
	case quad.TypedString:
		text := any(string(object.Value))
		if n, err := strconv.Atoi(string(object.Value)); object.Type == xsdInteger && err == nil && exact(n) {
			text = n
		}
		if coerced == string(object.Type) {
			return text
		}
		return node{"@value": text, "@type": string(object.Type)}
	}
	text, _ := object.(quad.String)
	if coerced == "" {
		return string(text)
	}
	return node{"@value": string(text)}
}

// exact tells whether JavaScript has the number.
func exact(n int) bool { return -1<<53 <= n && n <= 1<<53 }

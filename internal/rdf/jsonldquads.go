package rdf

import (
	"encoding/json"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/piprate/json-gold/ld"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// defaultGraph is the library's name for it.
const defaultGraph = "@default"

// deserialiser turns the nodes of JSON-LD into quads. The library's own way
// does it too, but drops what it takes for wrong without a word, and takes four
// fifths of all time for that.
type deserialiser struct {
	issuer *ld.IdentifierIssuer
	label  quad.Value // of the graph
	quads  []quad.Quad
}

func (d *deserialiser) graph(name string, nodes any) (err error) {
	d.label = nil
	if name != defaultGraph {
		if d.label, err = idValue(name); err != nil {
			return err
		}
	}
	byID, _ := nodes.(map[string]any)
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		node, _ := byID[id].(map[string]any)
		if err := d.node(id, node); err != nil {
			return err
		}
	}
	return nil
}

func (d *deserialiser) node(id string, node map[string]any) error {
	for _, property := range slices.Sorted(maps.Keys(node)) {
		values, ok := node[property].([]any)
		switch {
		case property == "@type":
			property = string(rdfType)
		case ld.IsKeyword(property) || !ok:
			continue
		}
		subject, err := idValue(id)
		if err != nil {
			return err
		}
		predicate, err := idValue(property)
		if err != nil {
			return err
		}
		if _, blank := predicate.(quad.BNode); blank {
			return fault.New(fault.Invalid, "%s has a blank node for a predicate", id).Hinted("write an IRI")
		}
		for _, value := range values {
			object, err := d.object(value)
			if err != nil {
				return err
			}
			d.tell(subject, predicate, object)
		}
	}
	return nil
}

func (d *deserialiser) tell(subject, predicate, object quad.Value) {
	d.quads = append(d.quads, quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: d.label})
}

func (d *deserialiser) object(value any) (quad.Value, error) {
	object, ok := value.(map[string]any)
	if !ok {
		id, _ := value.(string) // of a type
		return idValue(id)
	}
	if items, ok := object["@list"].([]any); ok {
		return d.list(items)
	}
	if _, ok := object["@value"]; ok {
		return literalOf(object)
	}
	id, _ := object["@id"].(string)
	return idValue(id)
}

// list tells the nodes of a list and gives the first of them.
func (d *deserialiser) list(items []any) (quad.Value, error) {
	var rest quad.Value = rdfNil
	for _, item := range slices.Backward(items) {
		object, err := d.object(item)
		if err != nil {
			return nil, err
		}
		node, err := idValue(d.issuer.GetId(""))
		if err != nil {
			return nil, err
		}
		d.tell(node, rdfFirst, object)
		d.tell(node, rdfRest, rest)
		rest = node
	}
	return rest, nil
}

// idValue is the IRI or blank node of an id.
func idValue(id string) (quad.Value, error) {
	if label, blank := strings.CutPrefix(id, "_:"); blank && IsLabel(label) {
		return quad.BNode(label), nil
	}
	if !IsIRI(id) {
		return nil, fault.New(fault.Invalid, "%q is no absolute IRI", id).Hinted("write it in full, or give the context a @base")
	}
	return quad.IRI(id), nil
}

// literalOf is a value object of JSON-LD.
func literalOf(object map[string]any) (quad.Value, error) {
	datatype, _ := object["@type"].(string)
	language, _ := object["@language"].(string)
	_, directed := object["@direction"]
	switch {
	case directed:
		return nil, fault.New(fault.Invalid, "the value %v has a direction, which RDF has no word for", object["@value"]).Hinted("leave it out")
	case language != "" && !IsLanguage(language):
		return nil, fault.New(fault.Invalid, "%q is no language tag", language).Hinted("write one such as en or en-GB")
	case datatype == "@json":
		return nil, fault.New(fault.Invalid, "JSON literals are not read").Hinted("write the value as text")
	case datatype != "" && !IsIRI(datatype):
		return nil, fault.New(fault.Invalid, "the datatype %q is no absolute IRI", datatype).Hinted("write it in full")
	}
	var text string
	var usual quad.IRI = xsdString
	switch value := object["@value"].(type) {
	case string:
		text = value
	case bool:
		text, usual = strconv.FormatBool(value), xsdBoolean
	case json.Number:
		reckoned, err := value.Float64()
		if err != nil {
			return nil, fault.New(fault.Invalid, "the number %s is too large", value).Hinted("write it as text")
		}
		text, usual = numberOf(string(value), reckoned, quad.IRI(datatype))
	default:
		return nil, fault.New(fault.Invalid, "the value %v is neither text, number nor boolean", value).Hinted("write it as text")
	}
	if language != "" {
		return quad.LangString{Value: quad.String(text), Lang: language}, nil
	}
	if datatype != "" {
		usual = quad.IRI(datatype)
	}
	return typed(text, usual), nil
}

var integerForm = regexp.MustCompile(`^-?[0-9]+$`)

// numberOf writes a number of JSON as JSON-LD 1.1 API, section 8.2.2, has it,
// and gives the datatype that it has where none is told. Integers below 1e21
// keep their digits: reckoning would round them.
func numberOf(digits string, reckoned float64, datatype quad.IRI) (string, quad.IRI) {
	whole := reckoned == math.Trunc(reckoned) && math.Abs(reckoned) < 1e21
	switch {
	case !whole || datatype == xsdDouble:
		return ld.GetCanonicalDouble(reckoned), xsdDouble
	case integerForm.MatchString(digits) && reckoned != 0:
		return digits, xsdInteger
	}
	return strconv.FormatFloat(reckoned+0, 'f', 0, 64), xsdInteger // + 0 takes the sign from -0
}

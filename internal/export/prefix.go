package export

import (
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/rdf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// prefix is a short name of a namespace.
type prefix struct{ name, namespace string }

// Namespaces of other vocabularies: those that data uses, and those besides
// that the ontology names.
var (
	dataPrefixes = []prefix{
		{"dcterms", "http://purl.org/dc/terms/"},
		{"owl", "http://www.w3.org/2002/07/owl#"},
		{"prov", "http://www.w3.org/ns/prov#"},
		{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
		{"schema", "http://schema.org/"},
		{"skos", "http://www.w3.org/2004/02/skos/core#"},
		{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	}
	ontologyPrefixes = []prefix{
		{"foaf", "http://xmlns.com/foaf/0.1/"},
		{"oa", "http://www.w3.org/ns/oa#"},
		{"org", "http://www.w3.org/ns/org#"},
		{"qb", "http://purl.org/linked-data/cube#"},
		{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
		{"sdmx-dimension", "http://purl.org/linked-data/sdmx/2009/dimension#"},
		{"sdmx-measure", "http://purl.org/linked-data/sdmx/2009/measure#"},
		{"sh", "http://www.w3.org/ns/shacl#"},
		{"vann", "http://purl.org/vocab/vann/"},
		{"wdt", "http://www.wikidata.org/prop/direct/"},
	}
)

// expand gives the IRI of a prefixed name such as prov:wasDerivedFrom.
func expand(name string) (quad.IRI, error) {
	short, local, _ := strings.Cut(name, ":")
	for _, prefixes := range [][]prefix{dataPrefixes, ontologyPrefixes} {
		for _, p := range prefixes {
			if p.name == short {
				return quad.IRI(p.namespace + local), nil
			}
		}
	}
	return "", fault.New(fault.Invalid, "%q has a prefix of no known namespace", name).Hinted("add the namespace to internal/export/prefix.go")
}

// terms writes values as Turtle and TriG do, with prefixes where they fit.
type terms struct {
	prefixes []prefix          // in the order in which they are declared
	short    map[string]string // the prefix by its namespace
}

// newTerms has the base as the empty prefix, a prefix for the statements, one
// for the ids of each class, and those given; an earlier one keeps its name.
func newTerms(v statement.Vocabulary, o *ontology.Ontology, more ...[]prefix) terms {
	all := []prefix{{"", v.Base()}, {"statement", v.Base() + "statement/"}}
	for _, prefixes := range more {
		all = append(all, prefixes...)
	}
	for _, c := range o.Classes() {
		all = append(all, prefix{c.Prefix, v.Base() + c.Prefix + "/"})
	}
	t := terms{short: map[string]string{}}
	taken := map[string]bool{}
	for _, p := range all {
		if _, known := t.short[p.namespace]; known || taken[p.name] {
			continue
		}
		taken[p.name] = true
		t.short[p.namespace] = p.name
		t.prefixes = append(t.prefixes, p)
	}
	return t
}

// appendPrefixes appends the declarations and an empty line.
func (t terms) appendPrefixes(text []byte) []byte {
	for _, p := range t.prefixes {
		text = append(text, "@prefix "+p.name+": <"+p.namespace+"> .\n"...)
	}
	return append(text, '\n')
}

// appendTerm appends a term without a space around it.
func (t terms) appendTerm(text []byte, value quad.Value) ([]byte, error) {
	switch value := value.(type) {
	case quad.IRI:
		return t.appendIRI(text, value)
	case quad.TypedString:
		if value.Type == xsdInteger {
			return append(text, value.Value...), nil // statements write one as the digits alone
		}
		return t.appendIRI(append(appendString(text, value.Value), "^^"...), value.Type)
	case quad.String:
		return appendString(text, value), nil
	}
	return nil, unfit("term", value)
}

func (t terms) appendIRI(text []byte, iri quad.IRI) ([]byte, error) {
	cut := strings.LastIndexAny(string(iri), "/#") + 1
	if short, known := t.short[string(iri[:cut])]; known && isLocal(string(iri[cut:])) {
		return append(append(append(text, short...), ':'), iri[cut:]...), nil
	}
	if !rdf.IsIRI(string(iri)) {
		return nil, unfit("term", iri)
	}
	return appendIRI(text, iri), nil
}

// isLocal tells whether text can follow a prefix as it is. Turtle allows more,
// but not all readers do.
func isLocal(text string) bool {
	for n := range len(text) {
		if b := text[n]; !isAlphanumeric(b) && b != '_' && (n == 0 || b != '-' && (b != '.' || n == len(text)-1)) {
			return false
		}
	}
	return text != ""
}

func isAlphanumeric(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
}

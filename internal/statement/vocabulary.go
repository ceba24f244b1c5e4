package statement

import (
	"regexp"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// DefaultBase is the IRI that stands before every id unless another is set.
const DefaultBase = "https://w3id.org/aseangraph/"

// Predicates and datatypes of other vocabularies, in full: a prefixed IRI is
// another node than the full one.
const (
	rdfType            quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	skosPrefLabel      quad.IRI = "http://www.w3.org/2004/02/skos/core#prefLabel"
	skosAltLabel       quad.IRI = "http://www.w3.org/2004/02/skos/core#altLabel"
	dctermsDescription quad.IRI = "http://purl.org/dc/terms/description"
	dctermsTitle       quad.IRI = "http://purl.org/dc/terms/title"
	dctermsPublisher   quad.IRI = "http://purl.org/dc/terms/publisher"
	dctermsIssued      quad.IRI = "http://purl.org/dc/terms/issued"
	dctermsLanguage    quad.IRI = "http://purl.org/dc/terms/language"
	owlSameAs          quad.IRI = "http://www.w3.org/2002/07/owl#sameAs"
	provWasDerivedFrom quad.IRI = "http://www.w3.org/ns/prov#wasDerivedFrom"
	schemaURL          quad.IRI = "http://schema.org/url" // as schema.org's own JSON-LD context expands it
	xsdInteger         quad.IRI = "http://www.w3.org/2001/XMLSchema#integer"
	xsdDuration        quad.IRI = "http://www.w3.org/2001/XMLSchema#duration"
	localKind                   = "kind"
	localFile                   = "file"
	localSHA256                 = "sha256"
	localDate                   = "edtf"
	localDuration               = "duration"
	localQuantity               = "quantity"
)

// Vocabulary turns statements, entities and documents into quads and back,
// with all IRIs in full under one base. The zero value has DefaultBase.
type Vocabulary struct{ base string }

var baseForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^` + "`" + `\\\x7f]*[/#]$`)

// NewVocabulary takes an absolute IRI that ends in a slash or a number sign;
// the error is of kind Invalid.
func NewVocabulary(base string) (Vocabulary, error) {
	if !baseForm.MatchString(base) {
		return Vocabulary{}, fault.New(fault.Invalid, "%q is no base of IRIs", base).
			Hinted("write an absolute IRI that ends in / or #, such as %s", DefaultBase)
	}
	return Vocabulary{base: base}, nil
}

// Base is what stands before every id.
func (v Vocabulary) Base() string {
	if v.base == "" {
		return DefaultBase
	}
	return v.base
}

// IRI is the full IRI of an entity's id, a statement's id, or the name of a
// class, a predicate or a datatype.
func (v Vocabulary) IRI(id string) quad.IRI { return quad.IRI(v.Base() + id) }

// Local gives what IRI was made of; empty and false where iri lies elsewhere.
func (v Vocabulary) Local(iri quad.IRI) (string, bool) {
	local, ok := strings.CutPrefix(string(iri), v.Base())
	if !ok || local == "" {
		return "", false
	}
	return local, true
}

// Value is the term as a quad's object: a thing as its IRI, a text as a plain
// string, everything else as its exact text with a datatype; nil for the zero
// term.
//
//	date      <base>edtf
//	integer   xsd:integer
//	duration  xsd:duration; <base>duration for what that has not: weeks and ranges
//	quantity  <base>quantity
func (v Vocabulary) Value(t Term) quad.Value {
	switch t.kind {
	case 0:
		return nil
	case KindThing:
		return v.IRI(t.text)
	case KindText:
		return quad.String(t.text)
	}
	return quad.TypedString{Value: quad.String(t.text), Type: v.datatype(t)}
}

func (v Vocabulary) datatype(t Term) quad.IRI {
	switch {
	case t.kind == KindDate:
		return v.IRI(localDate)
	case t.kind == KindQuantity:
		return v.IRI(localQuantity)
	case t.kind == KindInteger:
		return xsdInteger
	case strings.ContainsAny(t.text, "/W"):
		return v.IRI(localDuration)
	}
	return xsdDuration
}

// Term is the way back from Value. What Value does not write is an error of
// kind Invalid: another datatype, an IRI that lies elsewhere, a number with
// needless zeros.
func (v Vocabulary) Term(value quad.Value) (Term, error) {
	switch value := value.(type) {
	case quad.IRI:
		id, err := v.entityID(value)
		if err != nil {
			return Term{}, err
		}
		return Thing(id), nil
	case quad.String:
		return Text(string(value)), nil
	case quad.TypedString:
		return v.literal(value)
	}
	return Term{}, fault.New(fault.Invalid, "%s is neither an entity nor a literal that statements use", quad.StringOf(value))
}

func (v Vocabulary) literal(value quad.TypedString) (Term, error) {
	kind, err := v.kindOf(value.Type)
	if err != nil {
		return Term{}, err
	}
	term, err := ParseLiteral(kind, string(value.Value))
	if err != nil {
		return Term{}, err
	}
	if v.Value(term) != quad.Value(value) {
		return Term{}, fault.New(fault.Invalid, "%s is not written in its one form", value).Hinted("write %s", v.Value(term))
	}
	return term, nil
}

// kindOf decides a literal's kind by its datatype.
func (v Vocabulary) kindOf(datatype quad.IRI) (Kind, error) {
	switch local, _ := v.Local(datatype); {
	case datatype == xsdInteger:
		return KindInteger, nil
	case datatype == xsdDuration, local == localDuration:
		return KindDuration, nil
	case local == localDate:
		return KindDate, nil
	case local == localQuantity:
		return KindQuantity, nil
	}
	return 0, fault.New(fault.Invalid, "unknown datatype %s", datatype).
		Hinted("use %s, %s, %s, %s or %s", v.IRI(localDate), v.IRI(localQuantity), v.IRI(localDuration), xsdDuration, xsdInteger)
}

// entityID reads the IRI of an entity.
func (v Vocabulary) entityID(value quad.Value) (EntityID, error) {
	iri, _ := value.(quad.IRI)
	local, ok := v.Local(iri)
	if !ok {
		return "", fault.New(fault.Invalid, "%s is no entity under %s", quad.StringOf(value), v.Base())
	}
	return ParseEntityID(local)
}

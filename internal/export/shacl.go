package export

import (
	"io"

	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// WriteShapes writes SHACL shapes in Turtle for data as N-Quads, TriG, JSON-LD
// and Turtle have it, all graphs taken together: what an entity, a document
// and a statement must tell, and for each predicate the classes of its subject
// and the class or datatype of its object.
func WriteShapes(w io.Writer, o *ontology.Ontology, v statement.Vocabulary) error {
	s := newSheet(o, v)
	s.shacl()
	return s.writeTo(w, "the shapes")
}

func (s *sheet) shacl() {
	s.entityShape()
	s.documentShape()
	s.statementShape()
	for _, i := range s.interfaces() {
		s.about(s.shape(i.Name), say("a", "sh:NodeShape"), say("sh:or", s.oneOf(i.Classes)))
	}
	for _, p := range s.ontology.Predicates() {
		s.predicateShape(p)
	}
}

// shapePrefix is what the names of shapes begin with.
const shapePrefix = "shape/"

func (s *sheet) shape(name string) string { return s.own(shapePrefix + name) }

// oneOf is the list of classes that sh:or takes.
func (s *sheet) oneOf(classes []*ontology.Class) string {
	var all []string
	for _, name := range s.classNames(classes) {
		all = append(all, bare(say("sh:class", name)))
	}
	return listed(all)
}

// entityShape is what every entity tells: one class and one name.
func (s *sheet) entityShape() {
	classes := s.classNames(s.ontology.Classes())
	s.about(s.shape(ontology.EntityName), append([]said{
		say("a", "sh:NodeShape"),
		say("sh:targetClass", classes...),
		say("sh:targetSubjectsOf", "skos:prefLabel"),
		say("sh:property", bare(say("sh:path", "rdf:type"), say("sh:minCount", "1"), say("sh:maxCount", "1"), say("sh:in", listed(classes)))),
	}, s.fieldShapes(entityFields)...)...)
}

func (s *sheet) documentShape() {
	s.about(s.shape("document-metadata"), append([]said{
		say("a", "sh:NodeShape"),
		say("sh:targetSubjectsOf", s.own("kind")),
		say("sh:targetObjectsOf", "prov:wasDerivedFrom"),
		say("sh:node", s.shape(ontology.EntityName)),
	}, s.fieldShapes(documentFields)...)...)
}

// statementShape is what every statement tells, and that it tells nothing else
// but, in Turtle, its link.
func (s *sheet) statementShape() {
	s.about(s.shape("statement"), append([]said{
		say("a", "sh:NodeShape"),
		say("sh:targetSubjectsOf", "prov:wasDerivedFrom", s.own("status")),
		say("sh:closed", "true"),
		say("sh:ignoredProperties", listed([]string{"rdf:type", "rdf:subject", "rdf:predicate", "rdf:object", "rdf:reifies"})),
		say("sh:property", bare(say("sh:path", s.own("start")), say("sh:lessThan", s.own("end")))),
	}, s.fieldShapes(statementFields)...)...)
}

func (s *sheet) fieldShapes(fields []field) (all []said) {
	for _, f := range fields {
		var least, most []string
		if f.need {
			least = []string{"1"}
		}
		if !f.many {
			most = []string{"1"}
		}
		all = append(all, say("sh:property", bare(append([]said{
			say("sh:path", s.iri(f.iri(s.vocabulary))), say("sh:minCount", least...), say("sh:maxCount", most...), say("sh:pattern", quoted(f.form)...),
		}, s.valueShape(f.kind)...)...)))
	}
	return all
}

// valueShape is what a value of the kind must be.
func (s *sheet) valueShape(kind statement.Kind) []said {
	if kind == statement.KindThing {
		return []said{say("sh:nodeKind", "sh:IRI")}
	}
	types := s.kinds(kind)
	if len(types) == 1 {
		return []said{say("sh:datatype", types...), say("sh:pattern", s.forms(types[0])...)}
	}
	var each []string
	for _, datatype := range types {
		each = append(each, bare(say("sh:datatype", datatype), say("sh:pattern", s.forms(datatype)...)))
	}
	return []said{say("sh:or", listed(each))}
}

// forms is the pattern of a datatype's texts, where there is one.
func (s *sheet) forms(datatype string) []string {
	for _, d := range datatypeNames {
		if s.own(d.name) == datatype {
			return quoted(d.form)
		}
	}
	return nil
}

func (s *sheet) predicateShape(p *ontology.Predicate) {
	value := s.valueShape(p.Object)
	if p.Object == statement.KindThing {
		value = append(value, s.memberOf(p.Range))
	}
	s.about(s.shape(p.Name),
		say("a", "sh:NodeShape"),
		say("sh:targetSubjectsOf", s.own(p.Name)),
		s.memberOf(p.Domain),
		say("sh:property", bare(append([]said{say("sh:path", s.own(p.Name))}, value...)...)))
}

// memberOf is that a node is of one of the classes.
func (s *sheet) memberOf(classes []*ontology.Class) said {
	if name := s.interfaceOf(classes); name != "" {
		return say("sh:node", s.shape(name))
	}
	if len(classes) == 1 {
		return say("sh:class", s.own(classes[0].Name))
	}
	return say("sh:or", s.oneOf(classes))
}

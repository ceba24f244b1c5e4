package dataset

import (
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// document reads one document with its passages.
func (r *reading) document(name string) {
	f := r.open(name)
	root := f.root(r.fsys)
	if root == nil {
		return
	}
	var d statement.Document
	var passages *yaml.Node
	s := source{at: f.at(root)}
	before := len(r.complaints)
	f.mapping(root, "the document", map[string]field{
		"id":        text(f, "id", &d.ID),
		"title":     text(f, "title", &d.Title),
		"publisher": text(f, "publisher", &d.Publisher),
		"published": value(f, "published", &d.Published, edtf.Parse),
		"language":  text(f, "language", &d.Language),
		"kind":      value(f, "kind", &d.Kind, statement.ParseDocumentKind),
		"address":   text(f, "address", &d.Address),
		"file":      text(f, "file", &d.File),
		"sha256":    text(f, "sha256", &d.SHA256),
		"refersTo":  references(f, &s.refersTo),
		"passages":  later(&passages),
	}, "id", "title", "publisher", "language", "kind", "passages")
	s.whole = len(r.complaints) == before
	if passages != nil {
		f.each(passages, "passages", func(node *yaml.Node) {
			s.passages = append(s.passages, r.passage(f, node, &d))
		})
	}
	r.Documents = append(r.Documents, d)
	r.sources = append(r.sources, s)
}

// identify takes the document in as the entity that it also is.
func (r *reading) identify(d statement.Document, at place) {
	e := statement.Entity{ID: d.ID, Name: d.Title}
	class := r.onto.ClassOf(d.ID)
	if class == nil {
		r.add(at, fault.DidYouMean(d.ID.Prefix(), r.prefixes(), "begin it with the prefix of a class of the ontology"), "no class has the prefix of the id %q", d.ID)
		return
	}
	e.Class = class.Name
	if want := class.Prefix + "/" + stem(at.file); string(d.ID) != want {
		r.add(at, "write "+want+", or name the file by the id", "the id %q is not that of this file", d.ID)
	}
	if err := d.Validate(); err != nil {
		r.blame(at, "write another", err)
		return
	}
	r.entity(e, at, true)
}

// passage reads one passage and takes its statements in.
func (r *reading) passage(f file, node *yaml.Node, d *statement.Document) passage {
	var statements *yaml.Node
	p := passage{at: f.at(node), evidence: statement.Evidence{Document: d.ID}, first: len(r.Statements)}
	before := len(r.complaints)
	f.mapping(node, "the passage", map[string]field{
		"section":    text(f, "section", &p.evidence.Section),
		"paragraph":  value(f, "paragraph", &p.evidence.Paragraph, count),
		"start":      value(f, "start", &p.evidence.Start, count),
		"end":        value(f, "end", &p.evidence.End, count),
		"refersTo":   references(f, &p.refersTo),
		"noFact":     text(f, "noFact", &p.noFact),
		"statements": later(&statements),
	})
	p.whole = len(r.complaints) == before
	if statements != nil {
		f.each(statements, "statements", func(node *yaml.Node) { r.statement(f, node, p.evidence, d) })
	}
	p.last = len(r.Statements)
	if node.Kind == yaml.MappingNode && (p.first < p.last) == (p.noFact != "") {
		r.add(p.at, "give it statements, or noFact with the reason why it has none", "the passage must have either statements or noFact")
	}
	if p.noFact != "" {
		r.Silent = append(r.Silent, p.evidence)
	}
	return p
}

// statement reads one statement and takes it in.
func (r *reading) statement(f file, node *yaml.Node, evidence statement.Evidence, d *statement.Document) {
	s := statement.Statement{Evidence: evidence}
	var object *yaml.Node
	before := len(r.complaints)
	f.mapping(node, "the statement", map[string]field{
		"subject":   text(f, "subject", &s.Subject),
		"predicate": text(f, "predicate", &s.Predicate),
		"object":    later(&object),
		"when":      value(f, "when", &s.When, edtf.Parse),
		"where":     text(f, "where", &s.Where),
		"role":      text(f, "role", &s.Role),
		"quantity":  amount(f, &s.Quantity),
		"status":    value(f, "status", &s.Status, statement.ParseStatus),
		"asOf":      value(f, "asOf", &s.AsOf, edtf.Parse),
		"note":      text(f, "note", &s.Note),
	}, "subject", "predicate", "object")
	if s.Status != statement.Happened && s.AsOf.IsZero() {
		s.AsOf = d.Published
		if d.Published.IsZero() {
			r.add(f.at(node), "write asOf, or the document's published", "the statement is %s as of no date", s.Status)
		}
	}
	if object != nil && s.Predicate != "" {
		s.Object = r.object(f, object, s.Predicate)
	}
	if len(r.complaints) == before && d.ID != "" {
		if err := s.Validate(); err != nil {
			r.blame(f.at(node), "write another", err)
		}
	}
	if len(r.complaints) > before {
		r.unsound[len(r.Statements)] = true
	}
	r.Statements = append(r.Statements, s)
	r.statementAt = append(r.statementAt, f.at(node))
}

// object reads a statement's object as its predicate takes it.
func (r *reading) object(f file, node *yaml.Node, predicate string) (object statement.Term) {
	p := r.onto.Predicate(predicate)
	if p == nil {
		var names []string
		for _, known := range r.onto.Predicates() {
			names = append(names, known.Name)
		}
		r.add(f.at(node), fault.DidYouMean(predicate, names, "use a predicate of the ontology"), "unknown predicate %q", predicate)
		return object
	}
	switch p.Object {
	case statement.KindThing:
		var id statement.EntityID
		text(f, "object", &id)(node)
		return statement.Thing(id)
	case statement.KindQuantity:
		var q statement.Quantity
		amount(f, &q)(node)
		return statement.Amount(q)
	}
	value(f, "object", &object, func(text string) (statement.Term, error) { return statement.ParseLiteral(p.Object, text) })(node)
	return object
}

// amount takes a quantity.
func amount(f file, into *statement.Quantity) field {
	return func(node *yaml.Node) {
		var digits, unit string
		qualifier, stage := statement.Exact, statement.NoStage
		before := len(*f.complaints)
		f.mapping(node, "the quantity", map[string]field{
			"value":     text(f, "value", &digits),
			"unit":      text(f, "unit", &unit),
			"qualifier": value(f, "qualifier", &qualifier, statement.ParseQualifier),
			"stage":     value(f, "stage", &stage, statement.ParseStage),
		}, "value", "unit")
		if len(*f.complaints) > before {
			return
		}
		q, err := statement.NewQuantity(digits, unit, qualifier, stage)
		if err != nil {
			f.blame(f.at(node), "write another", err)
		}
		*into = q
	}
}

// references takes words and the entities they stand for.
func references(f file, into *[]reference) field {
	return func(node *yaml.Node) {
		f.pairs(node, "refersTo", func(key, value *yaml.Node) {
			r := reference{at: f.at(key), words: key.Value}
			text(f, "refersTo", &r.entity)(value)
			*into = append(*into, r)
		})
	}
}

// count reads a number of paragraphs or code points.
func count(text string) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, fault.New(fault.Invalid, "%q is no count", text).Hinted("write digits only")
	}
	return n, nil
}

package ontology

import (
	"io/fs"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// Read takes the ontology from the authored SDL at the root of fsys. The error
// is of kind Invalid and lists every complaint with file and line.
func Read(fsys fs.FS) (*Ontology, error) {
	doc, err := Parse(fsys)
	if err != nil {
		return nil, err
	}
	return FromDocument(doc)
}

// FromDocument is Read for SDL that Parse has already read.
func FromDocument(doc *ast.SchemaDocument) (*Ontology, error) {
	r := &reader{doc: doc, homes: map[string]*ast.FieldDefinition{}, o: &Ontology{
		classByName:     map[string]*Class{},
		classByPrefix:   map[string]*Class{},
		predicateByName: map[string]*Predicate{},
	}}
	r.readClasses()
	r.readInterfaces()
	r.readPredicates()
	r.readFields()
	r.checkNames()
	r.checkEnds()
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return r.o, nil
}

type reader struct {
	doc    *ast.SchemaDocument
	o      *Ontology
	homes  map[string]*ast.FieldDefinition // the field that tells a predicate's attributes
	faults faults
}

var colourForm = regexp.MustCompile(`^#[0-9a-f]{6}$`)

func (r *reader) readClasses() {
	for _, def := range r.doc.Definitions {
		directive := def.Directives.ForName(ClassDirective)
		if directive == nil {
			continue
		}
		ws := words(def.Name)
		c := &Class{
			Name:        def.Name,
			Plural:      argument(directive, "plural"),
			Prefix:      strings.Join(ws, "-"),
			Symbol:      strings.ToUpper(strings.Join(ws, "_")),
			Colour:      argument(directive, "colour"),
			Description: def.Description,
			SameAs:      arguments(directive, "sameAs"),
		}
		for _, name := range Supers(r.doc, def) {
			if name != EntityName && name != NodeName {
				c.Interfaces = append(c.Interfaces, name)
			}
		}
		sort.Strings(c.Interfaces)
		if !colourForm.MatchString(c.Colour) {
			r.faults.add(def.Position, "the colour of "+c.Name+" is "+strconv.Quote(c.Colour), "write it as #rrggbb in lower case")
		}
		if def.Description == "" {
			r.faults.add(def.Position, "class "+c.Name+" is not described", "add a sentence above it")
		}
		r.o.classes = append(r.o.classes, c)
		r.o.classByName[c.Name] = c
		r.o.classByPrefix[c.Prefix] = c
	}
	sort.Slice(r.o.classes, func(i, j int) bool { return r.o.classes[i].Name < r.o.classes[j].Name })
}

func (r *reader) readInterfaces() {
	for _, def := range r.doc.Definitions {
		if def.Kind != ast.Interface || def.Name == EntityName || def.Name == NodeName {
			continue
		}
		i := &Interface{Name: def.Name, Description: def.Description}
		for _, c := range r.o.classes {
			if contains(c.Interfaces, def.Name) {
				i.Classes = append(i.Classes, c)
			}
		}
		r.o.interfaces = append(r.o.interfaces, i)
	}
	sort.Slice(r.o.interfaces, func(i, j int) bool { return r.o.interfaces[i].Name < r.o.interfaces[j].Name })
}

// readPredicates finds the predicates and their homes: the field at the
// subject that tells what holds for the predicate as a whole.
func (r *reader) readPredicates() {
	for _, def := range r.doc.Definitions {
		for _, field := range def.Fields {
			directive, kind := r.meaning(field)
			if directive == nil || end(directive) == In {
				continue
			}
			name := argument(directive, "predicate")
			home, known := r.homes[name]
			switch {
			case !known:
				r.homes[name] = field
			case tellsAttributes(directive) && tellsAttributes(home.Directives.ForName(directive.Name)):
				r.faults.add(field.Position, "the attributes of "+name+" are told twice, before in "+place(home), "tell them at one field")
			case tellsAttributes(directive):
				r.homes[name] = field
			}
			p := r.o.predicateByName[name]
			if p == nil {
				p = &Predicate{Name: name, Object: kind}
				r.o.predicateByName[name] = p
				r.o.predicates = append(r.o.predicates, p)
			}
			if p.Object != kind {
				r.faults.add(field.Position, name+" has objects of two kinds", "give it one kind of object, or another name")
			}
		}
	}
	sort.Slice(r.o.predicates, func(i, j int) bool { return r.o.predicates[i].Name < r.o.predicates[j].Name })
	for _, p := range r.o.predicates {
		r.fill(p, r.homes[p.Name])
	}
}

func (r *reader) fill(p *Predicate, home *ast.FieldDefinition) {
	directive, _ := r.meaning(home)
	p.Label = label(home, directive)
	p.Description = home.Description
	p.Single = truth(directive, "single")
	p.Once = truth(directive, "once")
	p.Term = truth(directive, "term")
	p.Contains = truth(directive, "contains")
	p.SameAs = arguments(directive, "sameAs")
	p.Symmetric = end(directive) == Both
	if time := argument(directive, "time"); time != "" {
		reading, ok := timeNames[time]
		if !ok {
			r.faults.add(home.Position, "unknown time reading "+time, "use AT, SINCE or WHILE")
		}
		p.Time = reading
	}
	if p.Symmetric {
		p.Inverse = p.Label
	}
}

// meaning gives the directive that makes a field a reading of a predicate, and
// the kind of the predicate's object; nil for any other field.
func (r *reader) meaning(field *ast.FieldDefinition) (*ast.Directive, statement.Kind) {
	if d := field.Directives.ForName(RelationDirective); d != nil {
		return d, statement.KindThing
	}
	d := field.Directives.ForName(PropertyDirective)
	if d == nil {
		return nil, 0
	}
	kind, ok := literalKinds[field.Type.Name()]
	if !ok {
		r.faults.add(field.Position, field.Name+" is a property of type "+field.Type.Name(), "use Period, String, Int, Duration or Quantity")
	}
	return d, kind
}

// literalKinds are the authored types of properties.
var literalKinds = map[string]statement.Kind{
	"Period": statement.KindDate, "String": statement.KindText, "Int": statement.KindInteger,
	"Duration": statement.KindDuration, "Quantity": statement.KindQuantity,
}

// attributes are the arguments that hold for a predicate as a whole.
var attributes = []string{"time", "single", "once", "term", "contains", "sameAs"}

func tellsAttributes(d *ast.Directive) bool {
	for _, name := range attributes {
		if d.Arguments.ForName(name) != nil {
			return true
		}
	}
	return false
}

func end(d *ast.Directive) Direction {
	if text := argument(d, "direction"); text != "" {
		return directionNames[text]
	}
	return Out
}

func label(field *ast.FieldDefinition, d *ast.Directive) string {
	if text := argument(d, "label"); text != "" {
		return text
	}
	return strings.Join(words(field.Name), " ")
}

func argument(d *ast.Directive, name string) string {
	if a := d.Arguments.ForName(name); a != nil && a.Value != nil {
		return a.Value.Raw
	}
	return ""
}

func arguments(d *ast.Directive, name string) []string {
	a := d.Arguments.ForName(name)
	if a == nil || a.Value == nil {
		return nil
	}
	if a.Value.Kind != ast.ListValue {
		return []string{a.Value.Raw}
	}
	var out []string
	for _, child := range a.Value.Children {
		out = append(out, child.Value.Raw)
	}
	return out
}

func truth(d *ast.Directive, name string) bool { return argument(d, name) == "true" }

func place(field *ast.FieldDefinition) string {
	return field.Position.Src.Name + ":" + itoa(field.Position.Line)
}

func itoa(n int) string { return strconv.Itoa(n) }

func contains(list []string, text string) bool {
	for _, item := range list {
		if item == text {
			return true
		}
	}
	return false
}

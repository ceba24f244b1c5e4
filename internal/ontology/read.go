package ontology

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
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
	r := &reader{
		doc:      doc,
		homes:    map[string]*ast.FieldDefinition{},
		readings: map[*ast.FieldDefinition]*Field{},
		needs:    map[*Class][]string{},
		o: &Ontology{
			classByName:     map[string]*Class{},
			classByPrefix:   map[string]*Class{},
			predicateByName: map[string]*Predicate{},
		},
	}
	r.checkDirectives()
	if !r.readClasses() {
		return nil, r.faults.err() // what follows from a missing class would only confuse
	}
	r.readInterfaces()
	r.readPredicates()
	r.readFields()
	r.checkNames()
	r.checkEnds()
	r.checkDimensions()
	r.checkSenses()
	r.readNeeds()
	if err := r.faults.err(); err != nil {
		return nil, err
	}
	return r.o, nil
}

type reader struct {
	doc      *ast.SchemaDocument
	o        *Ontology
	homes    map[string]*ast.FieldDefinition // by predicate: the field that tells what holds for it as a whole
	readings map[*ast.FieldDefinition]*Field // nil for a field that reads no predicate
	needs    map[*Class][]string             // names of predicates
	faults   faults
}

// readClasses tells whether every class could be told from the others.
func (r *reader) readClasses() bool {
	all := true
	for _, def := range r.doc.Definitions {
		directive := def.Directives.ForName(ClassDirective)
		if directive == nil {
			continue
		}
		if !r.distinct(def) {
			all = false
			continue
		}
		r.checkClass(def, directive)
		r.addClass(def, directive)
	}
	slices.SortFunc(r.o.classes, func(a, b *Class) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// distinct tells whether the ids and symbol of a class are its own.
func (r *reader) distinct(def *ast.Definition) bool {
	place, name := at(def.Position), def.Name
	if !className.MatchString(name) {
		r.faults.add(place, "write a capital, then letters only", "class %s has a name of another form", name)
		return false
	}
	if twin := r.o.classByPrefix[strings.Join(words(name), "-")]; twin != nil {
		r.faults.add(place, "choose another name", "class %s would have the same ids as class %s in %s", name, twin.Name, at(r.doc.Definitions.ForName(twin.Name).Position))
		return false
	}
	return true
}

func (r *reader) checkClass(def *ast.Definition, directive *ast.Directive) {
	place, name := at(def.Position), def.Name
	if !slices.Contains(Supers(r.doc, def), EntityName) {
		r.faults.add(place, "add it after implements, or an interface that does", "class %s does not implement %s", name, EntityName)
	}
	if plural := argument(directive, "plural"); !fieldName.MatchString(plural) {
		r.faults.add(place, "write it in camel case, small letter first", "the plural of %s is %q", name, plural)
	}
	if colour := argument(directive, "colour"); !colourForm.MatchString(colour) {
		r.faults.add(place, "write it as #rrggbb in lower case", "the colour of %s is %q", name, colour)
	}
	r.checkDescribed(place, "class "+name, def.Description)
}

func (r *reader) checkDescribed(place place, what, description string) {
	if description == "" {
		r.faults.add(place, "add a sentence above it", "%s is not described", what)
	}
}

func (r *reader) addClass(def *ast.Definition, directive *ast.Directive) {
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
	slices.Sort(c.Interfaces)
	r.needs[c] = arguments(directive, "needs")
	r.o.classes = append(r.o.classes, c)
	r.o.classByName[c.Name] = c
	r.o.classByPrefix[c.Prefix] = c
}

func (r *reader) readInterfaces() {
	for _, def := range r.doc.Definitions {
		if def.Kind != ast.Interface || def.Name == EntityName || def.Name == NodeName {
			continue
		}
		r.checkDescribed(at(def.Position), "interface "+def.Name, def.Description)
		i := &Interface{Name: def.Name, Description: def.Description}
		for _, c := range r.o.classes {
			if slices.Contains(c.Interfaces, def.Name) {
				i.Classes = append(i.Classes, c)
			}
		}
		r.o.interfaces = append(r.o.interfaces, i)
	}
	slices.SortFunc(r.o.interfaces, func(a, b *Interface) int { return cmp.Compare(a.Name, b.Name) })
}

// readPredicates finds the predicates and their homes: of the fields at the
// subject the one that tells what holds for the predicate as a whole, or else
// the first.
func (r *reader) readPredicates() {
	for _, def := range r.doc.Definitions {
		for _, field := range def.Fields {
			if directive, _ := r.meaning(field); directive != nil {
				r.findHome(field, directive)
			}
		}
	}
	for name, home := range r.homes {
		r.addPredicate(name, home)
	}
	slices.SortFunc(r.o.predicates, func(a, b *Predicate) int { return cmp.Compare(a.Name, b.Name) })
}

func (r *reader) findHome(field *ast.FieldDefinition, directive *ast.Directive) {
	place, name := at(field.Position), argument(directive, "predicate")
	tells := tellsAttributes(directive)
	home := r.homes[name]
	if !fieldName.MatchString(name) {
		r.faults.add(place, "write it in camel case, small letter first", "the predicate of %s is %q", field.Name, name)
	}
	switch {
	case end(directive) == In && tells:
		r.faults.add(place, "tell it at a field that reads it from its subject", "%s tells from its object what holds for all of %s", field.Name, name)
	case end(directive) == In:
	case home == nil:
		r.homes[name] = field
	case tells && tellsAttributes(home.Directives.ForName(directive.Name)):
		r.faults.add(place, "tell it at one field", "what holds for all of %s is told twice, before in %s", name, at(home.Position))
	case tells:
		r.homes[name] = field
	}
}

func (r *reader) addPredicate(name string, home *ast.FieldDefinition) {
	directive, object := r.meaning(home)
	p := &Predicate{
		Name:        name,
		Label:       label(home, directive),
		Description: home.Description,
		Object:      object,
		Time:        timeNames[argument(directive, "time")],
		Single:      truth(directive, "single"),
		Once:        truth(directive, "once"),
		Term:        truth(directive, "term"),
		Contains:    truth(directive, "contains"),
		Symmetric:   end(directive) == Both,
		Dimension:   dimensionNames[argument(directive, "dimension")],
		Sense:       senseNames[argument(directive, "sense")],
		SameAs:      arguments(directive, "sameAs"),
	}
	if p.Symmetric {
		p.Inverse = p.Label
	}
	r.o.predicates = append(r.o.predicates, p)
	r.o.predicateByName[name] = p
}

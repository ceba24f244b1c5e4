package ontology

import (
	"sort"

	"github.com/vektah/gqlparser/v2/ast"
)

// readFields gives every class and interface its fields, inherited ones
// included, and so every predicate its domain and range.
func (r *reader) readFields() {
	for _, c := range r.o.classes {
		c.Fields = r.fieldsOf(r.doc.Definitions.ForName(c.Name))
		for _, f := range c.Fields {
			f.Predicate.reach(c, f)
		}
	}
	for _, i := range r.o.interfaces {
		i.Fields = r.fieldsOf(r.doc.Definitions.ForName(i.Name))
	}
}

// reach notes that a class stands at the field's end of the predicate.
func (p *Predicate) reach(c *Class, f *Field) {
	if f.Direction != In && !has(p.Domain, c) {
		p.Domain = append(p.Domain, c)
	}
	if f.Direction == Out {
		return
	}
	if !has(p.Range, c) {
		p.Range = append(p.Range, c)
	}
	if p.Inverse == "" {
		p.Inverse = f.Label
	}
}

// fieldsOf gives the readings of a type, its own and those of its interfaces.
func (r *reader) fieldsOf(def *ast.Definition) []*Field {
	byName := map[string]*Field{}
	for _, name := range append([]string{def.Name}, Supers(r.doc, def)...) {
		super := r.doc.Definitions.ForName(name)
		if super == nil {
			r.faults.add(def.Position, def.Name+" implements "+name+", which no file defines", "define it or correct the name")
			continue
		}
		for _, authored := range super.Fields {
			field := r.field(authored)
			if field == nil {
				continue
			}
			if twin := byName[field.Name]; twin != nil && !twin.same(field) {
				r.faults.add(authored.Position, def.Name+"."+field.Name+" means something else in "+twin.File+":"+itoa(twin.Line), "rename one of them")
				continue
			}
			byName[field.Name] = field
		}
	}
	fields := make([]*Field, 0, len(byName))
	for _, f := range byName {
		fields = append(fields, f)
	}
	sort.Slice(fields, func(i, j int) bool { return fields[i].Name < fields[j].Name })
	return fields
}

// field reads one authored field; nil for a field that is no reading of a predicate.
func (r *reader) field(authored *ast.FieldDefinition) *Field {
	directive, _ := r.meaning(authored)
	if directive == nil {
		return nil
	}
	f := &Field{
		Name:        authored.Name,
		Direction:   end(directive),
		Predicate:   r.o.predicateByName[argument(directive, "predicate")],
		Label:       label(authored, directive),
		Description: authored.Description,
		File:        authored.Position.Src.Name,
		Line:        authored.Position.Line,
	}
	if directive.Name == RelationDirective {
		f.Target = authored.Type.Name()
	}
	if f.Predicate == nil {
		r.faults.add(authored.Position, authored.Name+" reads "+argument(directive, "predicate")+" from its object, but no field reads it from its subject", "add a field with this predicate and direction OUT to the subject's class")
		return nil
	}
	if f.Direction == 0 {
		r.faults.add(authored.Position, "unknown direction "+argument(directive, "direction"), "use OUT, IN or BOTH")
	}
	if f.Description == "" {
		r.faults.add(authored.Position, authored.Name+" is not described", "add a sentence above it")
	}
	return f
}

func (f *Field) same(other *Field) bool {
	return f.Predicate == other.Predicate && f.Direction == other.Direction && f.Target == other.Target
}

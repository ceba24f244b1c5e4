package ontology

import (
	"cmp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/statement"
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
	if f.Direction != In && !slices.Contains(p.Domain, c) {
		p.Domain = append(p.Domain, c)
	}
	if f.Direction == Out {
		return
	}
	if !slices.Contains(p.Range, c) {
		p.Range = append(p.Range, c)
	}
	if p.Inverse == "" {
		p.Inverse = f.Label
	}
}

// fieldsOf gives the readings of a type, its own and those of its interfaces.
func (r *reader) fieldsOf(def *ast.Definition) []*Field {
	byName, plain := map[string]*Field{}, map[string]place{}
	for _, name := range append([]string{def.Name}, Supers(r.doc, def)...) {
		super := r.doc.Definitions.ForName(name)
		if super == nil {
			r.faults.add(at(def.Position), "define it or correct the name", "%s implements %s, which no file defines", def.Name, name)
			continue
		}
		for _, authored := range super.Fields {
			field := r.reading(authored)
			if field == nil {
				plain[authored.Name] = at(authored.Position)
				continue
			}
			if twin := byName[field.Name]; twin != nil && !twin.same(field) {
				r.faults.add(field.place(), "rename one of them", "field %s means something else in %s", field.Name, twin.place())
				continue
			}
			byName[field.Name] = field
		}
	}
	fields := make([]*Field, 0, len(byName))
	for _, f := range byName {
		if other, taken := plain[f.Name]; taken {
			r.faults.add(f.place(), "rename it", "field %s is something else in %s", f.Name, other)
		}
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b *Field) int { return cmp.Compare(a.Name, b.Name) })
	return fields
}

// reading reads an authored field the first time that it is met; nil for a
// field that reads no predicate. Types that inherit a field share its reading.
func (r *reader) reading(authored *ast.FieldDefinition) *Field {
	field, met := r.readings[authored]
	if !met {
		if directive, kind := r.meaning(authored); directive != nil {
			field = r.newReading(authored, directive, kind)
		}
		r.readings[authored] = field
	}
	return field
}

func (r *reader) newReading(authored *ast.FieldDefinition, directive *ast.Directive, kind statement.Kind) *Field {
	name := argument(directive, "predicate")
	f := &Field{
		Name:        authored.Name,
		Direction:   end(directive),
		Predicate:   r.o.predicateByName[name],
		Label:       label(authored, directive),
		Description: authored.Description,
		File:        authored.Position.Src.Name,
		Line:        authored.Position.Line,
	}
	if directive.Name == RelationDirective {
		f.Target = authored.Type.Name()
	}
	r.checkDescribed(f.place(), "field "+f.Name, f.Description)
	switch {
	case f.Predicate == nil:
		r.faults.add(f.place(), "add a field with this predicate and direction OUT to the subject's class", "%s reads %s from its object, but no field reads it from its subject", f.Name, name)
		return nil
	case f.Predicate.Object != kind:
		r.faults.add(f.place(), "give it one kind of object, or another name", "%s has objects of another kind in %s", name, at(r.homes[name].Position))
		return nil
	case f.Predicate.Symmetric != (f.Direction == Both):
		r.faults.add(f.place(), "use BOTH at all of its fields or at none", "%s reads the same from both ends at one of its fields and not at another, in %s", name, at(r.homes[name].Position))
	}
	return f
}

func (f *Field) place() place { return place{f.File, f.Line} }

func (f *Field) same(other *Field) bool {
	return f.Predicate == other.Predicate && f.Direction == other.Direction && f.Target == other.Target
}

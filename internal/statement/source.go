package statement

import "github.com/cayleygraph/quad"

// SubjectFromQuads reads an entity and, where the quads tell what kind of
// document it is, its metadata too; nil for what is no document. Quads are the
// unlabelled ones of one subject, as for EntityFromQuads.
func (v Vocabulary) SubjectFromQuads(quads []quad.Quad) (Entity, *Document, error) {
	entity, err := v.EntityFromQuads(quads)
	if err != nil {
		return Entity{}, nil, err
	}
	kind := v.IRI(localKind)
	for _, q := range quads {
		if q.Predicate == quad.Value(kind) {
			document, err := v.DocumentFromQuads(quads)
			return entity, &document, err
		}
	}
	return entity, nil, nil
}

package dataset

import (
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

const asWritten = "make the two the same, here or in what is added"

// documentFile is the data file of a document.
func documentFile(id statement.EntityID) string {
	_, slug, _ := strings.Cut(string(id), "/")
	return "documents/" + slug + ".yaml"
}

// document takes a document in, or compares it with the one that is there.
func (a *adding) document(d *statement.Document) {
	file := documentFile(d.ID)
	if there := a.known[d.ID]; there != nil {
		a.differ(a.at[d.ID], d.ID, documentFields(there.Document), documentFields(d))
		return
	}
	if _, ok := a.entityOf[d.ID]; ok {
		a.add(a.at[d.ID], "take it out here: the document's own file will hold it", "%s is there without what is known of it as a document", d.ID)
		return
	}
	if other, ok := a.files[file]; ok {
		a.add(place{file, 0}, "give one of them another id", "%s and %s would have one file", other, d.ID)
		return
	}
	a.files[file] = d.ID
	a.documents[d.ID] = &incoming{Document: d, file: file}
}

// entity takes an entity in, or compares it with the one that is there.
func (a *adding) entity(e *statement.Entity) {
	at := place{"entities/" + e.ID.Prefix() + ".yaml", 0}
	class := a.onto.ClassOf(e.ID)
	if class == nil || class.Name != e.Class {
		a.add(at, "use a class of the ontology, and the prefix of that class", "%s is of the class %s by its type, but not by its id", e.ID, e.Class)
		return
	}
	title, isDocument := a.titleOf[e.ID]
	there := a.entityOf[e.ID]
	switch {
	case there != nil && a.differ(a.at[e.ID], e.ID, entityFields(there), entityFields(e)):
	case there != nil:
		a.same++
	case isDocument:
		bare := statement.Entity{Name: title}
		a.differ(place{documentFile(e.ID), 0}, e.ID, entityFields(&bare), entityFields(e)) // its file has room for no more
	default:
		a.entities[at.file] = append(a.entities[at.file], e)
	}
}

// statement takes a statement in under its document, or finds it there.
func (a *adding) statement(s *statement.Statement) {
	id := s.Evidence.Document
	at := place{documentFile(id), 0}
	if p := a.onto.Predicate(s.Predicate); p == nil || p.Object != s.Object.Kind() {
		a.add(at, "use a predicate of the ontology, with an object of its kind", "%s: %s does not take the %s %q", s.ID(), s.Predicate, s.Object.Kind(), s.Object)
		return
	}
	there, comes := a.known[id], a.documents[id]
	switch {
	case there != nil && there.statements[s.ID()]:
		a.same++
	case there != nil:
		a.add(a.at[id], "add it by hand under its passage", "%s is there without the statement %s: %s %s %s", id, s.ID(), s.Subject, s.Predicate, s.Object)
	case comes == nil:
		a.add(at, "add title, publisher, date and kind of the document", "%s comes from %s, of which nothing is known", s.ID(), id)
	case s.Status != statement.Happened && s.AsOf.IsZero():
		a.add(at, "tell the date", "%s is %s as of no date; data files give it the document's", s.ID(), s.Status)
	default:
		comes.statements = append(comes.statements, s)
	}
}

// differ complains of each field in which two of one id differ.
func (a *adding) differ(at place, id statement.EntityID, there, comes []pair) (differ bool) {
	for n := range there {
		if there[n] != comes[n] {
			a.add(at, asWritten, "%s of %s: %q is there, %q is added", there[n].key, id, there[n].value, comes[n].value)
			differ = true
		}
	}
	return differ
}

func documentFields(d *statement.Document) []pair {
	return []pair{
		{"title", d.Title}, {"publisher", d.Publisher}, {"published", d.Published.String()}, {"language", d.Language},
		{"kind", d.Kind.String()}, {"address", d.Address}, {"file", d.File}, {"sha256", d.SHA256},
	}
}

// entityFields are those that tell; the order of names and IRIs does not.
func entityFields(e *statement.Entity) []pair {
	list := func(texts []string) string { return strings.Join(slices.Sorted(slices.Values(texts)), "; ") }
	return []pair{{"name", e.Name}, {"aliases", list(e.Aliases)}, {"description", e.Description}, {"sameAs", list(e.SameAs)}}
}

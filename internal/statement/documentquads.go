package statement

import (
	"github.com/cayleygraph/quad"
)

// DocumentQuads is the document's metadata as quads without label: title,
// publisher, issued and language of dcterms, schema:url, and kind, file and
// sha256 under the base.
func (v Vocabulary) DocumentQuads(d *Document) []quad.Quad {
	about := subject{iri: v.IRI(string(d.ID))}
	about.text(dctermsTitle, d.Title)
	about.text(dctermsPublisher, d.Publisher)
	if !d.Published.IsZero() {
		about.say(dctermsIssued, v.Value(Date(d.Published)))
	}
	about.text(dctermsLanguage, d.Language)
	about.text(v.IRI(localKind), d.Kind.String())
	if d.Address != "" {
		about.say(schemaURL, quad.IRI(d.Address))
	}
	about.text(v.IRI(localFile), d.File)
	about.text(v.IRI(localSHA256), d.SHA256)
	return about.quads
}

// DocumentFromQuads is the way back from DocumentQuads. Quads are the
// unlabelled ones of one subject, in any order; those of EntityQuads may be
// among them. The error names the subject and is of kind Invalid.
func (v Vocabulary) DocumentFromQuads(quads []quad.Quad) (Document, error) {
	var d Document
	r := v.read(quads)
	d.ID = r.id
	d.Title = r.text(dctermsTitle)
	d.Publisher = r.text(dctermsPublisher)
	d.Published = r.term(dctermsIssued).Date()
	d.Language = r.text(dctermsLanguage)
	kind, err := ParseDocumentKind(r.text(v.IRI(localKind)))
	r.fail(err)
	d.Kind = kind
	d.Address = string(r.iri(schemaURL))
	d.File = r.text(v.IRI(localFile))
	d.SHA256 = r.text(v.IRI(localSHA256))
	r.valid(&d)
	return d, r.err()
}

package dataset

import (
	"maps"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// maxSlug is how many characters of an id after its prefix, or between dots, a
// person reads with ease.
const maxSlug = 60

// checking is one judgement of a dataset.
type checking struct {
	*Dataset
	complaints
	onto      *ontology.Ontology
	published map[statement.EntityID]edtf.Date
}

// Check judges what the files say together, with no text at hand: ids that
// lead nowhere or that nothing speaks of, twin names, subjects and objects of
// the wrong class, dates out of order, statements told twice, single values
// that one document contradicts, passages out of order. Documents that
// disagree with each other are no fault: the graph shows them. The complaints
// are in order of file and line; none where all is well.
func (d *Dataset) Check(onto *ontology.Ontology) []Complaint {
	c := &checking{Dataset: d, onto: onto, published: make(map[statement.EntityID]edtf.Date)}
	for _, document := range d.Documents {
		c.published[document.ID] = document.Published
	}
	c.slugs()
	for n, gap := range d.Gaps {
		for _, id := range gap.About {
			c.known(d.gapAt[n], "about", id)
		}
	}
	c.orphans()
	c.twins()
	for n := range d.sources {
		if d.sources[n].whole {
			c.passages(&d.Documents[n], d.sources[n].passages)
		}
		c.referents(&d.sources[n])
	}
	for n := range d.Statements {
		c.statement(n)
	}
	c.repeats()
	c.contradictions()
	return c.sorted()
}

func (c *checking) slugs() {
	for _, e := range c.Entities {
		_, slug, _ := strings.Cut(string(e.ID), "/")
		for part := range strings.SplitSeq(slug, ".") {
			if len(part) > maxSlug {
				c.add(c.ids[e.ID], "shorten it before it is published: ids are for ever", "the id %s has %d characters in a row, more than %d", e.ID, len(part), maxSlug)
			}
		}
	}
}

// orphans finds entities that no statement speaks of, and documents that say
// nothing.
func (c *checking) orphans() {
	spoken := make(map[statement.EntityID]bool)
	for _, s := range c.Statements {
		for _, id := range []statement.EntityID{s.Subject, s.Object.Entity(), s.Where, s.Evidence.Document} {
			spoken[id] = true
		}
	}
	for _, e := range c.Entities {
		if !spoken[e.ID] && !c.blamed[c.ids[e.ID]] && !c.maySpeakOf(e.ID) {
			c.add(c.ids[e.ID], "add a statement about it or remove it", "no statement speaks of %s", e.ID)
		}
	}
}

// twins finds entities of one class with a name in common.
func (c *checking) twins() {
	for _, entry := range c.apart {
		for _, id := range entry.ids {
			c.known(entry.at, "ids", id)
		}
	}
	bearers := make(map[string][]statement.EntityID)
	for _, e := range c.Entities {
		own := make(map[string]string)
		for _, name := range names(e) {
			own[strings.Join(fold(name), " ")] = name
		}
		delete(own, "")
		for _, folded := range slices.Sorted(maps.Keys(own)) {
			key := e.Class + " " + folded
			for _, other := range bearers[key] {
				if !c.areApart(e.ID, other) {
					c.add(c.ids[e.ID], "make them one, drop the name, or list both in review/names.yaml", "%s and %s are both called %q", other, e.ID, own[folded])
				}
			}
			bearers[key] = append(bearers[key], e.ID)
		}
	}
}

// names are an entity's name and its aliases.
func names(e statement.Entity) []string { return append([]string{e.Name}, e.Aliases...) }

func (c *checking) areApart(a, b statement.EntityID) bool {
	return slices.ContainsFunc(c.apart, func(entry apart) bool {
		return slices.Contains(entry.ids, a) && slices.Contains(entry.ids, b)
	})
}

// known complains of an id that leads nowhere. One that could not be read is
// complained of already.
func (c *checking) known(at place, what string, id statement.EntityID) bool {
	if _, ok := c.ids[id]; ok {
		return true
	}
	if id == "" || c.mayDefine(id) {
		return false
	}
	ids := make([]string, len(c.Entities))
	for n, e := range c.Entities {
		ids[n] = string(e.ID)
	}
	c.add(at, fault.DidYouMean(string(id), ids, "add it to the entities of its class"), "%s: nothing has the id %q", what, id)
	return false
}

// referents complains of words that stand for what is not there.
func (c *checking) referents(s *source) {
	for _, r := range s.refersTo {
		c.known(r.at, "refersTo", r.entity)
	}
	for _, p := range s.passages {
		for _, r := range p.refersTo {
			c.known(r.at, "refersTo", r.entity)
		}
	}
}

// passages judges the places of one document's passages.
func (c *checking) passages(d *statement.Document, passages []passage) {
	var last statement.Evidence
	for _, p := range passages {
		if !p.whole {
			continue
		}
		e := p.evidence
		switch {
		case e.End < e.Start && p.noFact == "": // told of its statements
		case d.File == "" && e.Located():
			c.add(p.at, "take start and end out, or give file and sha256", "the passage has a place in a text, but the document has no file")
		case d.File != "" && !e.Located():
			c.add(p.at, "give start and end in code points", "the passage has no place in the document's file")
		case e.Start < last.Start:
			c.add(p.at, "put passages in the order of the text", "the passage begins at %d, before the one above it at %d", e.Start, last.Start)
		case e.Section == last.Section && e.Paragraph < last.Paragraph:
			c.add(p.at, "count paragraphs from the section's heading down", "the passage is in paragraph %d, but the one above it in %d of the same section", e.Paragraph, last.Paragraph)
		}
		last = e
	}
}

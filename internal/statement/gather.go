package statement

import (
	"cmp"
	"errors"
	"iter"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Contents is entities, documents and statements, each in order of id.
type Contents struct {
	Entities   []Entity // those that documents are too
	Documents  []Document
	Statements []Statement
}

// Gather is the way back from All: quads in any order, each as often as may
// be. Aliases and SameAs come in order of text. It takes nothing but what All
// gives; the error is of kind Invalid and tells all that is wrong, or is the one
// that quads ends with.
func (v Vocabulary) Gather(quads iter.Seq2[quad.Quad, error]) (Contents, error) {
	g := gathering{
		Vocabulary: v, seen: make(map[quad.Quad]bool),
		subjects: make(map[quad.Value][]quad.Quad), links: make(map[quad.Value][]quad.Quad), about: make(map[quad.Value][]quad.Quad),
	}
	for q, err := range quads {
		if err != nil {
			return Contents{}, err
		}
		if !g.seen[q] {
			g.seen[q] = true
			g.sort(q)
		}
	}
	g.readSubjects()
	g.readStatements()
	if len(g.errs) > 0 {
		slices.SortFunc(g.errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
		if len(g.errs) == 1 {
			return Contents{}, g.errs[0]
		}
		return Contents{}, fault.New(fault.Invalid, "%d faults in the quads:\n%w", len(g.errs), errors.Join(g.errs...))
	}
	slices.SortFunc(g.Entities, func(a, b Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Documents, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(g.Statements, func(a, b Statement) int { return cmp.Compare(a.ID(), b.ID()) })
	return g.Contents, nil
}

// gathering is quads sorted out.
type gathering struct {
	Vocabulary
	Contents
	seen     map[quad.Quad]bool
	subjects map[quad.Value][]quad.Quad // without label, by subject
	links    map[quad.Value][]quad.Quad // by the statement that labels them
	about    map[quad.Value][]quad.Quad // with another label, by subject
	errs     []error
}

func (g *gathering) sort(q quad.Quad) {
	if q.Label == nil {
		g.subjects[q.Subject] = append(g.subjects[q.Subject], q)
		return
	}
	if _, err := g.statementID(q.Label); err == nil {
		g.links[q.Label] = append(g.links[q.Label], q)
		return
	}
	g.about[q.Subject] = append(g.about[q.Subject], q)
}

func (g *gathering) readSubjects() {
	for _, quads := range g.subjects {
		entity, document, err := g.SubjectFromQuads(quads)
		if err != nil {
			g.errs = append(g.errs, err)
			continue
		}
		slices.Sort(entity.Aliases)
		slices.Sort(entity.SameAs)
		g.Entities = append(g.Entities, entity)
		if document != nil {
			g.Documents = append(g.Documents, *document)
		}
	}
}

func (g *gathering) readStatements() {
	for id, links := range g.links {
		if len(links) > 1 {
			g.fail(id, "has %d links", len(links))
			continue
		}
		s, err := g.FromQuads(links[0], g.about[id])
		if err != nil {
			g.errs = append(g.errs, err)
			continue
		}
		g.Statements = append(g.Statements, s)
	}
	for subject := range g.about {
		if g.links[subject] == nil {
			g.fail(subject, "is spoken of in a graph, but has no link")
		}
	}
}

func (g *gathering) fail(id quad.Value, format string, args ...any) {
	g.errs = append(g.errs, fault.New(fault.Invalid, "%s "+format, append([]any{quad.StringOf(id)}, args...)...).
		Hinted("take all quads of an export, as they were written"))
}

// Package query is the questions people ask of the graph and the shapes of
// their answers. It is what the GraphQL types are bound to, so that nothing is
// modelled twice.
//
// A Graph is one generation of the store made ready for questions: immutable,
// safe for concurrent use, and the same answer to the same question, byte for
// byte. Things and statements carry their Graph, so whoever holds one sees one
// generation. No class or predicate is known by name here: fields and filters
// find theirs through the ontology, and classes_gen.go is made from it.
//
// Methods whose names are fields of the API take the API's arguments; nil
// means that the argument was left out.
package query

import (
	"sort"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Source is what a Graph is made of.
type Source struct {
	Quads      *quadstore.Generation
	Ontology   *ontology.Ontology
	Vocabulary statement.Vocabulary
	Release    Release
	Texts      map[statement.EntityID][]rune            // documents' texts, for passages; nil where none are held
	Sentences  map[statement.EntityID]*SentenceCoverage // of these texts

	// Gaps are what is known to be missing, by what it is missing of.
	Gaps map[statement.EntityID][]*Gap

	// Known is what Quads were loaded from, where it is at hand: it need not be
	// read back. What is not there is read from Quads. Open does not keep it.
	Known statement.Contents

	// Labels are the numbers that the IRIs of Known.Statements have in Quads;
	// nil where they are not at hand.
	Labels []quadstore.ID
}

// Release is what the data says of itself, and its digest.
type Release struct {
	Title    string
	Licence  string
	Released edtf.Date
	Version  string
}

// Graph answers questions about one generation.
type Graph struct {
	Source

	things     []*Thing // in order of name, then id
	thingOf    map[statement.EntityID]*Thing
	thingAt    []*Thing                     // by ID; nil for what is no thing
	classes    map[*ontology.Class][]*Thing // in order of name, then id
	statements []*Statement                 // in order of subject, predicate, object, id
	said       map[statement.ID]*Statement
	saidAt     []*Statement                         // by ID of the label; nil for what is no statement
	predicates map[*ontology.Predicate]quadstore.ID // those that are used
	counts     map[*ontology.Predicate]int
	index      *index
	ties       *ties

	// What is found when it is first asked for.
	settled       *lru.Cache[string, map[*Thing]point] // see homes
	dated         func() []*Statement                  // earliest first
	disagreements func() []*Disagreement
	series        func() []*Series
}

// Open reads every entity and statement of the generation. The error is of
// kind Invalid and names what is not as statements are written.
func Open(source Source) (*Graph, error) {
	g := &Graph{
		Source:     source,
		thingOf:    map[statement.EntityID]*Thing{},
		thingAt:    make([]*Thing, source.Quads.Last()+1),
		classes:    map[*ontology.Class][]*Thing{},
		said:       map[statement.ID]*Statement{},
		saidAt:     make([]*Statement, source.Quads.Last()+1),
		predicates: map[*ontology.Predicate]quadstore.ID{},
		counts:     map[*ontology.Predicate]int{},
	}
	k := newKnown(&source)
	g.Known, g.Labels = statement.Contents{}, nil
	if err := g.readThings(k); err != nil {
		return nil, fault.New(fault.Invalid, "open the graph: %w", err)
	}
	var beside sync.WaitGroup
	beside.Go(func() { g.index = newIndex(g.things) })
	err := g.readStatements(k)
	beside.Wait()
	if err != nil {
		return nil, fault.New(fault.Invalid, "open the graph: %w", err)
	}
	g.ties = newTies(g.Ontology, g.things, g.statements)
	g.bound()
	g.settled, _ = lru.New[string, map[*Thing]point](keptHomes) // refuses sizes below 1 only
	g.dated = sync.OnceValue(g.inOrderOfDate)
	g.disagreements = sync.OnceValue(g.disagree)
	g.series = sync.OnceValue(g.chart)
	return g, nil
}

func (g *Graph) readThings(k *known) error {
	for _, class := range g.Ontology.Classes() {
		at, ok := g.Quads.LookupIRI(string(g.Vocabulary.IRI(class.Name)))
		if !ok {
			continue
		}
		for q := range g.Quads.ByObject(at).All() { // nothing but rdf:type has a class for its object
			t, err := g.readThing(q.Subject, class, k)
			if err != nil {
				return err
			}
			g.things = append(g.things, t)
			g.thingOf[t.entity.ID] = t
			g.thingAt[t.at] = t
		}
	}
	sort.Slice(g.things, func(i, j int) bool {
		a, b := g.things[i], g.things[j]
		if a.names[0] != b.names[0] {
			return a.names[0] < b.names[0]
		}
		return a.entity.ID < b.entity.ID
	})
	for rank, t := range g.things {
		t.rank = rank
		g.classes[t.class] = append(g.classes[t.class], t)
	}
	return nil
}

func (g *Graph) readStatements(k *known) error {
	for _, p := range g.Ontology.Predicates() {
		at, ok := g.Quads.LookupIRI(string(g.Vocabulary.IRI(p.Name)))
		if !ok {
			continue
		}
		g.predicates[p] = at
		for q := range g.Quads.ByPredicate(at).All() {
			s, err := g.readStatement(q, p, k)
			if err != nil {
				return err
			}
			g.statements = append(g.statements, s)
			g.said[s.id] = s
			g.saidAt[q.Label] = s
			g.counts[p]++
		}
	}
	for _, s := range g.statements {
		if err := s.tie(); err != nil {
			return err
		}
	}
	for _, s := range g.statements {
		s.cover()
	}
	rank(g.statements)
	g.gatherTogether()
	return nil
}

// Thing finds a thing by its id; nil where there is none.
func (g *Graph) Thing(id statement.EntityID) *Thing { return g.thingOf[id] }

// Things are all things in order of name, then id. The caller must not change them.
func (g *Graph) Things() []*Thing { return g.things }

// Node finds a thing or a statement by its id; nil where there is none.
func (g *Graph) Node(id string) Node {
	if s := g.said[statement.ID(id)]; s != nil {
		return s
	}
	if t := g.thingOf[statement.EntityID(id)]; t != nil {
		return wrap(t)
	}
	return nil
}

// Entity finds a thing by its id; an error of kind NotFound where there is none.
func (g *Graph) Entity(id string) (Entity, error) {
	t, err := g.find(id)
	if err != nil {
		return nil, err
	}
	return wrap(t), nil
}

// find is Thing with an error that helps.
func (g *Graph) find(id string) (*Thing, error) {
	if t := g.thingOf[statement.EntityID(id)]; t != nil {
		return t, nil
	}
	err := fault.New(fault.NotFound, "nothing has the id %.100q", id)
	if near := g.near(id); near != nil {
		return nil, err.Hinted("did you mean %s?", near.entity.ID)
	}
	return nil, err.Hinted("look it up with search(text: …)")
}

// Nodes finds things and statements by their ids, in the order asked; nil in
// the place of one that is not there.
func (g *Graph) Nodes(ids []string) ([]Node, error) {
	if len(ids) > MaxPageSize {
		return nil, fault.New(fault.TooLarge, "%d ids are asked for", len(ids)).Hinted("ask for at most %d at once", MaxPageSize)
	}
	nodes := make([]Node, len(ids))
	for n, id := range ids {
		nodes[n] = g.Node(id)
	}
	return nodes, nil
}

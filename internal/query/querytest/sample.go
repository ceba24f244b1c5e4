// Package querytest makes synthetic data with the shape of ours, for tests and
// benchmarks of questions. What it makes depends on the ontology, the seed and
// the size, and on nothing else; it knows no class or predicate by name.
package querytest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Sample is synthetic data. No statement is there twice.
type Sample struct {
	Ontology   *ontology.Ontology
	Hubs       []statement.EntityID // what is tied to very much, first the most
	Entities   []statement.Entity   // documents among them
	Documents  []statement.Document
	Statements []statement.Statement
}

// Open loads the sample and opens it for questions.
func (s *Sample) Open() (*query.Graph, error) {
	store, words := quadstore.New(), statement.Vocabulary{}
	if err := store.Load(words.All(s.Entities, s.Documents, s.Statements)); err != nil {
		return nil, fault.New(fault.KindOf(err), "load the sample: %w", err)
	}
	return query.Open(query.Source{Quads: store.Generation(), Ontology: s.Ontology, Vocabulary: words})
}

// The shape of our data: quads to a statement and to a thing, links to a hub.
const (
	quadsPerStatement = 9
	quadsPerThing     = 50
	hubs              = 4
	hubShare          = 0.36 // of the links that have a hub at one end
	documents         = 40
	literalShare      = 0.1 // of the statements whose object is a literal
)

// New makes a sample of about that many quads, 9 for each statement and its
// part of the things: a million are about 110,000 statements on 20,000 things
// from 40 documents, of which 4 things have some 10,000 links each. document is
// the class of documents.
func New(o *ontology.Ontology, document *ontology.Class, seed uint64, quads int) (*Sample, error) {
	m := &maker{Sample: &Sample{Ontology: o}, random: rand.New(rand.NewPCG(seed, 0)), things: map[*ontology.Class][]statement.EntityID{}}
	m.sort()
	m.name(document, max(quads/quadsPerThing, 2*len(o.Classes())))
	m.settle()
	seen := map[statement.ID]bool{}
	for len(m.Statements) < quads/quadsPerStatement {
		s, err := m.statement()
		if err != nil {
			return nil, err
		}
		if id := s.ID(); !seen[id] {
			seen[id] = true
			m.Statements = append(m.Statements, s)
		}
	}
	return m.Sample, nil
}

// maker makes one sample.
type maker struct {
	*Sample
	random   *rand.Rand
	links    []*ontology.Predicate
	literals []*ontology.Predicate
	things   map[*ontology.Class][]statement.EntityID
	hubClass []*ontology.Class // beside Hubs
}

func (m *maker) sort() {
	for _, p := range m.Ontology.Predicates() {
		if p.Object == statement.KindThing {
			m.links = append(m.links, p)
		} else {
			m.literals = append(m.literals, p)
		}
	}
}

// name makes the things, about as many of each class, and the documents.
func (m *maker) name(document *ontology.Class, things int) {
	classes := m.Ontology.Classes()
	for n := range things {
		class := classes[n%len(classes)]
		id := statement.EntityID(fmt.Sprintf("%s/thing-%d", class.Prefix, n))
		name := fmt.Sprintf("%s no. %d of the sample", class.Name, n*7919%things)
		if class == document {
			if len(m.Documents) == documents {
				continue
			}
			m.Documents = append(m.Documents, statement.Document{ID: id, Title: name, Kind: statement.Primary})
		}
		m.Entities = append(m.Entities, statement.Entity{ID: id, Class: class.Name, Name: name})
		m.things[class] = append(m.things[class], id)
	}
}

// settle picks the hubs: the first things of the classes that most predicates take.
func (m *maker) settle() {
	uses := map[*ontology.Class]int{}
	for _, p := range m.links {
		for _, c := range p.Domain {
			uses[c]++
		}
		for _, c := range p.Range {
			uses[c]++
		}
	}
	for range hubs {
		var best *ontology.Class
		for _, c := range m.Ontology.Classes() {
			if best == nil || uses[c] > uses[best] {
				best = c
			}
		}
		uses[best] /= 2 // so that a class may have several hubs
		taken := 0
		for _, c := range m.hubClass {
			if c == best {
				taken++
			}
		}
		m.hubClass = append(m.hubClass, best)
		m.Hubs = append(m.Hubs, m.things[best][taken])
	}
}

func (m *maker) statement() (statement.Statement, error) {
	s, err := m.claim()
	if err != nil {
		return s, err
	}
	if s.When, err = edtf.Parse(m.date()); err != nil {
		return s, err
	}
	switch roll := m.random.IntN(10); {
	case roll == 0:
		s.Status = statement.Planned
	case roll == 1:
		s.Status = statement.Ongoing
	case roll == 2:
		s.Role = fmt.Sprintf("role %d", m.random.IntN(20))
	}
	if s.Status != statement.Happened {
		s.AsOf, err = edtf.Parse("2003")
	}
	start := m.random.IntN(60_000)
	s.Evidence = statement.Evidence{
		Document: m.Documents[m.random.IntN(len(m.Documents))].ID, Section: fmt.Sprintf("Section %d", m.random.IntN(300)),
		Paragraph: 1 + m.random.IntN(60), Start: start, End: start + 20 + m.random.IntN(200),
	}
	return s, err
}

// claim is subject, predicate and object.
func (m *maker) claim() (s statement.Statement, err error) {
	if m.random.Float64() < literalShare {
		p := pick(m.random, m.literals)
		s = statement.Statement{Subject: m.one(pick(m.random, p.Domain)), Predicate: p.Name}
		s.Object, err = m.literal(p.Object)
		return s, err
	}
	p := pick(m.random, m.links)
	subject, object := m.one(pick(m.random, p.Domain)), m.one(pick(m.random, p.Range))
	if m.random.Float64() < hubShare {
		n := m.random.IntN(len(m.Hubs))
		for !p.Admits(m.hubClass[n]) && !p.Reaches(m.hubClass[n]) {
			p = pick(m.random, m.links)
		}
		subject, object = m.one(pick(m.random, p.Domain)), m.one(pick(m.random, p.Range))
		if p.Admits(m.hubClass[n]) && (!p.Reaches(m.hubClass[n]) || m.random.IntN(2) == 0) {
			subject = m.Hubs[n]
		} else {
			object = m.Hubs[n]
		}
	}
	return statement.Statement{Subject: subject, Predicate: p.Name, Object: statement.Thing(object)}, nil
}

// one picks a thing of a class; few of them are picked often.
func (m *maker) one(class *ontology.Class) statement.EntityID {
	all := m.things[class]
	return all[int(float64(len(all))*math.Pow(m.random.Float64(), 1.5))]
}

func (m *maker) literal(kind statement.Kind) (statement.Term, error) {
	number := m.random.IntN(100_000)
	text := map[statement.Kind]string{
		statement.KindText:     fmt.Sprintf("words no. %d", number),
		statement.KindDate:     m.date(),
		statement.KindInteger:  fmt.Sprint(number),
		statement.KindDuration: fmt.Sprintf("P%dM", 1+number%60),
	}[kind]
	if kind == statement.KindQuantity {
		q, err := statement.NewQuantity(fmt.Sprint(number), "USD", statement.Exact, statement.NoStage)
		return statement.Amount(q), err
	}
	return statement.ParseLiteral(kind, text)
}

// date is one of the forms that documents give.
func (m *maker) date() string {
	year, month := 1967+m.random.IntN(60), 1+m.random.IntN(12)
	switch m.random.IntN(4) {
	case 0:
		return fmt.Sprint(year)
	case 1:
		return fmt.Sprintf("%d-%02d", year, month)
	case 2:
		return fmt.Sprintf("%d/%d", year, year+m.random.IntN(5))
	}
	return fmt.Sprintf("%d-%02d-%02d", year, month, 1+m.random.IntN(28))
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

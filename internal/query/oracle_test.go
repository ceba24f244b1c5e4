package query_test

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

// shipped is the ontology of the authored SDL, and its class of documents.
var shipped = sync.OnceValues(func() (*ontology.Ontology, *ontology.Class) {
	o, err := ontology.Read(schema.FS)
	if err != nil {
		panic(err)
	}
	return o, o.Class("Document")
})

// oracle answers from a list of statements, by brute force.
type oracle struct {
	*querytest.Sample
	of    map[statement.EntityID]statement.Entity
	sides map[side]int // how many links each thing has of each kind
	kinds map[statement.EntityID]int
}

// side is a kind of link of one thing.
type side struct {
	thing     statement.EntityID
	predicate string
	forward   bool
}

// bond is a link; of a symmetric predicate, with the lesser id first.
type bond struct {
	subject   statement.EntityID
	predicate string
	object    statement.EntityID
}

func newOracle(s *querytest.Sample) *oracle {
	o := &oracle{Sample: s, of: map[statement.EntityID]statement.Entity{}, sides: map[side]int{}, kinds: map[statement.EntityID]int{}}
	for _, e := range s.Entities {
		o.of[e.ID] = e
	}
	seen := map[bond]bool{}
	for _, one := range s.Statements {
		b := o.bond(one)
		if b.object == "" || seen[b] {
			continue
		}
		seen[b] = true
		o.count(side{b.subject, b.predicate, true})
		if b.object != b.subject {
			o.count(side{b.object, b.predicate, o.symmetric(b.predicate)})
		}
	}
	return o
}

func (o *oracle) count(at side) {
	if o.sides[at]++; o.sides[at] == 1 {
		o.kinds[at.thing]++
	}
}

func (o *oracle) symmetric(predicate string) bool { return o.Ontology.Predicate(predicate).Symmetric }

func (o *oracle) bond(s statement.Statement) bond {
	b := bond{s.Subject, s.Predicate, s.Object.Entity()}
	if o.symmetric(s.Predicate) && o.compare(b.subject, b.object) > 0 {
		b.subject, b.object = b.object, b.subject
	}
	return b
}

// compare orders things by name, then id.
func (o *oracle) compare(a, b statement.EntityID) int {
	return cmp.Or(cmp.Compare(o.of[a].Name, o.of[b].Name), cmp.Compare(a, b))
}

// cost is that of a step, in millionths of a bit.
func (o *oracle) cost(b bond) int {
	end := func(at side) int { return int(math.Round(1e6 * math.Log2(float64(o.kinds[at.thing]*o.sides[at])))) }
	return end(side{b.subject, b.predicate, true}) + end(side{b.object, b.predicate, o.symmetric(b.predicate)})
}

// meant tells whether a statement meets a filter, but for types and direction.
func (o *oracle) meant(s statement.Statement, w *query.LinkWhere, byDefault func(statement.Status) bool) bool {
	if w == nil {
		w = &query.LinkWhere{}
	}
	certainty := edtf.Possible
	if w.Certainty != nil {
		certainty = *w.Certainty
	}
	covers := func(asked edtf.Date) bool {
		return query.PlainCovers(o.Ontology, o.Statements, func(statement.EntityID) edtf.Date { return edtf.Date{} }, s, asked, certainty)
	}
	if len(w.Predicates) > 0 && !slices.Contains(w.Predicates, s.Predicate) ||
		len(w.Documents) > 0 && !slices.Contains(w.Documents, string(s.Evidence.Document)) ||
		len(w.Kinds) > 0 && !slices.Contains(w.Kinds, o.kind(s)) ||
		w.During != nil && !covers(w.During.Whole()) {
		return false
	}
	if w.AsOf != nil {
		day, err := edtf.Parse(w.AsOf.String())
		if err != nil || !covers(day.Whole()) {
			return false
		}
	}
	if len(w.Status) > 0 {
		return slices.Contains(w.Status, s.Status)
	}
	return byDefault(s.Status)
}

// kind is that of the document that a statement is from.
func (o *oracle) kind(s statement.Statement) statement.DocumentKind {
	at := slices.IndexFunc(o.Documents, func(d statement.Document) bool { return d.ID == s.Evidence.Document })
	return o.Documents[at].Kind
}

// runs tells whether a link read that way is meant.
func (o *oracle) runs(predicate string, forward bool, w *query.LinkWhere) bool {
	return w == nil || w.Direction == nil || o.symmetric(predicate) || (*w.Direction == query.DirectionOut) == forward
}

// types tells whether a thing is of a class that is meant.
func (o *oracle) types(id statement.EntityID, w *query.LinkWhere) bool {
	return w == nil || len(w.Types) == 0 || slices.Contains(w.Types, query.EntityType(o.Ontology.ClassOf(id).Symbol))
}

// anyLinkWhere draws a filter that leaves some of a small sample.
func anyLinkWhere(t *rapid.T, s *querytest.Sample) *query.LinkWhere {
	if rapid.IntRange(0, 4).Draw(t, "filtered") == 0 {
		return nil
	}
	w := &query.LinkWhere{}
	sometimes := func(name string) bool { return rapid.IntRange(0, 4).Draw(t, name) == 0 }
	if sometimes("byPredicate") && len(s.Statements) > 0 {
		for range rapid.IntRange(1, 3).Draw(t, "predicates") {
			w.Predicates = append(w.Predicates, rapid.SampledFrom(s.Statements).Draw(t, "with").Predicate)
		}
	}
	if sometimes("byDirection") {
		w.Direction = new(rapid.SampledFrom([]query.Direction{query.DirectionOut, query.DirectionIn}).Draw(t, "direction"))
	}
	if sometimes("byType") {
		for range rapid.IntRange(1, 2).Draw(t, "types") {
			id := rapid.SampledFrom(s.Entities).Draw(t, "like").ID
			w.Types = append(w.Types, query.EntityType(s.Ontology.ClassOf(id).Symbol))
		}
	}
	if sometimes("asOf") {
		day, err := edtf.ParseDay(rapid.SampledFrom([]string{"1975-12-31", "1976-08-03", "1977-02-01"}).Draw(t, "day"))
		if err != nil {
			t.Fatal(err)
		}
		w.AsOf = &day
	}
	if sometimes("during") {
		w.During = new(querytest.SmallDate.Draw(t, "period"))
	}
	if sometimes("sure") {
		w.Certainty = new(rapid.SampledFrom([]edtf.Certainty{edtf.Possible, edtf.Definite}).Draw(t, "certainty"))
	}
	if sometimes("byStatus") {
		w.Status = rapid.SliceOfN(rapid.SampledFrom([]statement.Status{statement.Happened, statement.Ongoing, statement.Planned, statement.Proposed}), 1, 3).Draw(t, "status")
	}
	if sometimes("byDocument") {
		w.Documents = []string{string(rapid.SampledFrom(s.Documents).Draw(t, "document").ID)}
	}
	if sometimes("byKind") {
		w.Kinds = rapid.SliceOfN(rapid.SampledFrom([]statement.DocumentKind{statement.Primary, statement.Press, statement.Copy}), 1, 2).Draw(t, "kinds")
	}
	return w
}

// onSmallGraphs checks a property on 1,000 random graphs.
func onSmallGraphs(t *testing.T, property func(*rapid.T, *query.Graph, *oracle)) {
	o, document := shipped()
	rapid.Check(t, func(t *rapid.T) {
		for range 10 {
			sample := querytest.Small(t, o, document)
			g, err := sample.Open()
			if err != nil {
				t.Fatal(err)
			}
			property(t, g, newOracle(sample))
		}
	})
}

func ids(said []*query.Statement) (all []string) {
	for _, s := range said {
		all = append(all, s.ID())
	}
	slices.Sort(all)
	return all
}

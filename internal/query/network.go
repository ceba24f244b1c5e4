package query

import (
	"cmp"
	"context"
	"slices"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// The sizes of networks.
const (
	DefaultNetworkDepth = 1
	MaxNetworkDepth     = 3
	DefaultNetworkSize  = 100
	MaxNetworkSize      = 500
)

// Network is the surroundings of some things, for drawing.
type Network struct {
	Nodes  []*NetworkNode // those asked for first, as asked, then the most informative first
	Links  []*NetworkLink // all that are meant between the nodes, in order of id
	Hidden int            // how many things within the depth are left out
}

// NetworkNode is a thing with its place in the picture.
type NetworkNode struct {
	thing *Thing
	place point
	Steps int // how many links away from what was asked for, which has 0
}

// NetworkLink is a link between two nodes of a network.
type NetworkLink struct{ link *Link }

// Network gives what lies within depth links of some things. Links are walked
// breadth first, and only those that are meant, the way that is meant, to the
// classes that are meant. Where more than first things are found, the most
// informative are kept (see surroundings.keep); those asked for always are.
// The places are the same for the same answer, on every machine. Where ctx ends
// first, the error is its own.
func (g *Graph) Network(ctx context.Context, around []string, depth, first *int, where *LinkWhere) (*Network, error) {
	steps, err := within("depth", depth, DefaultNetworkDepth, MaxNetworkDepth)
	if err != nil {
		return nil, err
	}
	size, err := within("first", first, DefaultNetworkSize, MaxNetworkSize)
	if err != nil {
		return nil, err
	}
	centres, err := g.centres(around, size)
	if err != nil {
		return nil, err
	}
	n, err := g.network(ctx, centres, steps, size, where)
	if err != nil {
		return nil, err
	}
	homes, err := g.homes(ctx, centres, steps, size)
	if err != nil {
		return nil, err
	}
	return n, n.place(ctx, homes)
}

// network is Network without places.
func (g *Graph) network(ctx context.Context, centres []*Thing, depth, size int, where *LinkWhere) (*Network, error) {
	meant, err := where.test(g)
	if err != nil {
		return nil, err
	}
	s, err := g.surroundings(ctx, centres, depth, meant, where)
	if err != nil {
		return nil, err
	}
	if err := s.keep(ctx, size, where); err != nil {
		return nil, err
	}
	n := &Network{Links: s.links(), Hidden: len(s.found) - len(s.kept)}
	for _, t := range s.kept {
		n.Nodes = append(n.Nodes, &NetworkNode{thing: t, Steps: int(s.steps[t.rank])})
	}
	return n, nil
}

// within reads a number of which 1 is the least.
func within(name string, asked *int, usual, most int) (int, error) {
	switch {
	case asked == nil:
		return usual, nil
	case *asked < 1:
		return 0, fault.New(fault.Invalid, "%s is %d", name, *asked).Hinted("ask for 1 to %d", most)
	case *asked > most:
		return 0, fault.New(fault.TooLarge, "%s is %d", name, *asked).Hinted("ask for at most %d", most)
	}
	return *asked, nil
}

// centres finds what is asked for, each once.
func (g *Graph) centres(around []string, size int) ([]*Thing, error) {
	if len(around) == 0 {
		return nil, fault.New(fault.Invalid, "around is empty").Hinted("tell at least one id")
	}
	if len(around) > size {
		return nil, fault.New(fault.TooLarge, "around has %d ids for a network of %d nodes", len(around), size).Hinted("ask for fewer ids, or for a larger first")
	}
	var all []*Thing
	for _, id := range around {
		t, err := g.find(id)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	return all, nil
}

// ID is the thing's.
func (n *NetworkNode) ID() string { return n.thing.ID() }

// Type is the thing's class.
func (n *NetworkNode) Type() EntityType { return n.thing.Type() }

// Class is the same with all that the ontology tells of it.
func (n *NetworkNode) Class() *Class { return &Class{n.thing.class, n.thing.g} }

// Name is the thing's.
func (n *NetworkNode) Name() string { return n.thing.Name() }

// Degree is how many links the thing has in all, whatever was asked.
func (n *NetworkNode) Degree() int { return n.thing.degree() }

// X is how far to the right the node stands, from -1 to 1, in thousandths.
func (n *NetworkNode) X() float64 { return n.place.x }

// Y is how far down the node stands, from -1 to 1, in thousandths.
func (n *NetworkNode) Y() float64 { return n.place.y }

// ID is that of the link: its three places.
func (l *NetworkLink) ID() string { return l.link.ID() }

// From is the id of the subject.
func (l *NetworkLink) From() string { subject, _ := l.link.ends(); return subject.ID() }

// To is the id of the object.
func (l *NetworkLink) To() string { _, object := l.link.ends(); return object.ID() }

// Predicate is its name.
func (l *NetworkLink) Predicate() string { return l.link.predicate.Name }

// Label tells the predicate in words, read from the subject.
func (l *NetworkLink) Label() string { return l.link.predicate.Label }

// Symmetric tells whether the link reads the same from both ends.
func (l *NetworkLink) Symmetric() bool { return l.link.predicate.Symmetric }

// Statements are what says so, in the order of statements.
func (l *NetworkLink) Statements() []*Statement { return l.link.Statements }

// Status is the firmest that a statement gives it.
func (l *NetworkLink) Status() statement.Status {
	return slices.MinFunc(l.link.Statements, func(a, b *Statement) int { return cmp.Compare(a.content.Status, b.content.Status) }).content.Status
}

// Documents is how many say so.
func (l *NetworkLink) Documents() int { return documents(l.link.Statements) }

// Kinds are those of the documents that say so, the nearest first; never nil.
func (l *NetworkLink) Kinds() []statement.DocumentKind {
	kinds := []statement.DocumentKind{}
	for _, s := range l.link.Statements {
		if kind := s.document.Kind(); kind != nil && !slices.Contains(kinds, *kind) {
			kinds = append(kinds, *kind)
		}
	}
	slices.Sort(kinds)
	return kinds
}

// documents counts those that the statements are from.
func documents(said []*Statement) int {
	distinct := map[*Thing]bool{}
	for _, s := range said {
		distinct[s.document] = true
	}
	return len(distinct)
}

// Period is the time that the dates of the statements span: the one date as
// published where all agree on it, else from the first beginning to the last
// end; nil where no statement has a date.
func (l *NetworkLink) Period() *Period {
	var dates []edtf.Date
	for _, s := range l.link.Statements {
		if date := s.shown(); !date.IsZero() && !slices.Contains(dates, date) {
			dates = append(dates, date)
		}
	}
	if len(dates) == 1 {
		return period(dates[0], "")
	}
	return period(spanning(dates), "")
}

// shown is the statement's date, else that of the figure that it tells of.
func (s *Statement) shown() edtf.Date {
	if date := s.date(); !date.IsZero() {
		return date
	}
	return s.time
}

// spanning is from the first beginning to the last end, each as published
// where it is no set; the zero Date for none, and where a bound cannot be
// written.
func spanning(dates []edtf.Date) edtf.Date {
	if len(dates) == 0 {
		return edtf.Date{}
	}
	first := slices.MinFunc(dates, func(a, b edtf.Date) int {
		x, _ := a.Bounds()
		y, _ := b.Bounds()
		return x.Compare(y)
	})
	last := slices.MaxFunc(dates, func(a, b edtf.Date) int {
		_, x := a.Bounds()
		_, y := b.Bounds()
		if x.IsZero() || y.IsZero() {
			return trueFirst(!x.IsZero(), !y.IsZero())
		}
		return x.Compare(y)
	})
	from, until := first.Start().String(), last.End().String()
	if earliest, _ := first.Bounds(); earliest.IsZero() {
		from = ".."
	}
	_, latest := last.Bounds()
	if latest.IsZero() {
		until = ".."
	}
	date, err := edtf.Parse(from + "/" + until)
	if err != nil { // a set is no end of an interval
		earliest, _ := first.Bounds()
		date, _ = edtf.Parse(earliest.String() + "/" + latest.String())
	}
	return date
}

// ends are the link's subject and object; those of a symmetric predicate stand
// in order of name.
func (l *Link) ends() (subject, object *Thing) {
	if !l.Forward || l.predicate.Symmetric && l.other.rank < l.from.rank {
		return l.other, l.from
	}
	return l.from, l.other
}

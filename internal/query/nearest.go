package query

// Nearest finds the thing whose id is most like one that is not there; nil
// where none is near.
func (g *Graph) Nearest(id string) *Thing { return g.near(id) }

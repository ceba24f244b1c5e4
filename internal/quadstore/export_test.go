package quadstore

// NewWithDelta makes a store whose delta holds up to limit quads, so that a
// test sees many merges into a new base.
func NewWithDelta(limit int) *Store {
	s := New()
	s.limit = limit
	return s
}

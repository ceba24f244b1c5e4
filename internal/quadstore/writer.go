package quadstore

import (
	"slices"

	"github.com/cayleygraph/quad"
)

// NewQuadWriter makes a writer that loads quads as they come: each WriteQuads
// is a transaction, and quads given one by one are loaded quad.DefaultBatch at
// a time and on Close. Not for use by several goroutines.
func (s *Store) NewQuadWriter() (quad.WriteCloser, error) { return &quadWriter{store: s}, nil }

// quadWriter loads quads into a store.
type quadWriter struct {
	store   *Store
	waiting []quad.Quad
}

func (w *quadWriter) WriteQuad(q quad.Quad) error {
	w.waiting = append(w.waiting, q)
	if len(w.waiting) < quad.DefaultBatch {
		return nil
	}
	return w.flush()
}

func (w *quadWriter) WriteQuads(quads []quad.Quad) (int, error) {
	if err := w.flush(); err != nil {
		return 0, err
	}
	if err := w.store.Load(slices.Values(quads)); err != nil {
		return 0, err
	}
	return len(quads), nil
}

func (w *quadWriter) Close() error { return w.flush() }

func (w *quadWriter) flush() error {
	quads := w.waiting
	w.waiting = nil
	return w.store.Load(slices.Values(quads))
}

package server

import (
	"context"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// How many bytes are kept between requests. What is parsed takes up to 80 times
// the room of its text, as measured with queries of the most tokens.
const (
	maxKeptAnswers = 32 << 20 // answers to GET requests, as they are and compressed
	maxKeptParsed  = 32 << 20 // parsed and validated queries
	maxKeptTexts   = 2 << 20  // texts of persisted queries
	perParsed      = 80       // for each byte of text
)

// hold keeps what was asked for last, of a limited weight in bytes. It is safe
// for concurrent use.
type hold[K comparable, V any] struct {
	weigh func(K, V) int
	limit int

	mu     sync.Mutex
	held   *simplelru.LRU[K, V]
	weight int
}

func newHold[K comparable, V any](limit int, weigh func(K, V) int) *hold[K, V] {
	h := &hold[K, V]{weigh: weigh, limit: limit}
	h.held, _ = simplelru.NewLRU(limit, func(key K, value V) { h.weight -= weigh(key, value) }) // refuses sizes below 1 only
	return h
}

func (h *hold[K, V]) get(key K) (V, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.held.Get(key)
}

// add keeps a value, in the place of those that were not asked for the longest.
func (h *hold[K, V]) add(key K, value V) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.held.Remove(key)
	h.held.Add(key, value)
	for h.weight += h.weigh(key, value); h.weight > h.limit; {
		h.held.RemoveOldest()
	}
}

// kept is a hold by texts as gqlgen wants one. It passes over long keys, and
// over long texts.
type kept[T any] struct{ *hold[string, T] }

// Get finds what is kept.
func (k kept[T]) Get(_ context.Context, key string) (T, bool) { return k.get(key) }

// Add keeps a value whose key and own text are short.
func (k kept[T]) Add(_ context.Context, key string, value T) {
	if text, _ := any(value).(string); len(key) <= maxKeptQuery && len(text) <= maxKeptQuery {
		k.add(key, value)
	}
}

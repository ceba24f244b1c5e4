package server

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// However much is added, the weight stays within the limit, is that of what is
// held, and what was added last is there where it fits at all.
func TestHoldIsBounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const limit = 100
		weigh := func(key int, value string) int { return 1 + len(value) }
		h := newHold(limit, weigh)
		for range rapid.IntRange(1, 200).Draw(t, "steps") {
			key, value := rapid.IntRange(0, 20).Draw(t, "key"), strings.Repeat("x", rapid.IntRange(0, 120).Draw(t, "length"))
			h.add(key, value)
			sum := 0
			for _, key := range h.held.Keys() {
				held, _ := h.held.Peek(key)
				sum += weigh(key, held)
			}
			if h.weight != sum || sum > limit {
				t.Fatalf("weight %d, held %d, limit %d", h.weight, sum, limit)
			}
			if got, ok := h.get(key); ok != (weigh(key, value) <= limit) || ok && got != value {
				t.Fatalf("key %d: %q, %v, want %q", key, got, ok, value)
			}
		}
	})
}

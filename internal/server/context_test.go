package server

import "testing"

// JSON-LD may name the context by its address under the base.
func TestContextStandsUnderTheBase(t *testing.T) {
	got := start(t, patient()).do("GET", "/context.jsonld", nil)
	if at := got.header.Get("Location"); got.status != 303 || at != "/export/context.jsonld" {
		t.Errorf("status %d, leads to %q", got.status, at)
	}
}

package statement

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// TestIDFormIsThatOfItsExpression compares the scan with the regular
// expression that tells the form.
func TestIDFormIsThatOfItsExpression(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(?:-[a-z]+)*/[a-z0-9]+(?:[-.][a-z0-9]+)*$`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-c0-2./_A-]{0,4}[a-z/.-]{0,6}/?[a-z0-9.-]{0,6}`).Draw(t, "text")
		if got, want := hasIDForm(text), form.MatchString(text); got != want {
			t.Fatalf("hasIDForm(%q) = %v, want %v", text, got, want)
		}
	})
}

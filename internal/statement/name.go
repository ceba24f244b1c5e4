package statement

import (
	"strings"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// nameOf gives the name with number n, or "" past the end.
func nameOf(names []string, n uint8) string {
	if int(n) < len(names) {
		return names[n]
	}
	return ""
}

// parseName finds text among names; what says in an error what was read.
func parseName(names []string, what, text string) (uint8, error) {
	for n, name := range names {
		if name == text && name != "" {
			return uint8(n), nil
		}
	}
	return 0, fault.New(fault.Invalid, "unknown %s %q", what, text).Hinted("use one of: %s", known(names))
}

// known lists the names for a hint.
func known(names []string) string { return strings.TrimSpace(strings.Join(names, " ")) }

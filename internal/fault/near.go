package fault

import "github.com/agnivade/levenshtein"

// DidYouMean is a remedy that asks for the name nearest to a wrong one, by
// Levenshtein distance; of two as near, the first in order. Where none is near
// enough to be meant, it is the other remedy.
func DidYouMean(wrong string, names []string, otherwise string) string {
	best, least := "", 1+max(2, len(wrong)/3)
	for _, name := range names {
		if d := levenshtein.ComputeDistance(wrong, name); d < least || d == least && name < best {
			best, least = name, d
		}
	}
	if best == "" {
		return otherwise
	}
	return "did you mean " + best + "?"
}

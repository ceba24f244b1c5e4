package query

import "math/bits"

// maxWrongInID is how many letters of an id may be wrong for it to be guessed.
const maxWrongInID = 3

// near finds the thing whose id is most like a wrong one; nil where none is near.
func (g *Graph) near(id string) *Thing {
	asked, letters := newWord(id), []rune(id)
	var best *Thing
	least := maxWrongInID + 1
	for _, t := range g.things {
		if longer := len(t.ID()) - len(id); longer > maxWrongInID || longer < -maxWrongInID {
			continue
		}
		if own := newWord(t.ID()); bits.OnesCount64(asked.mask&^own.mask) > maxWrongInID || bits.OnesCount64(own.mask&^asked.mask) > maxWrongInID {
			continue
		}
		if wrong := edits(letters, []rune(t.ID())); wrong < least {
			best, least = t, wrong
		}
	}
	return best
}

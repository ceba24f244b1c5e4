package query

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// index finds things by their names.
type index struct {
	names []name
	words []word           // every word of a name once
	at    map[string][]int // the names that a word stands in, by number
}

// word is a word with what tells quickly that another is unlike it.
type word struct {
	text    string
	letters int
	mask    uint64 // a bit for each letter it has; some share one
}

func newWord(text string) word {
	w := word{text: text, letters: utf8.RuneCountInString(text)}
	for _, letter := range text {
		w.mask |= 1 << (letter % 64)
	}
	return w
}

// name is one name of a thing.
type name struct {
	thing *Thing
	words []string // folded
	alias bool
}

func newIndex(things []*Thing) *index {
	x := &index{at: map[string][]int{}}
	for _, t := range things {
		for n, name := range t.names {
			x.add(t, name, n > 0)
		}
	}
	for _, text := range slices.Sorted(maps.Keys(x.at)) {
		x.words = append(x.words, newWord(text))
	}
	return x
}

func (x *index) add(t *Thing, text string, alias bool) {
	n := name{t, strings.Fields(text), alias}
	for _, word := range n.words {
		x.at[word] = append(x.at[word], len(x.names))
	}
	x.names = append(x.names, n)
}

// How well a word of the query fits a word of a name; the lower, the better.
const (
	exact     = 0
	beginning = 1
	oneWrong  = 3
	twoWrong  = 5
	unmatched = 1 << 10
)

// fit compares a word asked for with a word of a name. Words of one or two
// letters must be right; longer ones may have one wrong letter, from eight
// letters on two. The number of wrong letters is that of edits to the word or,
// for one still being typed, to its beginning.
func fit(asked, found word) int {
	if asked.text == found.text {
		return exact
	}
	if strings.HasPrefix(found.text, asked.text) {
		return beginning
	}
	allowed := 0
	if asked.letters >= 3 {
		allowed = 1
	}
	if asked.letters >= 8 {
		allowed = 2
	}
	// A wrong letter accounts for one letter that the other word has not.
	if found.letters < asked.letters-allowed || bits.OnesCount64(asked.mask&^found.mask) > allowed {
		return unmatched
	}
	switch wrong := wrongLetters(asked, found); {
	case wrong > allowed:
		return unmatched
	case wrong == 1:
		return oneWrong
	}
	return twoWrong
}

func wrongLetters(asked, found word) int {
	own, other := []rune(asked.text), []rune(found.text)
	whole := edits(own, other)
	if len(other) <= len(own)+1 {
		return whole
	}
	return min(whole, edits(own, other[:len(own)])+1)
}

// The limits of what is looked up: more letters or words than any name has.
const (
	maxSearchLetters = 200
	maxSearchWords   = 12
)

// hit is a thing that was found, by its best name.
type hit struct {
	thing *Thing
	score int
}

// Search finds things by any of their names, best first: every word asked for
// must fit a word of one name. Equals are in order of name.
func (g *Graph) Search(text string, classes []EntityType, p Page) (*EntityConnection, error) {
	if utf8.RuneCountInString(text) > maxSearchLetters {
		return nil, fault.New(fault.TooLarge, "text has more than %d letters", maxSearchLetters).Hinted("ask for a few words of a name")
	}
	words := strings.Fields(fold(text))
	if len(words) == 0 || len(words) > maxSearchWords {
		return nil, fault.New(fault.Invalid, "text %.60q has %d words", text, len(words)).Hinted("ask for 1 to %d words of a name", maxSearchWords)
	}
	var all []neighbour
	for _, h := range g.index.search(words) {
		if len(classes) == 0 || slices.Contains(classes, h.thing.Type()) {
			all = append(all, neighbour{thing: h.thing})
		}
	}
	return list[Entity](all, p)
}

// search scores every name that has a word fitting each of the words asked for;
// one asked for twice counts once.
func (x *index) search(asked []string) []hit {
	scores := make([]int, len(x.names))
	for _, word := range unique(asked) {
		for number, score := range x.fitting(word) {
			scores[number] = min(scores[number]+score, unmatched)
		}
	}
	best := map[*Thing]int{}
	for number, score := range scores {
		if score == unmatched {
			continue
		}
		total := x.names[number].weigh(score, asked)
		if so, ok := best[x.names[number].thing]; !ok || total < so {
			best[x.names[number].thing] = total
		}
	}
	hits := make([]hit, 0, len(best))
	for t, score := range best {
		hits = append(hits, hit{t, score})
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(a.thing.rank, b.thing.rank))
	})
	return hits
}

// fitting gives the best fit of a word in each of the names.
func (x *index) fitting(asked string) []int {
	fits := make([]int, len(x.names))
	for number := range fits {
		fits[number] = unmatched
	}
	meant := newWord(asked)
	for _, found := range x.words {
		if score := fit(meant, found); score != unmatched {
			for _, number := range x.at[found.text] {
				fits[number] = min(fits[number], score)
			}
		}
	}
	return fits
}

// weigh adds to the fit of the words what speaks against the name as a whole:
// words beyond those asked for, that it is the title of a document, which often
// is called as what it is about, and that it is an alias. Wrong letters
// outweigh all of these.
func (n name) weigh(score int, asked []string) int {
	total := 100 * score
	if extra := len(n.words) - len(asked); extra > 0 {
		total += 10 * min(extra, 9)
	}
	if n.thing.document != nil {
		total += 2
	}
	if n.alias {
		total++
	}
	return total
}

// The lists of things of any class.
type (
	// EntityEdge is a thing in a list.
	EntityEdge = Edge[Entity]
	// EntityConnection is a page of things.
	EntityConnection = Connection[Entity]
)

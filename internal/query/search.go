package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// fold brings a name to the form in which names are compared: lower case,
// accents and apostrophes gone, every other run of punctuation one space.
func fold(name string) string {
	marksGone := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)))
	plain, _, err := transform.String(marksGone, name)
	if err != nil {
		plain = name // not UTF-8: compared as it is
	}
	plain = strings.NewReplacer("'", "", "’", "", "ʼ", "").Replace(strings.ToLower(plain))
	return strings.Join(strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

// index finds things by their names.
type index struct {
	names []name
	words []string         // every word of a name once
	at    map[string][]int // the names that a word stands in, by number
	ids   []*Thing
}

// name is one name of a thing.
type name struct {
	thing *Thing
	text  string   // folded
	words []string // of text
	alias bool
}

func newIndex(things []*Thing) *index {
	x := &index{at: map[string][]int{}, ids: things}
	for _, t := range things {
		x.add(t, t.folded, false)
		for _, alias := range t.entity.Aliases {
			x.add(t, fold(alias), true)
		}
	}
	for word := range x.at {
		x.words = append(x.words, word)
	}
	slices.Sort(x.words)
	return x
}

func (x *index) add(t *Thing, text string, alias bool) {
	n := name{t, text, strings.Fields(text), alias}
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

// fit compares a word asked for with a word of a name. Short words must be
// right; longer ones may have one wrong letter, from eight letters on two. The
// number of wrong letters is the Levenshtein distance, to the word or, for one
// still being typed, to its beginning.
func fit(asked, word string) int {
	if asked == word {
		return exact
	}
	if strings.HasPrefix(word, asked) {
		return beginning
	}
	letters := utf8.RuneCountInString(asked)
	allowed := 0
	if letters >= 4 {
		allowed = 1
	}
	if letters >= 8 {
		allowed = 2
	}
	if allowed == 0 || utf8.RuneCountInString(word) < letters-allowed {
		return unmatched
	}
	wrong := levenshtein.ComputeDistance(asked, word)
	if start := []rune(word); len(start) > letters+1 {
		wrong = min(wrong, levenshtein.ComputeDistance(asked, string(start[:letters]))+1)
	}
	switch {
	case wrong > allowed:
		return unmatched
	case wrong == 1:
		return oneWrong
	}
	return twoWrong
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
	found := g.index.search(words)
	var all []neighbour
	for _, h := range found {
		if len(classes) == 0 || slices.Contains(classes, h.thing.Type()) {
			all = append(all, neighbour{thing: h.thing})
		}
	}
	return list[Entity](all, p)
}

// search scores every name that has a word fitting each of the words asked for.
func (x *index) search(asked []string) []hit {
	scores := map[int]int{} // of names by number
	for n, word := range asked {
		fits := x.fitting(word)
		for number := range scores {
			if _, ok := fits[number]; !ok {
				delete(scores, number)
			}
		}
		for number, score := range fits {
			if so, ok := scores[number]; ok || n == 0 {
				scores[number] = so + score
			}
		}
	}
	best := map[*Thing]int{}
	for number, score := range scores {
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

// fitting gives the names with a word that fits, each with its best fit.
func (x *index) fitting(asked string) map[int]int {
	fits := map[int]int{}
	for _, word := range x.words {
		score := fit(asked, word)
		if score == unmatched {
			continue
		}
		for _, number := range x.at[word] {
			if so, ok := fits[number]; !ok || score < so {
				fits[number] = score
			}
		}
	}
	return fits
}

// weigh adds to the fit of the words what speaks against the name as a whole:
// words beyond those asked for, and that it is an alias. Wrong letters outweigh both.
func (n name) weigh(score int, asked []string) int {
	total := 100 * score
	if extra := len(n.words) - len(asked); extra > 0 {
		total += 10 * min(extra, 9)
	}
	if n.alias {
		total++
	}
	return total
}

// near finds the thing whose id is most like a wrong one; nil where none is near.
func (x *index) near(id string) *Thing {
	if len(id) > maxSearchLetters {
		return nil
	}
	var best *Thing
	least := 4
	for _, t := range x.ids {
		if wrong := levenshtein.ComputeDistance(id, t.ID()); wrong < least {
			best, least = t, wrong
		}
	}
	return best
}

// The lists of things of any class.
type (
	// EntityEdge is a thing in a list.
	EntityEdge = Edge[Entity]
	// EntityConnection is a page of things.
	EntityConnection = Connection[Entity]
)

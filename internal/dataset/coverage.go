package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// Coverage is how many sentences of a text are cited.
type Coverage struct {
	Total       int
	Cited       int // all of whose words lie within passages
	WithoutFact int // of these, all of whose words lie within passages listed as carrying no fact
}

// Cover counts the sentences of a text, of which some passages are cited by
// statements and some listed as carrying no fact.
func Cover(text []rune, cited, silent []statement.Evidence) Coverage {
	c, _ := cover(text, cited, silent)
	return c
}

// bare is words of a sentence that lie in no passage, from the first to the last.
type bare struct {
	sentence
	first, last int
}

// use is what a code point of a text is used for.
type use uint8

// The uses.
const (
	unused use = iota
	listed     // as carrying no fact
	cited      // by a statement
)

func cover(text []rune, told, silent []statement.Evidence) (c Coverage, all []bare) {
	uses := make([]use, len(text))
	mark(uses, silent, listed)
	mark(uses, told, cited)
	for _, s := range sentences(text) {
		c.Total++
		b, facts := bare{s, s.end, s.start}, false
		for n := s.start; n < s.end; n++ {
			switch {
			case !wordly(text[n]):
			case uses[n] == unused:
				b.first, b.last = min(b.first, n), n+1
			case uses[n] == cited:
				facts = true
			}
		}
		switch {
		case b.first < b.last:
			all = append(all, b)
			continue
		case !facts:
			c.WithoutFact++
		}
		c.Cited++
	}
	return c, all
}

// mark tells the use of what lies within passages.
func mark(uses []use, passages []statement.Evidence, as use) {
	for _, e := range passages {
		for n := e.Start; n < min(e.End, len(uses)); n++ {
			uses[n] = as
		}
	}
}

// coverage complains of the sentences of a text with words that lie in no passage.
func (p *proof) coverage(d *statement.Document, s *source, text []rune) {
	var told, silent []statement.Evidence
	for _, passage := range s.passages {
		if passage.noFact != "" {
			silent = append(silent, passage.evidence)
		} else {
			told = append(told, passage.evidence)
		}
	}
	c, all := cover(text, told, silent)
	p.report.Sentences += c.Total
	p.report.Cited += c.Cited
	p.report.NoFact += c.WithoutFact
	for _, b := range all {
		p.add(place{d.File, b.line}, "cite it in "+s.at.file+", or list it there with noFact", "no passage has, of the sentence %q, the words %q",
			beginning(text[b.start:b.end]), beginning(text[b.first:b.last]))
	}
}

// beginning is enough of a text to find it by.
func beginning(text []rune) string {
	const enough = 60
	line := []rune(strings.Join(strings.Fields(string(text)), " "))
	if len(line) <= enough {
		return string(line)
	}
	return string(line[:enough]) + "…"
}

// listReferences puts the references that statements need into the report.
func (p *proof) listReferences() {
	for r, n := range p.used {
		p.report.References = append(p.report.References, Reference{r.at.file, r.at.line, r.words, r.entity, n})
	}
	slices.SortFunc(p.report.References, func(a, b Reference) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Words, b.Words))
	})
}

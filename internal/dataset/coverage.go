package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// coverage finds the sentences of a text that no passage has a word of.
func (p *proof) coverage(d *statement.Document, s *source, text []rune) {
	cited := make([]bool, len(text))
	for _, passage := range s.passages {
		for n := passage.evidence.Start; n < min(passage.evidence.End, len(text)); n++ {
			cited[n] = true
		}
	}
	for _, sentence := range sentences(text) {
		words, within := 0, 0
		for n := sentence.start; n < sentence.end; n++ {
			if wordly(text[n]) {
				words++
				if cited[n] {
					within++
				}
			}
		}
		p.report.Sentences++
		p.report.Words += words
		p.report.WordsCited += within
		if within > 0 {
			p.report.Cited++
			continue
		}
		p.add(place{d.File, sentence.line}, "cite it in "+s.at.file+", or list it there with noFact", "no passage has the sentence %q", beginning(text[sentence.start:sentence.end]))
	}
}

// beginning is enough of a sentence to find it by.
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

package dataset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// coverage finds the sentences of a text with words that lie in no passage.
func (p *proof) coverage(d *statement.Document, s *source, text []rune) {
	cited := make([]bool, len(text))
	for _, passage := range s.passages {
		for n := passage.evidence.Start; n < min(passage.evidence.End, len(text)); n++ {
			cited[n] = true
		}
	}
	for _, sentence := range sentences(text) {
		p.report.Sentences++
		first, last := sentence.end, sentence.start // of what is not cited
		for n := sentence.start; n < sentence.end; n++ {
			if wordly(text[n]) && !cited[n] {
				first, last = min(first, n), n+1
			}
		}
		if first >= last {
			p.report.Cited++
			continue
		}
		p.add(place{d.File, sentence.line}, "cite it in "+s.at.file+", or list it there with noFact", "no passage has, of the sentence %q, the words %q",
			beginning(text[sentence.start:sentence.end]), beginning(text[first:last]))
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

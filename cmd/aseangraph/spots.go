package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// spot is a place as readers look it up. Offsets count only where there is
// neither section nor paragraph.
type spot struct {
	document, section     string
	paragraph, start, end int
}

func (p place) spot() spot {
	s := spot{document: p.Document.ID, section: p.Section, paragraph: p.Paragraph}
	if p.Section == "" && p.Paragraph == 0 {
		s.start, s.end = p.Start, p.End
	}
	return s
}

func (s spot) String() string {
	var parts []string
	if s.section != "" {
		parts = append(parts, s.section)
	}
	if s.paragraph > 0 {
		parts = append(parts, fmt.Sprintf("paragraph %d", s.paragraph))
	}
	if s.end > 0 {
		parts = append(parts, fmt.Sprintf("characters %d to %d", s.start, s.end))
	}
	return strings.Join(parts, ", ")
}

// spots are places that an answer refers to by number: each spot once with the
// first place of it, by document and then as they stand in it.
type spots []place

func newSpots(all []place) spots {
	first := map[spot]place{}
	for _, p := range all {
		at := p.spot()
		if known, ok := first[at]; !ok || p.Start < known.Start {
			first[at] = p
		}
	}
	return slices.SortedFunc(maps.Values(first), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Document.Title, b.Document.Title), cmp.Compare(a.Document.ID, b.Document.ID),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Section, b.Section), cmp.Compare(a.Paragraph, b.Paragraph))
	})
}

// numbers are those of places among the spots, each once: "[1][3]".
func (s spots) numbers(places ...place) string {
	var all []int
	for _, p := range places {
		all = append(all, 1+slices.IndexFunc(s, func(known place) bool { return known.spot() == p.spot() }))
	}
	slices.Sort(all)
	var b strings.Builder
	for _, n := range slices.Compact(all) {
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}

// list tells what the numbers mean, under the documents; empty for no spots. A
// document of which no place is told has its number itself.
func (s spots) list(columns int) string {
	if len(s) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("\nwho says so\n")
	digits := len(fmt.Sprint(len(s)))
	for n, p := range s {
		number, at := fmt.Sprintf("[%d]", n+1), p.spot().String()
		if n == 0 || s[n-1].Document.ID != p.Document.ID {
			title := p.Document.Title + ", " + p.Document.origin()
			if at == "" {
				title = number + " " + title
			}
			b.WriteString(indented(title, "  ", "      ", columns))
			b.WriteString(indented(p.Document.ID, "  ", "      ", columns))
		}
		if at == "" {
			continue
		}
		b.WriteString(indented(at, "    "+strings.Repeat(" ", digits-len(number)+2)+number+" ", "        ", columns))
	}
	return b.String()
}

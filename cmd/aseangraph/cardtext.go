package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// plainWidth is how wide a card is where there is no terminal to ask.
const plainWidth = 80

// text is the card for people: what the entity is; facts under the words of
// their predicate, each with the numbers of the places that say so; the places.
func (c *card) text(columns int) string {
	if columns == 0 {
		columns = plainWidth
	}
	w := &cardWriter{columns: columns, spots: c.spots()}
	w.head(c)
	groups := map[heading][]*fact{}
	for _, f := range c.Facts {
		groups[f.heading()] = append(groups[f.heading()], f)
	}
	for _, h := range slices.SortedFunc(maps.Keys(groups), compareHeadings) {
		w.group(h, groups[h])
	}
	w.sources()
	return w.String()
}

// heading is what facts are grouped by: facts of which the entity is the
// subject come first, then in order of words.
type heading struct{ direction, label string }

func (f *fact) heading() heading { return heading{f.Direction, f.Label} }

func compareHeadings(a, b heading) int {
	return cmp.Or(-cmp.Compare(a.direction, b.direction), cmp.Compare(a.label, b.label)) // OUT, then IN
}

// spots are the places of all facts and of what contradicts them.
func (c *card) spots() spots {
	var all []place
	for _, f := range c.Facts {
		all = append(all, f.Evidence)
		for _, against := range f.Conflicts {
			all = append(all, against.Evidence)
		}
	}
	return newSpots(all)
}

// cardWriter writes a card's lines.
type cardWriter struct {
	strings.Builder
	columns int
	spots   spots
}

func (w *cardWriter) line(first, hanging, text string) {
	w.WriteString(indented(text, first, hanging, w.columns))
}

func (w *cardWriter) head(c *card) {
	w.line("", "  ", fmt.Sprintf("%s (%s)", c.Name, c.Class))
	w.line("", "", c.ID)
	if c.Description != "" {
		w.line("", "", c.Description)
	}
	if len(c.Aliases) > 0 {
		w.line("also: ", "      ", strings.Join(c.Aliases, "; "))
	}
	if len(c.SameAs) > 0 {
		w.line("same as: ", "         ", strings.Join(c.SameAs, " "))
	}
	if c.Document != nil {
		w.line("", "", c.Document.origin())
		if c.Document.Address != "" {
			w.line("", "", c.Document.Address)
		}
	}
}

// group writes facts that read alike; those that read the same to the letter
// are one line with several places.
func (w *cardWriter) group(h heading, facts []*fact) {
	fmt.Fprintf(w, "\n%s\n", h.label)
	places := map[string][]place{}
	var order []*fact
	for _, f := range facts {
		text := f.String()
		if places[text] == nil {
			order = append(order, f)
		}
		places[text] = append(places[text], f.Evidence)
	}
	for _, f := range order {
		w.line("  ", "      ", f.String()+" "+w.spots.numbers(places[f.String()]...))
		for _, against := range f.Conflicts {
			w.line("      ! ", "        ", "another document says: "+against.String()+" "+w.spots.numbers(against.Evidence))
		}
	}
}

// sources lists the places under their documents.
func (w *cardWriter) sources() {
	if len(w.spots) == 0 {
		w.WriteString("\nno document says anything about it\n")
		return
	}
	w.WriteString(w.spots.list(w.columns))
}

// origin is who published the document, and when.
func (d *document) origin() string {
	if d.Published == nil {
		return d.Publisher
	}
	return strings.TrimPrefix(d.Publisher+", "+d.Published.Label, ", ")
}

// String is the fact in words, without its predicate.
func (f *fact) String() string {
	parts := []string{f.Value}
	if f.Entity != nil {
		parts[0] = f.Entity.Name
	}
	if f.When != nil {
		parts = append(parts, f.When.Label)
	}
	if f.Where != nil {
		parts = append(parts, f.Where.Name)
	}
	parts = append(parts, f.Quantity, f.Role, f.modality())
	if !f.dated {
		parts = append(parts, f.Note)
	}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), " · ")
}

// modality tells what is not simply told as happened.
func (f *fact) modality() string {
	if f.Status == statement.Happened.String() {
		return ""
	}
	if f.AsOf == nil {
		return strings.ToLower(f.Status)
	}
	if f.AsOf.Earliest+f.AsOf.Latest == "" { // the document tells no date of its own
		return strings.ToLower(f.Status) + ", " + f.AsOf.Label
	}
	return strings.ToLower(f.Status) + " as of " + f.AsOf.Label
}

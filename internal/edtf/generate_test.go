package edtf

import (
	"fmt"
	"strings"
)

// generator makes EDTF texts out of choices; choose(n) gives one of 0 to n-1.
type generator struct {
	choose func(n int) int
}

func (g generator) oneOf(texts ...string) string { return texts[g.choose(len(texts))] }

// rarely gives the text once in four, else nothing.
func (g generator) rarely(text string) string {
	if g.choose(4) > 0 {
		return ""
	}
	return text
}

// text is a date, an interval or a set, nearly always well formed.
func (g generator) text() string {
	switch g.choose(8) {
	case 0, 1:
		return g.side() + "/" + g.side()
	case 2:
		return g.set()
	}
	return g.moment()
}

func (g generator) side() string {
	switch g.choose(8) {
	case 0:
		return ".."
	case 1:
		return ""
	}
	return g.moment()
}

func (g generator) set() string {
	members := make([]string, 1+g.choose(3))
	for i := range members {
		members[i] = g.moment()
		if g.choose(4) == 0 {
			members[i] += ".." + g.moment()
		}
	}
	text := g.rarely("..") + strings.Join(members, g.oneOf(",", ",", ", ")) + g.rarely("..")
	if g.choose(2) == 0 {
		return "[" + text + "]"
	}
	return "{" + text + "}"
}

func (g generator) moment() string {
	switch g.choose(12) {
	case 0:
		return "Y" + g.rarely("-") + fmt.Sprint(1+g.choose(30000)) + g.rarely("E"+fmt.Sprint(g.choose(6))) + g.rarely(g.significant())
	case 1:
		return g.year() + g.significant()
	case 2:
		return fmt.Sprintf("%s-%d", g.year(), 20+g.choose(23)) + g.rarely(g.mark())
	case 3:
		return g.masked()
	case 4:
		return g.marked()
	case 5:
		return g.day() + "T" + g.clock()
	case 6, 7:
		return g.year() + g.rarely(g.mark())
	case 8, 9:
		return g.year() + "-" + g.month() + g.rarely(g.mark())
	}
	return g.day() + g.rarely(g.mark())
}

func (g generator) significant() string { return fmt.Sprintf("S%d", g.choose(6)) }

func (g generator) mark() string { return g.oneOf("?", "~", "%") }

// year is mostly of one time, so that intervals often run forward.
func (g generator) year() string {
	if g.choose(4) > 0 {
		return fmt.Sprintf("%04d", 1970+g.choose(40))
	}
	return g.rarely("-") + fmt.Sprintf("%04d", g.choose(10000))
}

func (g generator) month() string { return fmt.Sprintf("%02d", g.choose(14)) }

func (g generator) day() string {
	return fmt.Sprintf("%s-%s-%02d", g.year(), g.month(), g.choose(33))
}

func (g generator) masked() string {
	text := []byte(g.oneOf(g.year(), g.year()+"-"+g.month(), g.day()))
	for range 1 + g.choose(3) {
		if i := len(text) - 1 - g.choose(len(text)); text[i] != '-' {
			text[i] = 'X'
		}
	}
	for _, whole := range []struct{ from, to int }{{8, 10}, {5, 7}} {
		if len(text) == whole.to && text[0] != '-' && g.choose(2) == 0 {
			copy(text[whole.from:], "XX")
		}
	}
	return string(text) + g.rarely(g.mark())
}

// marked has marks before and after its components.
func (g generator) marked() string {
	parts := strings.Split(g.day(), "-")
	parts = parts[len(parts)-3:] // without a sign
	for i := range parts {
		parts[i] = g.rarely(g.mark()) + parts[i] + g.rarely(g.mark())
	}
	return strings.Join(parts[:1+g.choose(3)], "-")
}

func (g generator) clock() string {
	hours, minutes := g.choose(25), g.choose(2)*g.choose(61)
	return fmt.Sprintf("%02d:%02d", hours, minutes) + g.oneOf("", ":00", ":59", ":30.5") +
		g.oneOf("", "Z", "+07", "-03:30", "+14:00", "-12:30", "+00:00")
}

// damaged is a text with one byte taken out, put in or changed.
func (g generator) damaged(text string) string {
	i := g.choose(len(text))
	b := "0123456789X?~%-./,[]{}YTSEZ: "
	other := string(b[g.choose(len(b))])
	switch g.choose(3) {
	case 0:
		return text[:i] + text[i+1:]
	case 1:
		return text[:i] + other + text[i:]
	}
	return text[:i] + other + text[i+1:]
}

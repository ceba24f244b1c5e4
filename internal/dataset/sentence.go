package dataset

import (
	"slices"
	"strings"
	"unicode"
)

// sentence is a stretch of a text that can say something by itself.
type sentence struct {
	start, end int // Unicode code points, half open, without the space around it
	line       int // of its beginning, from 1
}

// flow is how long, in code points, a line without a full stop must be to run
// on into the next one: pages that break their paragraphs do so at 60 or later,
// while headings and menus are shorter.
const flow = 60

// sentences splits the text of a published page, as code points, in its order.
//
// A blank line ends a sentence. So does every other line break, so that each
// heading and each entry of a menu is a sentence of its own, unless the line
// runs on: it has no bar (|) of a menu and does not end like a sentence, and
// either it is at least 60 code points long or the next line begins with a
// small letter.
//
// Within a line, or lines that run on, a sentence ends with a full stop, a
// question or an exclamation mark or an ellipsis, with the quotes and brackets
// that close behind it, where white space follows and then anything but a
// small letter. The full stop of an abbreviation does not end one: a single
// letter (J.), letters with stops between (H.E.), a title or other word that
// needs another behind it (Mr., St., No. before a figure).
//
// What has neither letter nor digit is no sentence.
func sentences(text []rune) []sentence {
	var all []sentence
	line, from, fromLine := 1, 0, 1
	for n := 0; n <= len(text); n++ {
		if n < len(text) && text[n] != '\n' {
			continue
		}
		if !runsOn(text, n) {
			all = split(all, text[:n], from, fromLine)
			from, fromLine = n+1, line+1
		}
		line++
	}
	return all
}

// runsOn tells whether the line that ends at n goes on behind its break.
func runsOn(text []rune, n int) bool {
	if n == len(text) {
		return false
	}
	this := strings.TrimSpace(string(text[1+lastBreak(text[:n]) : n]))
	next := strings.TrimSpace(firstLine(text[n+1:]))
	if this == "" || next == "" || strings.Contains(this, "|") {
		return false
	}
	last := []rune(strings.TrimRight(this, closing))
	if len(last) > 0 && strings.ContainsRune(ending+":;", last[len(last)-1]) {
		return false
	}
	return len([]rune(this)) >= flow || unicode.IsLower([]rune(next)[0])
}

func lastBreak(text []rune) int {
	for n := len(text) - 1; n >= 0; n-- {
		if text[n] == '\n' {
			return n
		}
	}
	return -1
}

func firstLine(text []rune) string {
	if n := slices.Index(text, '\n'); n >= 0 {
		text = text[:n]
	}
	return string(text)
}

const (
	ending  = ".?!…"
	closing = `"'”’»)]`
)

// split adds the sentences of text from a place on; line is that of the place.
func split(all []sentence, text []rune, from, line int) []sentence {
	for n := from; n < len(text); n++ {
		if end := n + 1; strings.ContainsRune(ending, text[n]) {
			for end < len(text) && strings.ContainsRune(closing, text[end]) {
				end++
			}
			if endsAt(text, from, n, end) {
				all = keep(all, text, from, end, line)
				line += breaks(text[from:end])
				from, n = end, end-1
			}
		}
	}
	return keep(all, text, from, len(text), line)
}

// endsAt tells whether a mark at n, with what closes up to end, ends a sentence.
func endsAt(text []rune, from, n, end int) bool {
	next := end
	for next < len(text) && unicode.IsSpace(text[next]) {
		next++
	}
	if next == len(text) {
		return true
	}
	return next > end && !unicode.IsLower(text[next]) && (text[n] != '.' || !abbreviated(text[from:n], text[next]))
}

// Words whose full stop does not end a sentence; those of numbered only before
// a figure.
var (
	titles   = wordSet("mr mrs ms dr prof gen lt col capt sgt hon rev st jr sr messrs amb vs cf eg ie viz approx")
	numbered = wordSet("no nos art arts para paras vol vols ch sec p pp fig figs")
)

func wordSet(list string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range strings.Fields(list) {
		all[word] = true
	}
	return all
}

// abbreviated tells whether the word that text ends with is cut short, so that
// a full stop behind it, before next, belongs to it.
func abbreviated(text []rune, next rune) bool {
	n := len(text)
	for n > 0 && (unicode.IsLetter(text[n-1]) || text[n-1] == '.') {
		n--
	}
	word := strings.ToLower(string(text[n:]))
	letters := []rune(word)
	return len(letters) == 1 || len(letters) > 1 && slices.Contains(letters[1:], '.') ||
		titles[word] || numbered[word] && unicode.IsDigit(next)
}

// keep adds text[from:to] as a sentence, where it is one.
func keep(all []sentence, text []rune, from, to, line int) []sentence {
	for from < to && unicode.IsSpace(text[from]) {
		if text[from] == '\n' {
			line++
		}
		from++
	}
	for from < to && unicode.IsSpace(text[to-1]) {
		to--
	}
	if !slices.ContainsFunc(text[from:to], wordly) {
		return all
	}
	return append(all, sentence{from, to, line})
}

func breaks(text []rune) int {
	n := 0
	for _, r := range text {
		if r == '\n' {
			n++
		}
	}
	return n
}

package dataset

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// Data files are written as curators write them: what is long in lines of its
// own, a statement in braces, and nothing that is the default.

// maxColumns is how wide a line becomes before it goes on in the next.
const maxColumns = 160

// pair is a key and its value, written already; an empty value is left out.
type pair struct{ key, value string }

// block writes pairs, one a line.
func block(indent string, pairs ...pair) string {
	var b strings.Builder
	for _, p := range pairs {
		if p.value != "" {
			b.WriteString(indent + p.key + ": " + p.value + "\n")
		}
	}
	return b.String()
}

// braces writes pairs in braces that begin at a column; they go on under the
// first where a line is full.
func braces(column int, pairs ...pair) string {
	var b strings.Builder
	b.WriteByte('{')
	column++
	at := column
	for _, p := range pairs {
		if p.value == "" {
			continue
		}
		part := p.key + ": " + p.value
		width := utf8.RuneCountInString(part) + len(",")
		switch {
		case b.Len() > 1 && at+len(" ")+width > maxColumns:
			b.WriteString(",\n" + strings.Repeat(" ", column))
			at = column
		case b.Len() > 1:
			b.WriteString(", ")
			at++
		}
		b.WriteString(part)
		at += width
	}
	return b.String() + "}"
}

// list writes words in brackets behind a key, or one a line where that is too
// wide; empty for none.
func list(indent, key string, words []string) string {
	if len(words) == 0 {
		return ""
	}
	parts := make([]string, len(words))
	for n, word := range words {
		parts[n] = scalar(word)
	}
	if line := indent + key + ": [" + strings.Join(parts, ", ") + "]\n"; utf8.RuneCountInString(line) <= maxColumns {
		return line
	}
	before := "\n" + indent + "  - "
	return indent + key + ":" + before + strings.Join(parts, before) + "\n"
}

var (
	plainWords   = regexp.MustCompile(`^\p{L}[\p{L}\p{N} _/.;()'&+-]*$`)
	plainAddress = regexp.MustCompile(`^[a-z]+://[A-Za-z0-9/._~%-]+$`)
	reservedWord = regexp.MustCompile(`^(?i:true|false|yes|no|on|off|y|n|null)$`)
)

// scalar writes text, in quotes where YAML or a reader could take it for
// something else; empty for no text.
func scalar[T ~string](text T) string {
	switch word := string(text); {
	case word == "":
		return ""
	case plainWords.MatchString(word) && !reservedWord.MatchString(word), plainAddress.MatchString(word):
		return word
	default:
		return strconv.Quote(word) // all that it escapes, YAML reads the same way
	}
}

// needed writes text that must not be left out.
func needed[T ~string](text T) string {
	if text == "" {
		return `""`
	}
	return scalar(text)
}

// date is always in quotes, so that nothing takes it for a number.
func date(d edtf.Date) string {
	if d.IsZero() {
		return ""
	}
	return strconv.Quote(d.String())
}

// countOf writes a number; empty for 0.
func countOf(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func quantity(q statement.Quantity) string {
	if q.IsZero() {
		return ""
	}
	qualifier := ""
	if q.Qualifier != statement.Exact {
		qualifier = q.Qualifier.String()
	}
	return braces(0, pair{"value", string(q.Value)}, pair{"unit", scalar(q.Unit)}, pair{"qualifier", qualifier}, pair{"stage", q.Stage.String()})
}

func object(t statement.Term) string {
	switch t.Kind() {
	case statement.KindDate:
		return date(t.Date())
	case statement.KindQuantity:
		return quantity(t.Quantity())
	case statement.KindInteger:
		return t.String()
	}
	return needed(t.String())
}

// writeEntity writes an entity as it stands in the file of its class.
func writeEntity(e *statement.Entity) string {
	const indent = "  "
	return string(e.ID) + ":\n" + block(indent, pair{"name", needed(e.Name)}) + list(indent, "aliases", e.Aliases) +
		block(indent, pair{"description", scalar(e.Description)}) + list(indent, "sameAs", e.SameAs)
}

// writeDocument writes the file of a document with its statements, under the
// passages that tell them, in the order of the text.
func writeDocument(d *statement.Document, statements []*statement.Statement) string {
	var b strings.Builder
	b.WriteString(block("",
		pair{"id", string(d.ID)},
		pair{"title", needed(d.Title)},
		pair{"publisher", needed(d.Publisher)},
		pair{"published", date(d.Published)},
		pair{"language", needed(d.Language)},
		pair{"kind", d.Kind.String()},
		pair{"address", scalar(d.Address)},
		pair{"file", scalar(d.File)},
		pair{"sha256", scalar(d.SHA256)}))
	if len(statements) == 0 {
		return b.String() + "passages: []\n"
	}
	b.WriteString("passages:\n")
	slices.SortFunc(statements, inTextOrder)
	for first := 0; first < len(statements); {
		last := first
		for last < len(statements) && statements[last].Evidence == statements[first].Evidence {
			last++
		}
		b.WriteString(writePassage(d, statements[first:last]))
		first = last
	}
	return b.String()
}

// inTextOrder is that of the places in the text. Of two at one place, the one
// whose content comes first.
func inTextOrder(a, b *statement.Statement) int {
	p, q := a.Evidence, b.Evidence
	return cmp.Or(cmp.Compare(p.Start, q.Start), cmp.Compare(p.Section, q.Section), cmp.Compare(p.Paragraph, q.Paragraph),
		cmp.Compare(p.End, q.End), cmp.Compare(a.Canonical(), b.Canonical()))
}

func writePassage(d *statement.Document, statements []*statement.Statement) string {
	const indent, before = "    ", "      - "
	at := statements[0].Evidence
	start, end := "", ""
	if at.Located() {
		start, end = strconv.Itoa(at.Start), strconv.Itoa(at.End)
	}
	place := block(indent, pair{"section", scalar(at.Section)}, pair{"paragraph", countOf(at.Paragraph)}, pair{"start", start}, pair{"end", end})
	var b strings.Builder
	b.WriteString("  - " + strings.TrimPrefix(place+indent+"statements:\n", indent))
	for _, s := range statements {
		b.WriteString(before + writeStatement(d, s, len(before)) + "\n")
	}
	return b.String()
}

func writeStatement(d *statement.Document, s *statement.Statement, column int) string {
	status, asOf := "", date(s.AsOf)
	if s.Status != statement.Happened {
		status = s.Status.String()
		if s.AsOf == d.Published {
			asOf = ""
		}
	}
	return braces(column,
		pair{"subject", string(s.Subject)},
		pair{"predicate", scalar(s.Predicate)},
		pair{"object", object(s.Object)},
		pair{"when", date(s.When)},
		pair{"where", string(s.Where)},
		pair{"role", scalar(s.Role)},
		pair{"quantity", quantity(s.Quantity)},
		pair{"status", status},
		pair{"asOf", asOf},
		pair{"note", scalar(s.Note)})
}

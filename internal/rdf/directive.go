package rdf

import (
	"bytes"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// atDirective takes a directive with an at sign and a full stop; those of
// SPARQL have neither.
func (t *turtle) atDirective() error {
	t.at++
	word, err := t.word()
	if err != nil {
		return err
	}
	take := t.prefix
	switch string(word.text) { // a colon may follow without a space
	case "prefix":
	case "base":
		take = t.newBase
	default:
		return t.wrong("unknown directive").Hinted("write @prefix or @base")
	}
	t.at += len(word.text)
	if err := take(); err != nil {
		return err
	}
	return t.stop()
}

// prefix takes a prefix and what it stands for.
func (t *turtle) prefix() error {
	if _, err := t.next(); err != nil {
		return err
	}
	prefix, err := taken(&t.window, t.declared)
	if err != nil {
		return err
	}
	iri, err := t.bracketedIRI()
	if err != nil {
		return err
	}
	t.prefixes[prefix] = string(iri)
	clear(t.names)
	return nil
}

// declared takes a prefix with its colon.
func (t *turtle) declared() (string, error) {
	start, colon := t.at, t.prefixEnd()
	if colon == len(t.text) || t.text[colon] != ':' {
		return "", t.wrong("no prefix").Hinted("write a name that ends in a colon")
	}
	t.at = colon + 1
	return string(t.text[start:colon]), nil
}

func (t *turtle) newBase() error {
	iri, err := t.bracketedIRI()
	t.base = string(iri)
	clear(t.iris)
	return err
}

// bracketedIRI takes the IRI of a directive.
func (t *turtle) bracketedIRI() (quad.IRI, error) {
	next, err := t.next()
	if err == nil && next != '<' {
		err = t.wrong("no IRI").Hinted("write one in angle brackets")
	}
	if err != nil {
		return "", err
	}
	value, err := taken(&t.window, t.iri)
	iri, _ := value.(quad.IRI)
	if len(iri) > MaxNamespace {
		return "", t.fault(fault.TooLarge, "an IRI of more than %d bytes", MaxNamespace).Hinted("write long IRIs in full where they stand")
	}
	return iri, err
}

// word is letters that stand here, not taken.
type word struct {
	text   []byte // until more is read
	prefix bool   // a colon follows
}

func (t *turtle) word() (word, error) {
	return taken(&t.window, func() (word, error) {
		end := t.prefixEnd()
		t.far = max(t.far, end)
		return word{t.text[t.at:end], end < len(t.text) && t.text[end] == ':'}, nil
	})
}

// is tells whether the word is no prefix and just that.
func (w word) is(word string) bool { return !w.prefix && string(w.text) == word }

// isAnyCase tells the same, whatever the letters' case.
func (w word) isAnyCase(word string) bool {
	return !w.prefix && bytes.EqualFold(w.text, []byte(word))
}

package rdf

import (
	"errors"
	"io"
	"iter"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// Bounds of Turtle and TriG.
const (
	MaxNesting   = 256  // how deep blank nodes with properties and collections may stand in each other
	MaxNamespace = 4096 // bytes of what a prefix stands for, and of a base: short text must not give long IRIs
)

const (
	rdfType  quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
	rdfFirst quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first"
	rdfRest  quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest"
	rdfNil   quad.IRI = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
)

// ReadTurtle reads RDF 1.1 Turtle (https://www.w3.org/TR/turtle/) as it comes,
// with no more of it in memory than a term and the prefixes. It gives each
// quad, without label, as soon as it is read; an error is the last that it
// gives. Errors tell line and character; they are of kind Invalid where the text
// is wrong, TooLarge beyond MaxTerm, MaxNesting or MaxNamespace. Base is what relative IRIs are
// resolved against until the text gives another; empty for none.
//
// Numbers and booleans are typed strings of the digits and letters that were
// read. Blank nodes keep their labels, but that one which begins with "anon"
// gets "anon-" before it: "anon1", "anon2" … are those without.
func ReadTurtle(r io.Reader, base string) iter.Seq2[quad.Quad, error] {
	return (&turtle{window: newWindow(r), prefixes: make(map[string]string), names: make(kept)}).read(base)
}

// ReadTriG reads RDF 1.1 TriG (https://www.w3.org/TR/trig/) as ReadTurtle reads
// Turtle; quads of a graph have its name for their label.
func ReadTriG(r io.Reader, base string) iter.Seq2[quad.Quad, error] {
	return (&turtle{window: newWindow(r), prefixes: make(map[string]string), names: make(kept), graphs: true}).read(base)
}

// turtle reads a document of Turtle or TriG.
type turtle struct {
	window
	prefixes map[string]string // to the IRIs they stand for
	names    kept              // by prefixed name
	graphs   bool              // TriG
	graph    quad.Value        // that we are in
	depth    int               // of nesting
	unnamed  int               // blank nodes without label so far
	yield    func(quad.Quad, error) bool
}

// errEnough unwinds the reader where nobody wants more.
var errEnough = errors.New("enough")

func (t *turtle) read(base string) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		t.yield = yield
		if err := t.document(base); err != nil && !errors.Is(err, errEnough) {
			yield(quad.Quad{}, err)
		}
	}
}

func (t *turtle) document(base string) error {
	if base != "" && !IsIRI(base) {
		return fault.New(fault.Invalid, "the base %q is no absolute IRI", base).Hinted("write it in full, such as https://example.org/a")
	}
	t.base, t.iris = base, make(kept)
	for {
		if _, err := t.next(); err != nil || t.over() {
			return err
		}
		if err := t.block(); err != nil {
			return err
		}
	}
}

// block takes a directive, the triples of one subject, or a graph.
func (t *turtle) block() error {
	if t.peek() == '@' {
		return t.atDirective()
	}
	word, err := t.word()
	if err != nil {
		return err
	}
	switch {
	case word.isAnyCase("PREFIX"):
		t.at += len(word.text)
		return t.prefix()
	case word.isAnyCase("BASE"):
		t.at += len(word.text)
		return t.newBase()
	case t.graphs && word.isAnyCase("GRAPH"):
		t.at += len(word.text)
		return t.triples(true)
	case t.graphs && t.peek() == '{':
		return t.inGraph(nil)
	}
	return t.triples(false)
}

// triples takes those of one subject; in TriG a graph too, and nothing else
// where its keyword stood before.
func (t *turtle) triples(named bool) error {
	subject, form, err := t.subject()
	if err != nil {
		return err
	}
	next, err := t.next()
	switch {
	case err != nil:
		return err
	case t.graphs && form == alone && next == '{':
		return t.inGraph(subject)
	case named:
		return t.wrong("no graph after GRAPH").Hinted("write GRAPH, an IRI or a blank node, and the triples in braces")
	}
	if err := t.about(subject, form); err != nil {
		return err
	}
	return t.stop()
}

// stop takes a full stop.
func (t *turtle) stop() error {
	next, err := t.next()
	if err != nil {
		return err
	}
	if next != '.' {
		return t.wrong("no full stop here").Hinted("write ; before another predicate, a comma before another object, and a full stop at the end")
	}
	t.at++
	return nil
}

// inGraph takes the triples in braces.
func (t *turtle) inGraph(name quad.Value) error {
	t.at++
	t.graph = name
	for {
		next, err := t.next()
		if err != nil {
			return err
		}
		if next == '}' {
			t.at++
			t.graph = nil
			return nil
		}
		subject, form, err := t.subject()
		if err == nil {
			err = t.about(subject, form)
		}
		if err != nil {
			return err
		}
		if next, err = t.next(); err == nil && next != '}' {
			err = t.stop()
		}
		if err != nil {
			return err
		}
	}
}

// about takes what is said of a subject.
func (t *turtle) about(subject quad.Value, form form) error {
	next, err := t.next()
	if err != nil || form == described && (next == '.' || next == '}') {
		return err // its properties are said already
	}
	return t.properties(subject)
}

// properties takes predicates with their objects.
func (t *turtle) properties(subject quad.Value) error {
	for {
		predicate, err := t.predicate()
		if err != nil {
			return err
		}
		if err := t.objects(subject, predicate); err != nil {
			return err
		}
		next, err := t.next()
		if next != ';' {
			return err
		}
		for next == ';' {
			t.at++
			if next, err = t.next(); err != nil {
				return err
			}
		}
		if next == '.' || next == ']' || next == '}' || t.over() {
			return nil
		}
	}
}

func (t *turtle) predicate() (quad.Value, error) {
	next, err := t.next()
	if err != nil {
		return nil, err
	}
	if next == '<' {
		return taken(&t.window, t.iri)
	}
	word, err := t.word()
	if err != nil {
		return nil, err
	}
	if word.is("a") {
		t.at++
		return rdfType, nil
	}
	return t.name("predicate")
}

// objects takes the objects of one predicate.
func (t *turtle) objects(subject, predicate quad.Value) error {
	for {
		object, err := t.object()
		if err != nil {
			return err
		}
		if err := t.tell(subject, predicate, object); err != nil {
			return err
		}
		next, err := t.next()
		if next != ',' {
			return err
		}
		t.at++
	}
}

// tell gives a quad out.
func (t *turtle) tell(subject, predicate, object quad.Value) error {
	if !t.yield(quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: t.graph}, nil) {
		return errEnough
	}
	return nil
}

package rdf

import (
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// form is how a subject is written.
type form uint8

const (
	alone     form = iota // an IRI or a blank node and nothing else
	described             // a blank node with its properties in brackets
	listed                // a collection in parentheses
)

// subject takes the subject of triples, or the name of a graph.
func (t *turtle) subject() (quad.Value, form, error) {
	next, err := t.next()
	if err != nil {
		return nil, 0, err
	}
	switch next {
	case '<', '_':
		subject, err := t.node()
		return subject, alone, err
	case '[':
		return t.bracketed()
	case '(':
		subject, err := t.collection()
		return subject, listed, err
	}
	subject, err := t.name("subject")
	return subject, alone, err
}

// bracketed takes a blank node in brackets.
func (t *turtle) bracketed() (quad.Value, form, error) {
	t.at++
	node := t.blankNode()
	next, err := t.next()
	if err != nil {
		return nil, 0, err
	}
	if next == ']' {
		t.at++
		return node, alone, nil
	}
	if err := t.nested(func() error { return t.properties(node) }); err != nil {
		return nil, 0, err
	}
	if t.peek() != ']' {
		return nil, 0, t.wrong("no closing ]").Hinted("end the properties of a blank node with ]")
	}
	t.at++
	return node, described, nil
}

// collection takes a list in parentheses and tells its nodes.
func (t *turtle) collection() (head quad.Value, err error) {
	t.at++
	next, err := t.next()
	if err != nil {
		return nil, err
	}
	if next == ')' {
		t.at++
		return rdfNil, nil
	}
	head = t.blankNode()
	return head, t.nested(func() error { return t.items(head) })
}

// items takes the members of a list and the parenthesis behind them.
func (t *turtle) items(node quad.Value) error {
	for {
		item, err := t.object()
		if err != nil {
			return err
		}
		if err := t.tell(node, rdfFirst, item); err != nil {
			return err
		}
		next, err := t.next()
		if err != nil {
			return err
		}
		if next == ')' {
			t.at++
			return t.tell(node, rdfRest, rdfNil)
		}
		rest := t.blankNode()
		if err := t.tell(node, rdfRest, rest); err != nil {
			return err
		}
		node = rest
	}
}

func (t *turtle) nested(take func() error) error {
	if t.depth == MaxNesting {
		return t.fault(fault.TooLarge, "more than %d brackets and parentheses in each other", MaxNesting).
			Hinted("give the nodes labels such as _:b1, and write them one after the other")
	}
	t.depth++
	defer func() { t.depth-- }()
	return take()
}

// anonymous begins the labels of blank nodes that have none in the text.
const anonymous = "anon"

func (t *turtle) blankNode() quad.Value {
	t.unnamed++
	return quad.BNode(anonymous + strconv.Itoa(t.unnamed))
}

// node takes an IRI in angle brackets or a labelled blank node.
func (t *turtle) node() (quad.Value, error) {
	if t.peek() == '<' {
		return taken(&t.window, t.iri)
	}
	value, err := taken(&t.window, t.blank)
	if label, ok := value.(quad.BNode); ok && strings.HasPrefix(string(label), anonymous) {
		return anonymous + "-" + label, err
	}
	return value, err
}

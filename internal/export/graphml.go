package export

import (
	"slices"
	"strconv"
)

// graphmlKeys are the data of nodes and edges: id, name and type. The label of
// a node is its name, that of an edge the predicate as it is read.
var graphmlKeys = []struct{ of, name, kind string }{
	{"node", "label", "string"},
	{"node", "class", "string"},
	{"node", "colour", "string"},
	{"edge", "predicate", "string"},
	{"edge", "label", "string"},
	{"edge", "when", "string"},
	{"edge", "status", "string"},
	{"edge", "documents", "int"},
	{"edge", "statements", "string"},
}

// writeGraphML writes http://graphml.graphdrawing.org/ with one edge a link.
// The default is undirected, and all but symmetric links are marked directed:
// readers heed that mark more often than the other one.
func writeGraphML(w writer, s Selection) error {
	n := newNetwork(s)
	text := []byte("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
	for _, key := range graphmlKeys {
		text = appendElement(text, "key", "/>\n", "id", key.of+"-"+key.name, "for", key.of, "attr.name", key.name, "attr.type", key.kind)
	}
	if err := w.write(appendElement(text, "graph", ">\n", "edgedefault", "undirected")); err != nil {
		return err
	}
	if err := stream(w, n.points(), appendGraphMLNode); err != nil {
		return err
	}
	err := stream(w, slices.Values(n.links), func(text []byte, l *link) ([]byte, error) {
		return l.appendGraphML(text, s.label(l.predicate)), nil
	})
	if err != nil {
		return err
	}
	return w.write([]byte("</graph>\n</graphml>\n"))
}

func appendGraphMLNode(text []byte, p point) ([]byte, error) {
	text = appendElement(text, "node", ">", "id", string(p.id))
	text = appendData(text, "node-label", p.name)
	text = appendData(text, "node-class", p.class)
	text = appendData(text, "node-colour", p.colour)
	return append(text, "</node>\n"...), nil
}

func (l *link) appendGraphML(text []byte, label string) []byte {
	directed := "true"
	if l.symmetric() {
		directed = "false"
	}
	text = appendElement(text, "edge", ">", "id", l.id(), "source", string(l.from), "target", string(l.to), "directed", directed)
	text = appendData(text, "edge-predicate", l.predicate)
	text = appendData(text, "edge-label", label)
	text = appendData(text, "edge-when", l.dates())
	text = appendData(text, "edge-status", l.status.String())
	text = appendData(text, "edge-documents", strconv.Itoa(len(l.documents)))
	text = appendData(text, "edge-statements", l.ids())
	return append(text, "</edge>\n"...)
}

// appendData appends a value where there is one.
func appendData(text []byte, key, value string) []byte {
	if value == "" {
		return text
	}
	return append(appendXML(appendElement(text, "data", ">", "key", key), value), "</data>"...)
}

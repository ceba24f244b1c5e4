package export

import (
	"slices"
	"strconv"
)

// writeGEXF writes GEXF 1.3 (https://gexf.net), dynamic: a link is there in
// the spells of its dated statements, read as their predicate reads time, and
// always where none is dated. Its weight is the number of documents that say
// so, its kind the predicate, so that Gephi keeps parallel links apart.
func writeGEXF(w writer, s Selection) error {
	n := newNetwork(s)
	if err := w.write([]byte(gexfStart)); err != nil {
		return err
	}
	if err := stream(w, n.points(), appendGEXFNode); err != nil {
		return err
	}
	if err := w.write([]byte("</nodes>\n<edges>\n")); err != nil {
		return err
	}
	err := stream(w, slices.Values(n.links), func(text []byte, l *link) ([]byte, error) {
		return l.appendGEXF(text, s.label(l.predicate)), nil
	})
	if err != nil {
		return err
	}
	return w.write([]byte("</edges>\n</graph>\n</gexf>\n"))
}

const gexfStart = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
<attributes class="node">
<attribute id="class" title="class" type="string"/>
</attributes>
<attributes class="edge">
<attribute id="predicate" title="predicate" type="string"/>
<attribute id="when" title="when" type="string"/>
<attribute id="status" title="status" type="string"/>
<attribute id="documents" title="documents" type="integer"/>
<attribute id="statements" title="statements" type="string"/>
</attributes>
<nodes>
`

func appendGEXFNode(text []byte, p point) ([]byte, error) {
	text = appendElement(text, "node", ">", "id", string(p.id), "label", p.name)
	text = appendValues(text, "class", p.class)
	return append(appendColour(text, p.colour), "</node>\n"...), nil
}

func (l *link) appendGEXF(text []byte, label string) []byte {
	documents, kind := strconv.Itoa(len(l.documents)), ""
	if l.symmetric() {
		kind = "undirected"
	}
	text = appendElement(text, "edge", ">", "id", l.id(), "source", string(l.from), "target", string(l.to),
		"type", kind, "label", label, "kind", l.predicate, "weight", documents)
	text = appendValues(text, "predicate", l.predicate, "when", l.dates(), "status", l.status.String(),
		"documents", documents, "statements", l.ids())
	return append(appendSpells(text, spells(l.spans)), "</edge>\n"...)
}

// appendValues appends values of attributes by turns of id and value.
func appendValues(text []byte, values ...string) []byte {
	text = append(text, "<attvalues>"...)
	for n := 0; n+1 < len(values); n += 2 {
		if values[n+1] != "" {
			text = appendElement(text, "attvalue", "/>", "for", values[n], "value", values[n+1])
		}
	}
	return append(text, "</attvalues>"...)
}

func appendSpells(text []byte, all []spell) []byte {
	if len(all) == 0 {
		return text
	}
	text = append(text, "<spells>"...)
	for _, s := range all {
		text = appendElement(text, "spell", "/>", "start", s.start.String(), "end", s.end.String())
	}
	return append(text, "</spells>"...)
}

// appendColour appends a colour of the form #rrggbb.
func appendColour(text []byte, colour string) []byte {
	rgb, _ := strconv.ParseUint(colour[1:], 16, 32) // the ontology holds no other form
	part := func(shift int) string { return strconv.Itoa(int(rgb >> shift & 255)) }
	return appendElement(text, "viz:color", "/>", "r", part(16), "g", part(8), "b", part(0))
}

package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/query"
)

func TestEveryNodeAndLinkIsToldInWords(t *testing.T) {
	n := harbour(t)
	titles, text := readSVG(t, n, Look{Title: hostile})
	for _, want := range []string{hostile, hostile + " (Ship), 4 links in all", "Argo — home port — Iolcos, since 1998, 3 documents", "Argo — lends to — " + hostile + ", 2001, planned, 1 document"} {
		if !strings.Contains(titles, want+"\n") {
			t.Errorf("no title %q among\n%s", want, titles)
		}
	}
	for _, want := range []string{"Argo", "Niña", "Iolcos", "has not happened", "wider: more documents say so (1 to 3)", "holds both ways"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is written nowhere", want)
		}
	}
}

// readSVG reads a network's SVG strictly and gives the titles and the texts, a
// line each.
func readSVG(t *testing.T, n *query.Network, look Look) (titles, texts string) {
	t.Helper()
	var b bytes.Buffer
	if err := NetworkSVG(&b, n, look); err != nil {
		t.Fatal(err)
	}
	var title, text strings.Builder
	var in string
	for d := xml.NewDecoder(&b); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return title.String(), text.String()
		} else if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			if in == "script" || in == "image" || in == "foreignObject" {
				t.Errorf("there is a <%s>", in)
			}
		case xml.EndElement:
			in = ""
		case xml.CharData:
			switch in {
			case "title":
				title.WriteString(string(token) + "\n")
			case "text":
				text.WriteString(string(token) + "\n")
			}
		}
	}
}

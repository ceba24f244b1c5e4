package export

import (
	"bytes"
	"encoding/xml"
)

// appendElement appends the start of an element with attributes by turns of
// name and value; end is "/>" or ">". An attribute of no value is left out.
func appendElement(text []byte, name, end string, attributes ...string) []byte {
	text = append(append(text, '<'), name...)
	for n := 0; n+1 < len(attributes); n += 2 {
		if attributes[n+1] == "" {
			continue
		}
		text = append(append(append(text, ' '), attributes[n]...), `="`...)
		text = append(appendXML(text, attributes[n+1]), '"')
	}
	return append(text, end...)
}

// appendXML appends text with what XML needs escaped, in attributes too.
func appendXML(text []byte, value string) []byte {
	buffer := bytes.NewBuffer(text)
	_ = xml.EscapeText(buffer, []byte(value)) // a buffer takes all
	return buffer.Bytes()
}

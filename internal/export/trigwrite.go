package export

import "github.com/aseangraph/aseangraph/internal/statement"

// writeTriG writes the very quads: entities and documents in the default
// graph, each link in the graph of its statement, and what is said about the
// statement in the graph of its document.
func writeTriG(w writer, s Selection) error {
	t := newTerms(s.Vocabulary, s.Ontology, dataPrefixes)
	if err := w.write(t.appendPrefixes(nil)); err != nil {
		return err
	}
	if err := t.writeSubjects(w, s); err != nil {
		return err
	}
	return stream(w, s.Statements, func(text []byte, of *statement.Statement) ([]byte, error) {
		quads := s.Vocabulary.Quads(of)
		link, about := quads[0], quads[1:]
		text, err := t.appendTerm(text, link.Label)
		if err != nil {
			return nil, err
		}
		if text, err = t.appendTriple(append(text, " { "...), link); err != nil {
			return nil, err
		}
		if text, err = t.appendTerm(append(text, " }\n"...), about[0].Label); err != nil {
			return nil, err
		}
		if text, err = t.appendSubject(append(text, " {\n  "...), about); err != nil {
			return nil, err
		}
		return append(text[:len(text)-1], "}\n\n"...), nil
	})
}

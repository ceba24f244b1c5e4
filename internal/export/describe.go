package export

import (
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// Release is what a description tells of a selection that the selection does not.
type Release struct {
	Title    string
	Licence  string // SPDX
	Released edtf.Date
	Version  string // a digest
}

// WriteDescription describes a selection to catalogues, in Turtle: the dataset
// of DCAT 3 with a distribution for each format, and of VoID with the things of each class and the statements by each
// predicate. VoID's triples are the quads.
func WriteDescription(w io.Writer, s Selection, r Release) error {
	sheet := &sheet{terms: newTerms(s.Vocabulary, s.Ontology, dataPrefixes, cataloguePrefixes), vocabulary: s.Vocabulary, ontology: s.Ontology}
	things, predicates := map[string]int{}, map[string]int{}
	for e := range s.Entities {
		things[e.Class]++
	}
	for said := range s.Statements {
		predicates[said.Predicate]++
	}
	sheet.about(sheet.own("dataset"),
		say("a", "dcat:Dataset", "void:Dataset"),
		say("dcterms:title", english(r.Title)...),
		say("dcterms:license", sheet.iri(quad.IRI("https://spdx.org/licenses/"+r.Licence))),
		say("dcterms:issued", sheet.day(r.Released)...),
		say("dcat:version", quoted(r.Version)...),
		say("void:uriSpace", quoted(s.Vocabulary.Base())...),
		say("void:triples", counted(s.Quads())),
		say("void:entities", counted(s.Entities)),
		say("void:classPartition", sheet.partition("void:class", "void:entities", things)...),
		say("void:propertyPartition", sheet.partition("void:property", "void:triples", predicates)...),
		say("dcat:distribution", sheet.distributions()...),
	)
	return sheet.writeTo(w, "the description")
}

// cataloguePrefixes are the namespaces that only descriptions use.
var cataloguePrefixes = []prefix{{"dcat", "http://www.w3.org/ns/dcat#"}, {"void", "http://rdfs.org/ns/void#"}}

// day is a date to the day, the month or the year; nothing for what is neither.
func (s *sheet) day(date edtf.Date) []string {
	datatype := map[int]string{len("2001"): "xsd:gYear", len("2001-05"): "xsd:gYearMonth", len("2001-05-02"): "xsd:date"}[len(date.String())]
	if datatype == "" || date.IsInterval() || date.Approximate() || date.Uncertain() {
		return nil
	}
	return []string{quoted(date.String())[0] + "^^" + datatype}
}

// partition tells how many there are under each name of ours.
func (s *sheet) partition(by, unit string, count map[string]int) (all []string) {
	for _, name := range slices.Sorted(maps.Keys(count)) {
		all = append(all, bare(say(by, s.own(name)), say(unit, strconv.Itoa(count[name]))))
	}
	return all
}

func counted[T any](all iter.Seq[T]) string {
	n := 0
	for range all {
		n++
	}
	return strconv.Itoa(n)
}

func (s *sheet) distributions() (all []string) {
	for _, f := range Formats() {
		media, _, _ := strings.Cut(f.MediaType, ";")
		all = append(all, bare(
			say("a", "dcat:Distribution"), say("dcterms:title", quoted(f.Name)...), say("dcterms:description", english(f.Title)...),
			say("dcat:mediaType", s.iri(quad.IRI("https://www.iana.org/assignments/media-types/"+media)))))
	}
	return all
}

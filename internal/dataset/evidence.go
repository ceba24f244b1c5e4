package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"unicode/utf8"

	"github.com/aseangraph/aseangraph/internal/statement"
)

// Report is what Prove found.
type Report struct {
	Documents  int         // whose text is there and has the digest that the data tells
	Missing    int         // documents with a file whose text is not there, or another
	Statements int         // of these documents, each borne out by its passage
	Sentences  int         // of the texts
	Cited      int         // sentences all of whose words lie within passages
	NoFact     int         // of these, all of whose words lie within passages listed as carrying no fact
	References []Reference // words declared to stand for an entity and needed as such, in order of place
}

// Reference is words of a document that stand for an entity and by which alone
// passages name it.
type Reference struct {
	File       string // of the declaration
	Line       int
	Words      string
	Entity     statement.EntityID
	Statements int // that need it
}

// Coverage is the percentage of sentences that passages cite whole; 100 where no
// text was read.
func (r Report) Coverage() float64 {
	if r.Sentences == 0 {
		return 100
	}
	return 100 * float64(r.Cited) / float64(r.Sentences)
}

// proof is one run over the texts.
type proof struct {
	complaints
	data   *Dataset
	report Report
	names  map[statement.EntityID][][]string // folded
	used   map[reference]int
}

// Prove opens the texts of all documents that have a file, by its name at the
// root of texts, and shows that each passage lies in its text and bears its
// statements out: it names the subject or the object, by a name, an alias or
// words declared in refersTo; it holds each year of when and of a date as
// object, and each figure. Sentences with words that lie in no passage are complaints too.
// A document whose data file has faults of form is passed over. The complaints
// are in order of file and line.
func (d *Dataset) Prove(texts fs.FS) (Report, []Complaint) {
	p := &proof{data: d, names: make(map[statement.EntityID][][]string), used: make(map[reference]int)}
	for _, e := range d.Entities {
		for _, name := range names(e) {
			p.names[e.ID] = append(p.names[e.ID], fold(name))
		}
	}
	for n, document := range d.Documents {
		if _, faulty := d.faulty[d.sources[n].at.file]; faulty || document.File == "" {
			continue
		}
		text, ok := p.text(texts, &document, d.sources[n].at)
		if !ok {
			p.report.Missing++
			continue
		}
		p.report.Documents++
		p.source(&d.sources[n], text)
		p.coverage(&document, &d.sources[n], text)
	}
	p.listReferences()
	return p.report, p.sorted()
}

// text reads a document's text and compares its digest.
func (p *proof) text(texts fs.FS, d *statement.Document, at place) ([]rune, bool) {
	bytes, err := fs.ReadFile(texts, d.File)
	if err != nil {
		p.add(at, "put the text into the folder of documents, or take file and sha256 out", "the text cannot be read: %v", err)
		return nil, false
	}
	sum := sha256.Sum256(bytes)
	if digest := hex.EncodeToString(sum[:]); digest != d.SHA256 {
		p.add(at, "find the text that was cited, or cite this one anew", "the SHA-256 of %s is %s, not the one given", d.File, digest)
		return nil, false
	}
	if !utf8.Valid(bytes) {
		p.add(at, "cite a copy in UTF-8", "%s is not UTF-8, so its code points cannot be counted", d.File)
		return nil, false
	}
	return []rune(string(bytes)), true
}

// source proves the passages of one document.
func (p *proof) source(s *source, text []rune) {
	whole := fold(string(text))
	for _, r := range s.refersTo {
		if !within(whole, fold(r.words)) {
			p.add(r.at, "write words of the text, or take them out", "refersTo: the document does not have the words %q", r.words)
		}
	}
	for _, passage := range s.passages {
		e := passage.evidence
		if !e.Located() {
			continue // Check complains
		}
		if e.End > len(text) {
			p.add(passage.at, "count code points in the file as it is", "the passage ends at %d, but the text has %d code points", e.End, len(text))
			continue
		}
		p.passage(s, &passage, string(text[e.Start:e.End]))
	}
}

// passage proves the statements of one passage, whose words are given.
func (p *proof) passage(s *source, passage *passage, words string) {
	folded := fold(words)
	var spoken []reference // that the passage has the words of
	for _, r := range passage.refersTo {
		if !within(folded, fold(r.words)) {
			p.add(r.at, "write words of the passage, or take them out", "refersTo: the passage does not have the words %q", r.words)
			continue
		}
		spoken = append(spoken, r)
	}
	for _, r := range s.refersTo {
		if within(folded, fold(r.words)) {
			spoken = append(spoken, r)
		}
	}
	for n := passage.first; n < passage.last; n++ {
		before := len(p.complaints)
		p.named(&p.data.Statements[n], p.data.statementAt[n], folded, spoken)
		p.claims(&p.data.Statements[n], p.data.statementAt[n], words)
		if len(p.complaints) == before {
			p.report.Statements++
		}
	}
}

// named proves that a passage names what the statement is about, where all names
// of that are known.
func (p *proof) named(s *statement.Statement, at place, folded []string, spoken []reference) {
	ends := []statement.EntityID{s.Subject}
	if s.Object.Kind() == statement.KindThing {
		ends = append(ends, s.Object.Entity())
	}
	for _, id := range ends {
		if !p.data.knowsNames(id) {
			return
		}
		for _, name := range p.names[id] {
			if within(folded, name) {
				return
			}
		}
	}
	for _, r := range spoken {
		if slices.Contains(ends, r.entity) {
			p.used[r]++
			return
		}
	}
	const remedy = "widen the passage, add an alias, or declare its word in refersTo"
	if s.Object.Kind() != statement.KindThing {
		p.add(at, remedy, "the passage does not name %s", s.Subject)
		return
	}
	p.add(at, remedy, "the passage names neither %s nor %s", s.Subject, s.Object)
}

// claims proves the years and the figures of a statement.
func (p *proof) claims(s *statement.Statement, at place, words string) {
	const remedy = "widen the passage to where it stands, or take it out"
	for _, date := range []string{s.When.String(), s.Object.Date().String()} {
		for _, year := range yearsOf(date) {
			if !holdsYear(words, year) {
				p.add(at, remedy, "the passage does not hold the year %s", year)
			}
		}
	}
	for _, q := range []statement.Quantity{s.Quantity, s.Object.Quantity()} {
		if !q.IsZero() && !holdsFigure(words, q.Value.Rat()) {
			p.add(at, remedy, "the passage does not hold the figure %s", q.Value)
		}
	}
	switch s.Object.Kind() {
	case statement.KindInteger:
		if number := statement.Decimal(s.Object.String()); !holdsFigure(words, number.Rat()) {
			p.add(at, remedy, "the passage does not hold the figure %s", number)
		}
	case statement.KindDuration:
		for _, span := range spansOf(s.Object.String()) {
			if !holdsSpan(words, span) {
				p.add(at, remedy, "the passage does not hold the duration %s", s.Object)
				break
			}
		}
	}
}

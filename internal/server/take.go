package server

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// partKeys are what an address can say about the part that is taken away, in
// the order in which people are told of them.
var partKeys = []struct{ Name, Means string }{
	{"around", "ids of things; with them the part is what lies around these"},
	{"depth", "how many links away from these, 1 where it is left out"},
	{"predicates", "names of predicates"},
	{"types", "classes of what lies at the other end, as in filters of the API"},
	{"direction", "OUT or IN"},
	{"status", "HAPPENED, ONGOING, PLANNED, TENTATIVE or PROPOSED"},
	{"asOf", "a day, such as 2002-12-31: what stood then"},
	{"during", "a date or span in EDTF, such as 198X"},
	{"certainty", "POSSIBLE or DEFINITE, for asOf and during"},
	{"documents", "ids of the documents that say so"},
	{"kinds", "of which kinds these are: PRIMARY, PRESS, SECONDARY or COPY"},
}

const formatKey = "format"

// part reads which part an address means. Lists are written as one key several
// times, or with commas. The error names what there is.
func part(o *ontology.Ontology, asked url.Values) (edition.Part, error) {
	if err := knowKeys(asked); err != nil {
		return edition.Part{}, err
	}
	p := edition.Part{Around: list(asked, "around"), Depth: 1}
	if text := asked.Get("depth"); text != "" {
		depth, err := strconv.Atoi(text)
		if err != nil || len(p.Around) == 0 {
			return p, fault.New(fault.Invalid, "depth is %.40q", text).Hinted("give a whole number, and around with it")
		}
		p.Depth = depth
	}
	where, err := links(o, asked)
	if err != nil {
		return p, err
	}
	for key := range asked {
		if key != formatKey && key != "around" && key != "depth" {
			p.Where = where
		}
	}
	return p, nil
}

func knowKeys(asked url.Values) error {
	names := []string{formatKey}
	for _, key := range partKeys {
		names = append(names, key.Name)
	}
	for key := range asked {
		if !slices.Contains(names, key) {
			return fault.New(fault.Invalid, "%.60q is no key", key).Hinted("keys are: %s", strings.Join(names, ", "))
		}
	}
	return nil
}

// links reads the filter of an address.
func links(o *ontology.Ontology, asked url.Values) (*query.LinkWhere, error) {
	w := &query.LinkWhere{Predicates: list(asked, "predicates"), Documents: list(asked, "documents")}
	for _, name := range list(asked, "types") {
		if !slices.ContainsFunc(o.Classes(), func(c *ontology.Class) bool { return c.Symbol == name }) {
			return nil, fault.New(fault.Invalid, "types: %.60q is no class", name).Hinted("ask ontology { classes { type } } for those there are")
		}
		w.Types = append(w.Types, query.EntityType(name))
	}
	for _, name := range list(asked, "status") {
		status, err := statement.ParseStatus(name)
		if err != nil {
			return nil, err
		}
		w.Status = append(w.Status, status)
	}
	for _, name := range list(asked, "kinds") {
		kind, err := statement.ParseDocumentKind(name)
		if err != nil {
			return nil, err
		}
		w.Kinds = append(w.Kinds, kind)
	}
	if text := asked.Get("direction"); text != "" {
		direction := query.Direction(text)
		if direction != query.DirectionOut && direction != query.DirectionIn {
			return nil, fault.New(fault.Invalid, "direction is %.40q", text).Hinted("write %s or %s", query.DirectionOut, query.DirectionIn)
		}
		w.Direction = &direction
	}
	return w, readTimes(w, asked)
}

// readTimes reads the filter's dates.
func readTimes(w *query.LinkWhere, asked url.Values) error {
	var err error
	if w.AsOf, err = optional(asked, "asOf", edtf.ParseDay); err != nil {
		return err
	}
	if w.During, err = optional(asked, "during", edtf.Parse); err != nil {
		return err
	}
	w.Certainty, err = optional(asked, "certainty", edtf.ParseCertainty)
	return err
}

func optional[T any](asked url.Values, key string, parse func(string) (T, error)) (*T, error) {
	text := asked.Get(key)
	if text == "" {
		return nil, nil
	}
	value, err := parse(text)
	if err != nil {
		return nil, fault.New(fault.KindOf(err), "%s: %w", key, err)
	}
	return &value, nil
}

func list(asked url.Values, key string) (all []string) {
	for _, text := range asked[key] {
		for part := range strings.SplitSeq(text, ",") {
			if part = strings.TrimSpace(part); part != "" {
				all = append(all, part)
			}
		}
	}
	return all
}

// unhurried lets a long answer take its time as long as the client reads on.
type unhurried struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write gives each piece as long as a whole answer otherwise has.
func (u unhurried) Write(text []byte) (int, error) {
	_ = u.control.SetWriteDeadline(time.Now().Add(writeTimeout)) // a test's recorder has none
	return u.ResponseWriter.Write(text)
}

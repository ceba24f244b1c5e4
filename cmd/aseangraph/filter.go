package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/statement"
)

// filter is which links a question is about; commands share its flags.
type filter struct {
	predicates, classes, statuses, documents, kinds []string
	asOf, during, certainty                         string
}

func (f *filter) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.predicates, "predicate", nil, "only links with this `predicate`, by its name in the ontology; may be repeated")
	flags.StringSliceVar(&f.classes, "class", nil, "only links to things of this `class`, such as fund; may be repeated")
	flags.StringVar(&f.asOf, "as-of", "", "only what is so on this `day`, such as 1997-12-31")
	flags.StringVar(&f.during, "during", "", "only what overlaps this `date`, such as 1977 or 1997/2003")
	flags.StringVar(&f.certainty, "certainty", "", "how sure a date must be, in `words`: possible, as where nothing is given, or definite")
	flags.StringSliceVar(&f.statuses, "status", nil, "only what has this `status`: happened, ongoing, planned, tentative or proposed; may be repeated")
	flags.StringArrayVar(&f.documents, "document", nil, "only what this document says, by `id or title`; may be repeated")
	flags.StringSliceVar(&f.kinds, "kind", nil, "only what a document of this `kind` says: primary, press, secondary or copy; may be repeated")
}

// where is the filter as questions take it; nil where no flag is given. What a
// part of a title is taken as is told on stderr.
func (f *filter) where(g *query.Graph, stderr io.Writer) (*query.LinkWhere, error) {
	w := &query.LinkWhere{Predicates: f.predicates}
	if len(f.predicates)+len(f.classes)+len(f.statuses)+len(f.documents)+len(f.kinds) == 0 && f.asOf+f.during+f.certainty == "" {
		return nil, nil
	}
	for _, name := range f.predicates {
		if g.Ontology.Predicate(name) == nil {
			return nil, fault.New(fault.Invalid, "--predicate: there is no %.60q", name).Hinted("%s", fault.DidYouMean(name, predicateNames(g.Ontology), "list them with: echo '{ ontology { predicates { name label } } }' | aseangraph query --table -"))
		}
	}
	for _, name := range f.classes {
		c, err := class(g.Ontology, name)
		if err != nil {
			return nil, err
		}
		w.Types = append(w.Types, query.EntityType(c.Symbol))
	}
	for _, name := range f.statuses {
		status, err := statement.ParseStatus(strings.ToUpper(name))
		if err != nil {
			return nil, fault.New(fault.Invalid, "--status: %w", err)
		}
		w.Status = append(w.Status, status)
	}
	for _, name := range f.documents {
		thing, err := find(g, name, isDocument, stderr)
		if err != nil {
			return nil, fault.New(fault.KindOf(err), "--document: %w", err)
		}
		w.Documents = append(w.Documents, thing.ID())
	}
	for _, name := range f.kinds {
		kind, err := statement.ParseDocumentKind(strings.ToUpper(name))
		if err != nil {
			return nil, fault.New(fault.Invalid, "--kind: %w", err)
		}
		w.Kinds = append(w.Kinds, kind)
	}
	return w, f.time(w)
}

// time sets what a filter asks of dates.
func (f *filter) time(w *query.LinkWhere) error {
	if f.asOf != "" {
		day, err := edtf.ParseDay(f.asOf)
		if err != nil {
			return fault.New(fault.Invalid, "--as-of: %w", err)
		}
		w.AsOf = &day
	}
	if f.during != "" {
		date, err := edtf.Parse(f.during)
		if err != nil {
			return fault.New(fault.Invalid, "--during: %w", err)
		}
		w.During = &date
	}
	if f.certainty != "" {
		certainty, err := edtf.ParseCertainty(strings.ToUpper(f.certainty))
		if err != nil {
			return fault.New(fault.Invalid, "--certainty: %w", err)
		}
		w.Certainty = &certainty
	}
	return nil
}

// class finds a class by its name, its plural or what stands before the slash
// of an id, whatever the case.
func class(o *ontology.Ontology, name string) (*ontology.Class, error) {
	var names []string
	for _, c := range o.Classes() {
		if strings.EqualFold(name, c.Name) || strings.EqualFold(name, c.Prefix) || strings.EqualFold(name, c.Plural) || strings.EqualFold(name, c.Symbol) {
			return c, nil
		}
		names = append(names, c.Prefix)
	}
	return nil, fault.New(fault.Invalid, "--class: there is no %.60q", name).
		Hinted("%s", fault.DidYouMean(strings.ToLower(name), names, "classes are: "+strings.Join(names, ", ")))
}

func predicateNames(o *ontology.Ontology) (names []string) {
	for _, p := range o.Predicates() {
		names = append(names, p.Name)
	}
	return names
}

// variable is a filter as a variable of GraphQL; nil for nil.
func variable(w *query.LinkWhere) map[string]any {
	if w == nil {
		return nil
	}
	v := map[string]any{}
	if len(w.Predicates) > 0 {
		v["predicates"] = w.Predicates
	}
	if len(w.Types) > 0 {
		v["types"] = w.Types
	}
	if len(w.Documents) > 0 {
		v["documents"] = w.Documents
	}
	if len(w.Status) > 0 {
		v["status"] = symbols(w.Status)
	}
	if len(w.Kinds) > 0 {
		v["kinds"] = symbols(w.Kinds)
	}
	if w.AsOf != nil {
		v["asOf"] = w.AsOf.String()
	}
	if w.During != nil {
		v["during"] = w.During.String()
	}
	if w.Certainty != nil {
		v["certainty"] = w.Certainty.String()
	}
	return v
}

// symbols are values of an enum as GraphQL writes them.
func symbols[E fmt.Stringer](values []E) (all []string) {
	for _, v := range values {
		all = append(all, v.String())
	}
	return all
}

package server

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/query"
)

// extent is how large a selection is, all its fragments written out.
type extent struct {
	width       int // fields of its first level
	depth       int // levels of fields, those of the schema's own types left out
	aliases     int // fields with an alias
	schemas     int // lists of all the schema's types
	schemaLists int // lists of the schema inside one another
	price       int // see measure.price
}

// How much of the schema may be asked for at once. The query of every tool
// lists all types once, and one list within each; more of either multiplies an
// answer of megabytes.
const (
	maxSchemas     = 1
	maxSchemaLists = 1
)

var schemaLists = map[string]bool{"fields": true, "inputFields": true, "interfaces": true, "possibleTypes": true}

// How many elements a list is taken to have that has no pages.
const (
	unpaged       = 5 // such as the statements of a link
	unpagedSchema = 8 // the types of the schema, the fields of a type, the arguments of a field
)

// measure takes the extent of an operation that validation has passed, which
// refuses fragments that spread themselves. Each fragment is measured once,
// however often it is spread, so the work is that of reading the query.
type measure struct {
	limits    query.ServiceConfig
	op        *graphql.OperationContext
	fragments map[string]extent
	wrong     error // the first argument or alias that is out of bounds
}

func (m *measure) of(selections ast.SelectionSet) (total extent) {
	for _, selection := range selections {
		var part extent
		switch s := selection.(type) {
		case *ast.Field:
			part = m.field(s)
		case *ast.InlineFragment:
			part = m.of(s.SelectionSet)
		case *ast.FragmentSpread:
			part = m.fragment(s)
		}
		total.width = plus(total.width, part.width)
		total.depth = max(total.depth, part.depth)
		total.aliases = plus(total.aliases, part.aliases)
		total.schemas = plus(total.schemas, part.schemas)
		total.schemaLists = max(total.schemaLists, part.schemaLists)
		total.price = plus(total.price, part.price)
	}
	return total
}

func (m *measure) fragment(s *ast.FragmentSpread) extent {
	known, ok := m.fragments[s.Name]
	if !ok {
		known = m.of(s.Definition.SelectionSet)
		m.fragments[s.Name] = known
	}
	return known
}

func (m *measure) field(f *ast.Field) extent {
	e := m.of(f.SelectionSet)
	e.width = 1
	e.price = plus(m.own(f), times(m.size(f), e.price))
	e.depth++
	if f.ObjectDefinition.BuiltIn {
		e.depth = 0 // schemaLists bounds it
		if schemaLists[f.Name] {
			e.schemaLists++
		}
		if f.Name == "types" {
			e.schemas++
		}
	}
	if f.Alias != f.Name {
		e.aliases = plus(e.aliases, 1)
		m.bound("alias", f.Alias)
	}
	return e
}

// own is what a field costs beside its selection: one that takes a filter goes
// through all links of a thing, however few it then shows.
func (m *measure) own(f *ast.Field) int {
	if of, known := works[f.Name]; known && f.ObjectDefinition.Name == "Query" {
		return of.price(f.ArgumentMap(m.op.Variables))
	}
	if f.Definition.Arguments.ForName("where") != nil {
		return 10
	}
	return 1
}

// size is how many elements a field's selection is taken to stand for: the page
// asked for where it has pages, and the most that a page may have where the
// number is none.
func (m *measure) size(f *ast.Field) int {
	for _, a := range f.Arguments {
		if err := readable(a.Value); err != nil {
			m.refuse(fault.New(fault.Invalid, "%s: %w", a.Name, err))
			return 1
		}
	}
	arguments := f.ArgumentMap(m.op.Variables)
	m.bound(f.Name, arguments)
	if ids, ok := arguments["ids"].([]any); ok {
		return max(1, len(ids))
	}
	for _, name := range []string{"last", "first"} {
		if value := arguments[name]; value != nil {
			n, err := strconv.Atoi(fmt.Sprint(value))
			if err != nil {
				n = m.limits.MaxPageSize
			}
			return max(1, n)
		}
	}
	switch {
	case f.Definition.Arguments.ForName("first") != nil:
		return m.limits.DefaultPageSize
	case f.Definition.Type.Elem == nil, f.ObjectDefinition.Fields.ForName("pageInfo") != nil:
		return 1 // the lists of a page have been counted with the page
	case f.ObjectDefinition.BuiltIn:
		return unpagedSchema
	}
	return unpaged
}

// readable refuses numbers that are too large for any type: validation lets
// them pass for scalars of our own, and the parser's reading of them panics.
func readable(v *ast.Value) (err error) {
	switch v.Kind {
	case ast.IntValue:
		_, err = strconv.ParseInt(v.Raw, 10, 64)
	case ast.FloatValue:
		_, err = strconv.ParseFloat(v.Raw, 64)
	}
	if err != nil {
		return fault.New(fault.Invalid, "%.40s is out of range", v.Raw)
	}
	for _, child := range v.Children {
		if err := readable(child.Value); err != nil {
			return err
		}
	}
	return nil
}

// bound refuses texts and lists that are longer than any question needs: what
// is compared with every statement must be short.
func (m *measure) bound(where string, value any) {
	switch v := value.(type) {
	case string:
		if n := utf8.RuneCountInString(v); n > m.limits.MaxTextLength {
			m.refuse(fault.New(fault.TooLarge, "%s has %d characters", where, n).Hinted("at most %d are allowed", m.limits.MaxTextLength))
		}
	case []any:
		if len(v) > m.limits.MaxListLength {
			m.refuse(fault.New(fault.TooLarge, "%s has %d elements", where, len(v)).Hinted("at most %d are allowed", m.limits.MaxListLength))
			return
		}
		for _, element := range v {
			m.bound(where, element)
		}
	case []string: // one value in the place of a list
		for _, element := range v {
			m.bound(where, element)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) { // always the same complaint
			m.bound(key, v[key])
		}
	}
}

func (m *measure) refuse(err error) {
	if m.wrong == nil {
		m.wrong = err
	}
}

// largest is where prices stop growing; the product of two still fits an int.
const largest = math.MaxInt32

func plus(a, b int) int { return min(a+b, largest) }

func times(a, b int) int { return min(min(a, largest)*b, largest) }

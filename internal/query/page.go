package query

import (
	"encoding/base64"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// The sizes of pages.
const (
	DefaultPageSize = 20
	MaxPageSize     = 100
)

// page is which part of a list is asked for, after the Relay specification of
// cursor connections; last takes precedence over first, which has a default.
type page struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// Page is page for callers outside.
type Page = page

// NewPage takes the arguments of a connection; nil where one was left out.
func NewPage(first *int, after *string, last *int, before *string) Page {
	return page{first, after, last, before}
}

// Edge is an element of a list, with the statements that put it there.
type Edge[N any] struct {
	Cursor     string
	Node       N
	Statements []*Statement
}

// Connection is a page of a list.
type Connection[N any] struct {
	Edges      []*Edge[N]
	PageInfo   *PageInfo
	TotalCount int
}

// Nodes is the page without cursors; never nil.
func (c *Connection[N]) Nodes() []N {
	nodes := make([]N, len(c.Edges))
	for n, edge := range c.Edges {
		nodes[n] = edge.Node
	}
	return nodes
}

// PageInfo tells what lies before and after a page.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// connect cuts a page out of a list of which key gives each element's
// permanent name and edge its edge, whose cursor connect sets.
func connect[E, N any](list []E, p page, key func(E) string, edge func(E) (*Edge[N], error)) (*Connection[N], error) {
	from, to, err := p.window(len(list), func(n int) string { return key(list[n]) })
	if err != nil {
		return nil, err
	}
	c := &Connection[N]{
		Edges:      make([]*Edge[N], 0, to-from),
		PageInfo:   &PageInfo{HasPreviousPage: from > 0, HasNextPage: to < len(list)},
		TotalCount: len(list),
	}
	for _, element := range list[from:to] {
		e, err := edge(element)
		if err != nil {
			return nil, err
		}
		e.Cursor = cursor(key(element))
		c.Edges = append(c.Edges, e)
	}
	if len(c.Edges) > 0 {
		c.PageInfo.StartCursor = &c.Edges[0].Cursor
		c.PageInfo.EndCursor = &c.Edges[len(c.Edges)-1].Cursor
	}
	return c, nil
}

// window gives the page's place [from, to) in a list of n elements.
func (p page) window(n int, key func(int) string) (from, to int, err error) {
	to = n
	if p.after != nil {
		at, err := find("after", *p.after, n, key)
		if err != nil {
			return 0, 0, err
		}
		from = at + 1
	}
	if p.before != nil {
		at, err := find("before", *p.before, n, key)
		if err != nil {
			return 0, 0, err
		}
		to = max(at, from)
	}
	size, err := p.size()
	if err != nil {
		return 0, 0, err
	}
	if p.last != nil {
		return max(from, to-size), to, nil
	}
	return from, min(to, from+size), nil
}

func (p page) size() (int, error) {
	name, asked := "first", p.first
	if p.last != nil {
		name, asked = "last", p.last
	}
	switch {
	case asked == nil:
		return DefaultPageSize, nil
	case *asked < 0:
		return 0, fault.New(fault.Invalid, "%s is %d", name, *asked).Hinted("ask for 0 to %d", MaxPageSize)
	case *asked > MaxPageSize:
		return 0, fault.New(fault.TooLarge, "%s is %d", name, *asked).Hinted("ask for at most %d and go on from pageInfo.endCursor", MaxPageSize)
	}
	return *asked, nil
}

func cursor(key string) string { return base64.RawURLEncoding.EncodeToString([]byte(key)) }

// find gives the number of the element that a cursor names.
func find(argument, cursor string, n int, key func(int) string) (int, error) {
	wanted, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		for at := range n {
			if key(at) == string(wanted) {
				return at, nil
			}
		}
	}
	return 0, fault.New(fault.Invalid, "%s: no element of this list has the cursor %.60q", argument, cursor).
		Hinted("take a cursor from the same list with the same filter")
}

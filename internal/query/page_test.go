package query

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// walk goes through a list of n numbers page by page.
func walk(t *rapid.T, n, size int, forward bool) (all []string) {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	var p page
	for range n + 2 {
		if forward {
			p.first = &size
		} else {
			p.last = &size
		}
		c, err := connect(list, p, func(n int) string { return fmt.Sprint("element ", n) }, func(n int) (*Edge[string], error) {
			return &Edge[string]{Node: fmt.Sprint(n)}, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if c.TotalCount != n || len(c.Edges) > size {
			t.Fatalf("total %d with a page of %d, want %d with at most %d", c.TotalCount, len(c.Edges), n, size)
		}
		before, after := len(all) > 0, len(all)+len(c.Edges) < n
		if !forward {
			before, after = after, before
		}
		if c.PageInfo.HasPreviousPage != before || c.PageInfo.HasNextPage != after {
			t.Fatalf("after %d of %d, %d on the page: hasPreviousPage %v, hasNextPage %v", len(all), n, len(c.Edges), c.PageInfo.HasPreviousPage, c.PageInfo.HasNextPage)
		}
		if forward {
			all = append(all, c.Nodes()...)
			p.after = c.PageInfo.EndCursor
		} else {
			all = append(c.Nodes(), all...)
			p.before = c.PageInfo.StartCursor
		}
		if forward && !c.PageInfo.HasNextPage || !forward && !c.PageInfo.HasPreviousPage {
			return all
		}
	}
	t.Fatalf("%d pages of %d do not end", n+2, size)
	return nil
}

func TestPagesAreTheList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, size := rapid.IntRange(0, 30).Draw(t, "n"), rapid.IntRange(1, 12).Draw(t, "size")
		var want []string
		for i := range n {
			want = append(want, fmt.Sprint(i))
		}
		if got := walk(t, n, size, true); !slices.Equal(got, want) {
			t.Errorf("forward by %d: got %v, want %v", size, got, want)
		}
		if got := walk(t, n, size, false); !slices.Equal(got, want) {
			t.Errorf("backward by %d: got %v, want %v", size, got, want)
		}
	})
}

func TestWindow(t *testing.T) {
	at := func(n int) *string { c := cursor(fmt.Sprint(n)); return &c }
	for _, test := range []struct {
		page     page
		n        int
		from, to int
		kind     fault.Kind
		fails    bool
	}{
		{page: page{}, n: 50, from: 0, to: 20},
		{page: page{first: new(0)}, n: 50, from: 0, to: 0},
		{page: page{last: new(0)}, n: 50, from: 50, to: 50},
		{page: page{first: new(100)}, n: 50, from: 0, to: 50},
		{page: page{first: new(5), after: at(9)}, n: 50, from: 10, to: 15},
		{page: page{first: new(5), after: at(49)}, n: 50, from: 50, to: 50},
		{page: page{last: new(5), before: at(9)}, n: 50, from: 4, to: 9},
		{page: page{last: new(5), before: at(2)}, n: 50, from: 0, to: 2},
		{page: page{first: new(5), last: new(2)}, n: 50, from: 48, to: 50},
		{page: page{first: new(5), after: at(3), before: at(6)}, n: 50, from: 4, to: 6},
		{page: page{first: new(5), after: at(6), before: at(3)}, n: 50, from: 7, to: 7},
		{page: page{first: new(-1)}, n: 50, fails: true, kind: fault.Invalid},
		{page: page{last: new(-1)}, n: 50, fails: true, kind: fault.Invalid},
		{page: page{first: new(101)}, n: 50, fails: true, kind: fault.TooLarge},
		{page: page{after: at(50)}, n: 50, fails: true, kind: fault.Invalid},
		{page: page{before: new("%%%")}, n: 50, fails: true, kind: fault.Invalid},
		{page: page{before: new("")}, n: 50, fails: true, kind: fault.Invalid},
	} {
		from, to, err := test.page.window(test.n, func(n int) string { return fmt.Sprint(n) })
		if (err != nil) != test.fails || err != nil && fault.KindOf(err) != test.kind {
			t.Errorf("%+v: error %v, want one of kind %s", test.page, err, test.kind)
		}
		if from != test.from || to != test.to {
			t.Errorf("%+v: got [%d, %d), want [%d, %d)", test.page, from, to, test.from, test.to)
		}
	}
}

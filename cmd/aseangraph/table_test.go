package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"
)

func TestTable(t *testing.T) {
	for _, test := range []struct {
		name     string
		headings []string
		rows     [][]string
		columns  int
		want     string
	}{
		{"aligned", []string{"id", "name"}, [][]string{{"a", "long name"}, {"bbb", "n"}}, 0, `
id   name
---  ---------
a    long name
bbb  n
`},
		{"wide characters", []string{"a", "b"}, [][]string{{"東京", "x"}, {"abc", "y"}}, 0, `
a     b
----  -
東京  x
abc   y
`},
		{"wrapped", []string{"a", "b"}, [][]string{{"one two three", "four five"}}, 15, `
a       b
------  -------
one     four
two     five
three
`},
		{"too narrow for its words", []string{"a", "b"}, [][]string{{"unbreakable", "word and"}}, 5, `
a            b
-----------  ----
unbreakable  word
             and
`},
		{"without headings", nil, [][]string{{"a", "b"}, {"cc", ""}}, 0, `
a   b
cc
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, want := table(test.headings, test.rows, test.columns), test.want[1:]; got != want {
				t.Errorf("table(%q, %q, %d) is\n%s\nwant\n%s", test.headings, test.rows, test.columns, got, want)
			}
		})
	}
}

func TestWrapKeepsWordsAndWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab é東 "))).Draw(t, "text")
		columns := rapid.IntRange(1, 20).Draw(t, "columns")
		lines := wrap(text, columns)
		if got, want := strings.Join(lines, " "), strings.Join(strings.Fields(text), " "); got != want {
			t.Fatalf("wrap(%q, %d) has the words %q", text, columns, got)
		}
		for _, line := range lines {
			if runewidth.StringWidth(line) > columns && strings.Contains(line, " ") {
				t.Fatalf("wrap(%q, %d) has the line %q", text, columns, line)
			}
		}
	})
}

func TestWriteTables(t *testing.T) {
	for _, test := range []struct{ name, data, want, told string }{
		{"lists lie side by side", `{"x": {"name": "n", "left": [{"a": 1}, {"a": 2}], "right": [{"b": true}], "words": ["p", "q"]}}`, `
name  left  right  words
----  ----  -----  -----
n     1     true   p; q
      2
`, ""},
		{"connections have no names of their own", `{"x": {"edges": [{"node": {"id": "i", "name": "n"}, "when": {"label": "w"}}, {"node": {"id": "j", "name": null}, "when": null}]}}`, `
id  name  when
--  ----  ----
i   n     w
j
`, ""},
		{"the end of a path tells columns apart", `{"x": [{"name": "n", "y": {"id": 1, "name": "m"}, "z": {"label": "l", "name": "o"}}]}`, `
name  id  y name  label  z name
----  --  ------  -----  ------
n     1   m       l      o
`, ""},
		{"scalars", `{"x": 1, "y": ["a", "b"]}`, `
x
x
-
1

y
y
----
a; b
`, ""},
		{"nothing", `{"x": null, "y": {"nodes": []}}`, "\n", "aseangraph: x: nothing\naseangraph: y: nothing\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			if err := writeTables([]byte(test.data), &stdout, &stderr); err != nil {
				t.Fatal(err)
			}
			if got, want := stdout.String(), test.want[1:]; got != want {
				t.Errorf("%s is\n%s\nwant\n%s", test.data, got, want)
			}
			if got := stderr.String(); got != test.told {
				t.Errorf("%s tells %q, want %q", test.data, got, test.told)
			}
		})
	}
}

func TestSayPrefixesEachLine(t *testing.T) {
	var stderr bytes.Buffer
	say(&stderr, "%s", fmt.Errorf("one\ntwo"))
	if got, want := stderr.String(), "aseangraph: one\naseangraph: two\n"; got != want {
		t.Errorf("say writes %q, want %q", got, want)
	}
}

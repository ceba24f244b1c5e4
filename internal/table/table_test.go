package table

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
	"pgregory.net/rapid"
)

func TestLay(t *testing.T) {
	for _, test := range []struct {
		name  string
		style Style
		data  string
		want  []Table
	}{
		{"a list", Style{}, `{"x": [{"a": 1, "b": "p"}, {"a": 2.50, "b": null}]}`,
			[]Table{{"x", []string{"a", "b"}, [][]string{{"1", "p"}, {"2.50", ""}}}}},
		{"lists lie side by side", Style{}, `{"x": {"name": "n", "left": [{"a": 1}, {"a": 2}], "right": [{"b": true}], "words": ["p", "q"]}}`,
			[]Table{{"x", []string{"name", "left", "right", "words"}, [][]string{{"n", "1", "true", "p; q"}, {"", "2", "", ""}}}}},
		{"repeated", Style{Repeat: true}, `{"x": {"name": "n", "left": [{"a": 1}, {"a": 2}], "right": [{"b": true}], "words": ["p", "q"]}}`,
			[]Table{{"x", []string{"name", "left", "right", "words"}, [][]string{{"n", "1", "true", "p; q"}, {"n", "2", "", "p; q"}}}}},
		{"repeated through objects", Style{Repeat: true}, `{"x": [{"y": {"a": 1, "z": {"nodes": [{"b": 2}, {"b": 3}]}}, "c": 4}, {"y": {"a": 5, "z": {"nodes": []}}, "c": 6}]}`,
			[]Table{{"x", []string{"a", "z", "c"}, [][]string{{"1", "2", "4"}, {"1", "3", "4"}, {"5", "", "6"}}}}},
		{"what is null at first keeps its place", Style{}, `{"x": [{"a": null, "b": {"c": 1}, "d": 2}, {"a": {"n": "p"}, "b": {"e": 3}, "d": 4}]}`,
			[]Table{{"x", []string{"a", "c", "e", "d"}, [][]string{{"", "1", "", "2"}, {"p", "", "3", "4"}}}}},
		{"left out", Style{Without: []string{"totalCount"}}, `{"x": {"totalCount": 9, "nodes": [{"a": 1}]}}`,
			[]Table{{"x", []string{"a"}, [][]string{{"1"}}}}},
		{"columns in any case", Style{Columns: [][]string{{"b"}, {"a"}}}, `{"x": {"edges": []}}`,
			[]Table{{"x", []string{"b", "a"}, [][]string{}}}},
		{"texts stay as they are", Style{}, `{"x": [{"a": "one\n two"}]}`,
			[]Table{{"x", []string{"a"}, [][]string{{"one\n two"}}}}},
		{"nothing", Style{}, `{"x": null}`, []Table{{"x", []string{}, [][]string{nil}}}},
		{"two", Style{}, `{"x": 1, "y": "z"}`, []Table{{"x", []string{"x"}, [][]string{{"1"}}}, {"y", []string{"y"}, [][]string{{"z"}}}}},
	} {
		got, err := test.style.Lay([]byte(test.data))
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %s lies\n%q, %v\nwant\n%q", test.name, test.data, got, err, test.want)
		}
	}
}

func TestLayRefuses(t *testing.T) {
	for _, data := range []string{"", "{", `{"x": }`} {
		if got, err := (Style{}).Lay([]byte(data)); fault.KindOf(err) != fault.Invalid {
			t.Errorf("Lay(%q) gives %v, %v, want an error of kind Invalid", data, got, err)
		}
	}
}

// Every element of a list of things without lists is one row with its own
// values, whatever stands around the list.
func TestElementsAreRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.IntRange(-9, 9), 1, 9).Draw(t, "values")
		var elements []string
		for _, value := range values {
			elements = append(elements, fmt.Sprintf(`{"node": {"value": %d}}`, value))
		}
		data := `{"x": {"name": "n", "list": {"edges": [` + strings.Join(elements, ",") + `]}}}`
		got, err := Style{Repeat: true}.Lay([]byte(data))
		if err != nil || len(got) != 1 || len(got[0].Rows) != len(values) {
			t.Fatalf("%s lies %q, %v", data, got, err)
		}
		for n, row := range got[0].Rows {
			if want := []string{"n", fmt.Sprint(values[n])}; !reflect.DeepEqual(row, want) {
				t.Fatalf("row %d of %s is %q, want %q", n, data, row, want)
			}
		}
	})
}

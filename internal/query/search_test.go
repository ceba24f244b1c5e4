package query

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/statement"
)

func TestFold(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{"", ""},
		{"  ", ""},
		{"...", ""},
		{"ASEAN Cultural Fund", "asean cultural fund"},
		{"  ASEAN--Japan   Forum ", "asean japan forum"},
		{"Businessmen's Meeting", "businessmens meeting"},
		{"Businessmen’s Meeting", "businessmens meeting"},
		{"Jürgen Ångström", "jurgen angstrom"},
		{"Ju\u0308rgen", "jurgen"},
		{"Việt Nam", "viet nam"},
		{"ﬁnance", "finance"},
		{"9+1 & 9+10", "9 1 9 10"},
		{"日本", "日本"},
		{"İstanbul", "istanbul"},
		{"a\xffb", "a b"},
	} {
		if got := fold(test.name); got != test.want {
			t.Errorf("fold(%q) is %q, want %q", test.name, got, test.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"", "ASEAN Cultural Fund", "Businessmen’s", "é\u0301", "İ", "a\xff", "ŉ", "ẞ", "Ⅷ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		once := fold(name)
		if !utf8.ValidString(name) {
			return
		}
		if twice := fold(once); twice != once {
			t.Errorf("fold(%q) is %q, and that folded is %q", name, once, twice)
		}
		if once != strings.Join(strings.Fields(once), " ") {
			t.Errorf("fold(%q) is %q, with spaces too many", name, once)
		}
		if strings.ContainsFunc(once, unicode.IsUpper) && strings.ToLower(once) != once {
			t.Errorf("fold(%q) is %q, with upper case", name, once)
		}
	})
}

// named is a graph of things with names, each of a class.
func named(t testing.TB, names ...[]string) *Graph {
	t.Helper()
	o := authored()
	var entities []statement.Entity
	for _, one := range names {
		class := o.ClassOf(statement.EntityID(one[0]))
		if class == nil {
			t.Fatalf("no class for %s", one[0])
		}
		entities = append(entities, statement.Entity{ID: statement.EntityID(one[0]), Class: class.Name, Name: one[1], Aliases: one[2:]})
	}
	store, words := quadstore.New(), statement.Vocabulary{}
	if err := store.Load(words.All(entities, nil, nil)); err != nil {
		t.Fatal(err)
	}
	g, err := Open(Source{Quads: store.Generation(), Ontology: o, Vocabulary: words})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func people(t testing.TB) *Graph {
	return named(t,
		[]string{"person/koizumi", "Junichiro Koizumi", "Junichiru Koizumi"},
		[]string{"visit/koizumi", "Visit of Junichiro Koizumi to ASEAN countries"},
		[]string{"person/fukuda", "Takeo Fukuda"},
		[]string{"fund/cultural", "ASEAN Cultural Fund"},
		[]string{"fund/cultural-2", "Cultural Fund"},
		[]string{"topic/culture", "Culture"},
		[]string{"country/viet-nam", "Viet Nam", "Việt Nam", "Socialist Republic of Viet Nam"},
		[]string{"mechanism/businessmen", "ASEAN-Japanese Businessmen's Meeting", "AJBM"},
		[]string{"place/tokyo", "Tokyo"},
		[]string{"group/tokyo", "ASEAN-Tokyo Committee"},
	)
}

func TestSearch(t *testing.T) {
	g := people(t)
	for _, test := range []struct {
		text  string
		types []EntityType
		want  string
	}{
		{"koizumi", nil, "person/koizumi visit/koizumi"},
		{"Junichiru", nil, "person/koizumi visit/koizumi"},
		{"KOIZUMI, Junichiro!", nil, "person/koizumi visit/koizumi"},
		{"cultural fnd", nil, "fund/cultural-2 fund/cultural"},
		{"asean cultural fund", nil, "fund/cultural"},
		{"cult", nil, "topic/culture fund/cultural-2 fund/cultural"},
		{"cultural", nil, "fund/cultural-2 fund/cultural topic/culture"}, // the last with two letters wrong
		{"cultrual", nil, "fund/cultural-2 fund/cultural"},
		{"fukuad", nil, "person/fukuda"}, // two letters swapped are one wrong
		{"koizmui", nil, "person/koizumi visit/koizumi"},
		{"fukodo", nil, ""},              // two wrong letters are too many for six
		{"fukudo", nil, "person/fukuda"}, // one is not
		{"busnessmans", nil, "mechanism/businessmen"},
		{"businessmen's", nil, "mechanism/businessmen"},
		{"viet nam", nil, "country/viet-nam"},
		{"VIỆT", nil, "country/viet-nam"},
		{"socialist republic", nil, "country/viet-nam"},
		{"ajbm", nil, "mechanism/businessmen"},
		{"tokyo", nil, "place/tokyo group/tokyo"},
		{"tokyo", []EntityType{"GROUP"}, "group/tokyo"},
		{"tokyo", []EntityType{"FUND", "PERSON"}, ""},
		{"tokyo fukuda", nil, ""}, // of no one name
		{"xyzzy", nil, ""},
		{"t", nil, "place/tokyo person/fukuda group/tokyo visit/koizumi"},
	} {
		got, err := g.Search(test.text, test.types, all())
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		if ids := strings.Join(ids(got.Nodes()), " "); ids != test.want {
			t.Errorf("%q %v: got %q, want %q", test.text, test.types, ids, test.want)
		}
	}
}

func TestSearchRefuses(t *testing.T) {
	g := people(t)
	for _, test := range []struct {
		text string
		want fault.Kind
	}{
		{"", fault.Invalid},
		{" ... ", fault.Invalid},
		{strings.Repeat("a ", 13), fault.Invalid},
		{strings.Repeat("a", 201), fault.TooLarge},
	} {
		if _, err := g.Search(test.text, nil, all()); err == nil || fault.KindOf(err) != test.want {
			t.Errorf("%.20q: error %v, want one of kind %s", test.text, err, test.want)
		}
	}
}

// distance counts edits from the ends of both texts, in every way.
func distance(a, b []rune) int {
	known := map[[2]int]int{}
	var left func(i, j int) int
	left = func(i, j int) int {
		if i == 0 || j == 0 {
			return i + j
		}
		if least, ok := known[[2]int{i, j}]; ok {
			return least
		}
		least := min(left(i-1, j)+1, left(i, j-1)+1)
		if a[i-1] == b[j-1] {
			least = min(least, left(i-1, j-1))
		} else {
			least = min(least, left(i-1, j-1)+1)
		}
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
			least = min(least, left(i-2, j-2)+1)
		}
		known[[2]int{i, j}] = least
		return least
	}
	return left(len(a), len(b))
}

// Passing quickly over words that are unlike the one asked for changes nothing.
func TestFitIsTheDistance(t *testing.T) {
	anyWord := rapid.StringMatching(`[a-eéß日]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		asked, found := anyWord.Draw(t, "asked"), anyWord.Draw(t, "found")
		got := fit(newWord(asked), newWord(found))
		if strings.HasPrefix(found, asked) {
			if want := beginning; got != want && asked != found {
				t.Errorf("fit(%q, %q) is %d, want %d", asked, found, got, want)
			}
			return
		}
		letters := utf8.RuneCountInString(asked)
		wrong := distance([]rune(asked), []rune(found))
		if runes := []rune(found); len(runes) > letters+1 {
			wrong = min(wrong, distance([]rune(asked), runes[:letters])+1)
		}
		want := unmatched
		switch {
		case wrong == 1 && letters >= 3:
			want = oneWrong
		case wrong == 2 && letters >= 8:
			want = twoWrong
		}
		if got != want {
			t.Errorf("fit(%q, %q) with %d wrong letters is %d, want %d", asked, found, wrong, got, want)
		}
	})
}

func FuzzSearch(f *testing.F) {
	g := people(f)
	for _, seed := range []string{"koizumi", "cultural fnd", "", "a b c", "日本", "\xff", "'", "İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := g.Search(text, nil, all())
		if err != nil {
			if fault.KindOf(err) == fault.Internal {
				t.Errorf("%q: %v", text, err)
			}
			return
		}
		again, _ := g.Search(text, nil, all())
		if !slices.Equal(ids(got.Nodes()), ids(again.Nodes())) {
			t.Errorf("%q: %v, and asked again %v", text, ids(got.Nodes()), ids(again.Nodes()))
		}
	})
}

// Whatever a thing is called, it is found by it, and first among those that
// are not called so.
func TestNamesAreFound(t *testing.T) {
	g := people(t)
	for _, thing := range g.Things() {
		for _, name := range append([]string{thing.Name()}, thing.Aliases()...) {
			got, err := g.Search(name, nil, all())
			if err != nil {
				t.Fatal(err)
			}
			if at := slices.Index(ids(got.Nodes()), thing.ID()); at != 0 {
				t.Errorf("%q finds %v, want %s first", name, ids(got.Nodes()), thing.ID())
			}
		}
	}
}

func TestNear(t *testing.T) {
	g := people(t)
	for _, test := range []struct{ id, want string }{
		{"person/koizumi", "person/koizumi"},
		{"person/kozumi", "person/koizumi"},
		{"persn/koisumi", "person/koizumi"},
		{"fund/culturall", "fund/cultural"},
		{"place/tok", "place/tokyo"},
		{"place/t", ""},
		{"", ""},
		{strings.Repeat("x", 1<<20), ""},
	} {
		got := ""
		if near := g.near(test.id); near != nil {
			got = near.ID()
		}
		if got != test.want {
			t.Errorf("near(%.20q) is %q, want %q", test.id, got, test.want)
		}
	}
}

package statement

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/aseangraph/aseangraph/internal/edtf"
)

// workedExample has every field.
func workedExample(t testing.TB) Statement {
	t.Helper()
	date := func(text string) edtf.Date {
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return date
	}
	amount, err := NewQuantity("5000000000.50", "JPY", About, Pledged)
	if err != nil {
		t.Fatal(err)
	}
	return Statement{
		Subject:   "country/japan",
		Predicate: "contributesTo",
		Object:    Thing("fund/asean-cultural-fund"),
		When:      date("1978-12/.."),
		Where:     "place/kuala-lumpur",
		Role:      "largest donor",
		Quantity:  amount,
		Status:    Ongoing,
		AsOf:      date("2003"),
		Note:      "told of in two places",
		Evidence: Evidence{
			Document:  "document/asean-japan-dialogue-2003",
			Section:   "Coopération économique",
			Paragraph: 3,
			Start:     4210,
			End:       4395,
		},
	}
}

const workedCanonical = `subject country/japan
predicate contributesTo
object thing fund/asean-cultural-fund
when 1978-12/..
where place/kuala-lumpur
role largest donor
quantity 5000000000.5 JPY ABOUT PLEDGED
status ONGOING
asOf 2003
note told of in two places
document document/asean-japan-dialogue-2003
section Coopération économique
paragraph 3
start 4210
end 4395
`

func TestIDOfWorkedExample(t *testing.T) {
	s := workedExample(t)
	if err := s.Validate(); err != nil {
		t.Fatal(err)
	}
	if got := s.Canonical(); got != workedCanonical {
		t.Errorf("canonical content: got\n%swant\n%s", got, workedCanonical)
	}
	if got, want := s.ID(), ID("statement/4onfvt7hqcgwdcii"); got != want {
		t.Errorf("id: got %s, want %s; ids are for ever: a change breaks every link to a statement", got, want)
	}
}

// The id is reckoned here as another program would, from what Canonical says.
func TestIDIsTheDigestOfCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyStatement.Draw(t, "statement")
		sum := sha256.Sum256([]byte(s.Canonical()))
		want := "statement/" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:16]
		if got := s.ID(); string(got) != want || !IsID(string(got)) {
			t.Fatalf("got %s, want %s", got, want)
		}
	})
}

func TestDifferentStatementsHaveDifferentContent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyStatement.Draw(t, "a"), anyStatement.Draw(t, "b")
		if (a == b) != (a.Canonical() == b.Canonical()) {
			t.Fatalf("%+v and %+v: canonical content\n%s\n%s", a, b, a.Canonical(), b.Canonical())
		}
	})
}

// TestIDFromTheCommentOfCanonical reads the example out of the comment itself,
// so that nobody reckons after one that no longer holds.
func TestIDFromTheCommentOfCanonical(t *testing.T) {
	source, err := os.ReadFile("id.go")
	if err != nil {
		t.Fatal(err)
	}
	comment := regexp.MustCompile(`(?m)^// ?`).ReplaceAllString(string(source), "")
	_, comment, _ = strings.Cut(comment, "This content, for instance,\n\n")
	indented, told, _ := strings.Cut(comment, "\n\nhas ")
	content := strings.ReplaceAll(strings.TrimPrefix(indented, "\t"), "\n\t", "\n") + "\n"
	sum := sha256.Sum256([]byte(content))
	id := ID("statement/" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:16])
	if want := fmt.Sprintf("%d bytes, the SHA-256 %x\nand the id %s.\n", len(content), sum, id); !strings.HasPrefix(told, want) {
		t.Errorf("of\n%sit is told: %.120s; want %s", content, told, want)
	}
	date := func(text string) edtf.Date {
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return date
	}
	amount, err := NewQuantity("005000000000.50", "JPY", About, Pledged)
	if err != nil {
		t.Fatal(err)
	}
	s := Statement{
		Subject: "country/north", Predicate: "contributesTo", Object: Thing("fund/pool"), When: date("1978-12/.."), Where: "place/harbour",
		Role: "largest donor", Quantity: amount, Status: Planned, AsOf: date("2003~"), Note: "told twice",
		Evidence: Evidence{Document: "document/first", Section: "Money", Paragraph: 2, Start: 0, End: 72},
	}
	if got := s.Canonical(); got != content || s.ID() != id {
		t.Errorf("got %s\n%swant %s\n%s", s.ID(), got, id, content)
	}
}

func TestIsID(t *testing.T) {
	for text, want := range map[string]bool{
		"statement/abcdefghij234567":  true,
		"statement/abcdefghij23456":   false,
		"statement/abcdefghij2345678": false,
		"statement/abcdefghij23456\n": false,
		"statement/ABCDEFGHIJ234567":  false,
		"statement/abcdefghij018967":  false,
		"fund/abcdefghij234567":       false,
	} {
		if got := IsID(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}

func ExampleStatement_ID() {
	s := Statement{
		Subject:   "x/one",
		Predicate: "joins",
		Object:    Thing("x/two"),
		Evidence:  Evidence{Document: "x/source"},
	}
	fmt.Print(s.Canonical())
	fmt.Println(s.ID())
	// Output:
	// subject x/one
	// predicate joins
	// object thing x/two
	// status HAPPENED
	// document x/source
	// statement/d624s33luv5a565v
}

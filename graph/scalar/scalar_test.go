package scalar_test

import (
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"github.com/aseangraph/aseangraph/graph/scalar"
	"github.com/aseangraph/aseangraph/internal/fault"
)

// again reads a value and writes it.
func again[T any](read func(any) (T, error), write func(T) graphql.Marshaler) func(any) (string, error) {
	return func(v any) (string, error) {
		value, err := read(v)
		if err != nil {
			return "", err
		}
		var b strings.Builder
		write(value).MarshalGQL(&b)
		return b.String(), nil
	}
}

var scalars = []struct {
	name   string
	again  func(any) (string, error)
	right  map[string]string // what is read, and what is written of it
	wrong  string
	remedy string // in the error for a wrong text
}{
	{"EDTF", again(scalar.UnmarshalEDTF, scalar.MarshalEDTF),
		map[string]string{"1977-08": `"1977-08"`, "1978-12/..": `"1978-12/.."`, "1997~": `"1997~"`}, "August 1977", "1977-08"},
	{"Date", again(scalar.UnmarshalDate, scalar.MarshalDate),
		map[string]string{"1997-06-01": `"1997-06-01"`}, "1997-06-31", "1997"},
	{"Decimal", again(scalar.UnmarshalDecimal, scalar.MarshalDecimal),
		map[string]string{"87000000000": `"87000000000"`, "-10.40": `"-10.4"`}, "1e9", "write digits, such as 87000000000 or 10.4"},
	{"Status", again(scalar.UnmarshalStatus, scalar.MarshalStatus),
		map[string]string{"HAPPENED": `"HAPPENED"`, "PROPOSED": `"PROPOSED"`}, "happened", "use one of: HAPPENED ONGOING PLANNED TENTATIVE PROPOSED"},
	{"Certainty", again(scalar.UnmarshalCertainty, scalar.MarshalCertainty),
		map[string]string{"DEFINITE": `"DEFINITE"`, "POSSIBLE": `"POSSIBLE"`}, "SURE", "DEFINITE"},
	{"Qualifier", again(scalar.UnmarshalQualifier, scalar.MarshalQualifier),
		map[string]string{"EXACT": `"EXACT"`, "OVER": `"OVER"`}, "UNDER", "use one of: EXACT ABOUT NEARLY OVER"},
	{"MoneyStage", again(scalar.UnmarshalMoneyStage, scalar.MarshalMoneyStage),
		map[string]string{"PLEDGED": `"PLEDGED"`, "DISBURSED": `"DISBURSED"`}, "", "use one of: PLEDGED COMMITTED DISBURSED"},
	{"DocumentKind", again(scalar.UnmarshalDocumentKind, scalar.MarshalDocumentKind),
		map[string]string{"PRIMARY": `"PRIMARY"`, "COPY": `"COPY"`}, "BLOG", "use one of: PRIMARY PRESS SECONDARY COPY"},
}

func TestScalars(t *testing.T) {
	for _, test := range scalars {
		for text, want := range test.right {
			if got, err := test.again(text); got != want || err != nil {
				t.Errorf("%s %q is written %s, %v; want %s", test.name, text, got, err, want)
			}
		}
		_, err := test.again(test.wrong)
		if err == nil || fault.KindOf(err) != fault.Invalid || !strings.Contains(err.Error(), test.remedy) {
			t.Errorf("%s %q: the error is %v, want one of kind %s with %q", test.name, test.wrong, err, fault.Invalid, test.remedy)
		}
		for _, v := range []any{nil, 1997, int64(1997), 10.4, true, []any{"1997"}, map[string]any{"edtf": "1997"}} {
			_, err := test.again(v)
			if err == nil || fault.KindOf(err) != fault.Invalid || !strings.HasSuffix(err.Error(), "; write it as a string") {
				t.Errorf("%s %v: the error is %v, want one of kind %s that asks for a string", test.name, v, err, fault.Invalid)
			}
		}
	}
}

func TestTextsAreEscaped(t *testing.T) {
	_, err := scalar.UnmarshalEDTF("1997\"\n")
	if err == nil || strings.Contains(err.Error(), "\n") {
		t.Errorf("the error is %v, want one that quotes what it was given", err)
	}
}

package fault_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func TestTable(t *testing.T) {
	for _, test := range []struct {
		kind         fault.Kind
		code         string
		status, exit int
	}{
		{fault.Internal, "INTERNAL", 500, 70},
		{fault.Invalid, "INVALID", 400, 2},
		{fault.NotFound, "NOT_FOUND", 404, 3},
		{fault.Conflict, "CONFLICT", 409, 4},
		{fault.TooLarge, "TOO_LARGE", 413, 5},
		{fault.Unavailable, "UNAVAILABLE", 503, 6},
	} {
		if got := fault.OfCode(test.code); got != test.kind {
			t.Errorf("OfCode(%s) is %s", test.code, got)
		}
		if test.kind.Code() != test.code || test.kind.HTTPStatus() != test.status || test.kind.ExitCode() != test.exit || test.kind.String() != test.code {
			t.Errorf("kind %d: %s, status %d, exit code %d, want %s, %d, %d",
				test.kind, test.kind, test.kind.HTTPStatus(), test.kind.ExitCode(), test.code, test.status, test.exit)
		}
	}
}

func TestOfCode(t *testing.T) {
	for _, code := range []string{"", "GRAPHQL_PARSE_FAILED"} {
		if got := fault.OfCode(code); got != fault.Invalid {
			t.Errorf("OfCode(%q) is %s, want %s", code, got, fault.Invalid)
		}
	}
}

func TestKindOf(t *testing.T) {
	plain := errors.New("plain")
	missing := fault.New(fault.NotFound, "no fund %q", "x")
	for _, test := range []struct {
		name string
		err  error
		want fault.Kind
	}{
		{"none", nil, fault.Internal},
		{"plain", plain, fault.Internal},
		{"direct", missing, fault.NotFound},
		{"wrapped", fmt.Errorf("show: %w", missing), fault.NotFound},
		{"joined", errors.Join(plain, missing), fault.NotFound},
		{"outermost", fault.New(fault.Unavailable, "answer: %w", missing), fault.Unavailable},
		{"zero", &fault.Error{}, fault.Internal},
	} {
		if got := fault.KindOf(test.err); got != test.want {
			t.Errorf("%s: kind is %s, want %s", test.name, got, test.want)
		}
	}
}

func TestErrorTellsWhatAndWhatNext(t *testing.T) {
	err := fault.New(fault.Invalid, "read %s: %w", "x.yaml", fs.ErrNotExist)
	if got, want := err.Error(), "read x.yaml: file does not exist"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
	if hinted := err.Hinted("create %s", "x.yaml"); hinted != err || err.Error() != "read x.yaml: file does not exist; create x.yaml" {
		t.Errorf("got %q", err)
	}
	if fault.New(fault.Invalid, "no cause").Unwrap() != nil {
		t.Error("a cause from nowhere")
	}
	both := fault.New(fault.Invalid, "%w, %w", fs.ErrNotExist, fs.ErrClosed)
	if !errors.Is(both, fs.ErrNotExist) || !errors.Is(both, fs.ErrClosed) {
		t.Error("of two causes one is lost")
	}
}

func TestDidYouMean(t *testing.T) {
	names := []string{"since", "single", "once"}
	for _, test := range []struct{ wrong, want string }{
		{"sinse", "did you mean since?"},
		{"singl", "did you mean single?"},
		{"onece", "did you mean once?"},
		{"contributors", "use another"},
		{"", "use another"},
	} {
		if got := fault.DidYouMean(test.wrong, names, "use another"); got != test.want {
			t.Errorf("%q: %s, want %s", test.wrong, got, test.want)
		}
	}
	if got := fault.DidYouMean("b", []string{"c", "a"}, ""); got != "did you mean a?" {
		t.Errorf("of two as near: %s, want the first in order", got)
	}
}

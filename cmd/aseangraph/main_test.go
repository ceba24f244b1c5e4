package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/aseangraph/aseangraph/internal/dataset"
	"github.com/aseangraph/aseangraph/internal/export"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/quadstore"
	"github.com/aseangraph/aseangraph/internal/rdf"
)

var update = flag.Bool("update", false, "write the outputs that stories compare with anew")

// built gives the folder of the program, built as people build it: the stories
// start it over a hundred times, each time on the whole data, and the race
// detector would find no more in them than in the tests of its packages.
func built(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", folder, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return folder
}

// TestStories runs the program as people do, wrong use included.
func TestStories(t *testing.T) {
	path := built(t) + string(filepath.ListSeparator) + os.Getenv("PATH")
	// The texts of documents have owners, so they are not shipped: CI has them
	// beside the project.
	texts, err := filepath.Abs(filepath.Join("..", "..", "..", "shared", "sources"))
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Abs(filepath.Join("..", "..", "data", filepath.FromSlash(dataset.NamesApart)))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("PATH", path)
			env.Setenv("TEXTS", texts)
			env.Setenv("NAMES", names)
			return nil
		},
		Condition: func(condition string) (bool, error) {
			if condition != "texts" {
				return false, fmt.Errorf("unknown condition %q", condition)
			}
			_, err := os.Stat(texts)
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"full":    full,
			"address": address,
			"reload":  reload,
			"helped":  helped,
		},
	})
}

// exits runs a command and compares its exit code: exits 3 aseangraph show x.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%q exits with %d, want %d", args[1:], got, want)
	}
}

// full runs the program with a stdout that takes nothing.
func full(ts *testscript.TestScript, _ bool, args []string) {
	const want = "aseangraph: the output is not whole: write /dev/stdout: no space left on device"
	err := ts.Exec("sh", append([]string{"-c", `aseangraph "$@" > /dev/full`, "sh"}, args...)...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != fault.Unavailable.ExitCode() || !strings.Contains(ts.ReadFile("stderr"), want) {
		ts.Fatalf("%q with no room for its output: %v, want exit code %d and %q", args, err, fault.Unavailable.ExitCode(), want)
	}
}

// address waits until the log of a server tells where it listens, and puts
// that into URL and HOST.
func address(ts *testscript.TestScript, _ bool, args []string) {
	listening := regexp.MustCompile(`listening on (http://(\S+))\n`)
	for range 600 {
		log, _ := os.ReadFile(ts.MkAbs(args[0])) // not there yet
		if found := listening.FindSubmatch(log); found != nil {
			ts.Setenv("URL", string(found[1]))
			ts.Setenv("HOST", string(found[2]))
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	ts.Fatalf("the server does not tell its address")
}

// reload reads N-Quads into a store and writes what the store holds.
func reload(ts *testscript.TestScript, _ bool, args []string) {
	from, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer from.Close()
	quads, err := collect(rdf.NewNQuadsReader(from).ReadQuad)
	ts.Check(err)
	store := quadstore.New()
	ts.Check(store.Load(slices.Values(quads)))
	to, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer to.Close()
	ts.Check(export.WriteNQuads(to, store.Generation().Quads()))
}

func collect[Q any](read func() (Q, error)) (all []Q, err error) {
	for {
		q, err := read()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("after %d quads: %w", len(all), err)
		}
		all = append(all, q)
	}
}

// helped runs the examples of every command's help, but for those that need a
// server or a folder of data.
func helped(ts *testscript.TestScript, _ bool, _ []string) {
	ran := 0
	for _, command := range append(newRoot().Commands(), newRoot()) {
		for _, example := range strings.Split(strings.ReplaceAll(command.Example, "|\n", "|"), "\n") {
			if strings.Contains(example, " serve") || strings.Contains(example, "--url") || strings.Contains(example, "--data") {
				continue
			}
			if example = strings.TrimSpace(example); example == "" {
				continue
			}
			if err := ts.Exec("sh", "-c", example); err != nil {
				ts.Fatalf("the example %q of %s: %v", example, command.Name(), err)
			}
			ran++
		}
	}
	if ran < 33 {
		ts.Fatalf("%d examples were run, so they are not found as they should", ran)
	}
}

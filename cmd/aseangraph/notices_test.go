package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The notices are those of the standard library and of each module that is
// compiled in, as they come with it: written anew with -update.
func TestNoticesAreThoseOfWhatIsCompiledIn(t *testing.T) {
	root := strings.TrimSpace(goTells(t, "env", "GOROOT"))
	modules := []string{"The Go standard library\t" + root}
	for line := range strings.Lines(goTells(t, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", ".")) {
		if line = strings.TrimSpace(line); line != "" {
			modules = append(modules, line)
		}
	}
	slices.Sort(modules[1:])
	var want bytes.Buffer
	for _, module := range slices.Compact(modules) {
		name, folder, _ := strings.Cut(module, "\t")
		fmt.Fprintf(&want, "# %s\n\n%s\n", name, licences(t, folder))
	}
	if *update {
		if err := os.WriteFile("notices.txt", want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if notices != want.String() {
		t.Errorf("notices.txt has %d bytes, want %d of what is compiled in; rewrite it with go test ./cmd/aseangraph -run Notices -update", len(notices), want.Len())
	}
}

// licences are the texts that a module's folder has on its top, or in a folder
// of licences that they speak of.
func licences(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		t.Fatal(err)
	}
	more, err := filepath.Glob(filepath.Join(folder, "licenses", "ftl*")) // freetype's, of two to choose from
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(names, more...) {
		base := strings.ToUpper(filepath.Base(name))
		if !strings.HasPrefix(base, "LICEN") && !strings.HasPrefix(base, "NOTICE") && !strings.HasPrefix(base, "FTL") {
			continue
		}
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")) + "\n\n")
	}
	if all.Len() == 0 {
		t.Errorf("%s has no licence", folder)
	}
	return all.String()
}

func goTells(t *testing.T, arguments ...string) string {
	t.Helper()
	out, err := exec.Command("go", arguments...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// project is a copy of the whole tree, in which a test may write.
type project struct {
	root    string
	program string // the generator, built
}

func copyProject(t *testing.T) project {
	t.Helper()
	if testing.Short() {
		t.Skip("generates and compiles the whole API, which takes long")
	}
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	p := project{root: t.TempDir(), program: filepath.Join(t.TempDir(), "generate")}
	for name, text := range read(t, root) {
		p.write(t, name, text)
	}
	run(t, root, nil, "go", "build", "-o", p.program, "./graph/generate")
	return p
}

// read gives all files of a tree by name, but not installed packages and what
// begins with a dot.
func read(t *testing.T, root string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "bin" || strings.HasPrefix(entry.Name(), ".")):
			return fs.SkipDir
		case !entry.Type().IsRegular():
			return nil
		}
		files[name], err = os.ReadFile(filepath.Join(root, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func (p project) write(t *testing.T, name string, text []byte) {
	t.Helper()
	path := filepath.Join(p.root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

func (p project) remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(p.root, name)); err != nil {
		t.Fatal(err)
	}
}

// generate runs the generator in a folder of the project.
func (p project) generate(t *testing.T, dir string) {
	t.Helper()
	run(t, filepath.Join(p.root, dir), nil, p.program)
}

// refuse runs the generator, which must fail, and gives what it said.
func (p project) refuse(t *testing.T, dir string) string {
	t.Helper()
	cmd := exec.Command(p.program)
	cmd.Dir = dir
	said, err := cmd.CombinedOutput()
	if err == nil {
		t.Fatalf("the generator is content: %s", said)
	}
	return string(said)
}

// run runs a program that must succeed and gives its stdout.
func run(t *testing.T, dir string, stdin []byte, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Stdin = bytes.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", program, strings.Join(args, " "), err, &stdout, &stderr)
	}
	return stdout.Bytes()
}

// differences are the names of files that two trees do not have alike.
func differences(a, b map[string][]byte) (names []string) {
	for name, text := range a {
		if other, there := b[name]; !there || !bytes.Equal(text, other) {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, there := a[name]; !there {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

package main

import (
	"errors"
	"os"
	"path/filepath"
)

// generated are the patterns of all files that a run writes.
var generated = []string{classesFile, queriesFile, executionFiles, schemaDir + "*.graphqls"}

// takeOut removes every file that a run writes and gives their texts by name;
// with an error, those removed so far.
func takeOut(root string) (map[string][]byte, error) {
	old := map[string][]byte{}
	for _, pattern := range generated {
		paths, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return old, err
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				return old, err
			}
			if err := os.Remove(path); err != nil {
				return old, err
			}
			name, err := filepath.Rel(root, path)
			if err != nil {
				return old, err
			}
			old[name] = text
		}
	}
	return old, nil
}

func putIn(root string, files map[string][]byte) error {
	if err := os.MkdirAll(filepath.Join(root, schemaDir), 0o755); err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// restore puts the old files in the place of what a failed run wrote, and
// gives the reason of the failure back.
func restore(root string, old map[string][]byte, reason error) error {
	_, err := takeOut(root)
	return errors.Join(reason, err, putIn(root, old))
}

// Command compile makes of a folder of data files the form that loads quickly:
//
//	compile FOLDER FILE
package main

import (
	"fmt"
	"os"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/schema"
)

func main() {
	if err := compile(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compile(args []string) error {
	if len(args) != 2 {
		return fault.New(fault.Invalid, "%d arguments", len(args)).Hinted("name the folder of data files and the file to write")
	}
	compiled, err := edition.Compile(schema.FS, os.DirFS(args[0]))
	if err != nil {
		return err
	}
	return os.WriteFile(args[1], compiled, 0o666)
}

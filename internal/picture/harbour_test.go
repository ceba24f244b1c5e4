package picture

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/edtf"
	"github.com/aseangraph/aseangraph/internal/ontology"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/query/querytest"
	"github.com/aseangraph/aseangraph/internal/statement"
	"github.com/aseangraph/aseangraph/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files of testdata")

// golden compares what write writes, twice, with a file of testdata.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var got, again bytes.Buffer
	for _, w := range []io.Writer{&got, &again} {
		if err := write(w); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(got.Bytes(), again.Bytes()) {
		t.Errorf("%s: written twice, it differs", name)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines, wanted := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n")
	for n := range min(len(lines), len(wanted)) {
		if lines[n] != wanted[n] {
			t.Fatalf("%s line %d is\n%s\nwant\n%s\n(rewrite with -update)", name, n+1, lines[n], wanted[n])
		}
	}
	if len(lines) != len(wanted) {
		t.Fatalf("%s has %d lines, want %d", name, len(lines), len(wanted))
	}
}

// hostile is a name that must not break out of XML.
const hostile = `Étoile <script>alert("1")</script> & 'Nuit' ]]> Đà Nẵng`

// harbour is a small network: ships and a port, with parallel links, one that
// has not happened, and one that three books tell.
func harbour(t *testing.T) *query.Network {
	t.Helper()
	drawn, err := os.ReadFile("testdata/harbour.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	directives, err := fs.ReadFile(schema.FS, "directives.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	o, err := ontology.Read(fstest.MapFS{"harbour.graphqls": {Data: drawn}, "directives.graphqls": {Data: directives}})
	if err != nil {
		t.Fatal(err)
	}
	s := &querytest.Sample{Ontology: o}
	for _, e := range []statement.Entity{
		{ID: "ship/argo", Class: "Ship", Name: "Argo"},
		{ID: "ship/etoile", Class: "Ship", Name: hostile},
		{ID: "ship/nina", Class: "Ship", Name: "Niña"},
		{ID: "port/iolcos", Class: "Port", Name: "Iolcos"},
		{ID: "book/log", Class: "Book", Name: "The log"},
		{ID: "book/tale", Class: "Book", Name: "The tale"},
		{ID: "book/song", Class: "Book", Name: "The song"},
	} {
		s.Entities = append(s.Entities, e)
		if e.Class == "Book" {
			s.Documents = append(s.Documents, statement.Document{ID: e.ID, Title: e.Name, Kind: statement.Primary})
		}
	}
	for _, told := range []string{
		"ship/argo homePort port/iolcos 1998/.. HAPPENED book/log",
		"ship/argo homePort port/iolcos 1999 HAPPENED book/tale",
		"ship/argo homePort port/iolcos 1999 PLANNED book/song",
		"ship/argo lendsTo ship/etoile 2001 PLANNED book/log",
		"ship/etoile lendsTo ship/argo 2002 HAPPENED book/log",
		"ship/argo metWith ship/etoile 1999-04-01 HAPPENED book/tale",
		"ship/nina metWith ship/etoile 1999-05 HAPPENED book/tale",
		"ship/nina homePort port/iolcos 1999-05 PROPOSED book/tale",
	} {
		s.Statements = append(s.Statements, said(t, told))
	}
	g, err := s.Open()
	if err != nil {
		t.Fatal(err)
	}
	n, err := g.Network(context.Background(), []string{"ship/argo"}, new(2), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// said reads subject, predicate, object, date, status and document.
func said(t *testing.T, told string) statement.Statement {
	t.Helper()
	f := strings.Fields(told)
	when, err := edtf.Parse(f[3])
	if err != nil {
		t.Fatal(err)
	}
	status, err := statement.ParseStatus(f[4])
	if err != nil {
		t.Fatal(err)
	}
	return statement.Statement{
		Subject: statement.EntityID(f[0]), Predicate: f[1], Object: statement.Thing(statement.EntityID(f[2])),
		When: when, Status: status, Evidence: statement.Evidence{Document: statement.EntityID(f[5])},
	}
}

// shipped is the shipped data.
var shipped = sync.OnceValue(func() *query.Graph {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		panic(err)
	}
	return e.Graph
})

// crowds are networks of 60 nodes and fewer, of the shipped data.
func crowds(t testing.TB) map[string]*query.Network {
	t.Helper()
	all := map[string]*query.Network{}
	for _, id := range []string{"country/japan", "organisation/asean", "partnership/asean-japan", "mechanism/asean-plus-three", "summit/asean-japan-summit-06"} {
		for depth := 1; depth <= 3; depth++ {
			n, err := shipped().Network(context.Background(), []string{id}, &depth, new(60), nil)
			if err != nil {
				t.Fatal(err)
			}
			all[fmt.Sprintf("%s depth %d", id, depth)] = n
		}
	}
	return all
}

package query_test

import (
	"fmt"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/schema"
)

func ExampleGraph_Search() {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := e.Graph.Search("Junichiru", []query.EntityType{"PERSON"}, query.Page{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, thing := range found.Nodes() {
		fmt.Println(thing.ID())
	}
	// Output: person/junichiro-koizumi
}

// Which funds have Japan as a contributor, and where is it said?
func ExampleMany() {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		fmt.Println(err)
		return
	}
	where := map[string]any{"contributors": []string{"country/japan"}}
	funds, err := query.Many[query.Fund](e.Graph, "Fund", where, query.Page{}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	first := funds.Edges[0]
	fmt.Println(first.Node.Name(), "-", *first.Statements[0].Evidence().Section())
	// Output: ASEAN Cultural Fund - Development Cooperation
}

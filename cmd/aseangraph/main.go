package main

import (
	"log/slog"
	"os"

	"github.com/aseangraph/aseangraph/data"
	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/query"
	"github.com/aseangraph/aseangraph/internal/server"
	"github.com/aseangraph/aseangraph/schema"
)

func main() {
	e, err := edition.Open(edition.Source{Schema: schema.FS, Data: data.FS})
	if err != nil {
		panic(err)
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, nil))
	srv := server.Serve("127.0.0.1:8080", server.New(func() *query.Graph { return e.Graph }, server.DefaultLimits, log), log)
	panic(srv.ListenAndServe())
}

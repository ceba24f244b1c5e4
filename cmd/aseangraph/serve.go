package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/edition"
	"github.com/aseangraph/aseangraph/internal/fault"
	"github.com/aseangraph/aseangraph/internal/server"
)

// grace is how long requests in flight may go on when the server is told to
// stop: longer than the deadline that each of them has.
const grace = 15 * time.Second

func newServe() *cobra.Command {
	var from source
	var address string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the graph over HTTP",
		Long: `Serve answers GraphQL at /graphql and shows GraphiQL with example questions at
the address that it prints on stderr once it listens. It keeps everything in
memory, writes nothing and needs no network. SIGINT or SIGTERM stops it after the
requests in flight.

With --documents the passages that statements come from are shown, word for word.`,
		Example: `  aseangraph serve
  aseangraph serve --addr :0
  aseangraph query --url http://127.0.0.1:8080 question.graphql`,
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			context.AfterFunc(ctx, stop) // a second signal ends the program at once
			defer stop()
			return serve(ctx, &from, address, cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:8080", "listen at this `host:port`; port 0 picks a free one")
	from.dataFlag(cmd)
	from.documentsFlag(cmd, "show passages from the texts in this `folder`")
	from.baseFlag(cmd)
	return cmd
}

// serve serves until ctx is done, then lets requests in flight finish.
func serve(ctx context.Context, from *source, address string, stderr io.Writer) error {
	listener, err := listen(address) // first, for it is what fails most
	if err != nil {
		return err
	}
	defer listener.Close()
	hurried := os.Getenv("GOGC") == "" // who sets it has their way throughout
	if hurried {
		debug.SetGCPercent(gcPercent) // much of what is read stays
	}
	e, err := from.open()
	if err != nil {
		return err
	}
	if hurried {
		easeCollector()
	}
	tellMissingTexts(e, from, stderr)
	log := slog.New(slog.NewTextHandler(stderr, nil))
	srv := server.Serve(address, server.New(func() *edition.Edition { return e }, server.DefaultLimits, log), log)
	d := e.Graph.Dataset()
	say(stderr, "%s about %s, dataset %s", counted(d.Statements(), "statement", "statements"), counted(d.Entities(), "entity", "entities"), d.Version())
	say(stderr, "listening on %s", shown(listener.Addr()))

	ended := make(chan error, 1)
	go func() { ended <- srv.Serve(listener) }()
	select {
	case err := <-ended:
		return fault.New(fault.Unavailable, "serve: %w", err)
	case <-ctx.Done():
	}
	say(stderr, "stopping")
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := srv.Shutdown(ending); err != nil {
		return fault.New(fault.Unavailable, "stopped before every request was answered: %w", err)
	}
	return nil
}

// How far the heap may grow before it is collected: by gcPercent of what lives,
// but by no more bytes than maxGarbage.
const (
	gcPercent  = 400
	maxGarbage = 64 << 20
)

// easeCollector lets the heap grow to five times what lives before it is
// collected, but by no more than maxGarbage, unless more than that lives. The
// graph stays for good, and answers are short-lived: with Go's default the
// collector runs over the same graph again and again.
func easeCollector() {
	runtime.GC()
	var heap runtime.MemStats
	runtime.ReadMemStats(&heap)
	debug.SetGCPercent(int(min(gcPercent, max(100, maxGarbage*100/heap.HeapAlloc))))
}

func listen(address string) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	switch {
	case err == nil:
		return listener, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fault.New(fault.Unavailable, "%s is in use by another program", address).
			Hinted("stop that one, or listen elsewhere, such as --addr 127.0.0.1:0 for a free port")
	case errors.Is(err, fs.ErrPermission):
		return nil, fault.New(fault.Invalid, "you may not listen on %s", address).Hinted("take a port above 1023")
	}
	return nil, fault.New(fault.Invalid, "--addr: %w", err).Hinted("write host:port, such as 127.0.0.1:8080")
}

// shown is the address to type into a browser.
func shown(address net.Addr) string {
	tcp, ok := address.(*net.TCPAddr)
	if ok && tcp.IP.IsUnspecified() {
		_, port, _ := net.SplitHostPort(tcp.String())
		return "http://localhost:" + port + " and on every network of this machine"
	}
	return "http://" + address.String()
}

// tellMissingTexts tells which documents the folder has no text of: a folder
// that is there but the wrong one is easily given.
func tellMissingTexts(e *edition.Edition, from *source, stderr io.Writer) {
	if from.documents == "" {
		return
	}
	for _, d := range e.Dataset.Documents {
		if _, held := e.Graph.Texts[d.ID]; d.File != "" && !held {
			say(stderr, "%s has no %s: passages of %s are not shown", from.documents, d.File, d.ID)
		}
	}
}

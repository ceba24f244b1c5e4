# Everything that runs, and everything that is tested. Needs Go, Node and make.

PAGES  := internal/explorer
SUITES := internal/conformance internal/conformance/edtf
DATA   := data/compiled/data.bin
GO     := $(shell git ls-files '*.go')

# Properties are tried on the same drawn values everywhere; make test RAPID_SEED=0 draws new ones.
export RAPID_SEED ?= 20031124

# The pages and the data are made side by side.
MAKEFLAGS += --jobs=2

.PHONY: run test generate bench

# The server on the embedded data, with the pages.
run: $(PAGES)/dist/built $(DATA)
	go run ./cmd/aseangraph serve

# Every check there is. Suites that need what is absent say so and skip.
test: $(PAGES)/dist/built $(DATA) $(SUITES:%=%/node_modules/installed)
	@unformatted=$$(gofmt -l $(GO)); [ -z "$$unformatted" ] || { echo "gofmt would change:" $$unformatted; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go test -race -timeout 12m ./...
	go run ./cmd/aseangraph check
	@[ ! -d ../shared/sources ] || go run ./cmd/aseangraph check --documents ../shared/sources

# The public SDL and its Go, from schema/.
generate:
	go generate ./...

# Figures: medians of several runs on a quiet machine are what to quote.
bench:
	go test -run '^$$' -bench . -benchmem ./...

# The pages: embedded by the next go command.
$(PAGES)/dist/built: $(PAGES)/node_modules/installed $(wildcard $(PAGES)/graphiql/* $(PAGES)/src/* $(PAGES)/src/*/* $(PAGES)/*.ts $(PAGES)/*.html graph/generated/schema/*)
	npm --prefix $(PAGES) run build
	@touch $@

# The data in a form that loads quickly: embedded by the next go command, which
# does without it where it is absent or was made of other files.
$(DATA): $(wildcard data/*.yaml data/*/*.yaml internal/dataset/*.go internal/statement/*.go internal/quadstore/*.go internal/edition/*.go schema/*.graphqls)
	go generate ./data

%/node_modules/installed: %/package-lock.json
	npm --prefix $* ci --no-audit --no-fund
	@touch $@

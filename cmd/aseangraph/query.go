package main

import (
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/aseangraph/aseangraph/internal/fault"
)

func newQuery() *cobra.Command {
	var from source
	var url, variables string
	var asTable bool
	cmd := &cobra.Command{
		Use:   "query FILE|-",
		Short: "Ask a question in GraphQL",
		Long: `Query asks the question in a file, or on stdin, and prints the answer as JSON, or
with --table as tables: a list becomes lines, and what lies within an element
stands beside it.

The answer is the one that a server gives, with the same limits; --url asks a
server that runs elsewhere. Errors of the answer go to stderr, and the exit code
is that of the first.`,
		Example: `  echo '{ search(text: "Junichiru") { nodes { id name } } }' | aseangraph query -
  echo '{ statements(first: 5) { nodes { subject { name } predicate { label } } } }' |
    aseangraph query --table -
  echo 'query($text: String!) { search(text: $text) { nodes { id } } }' |
    aseangraph query --variables '{"text": "Koizumi"}' -`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := newQuestion(args[0], variables, cmd.InOrStdin())
			if err != nil {
				return err
			}
			to, err := newAsked(&from, url, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			a, err := q.ask(cmd.Context(), to)
			if err != nil {
				return err
			}
			return a.tell(q.name, asTable, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVar(&url, "url", "", "ask the server at this `address`")
	cmd.Flags().StringVar(&variables, "variables", "", "values of the question's variables, a `JSON` object")
	cmd.Flags().BoolVar(&asTable, "table", false, "write tables for people")
	from.dataFlag(cmd)
	return cmd
}

// question is what is asked.
type question struct {
	name      string // of the file, for messages
	text      string
	variables json.RawMessage
}

func newQuestion(file, variables string, stdin io.Reader) (*question, error) {
	q := &question{name: file}
	if variables != "" {
		var object map[string]any
		if err := json.Unmarshal([]byte(variables), &object); err != nil {
			return nil, fault.New(fault.Invalid, "--variables: %w", err).Hinted(`write a JSON object such as {"text": "Koizumi"}`)
		}
		q.variables = json.RawMessage(variables)
	}
	var text []byte
	var err error
	if file == "-" {
		q.name = "stdin"
		text, err = io.ReadAll(stdin)
	} else {
		text, err = os.ReadFile(file)
	}
	if err != nil {
		return nil, fault.New(fault.Invalid, "the question: %w", err).Hinted("give a file, or - for stdin")
	}
	if strings.TrimSpace(string(text)) == "" {
		return nil, fault.New(fault.Invalid, "%s holds no question", q.name).Hinted("write one such as { dataset { title version } }")
	}
	q.text = string(text)
	return q, nil
}

import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import type { Example } from "./examples";

// The panel of example questions, as a GraphiQL plugin.
export function examplesPlugin(examples: Example[]): GraphiQLPlugin {
  return {
    title: "Example questions",
    icon: QuestionIcon,
    content: () => <ExampleList examples={examples} />,
  };
}

function ExampleList({ examples }: { examples: Example[] }) {
  const editor = useGraphiQL((state) => state.queryEditor);
  const { addTab } = useGraphiQLActions();

  // A question of the reader's own is never overwritten: the example gets a new tab.
  function open({ query }: Example) {
    const present = editor?.getValue().trim();
    if (present && !examples.some((example) => example.query.trim() === present)) addTab();
    editor?.setValue(query);
    editor?.focus();
  }

  return (
    <section className="examples" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Example questions</h2>
      {examples.length === 0 ? (
        <p>This server offers no examples. Write a question on the right; the book icon shows what can be asked.</p>
      ) : (
        <ul>
          {examples.map((example) => (
            <li key={example.name}>
              <button type="button" onClick={() => open(example)}>
                {example.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">Choose one, then press Ctrl Enter to run it.</p>
    </section>
  );
}

function QuestionIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
      <circle cx="12" cy="12" r="10" />
      <path d="M9 9.2a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1-1.4 2v.4M12 17.4v.1" />
    </svg>
  );
}

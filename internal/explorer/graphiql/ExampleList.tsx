import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import { useState } from "react";
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
  const { addTab, setOperationFacts } = useGraphiQLActions();
  const [chosen, setChosen] = useState<Example>();

  // A question of the reader's own is never overwritten: the example gets a new tab.
  function open(example: Example) {
    const present = editor?.getValue().trim();
    if (present && !examples.some(({ query }) => query.trim() === present)) addTab();
    editor?.setValue(example.query);
    setOperationFacts({}); // the operation's name goes with the old text; the editor finds the new one
    setChosen(example);
  }

  return (
    <section className="examples" aria-labelledby="examples-heading">
      <h2 id="examples-heading">Example questions</h2>
      {examples.length === 0 ? (
        <p>This server offers no examples. Write a question in the editor; the book icon shows what can be asked.</p>
      ) : (
        <ul>
          {examples.map((example) => (
            <li key={example.name}>
              <button type="button" aria-current={example === chosen} onClick={() => open(example)}>
                {example.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">Choose one, then run it: ▶ or Ctrl Enter.</p>
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

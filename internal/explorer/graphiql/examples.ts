import { parse, print } from "graphql";

// A question that the page offers, as the server has it in examples.json.
export interface Example {
  name: string;
  query: string; // laid out for reading
}

// The server's example questions; none where it has none to give, since the page
// is of use without them.
export async function loadExamples(): Promise<Example[]> {
  const response = await fetch("/graphiql/examples.json");
  if (!response.ok) return [];
  const examples: unknown = await response.json();
  if (!Array.isArray(examples)) return [];
  return examples.filter(isExample).map(({ name, query }) => ({ name, query: layOut(query) }));
}

function isExample(value: unknown): value is Example {
  if (typeof value !== "object" || value === null) return false;
  const { name, query } = value as Record<string, unknown>;
  return typeof name === "string" && typeof query === "string";
}

// layOut writes one thing a line; a question that does not parse stays as it is, and the editor
// underlines what is wrong.
export function layOut(query: string): string {
  try {
    return print(parse(query)) + "\n";
  } catch {
    return query;
  }
}

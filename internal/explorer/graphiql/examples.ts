// A question that the page offers, as the server has it in examples.json.
export interface Example {
  name: string;
  query: string;
}

// The server's example questions; none where it has none to give, since the page
// is of use without them.
export async function loadExamples(): Promise<Example[]> {
  const response = await fetch("/graphiql/examples.json");
  if (!response.ok) return [];
  const examples: unknown = await response.json();
  return Array.isArray(examples) ? examples.filter(isExample) : [];
}

function isExample(value: unknown): value is Example {
  if (typeof value !== "object" || value === null) return false;
  const { name, query } = value as Record<string, unknown>;
  return typeof name === "string" && typeof query === "string";
}

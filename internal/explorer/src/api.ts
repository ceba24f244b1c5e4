// The only file that talks to the server. Queries are typed from the SDL when the pages
// are built; answers to the same question are kept while the page is open.
import { text } from "./text.ts";

// Question is a query with the types of its answer and variables, as the build makes them.
export interface Question<Answer, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Answer;
}

// Failure is what went wrong, in words for the reader, and where the server gave one,
// the kind of failure it calls it ("NOT_FOUND").
export class Failure extends Error {
  readonly code: string;
  constructor(message: string, code = "") {
    super(message);
    this.code = code;
  }
}

let main: { query: string; variables: unknown } | null = null;

// beginView forgets what the view before asked.
export function beginView(): void {
  main = null;
}

// graphiqlAddress opens the API with the question that the view asked first, filled in.
export function graphiqlAddress(): string {
  if (!main) return "/graphiql/";
  return `/graphiql/?${new URLSearchParams({ query: main.query, variables: JSON.stringify(main.variables, null, 2) })}`;
}

const kept = new Map<string, Promise<unknown>>();
const mostKept = 200;

// ask sends a query and gives its answer, or rejects with a Failure.
export function ask<Answer, Variables>(question: Question<Answer, Variables>, variables: Variables): Promise<Answer> {
  const body = JSON.stringify({ query: compact(question.toString()), variables });
  main ??= { query: question.toString(), variables };
  const known = kept.get(body);
  if (known) return known as Promise<Answer>;
  const answer = send<Answer>(body);
  kept.set(body, answer);
  answer.catch(() => kept.delete(body)); // what failed may be asked again
  const oldest = kept.keys().next();
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  return answer;
}

interface Reply<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function send<Answer>(body: string): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch("/graphql", { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body });
  } catch {
    throw new Failure(text.unreachable);
  }
  let reply: Reply<Answer>;
  try {
    reply = (await response.json()) as Reply<Answer>;
  } catch {
    throw new Failure(text.notUnderstood(response.status));
  }
  const wrong = reply.errors?.[0];
  if (wrong) throw new Failure(wrong.message, wrong.extensions?.code);
  if (!reply.data) throw new Failure(text.notUnderstood(response.status));
  return reply.data;
}

// askPage gives a page that the server writes itself.
export async function askPage(address: string): Promise<Document> {
  let response: Response;
  try {
    response = await fetch(address, { headers: { Accept: "text/html" } });
  } catch {
    throw new Failure(text.unreachable);
  }
  if (!response.ok) throw new Failure(text.notUnderstood(response.status));
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function compact(query: string): string {
  return query.replace(/\s+/g, " ").trim();
}

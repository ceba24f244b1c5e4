// From statements to what a reader sees of a thing: facts grouped by predicate and
// direction, each carried by one or more statements. Pure but for showing.
import type { FactsQuery, SayingFragment, SpanFragment } from "./generated/queries.mts";
import { isThing, key } from "./thing.ts";

export type Fact = {
  statements: Told[];
  documents: number;
  latest: string; // the last day any of its dates begins at or reaches; "" where undated
};

export type Told = NonNullable<FactsQuery["entity"]>["statements"]["nodes"][number];

export interface Facts {
  predicate: string;
  forward: boolean;
  literal: boolean;
  facts: Fact[];
}

export type Order = "newest" | "told";

// grouped gathers the statements about one thing: its own few data first, codes last, and
// between them the predicates of what most documents tell, then those with most facts; within each the
// newest or the most told first, and by name between equals.
export function grouped(statements: Told[], about: string, order: Order): Facts[] {
  const groups = new Map<string, Facts & { byKey: Map<string, Told[]> }>();
  for (const statement of statements) {
    const forward = statement.subject.id === about;
    const name = `${statement.predicate.name} ${forward}`;
    let group = groups.get(name);
    if (!group) {
      group = { predicate: statement.predicate.name, forward, literal: !isThing(statement.object), facts: [], byKey: new Map() };
      groups.set(name, group);
    }
    const other = forward ? key(statement.object) : statement.subject.id;
    const same = group.byKey.get(other);
    if (same) same.push(statement);
    else group.byKey.set(other, [statement]);
  }
  return [...groups.values()]
    .map(({ byKey, ...group }) => ({ ...group, facts: [...byKey.values()].map(fact).sort(order === "newest" ? byDate : byDocuments) }))
    .sort((a, b) => place(a) - place(b) || mostTold(b) - mostTold(a) || b.facts.length - a.facts.length || a.predicate.localeCompare(b.predicate) || Number(b.forward) - Number(a.forward));
}

const fewData = 2;

function place({ literal, facts }: Facts): number {
  if (!literal || facts.length > fewData) return 1;
  return facts.every(isCode) ? 2 : 0;
}

// isCode tells what is written for machines, such as a country's two letters.
function isCode({ statements: [first] }: Fact): boolean {
  return first !== undefined && "text" in first.object && /^[A-Z0-9-]+$/.test(first.object.text);
}

function mostTold({ facts }: Facts): number {
  return Math.max(...facts.map(({ documents }) => documents));
}

function fact(statements: Told[]): Fact {
  return {
    statements,
    documents: new Set(statements.map((statement) => statement.evidence.document.id)).size,
    latest: statements.map(dateOf).reduce((a, b) => (a > b ? a : b), ""),
  };
}

// span is the date that a statement gives, or its own.
function span({ when, object }: SayingFragment): SpanFragment | null {
  return "edtf" in object ? object : when;
}

function dateOf(statement: SayingFragment): string {
  const dated = span(statement);
  return dated?.earliest ?? dated?.latest ?? "";
}

export interface Dated {
  when: SpanFragment;
  statement: Told;
}

// dated are the statements that have a date, earliest first; what several documents tell
// of the same date stands once.
export function dated(statements: Told[]): Dated[] {
  const found = new Map<string, Dated>();
  for (const statement of statements) {
    const when = span(statement);
    const { subject, predicate, object } = statement;
    const same = when && [subject.id, predicate.name, key(object), when.edtf].join(" ");
    if (when && same && (!found.has(same) || statement.status === "HAPPENED")) found.set(same, { when, statement });
  }
  return [...found.values()].sort((a, b) => (a.when.earliest ?? "").localeCompare(b.when.earliest ?? "") || (a.when.latest ?? "9999").localeCompare(b.when.latest ?? "9999"));
}

function byDate(a: Fact, b: Fact): number {
  return b.latest.localeCompare(a.latest) || b.documents - a.documents || byName(a, b);
}

function byDocuments(a: Fact, b: Fact): number {
  return b.documents - a.documents || b.statements.length - a.statements.length || byDate(a, b);
}

function byName(a: Fact, b: Fact): number {
  return nameOf(a).localeCompare(nameOf(b));
}

function nameOf({ statements: [first] }: Fact): string {
  return first ? `${key(first.object)} ${first.subject.id}` : "";
}

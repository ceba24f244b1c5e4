// What the page of a document has besides that of other things: where it is from, how much
// of its text was read, and everything it says, in its own order.
import { ask, Failure } from "./api.ts";
import { fill, h, type Child } from "./dom.ts";
import { separated } from "./evidence.ts";
import { SaidDocument, type HeldFragment, type SaidQuery, type SourceFragment } from "./generated/queries.mts";
import { coverage, Said } from "./said.ts";
import { text } from "./text.ts";
import { spanShown } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

const statementsAtOnce = 100;

// about is who published a document, when, what kind it is, and its language if another.
export function about({ publisher, published, kind, language }: SourceFragment): Child[] {
  return [publisher, published ? spanShown(published) : text.undated, kind && text.kind[kind], language && language !== document.documentElement.lang && h("span", {}, text.inLanguage(language))];
}

// origin tells of a document, with the way to where it stands.
export function origin(source: HeldFragment): Child {
  return [
    h("p", { class: "soft" }, separated(about(source))),
    source.address && h("p", {}, h("a", { href: source.address, target: "_blank", rel: "noopener noreferrer" }, text.atAddress), " ", h("span", { class: "soft address" }, source.address)),
  ];
}

// saying is the section of what a document says.
export async function saying(source: HeldFragment, words: Vocabulary): Promise<HTMLElement> {
  const { id, sha256, sentences } = source;
  const said = new Said(words);
  const more = h("p", {});
  let shown = 0;
  const next = async (after: string | null): Promise<number> => {
    const statements = await saidBy(id, after);
    if (!statements) return 0;
    said.add(statements.nodes);
    shown += statements.nodes.length;
    const left = statements.totalCount - shown;
    fill(more, left > 0 && moreButton(Math.min(statementsAtOnce, left), more, async () => void (await next(statements.pageInfo.endCursor))));
    return statements.totalCount;
  };
  const count = await next(null);
  const table = h("a", { href: `/export?format=csv&documents=${encodeURIComponent(id)}`, download: "" }, text.saveCsv);
  return h(
    "section",
    { id: "said" },
    h("div", { class: "heading" }, h("h2", {}, text.says(count)), count > 0 && table),
    count > 0 && h("p", { class: "soft" }, sha256 ? [text.held, " ", h("code", {}, `sha256 ${sha256.slice(0, 12)}…`)] : text.notHeld),
    sentences && coverage(sentences),
    count > 0 ? [said.element, more] : h("p", { class: "empty" }, text.saysNothing),
  );
}

// saidBy is null for a document that others speak of, and that nothing was read from.
async function saidBy(id: string, after: string | null): Promise<SaidQuery["statements"] | null> {
  try {
    return (await ask(SaidDocument, { id, first: statementsAtOnce, after })).statements;
  } catch (error) {
    if (error instanceof Failure && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

// moreButton brings more of a list, and tells beside it where that fails.
export function moreButton(count: number, place: HTMLElement, act: () => Promise<void>): HTMLElement {
  return h("button", { type: "button", onclick: () => void act().catch((error: Error) => place.append(" ", h("span", { role: "alert" }, error.message))) }, text.showMore(count));
}

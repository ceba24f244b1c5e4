// Questions to begin with, those about things that this edition of the data has.
import { ask } from "./api.ts";
import { h } from "./dom.ts";
import { KnownDocument } from "./generated/queries.mts";
import all from "./questions.json" with { type: "json" };

// questions lists those whose address begins so, as links; null where there is none.
export async function questions(beginning = "/"): Promise<HTMLElement | null> {
  const wanted = all.filter(({ address }) => address.startsWith(beginning));
  const ids = [...new Set(wanted.flatMap(({ needs }) => needs))];
  const { nodes } = await ask(KnownDocument, { ids });
  const known = new Set(nodes.map((node) => node?.id));
  const answerable = wanted.filter(({ needs }) => needs.every((id) => known.has(id)));
  if (!answerable.length) return null;
  return h("ul", { class: "questions" }, answerable.map(({ question, address }) => h("li", {}, h("a", { href: address }, question))));
}

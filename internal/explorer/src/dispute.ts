// A disagreement: what documents tell differently, each value with those who give it.
import { h } from "./dom.ts";
import { proofList } from "./evidence.ts";
import type { DisagreementsQuery } from "./generated/queries.mts";
import { opening } from "./opening.ts";
import { text } from "./text.ts";
import { plain, termShown, thingLink, type Named } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

export type Disagreement = DisagreementsQuery["disagreements"]["nodes"][number];

// common is the object of all statements, where they differ on something else: its dates.
function common(values: Disagreement["values"]): Named | null {
  const objects = values.flatMap(({ statements }) => statements.map(({ object }) => ("id" in object ? object : null)));
  const [first = null] = objects;
  return first && objects.every((object) => object?.id === first.id) ? first : null;
}

export function disagreementShown({ subject, predicate, role, values }: Disagreement, heading: "h2" | "h3", words: Vocabulary): HTMLElement {
  const label = words.label(predicate.name, true);
  const object = common(values);
  return h(
    "article",
    { class: "disagreement" },
    h(heading, {}, thingLink(subject, words), " ", h("span", { class: "predicate" }, label), object && [" ", thingLink(object, words)], role && h("span", { class: "soft" }, ` (${role})`)),
    h(
      "div",
      { class: "sides" },
      values.map(({ value, documents, statements }) => {
        const { button, place } = opening(text.sayingSo(documents), [subject.name, label, object?.name, plain(value)].filter(Boolean).join(" "), () => proofList(statements.map(({ id }) => id), words));
        return h("div", { class: "side" }, h("p", { class: "claim" }, termShown(value, words)), button, place);
      }),
    ),
  );
}

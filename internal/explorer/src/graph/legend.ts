// The legend, which filters: a line for each class, predicate, status and kind of document
// in the picture, with how many of them are drawn. Unchecking one leaves it out.
import { fill, h, type Child } from "../dom.ts";
import { text } from "../text.ts";
import { dot } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Network } from "./network.ts";
import { allStatus, type GraphState } from "./state.ts";

export type Left = "withoutClasses" | "withoutPredicates" | "withoutStatus" | "withoutKinds";

interface Entry {
  word: string;
  label: string;
  drawn: number;
  all: number;
  mark?: Child;
}

export class Legend {
  readonly element = h("div", { class: "legend" });

  constructor(
    private readonly words: Vocabulary,
    private readonly leave: (which: Left, words: string[]) => void,
  ) {}

  // show counts what is drawn of a whole network.
  show(network: Network, drawn: Network, state: GraphState): void {
    const focus = document.activeElement instanceof HTMLInputElement ? document.activeElement.name : "";
    const entries = <T extends string>(words: (network: Network) => T[], label: (word: T) => string, mark?: (word: T) => Child) => tallied(words(network), words(drawn)).map(({ word, ...counts }): Entry => ({ word, ...counts, label: label(word), mark: mark?.(word) }));
    const classes = entries(({ spots }) => [...spots.values()].map(({ type }) => type), (type) => this.words.className(type), (type) => dot(type, this.words));
    const predicates = entries(({ lines }) => [...lines.values()].map(({ predicate }) => predicate), (name) => this.words.label(name, true));
    const status = entries(({ lines }) => [...lines.values()].map((line) => line.status), (word) => text.status[word], (word) => h("span", { class: `stroke stroke-${word.toLowerCase()}`, "aria-hidden": "true" }));
    status.sort((a, b) => allStatus.findIndex((word) => word === a.word) - allStatus.findIndex((word) => word === b.word));
    const kinds = entries(({ lines }) => [...lines.values()].flatMap((line) => line.kinds), (kind) => text.kind[kind]);
    fill(
      this.element,
      h("p", { class: "soft hint" }, text.legendHint),
      this.group(text.legendClasses, "withoutClasses", classes, state.withoutClasses),
      this.group(text.legendStatus, "withoutStatus", status, state.withoutStatus),
      this.group(text.legendKinds, "withoutKinds", kinds, state.withoutKinds),
      this.group(text.legendPredicates, "withoutPredicates", predicates, state.withoutPredicates), // by far the longest
    );
    if (focus) this.element.querySelector<HTMLInputElement>(`input[name="${CSS.escape(focus)}"]`)?.focus();
  }

  private group(title: string, which: Left, entries: Entry[], without: string[]): Child {
    if (!entries.length) return null;
    const present = entries.map(({ word }) => word);
    const others = without.filter((word) => !present.includes(word));
    const change = (word: string, on: boolean) => this.leave(which, on ? without.filter((one) => one !== word) : [...without, word]);
    return h(
      "fieldset",
      {},
      h("legend", {}, title),
      h(
        "p",
        { class: "all-none" },
        h("button", { type: "button", class: "quiet", onclick: () => this.leave(which, others) }, text.all, h("span", { class: "unseen" }, ` ${title}`)),
        h("button", { type: "button", class: "quiet", onclick: () => this.leave(which, [...others, ...present]) }, text.none, h("span", { class: "unseen" }, ` ${title}`)),
      ),
      entries.map(({ word, label, drawn, all, mark }) =>
        h(
          "label",
          {},
          h("input", { type: "checkbox", name: `${which} ${word}`, checked: !without.includes(word), onchange: (event: Event) => change(word, (event.target as HTMLInputElement).checked) }),
          mark,
          h("span", { class: "label" }, label),
          h("span", { class: "count" }, drawn === all ? all : text.drawnOf(drawn, all)),
        ),
      ),
    );
  }
}

// tallied gives words with how often each occurs among all, and among those drawn; those
// that occur most often first.
export function tallied<T extends string>(all: T[], drawn: T[]): { word: T; all: number; drawn: number }[] {
  const [counts, seen] = [counted(all), counted(drawn)];
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([word, count]) => ({ word, all: count, drawn: seen.get(word) ?? 0 }));
}

function counted<T extends string>(words: T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

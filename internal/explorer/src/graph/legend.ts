// The legend, which filters: a line for each class, predicate, status and kind of document
// in the picture, with how many there are. Unchecking one leaves it out.
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
  count: number;
  mark?: Child;
}

export class Legend {
  readonly element = h("div", { class: "legend" });

  constructor(
    private readonly words: Vocabulary,
    private readonly leave: (which: Left, words: string[]) => void,
  ) {}

  show(network: Network, state: GraphState): void {
    const focus = document.activeElement instanceof HTMLInputElement ? document.activeElement.name : "";
    const classes = counted([...network.spots.values()].map(({ type }) => type)).map(([type, count]): Entry => ({ word: type, label: this.words.className(type), count, mark: dot(type, this.words) }));
    const lines = [...network.lines.values()];
    const predicates = counted(lines.map(({ predicate }) => predicate)).map(([name, count]): Entry => ({ word: name, label: this.words.label(name, true), count }));
    const status = allStatus
      .map((word): Entry => ({ word, label: text.status[word], count: lines.filter((line) => line.status === word).length, mark: h("span", { class: `stroke stroke-${word.toLowerCase()}`, "aria-hidden": "true" }) }))
      .filter(({ count }) => count > 0);
    const kinds = counted(lines.flatMap((line) => line.kinds)).map(([kind, count]): Entry => ({ word: kind, label: text.kind[kind], count }));
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
      entries.map(({ word, label, count, mark }) =>
        h(
          "label",
          {},
          h("input", { type: "checkbox", name: `${which} ${word}`, checked: !without.includes(word), onchange: (event: Event) => change(word, (event.target as HTMLInputElement).checked) }),
          mark,
          h("span", { class: "label" }, label),
          h("span", { class: "count" }, count),
        ),
      ),
    );
  }
}

// counted gives words with how often they occur, most often first.
function counted<T extends string>(words: T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}

// What one document says, in its own order: its sections, in them the passages, and under
// each passage what was read from it.
import { h, type Child } from "./dom.ts";
import { conflicts, sentence } from "./evidence.ts";
import type { SaidFragment } from "./generated/queries.mts";
import { text } from "./text.ts";
import { thingAddress } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

// Said grows as statements are added to it, which come in the order of the document.
export class Said {
  readonly element = h("div", { class: "said" });
  private section: string | null = null;
  private place = "";
  private list: HTMLElement | null = null;

  constructor(private readonly words: Vocabulary) {}

  add(statements: SaidFragment[]): void {
    for (const statement of statements) this.under(statement).append(this.shown(statement));
  }

  // under is the list of the passage that a statement was read from.
  private under({ evidence }: SaidFragment): HTMLElement {
    const section = evidence.section ?? "";
    if (this.section !== section) {
      this.element.append(h("h3", { class: section ? null : "unseen" }, section || text.noSection));
      this.section = section;
      this.list = null;
    }
    const { start, end, paragraph, passage } = evidence;
    const place = [start, end, paragraph].join(" ");
    if (this.list && this.place === place) return this.list;
    this.place = place;
    this.list = h("ul", {});
    const told = passage ? h("blockquote", {}, h("p", {}, passage.trim())) : paragraph !== null && h("p", { class: "soft" }, text.paragraph(paragraph));
    this.element.append(h("section", { class: "passage" }, told, this.list));
    return this.list;
  }

  private shown(statement: SaidFragment): HTMLElement {
    const line = sentence(statement, this.words);
    line.append(" ", h("a", { href: thingAddress(statement.id), class: "quiet-link", title: text.statementId, "aria-label": text.statementId }, "#"));
    return h("li", {}, line, conflicts(statement, this.words));
  }
}

// coverage tells how much of a text is cited, in a bar and in words.
export function coverage({ total, cited, withoutFact }: { total: number; cited: number; withoutFact: number }): Child {
  if (total === 0) return null;
  const part = (count: number, kind: string) => {
    const bar = h("span", { class: kind });
    bar.style.setProperty("width", `${(100 * count) / total}%`);
    return bar;
  };
  return h(
    "div",
    { class: "coverage" },
    h("div", { class: "bar", "aria-hidden": "true" }, part(cited - withoutFact, "read"), part(withoutFact, "passed")),
    h("p", {}, text.coverage(total, cited - withoutFact, withoutFact)),
  );
}

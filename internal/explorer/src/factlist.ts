// The facts of one thing as its page lists them: the first relations open, each with its
// first facts; the rest folded, with how many there are and what they begin with. What is
// folded is made when it is opened.
import { h, type Child } from "./dom.ts";
import { separated, whoSaysSo } from "./evidence.ts";
import type { Fact, Facts } from "./facts.ts";
import { text } from "./text.ts";
import { circumstances, plain, spanShown, statusShown, termShown, thingLink } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

const openRows = 18; // on the page, before relations are folded
const shownAtFirst = 5; // of one relation,
const spared = 2; // unless so few are left
const detailsShown = 3; // of a fact; who says so tells all
const datesShown = 2;
const previewed = 3;

export function factList(groups: Facts[], words: Vocabulary): Child[] {
  let rows = 0;
  return groups.map((group) => {
    const open = rows < openRows;
    rows += Math.min(group.facts.length, shownAtFirst);
    return open ? opened(group, words) : folded(group, words);
  });
}

function heading({ predicate, forward }: Facts, words: Vocabulary): HTMLElement {
  return h("h3", { title: words.ofPredicate(predicate)?.description }, words.label(predicate, forward));
}

function opened(group: Facts, words: Vocabulary): HTMLElement {
  return h("section", { class: "predicate-group" }, heading(group, words), factsShown(group, words));
}

function folded(group: Facts, words: Vocabulary): HTMLElement {
  const first = group.facts.slice(0, previewed).map((fact) => nameOf(fact, group));
  const fold = h("details", { class: "predicate-group folded" }, h("summary", {}, heading(group, words), h("span", { class: "count" }, group.facts.length), h("span", { class: "preview", "aria-hidden": "true" }, first.join(", "))));
  fold.addEventListener("toggle", () => fold.append(factsShown(group, words)), { once: true });
  return fold;
}

function nameOf({ statements: [first] }: Fact, { forward }: Facts): string {
  if (!first) return "";
  return forward ? plain(first.object) : first.subject.name;
}

function factsShown(group: Facts, words: Vocabulary): HTMLElement {
  const rows = (facts: Fact[]) => facts.map((fact) => factShown(fact, group, words));
  const shown = group.facts.length <= shownAtFirst + spared ? group.facts.length : shownAtFirst;
  const list = h("ul", { class: "facts" }, rows(group.facts.slice(0, shown)));
  const rest = group.facts.slice(shown);
  const unfold = () => {
    const added = rows(rest);
    list.append(...added);
    more.remove();
    added[0]?.querySelector<HTMLElement>("a, button")?.focus();
  };
  const more: HTMLElement = h("button", { type: "button", class: "quiet", onclick: unfold }, text.showAll(group.facts.length));
  return h("div", {}, list, rest.length > 0 && more);
}

function factShown({ statements }: Fact, group: Facts, words: Vocabulary): HTMLElement {
  const [first] = statements;
  if (!first) return h("li");
  const { button, place } = whoSaysSo(statements, words);
  const dates = unique(statements.map(({ when }) => when).filter((when) => when !== null), (when) => when.edtf);
  const details = unique(statements.flatMap((statement) => circumstances(statement, words)).filter(Boolean), (child) => (child instanceof Node ? (child.textContent ?? "") : String(child)));
  const moreDetails = details.length - detailsShown;
  const conflicting = statements.some(({ conflictsWith }) => conflictsWith.length > 0);
  return h(
    "li",
    {},
    h(
      "div",
      { class: "fact" },
      h("div", { class: "what" }, group.forward ? termShown(first.object, words) : thingLink(first.subject, words), details.length > 0 && h("span", { class: "details" }, separated([...details.slice(0, detailsShown), moreDetails > 0 && text.more(moreDetails)]))),
      h("div", { class: "when" }, dates.slice(0, datesShown).map(spanShown), dates.length > datesShown && h("span", {}, text.more(dates.length - datesShown)), statusShown(first.status, first.asOf)),
      h("div", { class: "told" }, conflicting && h("a", { href: "#disagreements", class: "disputed" }, "≠", h("span", { class: "unseen" }, text.disagreements)), button),
    ),
    place,
  );
}

function unique<T>(values: T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

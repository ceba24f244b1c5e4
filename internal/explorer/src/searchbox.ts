// A search that answers as one types: the combobox pattern of the ARIA practices, with the
// class of each match shown. Enter without a choice takes what is meant, however fast it was
// typed, or opens the page of all matches where several things may be.
import { ask, Failure } from "./api.ts";
import { fill, freshId, h } from "./dom.ts";
import { SearchDocument, type SearchQuery } from "./generated/queries.mts";
import { meant } from "./meant.ts";
import { text } from "./text.ts";
import { dot } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Match = SearchQuery["search"]["nodes"][number];

export interface SearchBoxOptions {
  label: string;
  // compact boxes show their label to screen readers alone.
  compact?: boolean;
  value?: string;
  hint?: string;
  choose(id: string, name: string): void;
  // submit gets what is written where several things may be meant; without it, the best
  // match is chosen.
  submit?(written: string): void;
}

const pause = 120; // milliseconds without a key before the server is asked
const shownMatches = 8;

export function searchBox(words: Vocabulary, options: SearchBoxOptions): HTMLFormElement {
  const [inputId, listId] = [freshId(), freshId()];
  const list = h("ul", { id: listId, role: "listbox", "aria-label": options.label, hidden: true });
  const heard = h("p", { class: "unseen", role: "status" });
  const input = h("input", {
    id: inputId,
    type: "search",
    name: "q",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: options.hint ?? text.searchHint,
    value: options.value,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": listId,
  });
  let matches: Match[] = [];
  let answered = ""; // the words that matches are for
  let total = 0;
  let chosen = -1; // of the matches, or after them the line that opens all
  let steps = 0; // of the arrows, before there are answers
  let timer = 0;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    steps = 0;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (match: Match) => {
    clearTimeout(timer);
    close();
    input.value = "";
    input.blur();
    options.choose(match.id, match.name);
  };
  const mark = (index: number) => {
    chosen = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === index)));
    const item = list.children[index];
    if (!item) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const step = (by: 1 | -1) => {
    const count = matches.length && list.childElementCount;
    if (count > 0) mark(by > 0 ? (chosen + 1) % count : (chosen + count - (chosen < 0 ? 0 : 1)) % count);
  };
  // offer shows the matches; what was marked before stays marked.
  const offer = (written: string, marked: Match | undefined) => {
    const items = matches.map((match) =>
      h(
        "li",
        { id: freshId(), role: "option", "aria-selected": "false", onpointerdown: (event: Event) => (event.preventDefault(), take(match)) },
        dot(match.type, words),
        h("span", { class: "name" }, match.name, aliasOf(match, written)),
        h("span", { class: "class" }, words.className(match.type)),
      ),
    );
    const submit = options.submit;
    const all = submit && total > matches.length && h("li", { id: freshId(), class: "every", role: "option", "aria-selected": "false", onpointerdown: (event: Event) => (event.preventDefault(), close(), submit(written)) }, text.searchAll(total));
    fill(list, items.length ? [items, all] : h("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, text.searchNone(written)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    heard.textContent = matches.length ? text.searchFound(total) : text.searchNone(written);
    chosen = -1;
    if (marked) mark(matches.findIndex(({ id }) => id === marked.id));
    for (; steps !== 0; steps -= Math.sign(steps)) step(steps > 0 ? 1 : -1);
  };
  const look = async () => {
    const written = input.value.trim();
    if (!written) return close();
    try {
      const found = await ask(SearchDocument, { text: written, first: shownMatches });
      if (input.value.trim() !== written || document.activeElement !== input) return; // older than what is written
      if (answered === written && !list.hidden) return; // it stands there
      const marked = list.hidden ? undefined : matches[chosen];
      [matches, total, answered] = [found.search.nodes, found.search.totalCount, written];
      offer(written, marked);
    } catch (error) {
      heard.textContent = error instanceof Failure ? error.message : text.failed;
    }
  };
  const decide = async () => {
    const written = input.value.trim();
    if (!written) return;
    clearTimeout(timer);
    if (steps !== 0) await look();
    const marked = list.hidden ? undefined : matches[chosen];
    if (marked) return take(marked);
    if (chosen >= 0) {
      close();
      return options.submit?.(written);
    }
    try {
      const { nodes, totalCount } = (await ask(SearchDocument, { text: written, first: shownMatches })).search;
      if (input.value.trim() !== written) return; // the reader has gone on meanwhile
      const match = meant(written, nodes, totalCount) ?? (options.submit ? null : nodes[0]);
      if (match) return take(match);
    } catch (error) {
      if (!options.submit) heard.textContent = error instanceof Failure ? error.message : text.failed;
    }
    close();
    options.submit?.(written);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, pause);
  });
  input.addEventListener("focus", () => void look());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return close();
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (!list.hidden && answered === input.value.trim()) return step(by);
    steps += by; // taken when the answers are there
    clearTimeout(timer);
    void look();
  });
  return h(
    "form",
    { class: "search", role: "search", "aria-label": options.label, action: "/search", onsubmit: (event: Event) => (event.preventDefault(), void decide()) },
    h("label", { for: inputId, class: options.compact ? "unseen" : null }, options.label),
    h("div", { class: "box" }, input, list),
    heard,
  );
}

// aliasOf is the other name that was typed, where the name itself does not have it.
function aliasOf(match: Match, written: string): HTMLElement | null {
  const typed = written.toLowerCase();
  if (match.name.toLowerCase().includes(typed)) return null;
  const alias = match.aliases.find((name) => name.toLowerCase().includes(typed));
  return alias ? h("small", {}, text.alsoCalled(alias)) : null;
}

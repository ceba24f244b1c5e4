// A search that answers as one types: the combobox pattern of the ARIA practices, with the
// class of each match shown. Enter without a choice opens the page of all matches.
import { ask, Failure } from "./api.ts";
import { fill, freshId, h } from "./dom.ts";
import { SearchDocument, type SearchQuery } from "./generated/queries.mts";
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
  // submit gets what is written where nothing was chosen; without it, the best match is chosen.
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
  let chosen = -1;
  let timer = 0;

  const close = () => {
    list.hidden = true;
    chosen = -1;
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
  const offer = (written: string) => {
    const items = matches.map((match) =>
      h(
        "li",
        { id: freshId(), role: "option", "aria-selected": "false", onpointerdown: (event: Event) => (event.preventDefault(), take(match)) },
        dot(match.type, words),
        h("span", { class: "name" }, match.name, aliasOf(match, written)),
        h("span", { class: "class" }, words.className(match.type)),
      ),
    );
    fill(list, items.length ? items : h("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, text.searchNone(written)));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    heard.textContent = matches.length ? text.searchFound(matches.length) : text.searchNone(written);
  };
  const look = async () => {
    const written = input.value.trim();
    if (!written) return close();
    try {
      const found = await ask(SearchDocument, { text: written, first: shownMatches });
      if (input.value.trim() !== written || document.activeElement !== input) return; // older than what is written
      matches = found.search.nodes;
      chosen = -1;
      offer(written);
    } catch (error) {
      heard.textContent = error instanceof Failure ? error.message : text.failed;
    }
  };
  const decide = async () => {
    const match = matches[chosen];
    if (match && !list.hidden) return take(match);
    const written = input.value.trim();
    if (!written) return;
    clearTimeout(timer);
    if (options.submit) {
      close();
      return options.submit(written);
    }
    const [best] = (await ask(SearchDocument, { text: written, first: 1 })).search.nodes;
    if (best) take(best);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, pause);
  });
  input.addEventListener("focus", () => void look());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = matches.length;
    if (event.key === "Escape") return close();
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || list.hidden || !count) return;
    event.preventDefault();
    mark(event.key === "ArrowDown" ? (chosen + 1) % count : (chosen + count - (chosen < 0 ? 0 : 1)) % count);
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

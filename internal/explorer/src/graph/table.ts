// The picture in words, in step with it: a table of its lines, and a tree from the things
// it was drawn around. Whoever cannot see or use the picture has all of it here.
import { fill, h, type Child } from "../dom.ts";
import { text } from "../text.ts";
import { dot, spanShown, statusShown } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Line, Spot } from "./network.ts";
import type { Shown } from "./shown.ts";
import type { GraphState } from "./state.ts";

export interface Pointing {
  chooseThing(id: string): void;
  chooseLine(id: string): void;
  point(id: string | null): void;
}

const rowsAtFirst = 200;

export function table(shown: Shown, state: GraphState, words: Vocabulary, pointing: Pointing): HTMLElement {
  const lines = [...shown.network.lines.values()].sort((a, b) => name(shown, a.from).localeCompare(name(shown, b.from)) || a.label.localeCompare(b.label) || name(shown, a.to).localeCompare(name(shown, b.to)));
  const row = (line: Line) => {
    const [from, to] = [shown.network.spots.get(line.from), shown.network.spots.get(line.to)];
    if (!from || !to) return null;
    return h(
      "tr",
      { class: line.id === state.chosen ? "chosen" : null, onpointerenter: () => pointing.point(line.id), onpointerleave: () => pointing.point(null) },
      h("td", {}, thingButton(from, words, pointing)),
      h("td", {}, h("button", { type: "button", class: "as-link", title: text.whoSaysSo, onclick: () => pointing.chooseLine(line.id) }, line.label)),
      h("td", {}, thingButton(to, words, pointing)),
      h("td", {}, spanShown(line.period), " ", statusShown(line.status)),
      h("td", { class: "number" }, line.documents),
    );
  };
  const body = h("tbody", {}, lines.slice(0, rowsAtFirst).map(row));
  const rest = lines.slice(rowsAtFirst);
  const more: Child = rest.length > 0 && h("button", { type: "button", class: "quiet", onclick: (event: Event) => ((event.target as Element).remove(), rest.forEach((line) => body.append(row(line) ?? ""))) }, text.more(rest.length));
  return h(
    "div",
    { class: "table-holder", role: "region", "aria-label": text.table, tabindex: 0 },
    h("table", {}, h("thead", {}, h("tr", {}, [text.from, text.relation, text.to, text.when, text.told].map((title) => h("th", { scope: "col" }, title)))), body),
    more,
  );
}

// tree unfolds from each thing the picture was drawn around: predicate, then thing.
export function tree(shown: Shown, state: GraphState, words: Vocabulary, pointing: Pointing): HTMLElement {
  const roots = [...new Set(state.steps.map(({ id }) => id))].map((id) => shown.network.spots.get(id)).filter((spot) => spot !== undefined);
  return h("ul", { class: "tree" }, roots.map((root, i) => h("li", {}, branch(root, shown, words, pointing, i === 0, new Set([root.id])))));
}

function branch(spot: Spot, shown: Shown, words: Vocabulary, pointing: Pointing, open: boolean, above: Set<string>): Child {
  const lines = (shown.lines.get(spot.id) ?? []).filter(({ from, to }) => !above.has(from === spot.id ? to : from) || from === to);
  if (!lines.length) return thingButton(spot, words, pointing);
  const unfolded = h("ul", {});
  const unfold = () => {
    if (unfolded.firstChild) return;
    fill(unfolded, byPredicate(lines, spot.id).map(([predicate, forward, group]) => h("li", {}, h("span", { class: "predicate" }, words.label(predicate, forward)), h("ul", {}, group.map((line) => leaf(line, spot, shown, words, pointing, above))))));
  };
  if (open) unfold();
  return h("details", { open, ontoggle: unfold }, h("summary", {}, dot(spot.type, words), " ", spot.name, h("span", { class: "count" }, ` ${lines.length}`)), unfolded);
}

function leaf(line: Line, spot: Spot, shown: Shown, words: Vocabulary, pointing: Pointing, above: Set<string>): Child {
  const other = shown.network.spots.get(line.from === spot.id ? line.to : line.from);
  if (!other) return null;
  return h(
    "li",
    { onpointerenter: () => pointing.point(line.id), onpointerleave: () => pointing.point(null) },
    branch(other, shown, words, pointing, false, new Set([...above, other.id])),
    h("button", { type: "button", class: "says", onclick: () => pointing.chooseThing(other.id) }, text.choose, h("span", { class: "unseen" }, ` ${other.name}`)),
    h("button", { type: "button", class: "says", onclick: () => pointing.chooseLine(line.id) }, text.documents(line.documents), h("span", { class: "unseen" }, ` · ${text.whoSaysSo}: ${other.name}`)),
  );
}

function byPredicate(lines: Line[], id: string): [string, boolean, Line[]][] {
  const groups = new Map<string, [string, boolean, Line[]]>();
  for (const line of lines) {
    const forward = line.from === id;
    const group = groups.get(`${line.predicate} ${forward}`);
    if (group) group[2].push(line);
    else groups.set(`${line.predicate} ${forward}`, [line.predicate, forward, [line]]);
  }
  return [...groups.values()].sort((a, b) => b[2].length - a[2].length || a[0].localeCompare(b[0]));
}

function thingButton(spot: Spot, words: Vocabulary, pointing: Pointing): HTMLElement {
  return h("button", { type: "button", class: "as-link thing", onclick: () => pointing.chooseThing(spot.id) }, dot(spot.type, words), h("span", {}, spot.name));
}

function name(shown: Shown, id: string): string {
  return shown.network.spots.get(id)?.name ?? id;
}

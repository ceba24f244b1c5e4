// What stands beside the picture about the thing or the line that is chosen.
import { ask } from "../api.ts";
import { fill, h, type Child } from "../dom.ts";
import { proofShown } from "../evidence.ts";
import { CountsDocument, SayingsDocument, type CountsQuery } from "../generated/queries.mts";
import { text } from "../text.ts";
import { dot, thingAddress } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Line, Network, Spot } from "./network.ts";
import type { Shown } from "./shown.ts";
import { firstStep, type GraphState, type Step } from "./state.ts";

export interface Acts {
  expand(step: Step): void;
  pin(id: string): void;
  hide(id: string): void;
}

const mostProofs = 30;

// thingPanel tells of a thing what it is tied to, how much of that is drawn, and draws the rest.
export function thingPanel(spot: Spot, network: Network, shown: Shown, state: GraphState, words: Vocabulary, acts: Acts): HTMLElement {
  const counts = h("div", {}, h("p", { class: "soft" }, text.loading));
  const about = h("p", { class: "soft" });
  void ask(CountsDocument, { id: spot.id }).then(
    ({ entity }) => {
      about.textContent = entity?.description ?? "";
      fill(counts, expansions(spot, entity?.linkCounts ?? [], network, words, acts));
    },
    (error: Error) => fill(counts, h("p", { role: "alert" }, error.message)),
  );
  const pinned = state.pins.has(spot.id);
  return h(
    "div",
    {},
    h("p", { class: "class" }, dot(spot.type, words), " ", words.className(spot.type)),
    h("h2", { tabindex: -1 }, spot.name),
    about,
    h(
      "p",
      { class: "row" },
      h("a", { href: thingAddress(spot.id), class: "button" }, text.openPage),
      h("button", { type: "button", "aria-pressed": String(pinned), onclick: () => acts.pin(spot.id) }, pinned ? text.unpin : text.pin),
      h("button", { type: "button", onclick: () => acts.hide(spot.id) }, text.hide),
    ),
    counts,
    shownLines(spot, shown, words),
  );
}

function expansions(spot: Spot, counts: NonNullable<CountsQuery["entity"]>["linkCounts"], network: Network, words: Vocabulary, acts: Acts): Child {
  const drawn = network.linesOf(spot.id);
  const kinds = new Map<string, { predicate: string; forward: boolean; links: number; drawn: number }>();
  for (const { predicate, forward, links } of counts) {
    const key = `${predicate.name} ${forward}`;
    const known = kinds.get(key);
    if (known) known.links += links;
    else kinds.set(key, { predicate: predicate.name, forward, links, drawn: drawn.filter((line) => line.predicate === predicate.name && (line.from === spot.id) === forward).length });
  }
  const all = [...kinds.values()].sort((a, b) => b.links - b.drawn - (a.links - a.drawn) || b.links - a.links);
  const left = all.reduce((sum, { links, drawn: there }) => sum + Math.max(0, links - there), 0);
  const neighbours = new Set(drawn.flatMap(({ from, to }) => [from, to])).size;
  return [
    h("h3", {}, text.expand),
    left === 0 && h("p", { class: "soft" }, text.nothingMore),
    left > 0 && h("p", { class: "row" }, h("button", { type: "button", onclick: () => acts.expand({ id: spot.id, first: Math.max(firstStep, neighbours + 12) }) }, text.expandAll(Math.min(left, Math.max(12, firstStep - neighbours)))), h("span", { class: "soft" }, text.notDrawn(left))),
    h(
      "ul",
      { class: "expansions" },
      all.map(({ predicate, forward, links, drawn: there }) =>
        h(
          "li",
          {},
          h("span", { class: "label" }, words.label(predicate, forward)),
          h("span", { class: "count" }, there < links ? `${there} / ${links}` : links),
          there < links && h("button", { type: "button", class: "says", onclick: () => acts.expand({ id: spot.id, first: Math.min(links, there + firstStep) + 1, predicate, forward }) }, `+${Math.min(links - there, firstStep)}`, h("span", { class: "unseen" }, ` ${text.expand}: ${words.label(predicate, forward)}`)),
        ),
      ),
    ),
  ];
}

// shownLines lists the lines of a thing for screen readers that came by the arrow keys.
function shownLines(spot: Spot, shown: Shown, words: Vocabulary): Child {
  const lines = shown.lines.get(spot.id) ?? [];
  return h(
    "p",
    { class: "unseen" },
    lines.map((line) => {
      const forward = line.from === spot.id;
      return `${words.label(line.predicate, forward)} ${shown.network.spots.get(forward ? line.to : line.from)?.name ?? ""}. `;
    }),
  );
}

// linePanel tells who says so.
export function linePanel(line: Line, network: Network, words: Vocabulary): HTMLElement {
  const place = h("div", { class: "proofs" }, h("p", { class: "soft" }, text.loading));
  void ask(SayingsDocument, { where: { subject: line.from, predicate: line.predicate, object: line.to }, first: mostProofs }).then(
    ({ statements }) => fill(place, statements.nodes.map((proof) => proofShown(proof, words)), statements.totalCount > mostProofs && h("p", { class: "soft" }, text.more(statements.totalCount - mostProofs))),
    (error: Error) => fill(place, h("p", { role: "alert" }, error.message)),
  );
  const name = (id: string) => network.spots.get(id)?.name ?? id;
  return h("div", {}, h("h2", { tabindex: -1 }, text.whoSaysSo), h("p", { class: "unseen" }, text.lineChosen(name(line.from), line.label, name(line.to))), place);
}

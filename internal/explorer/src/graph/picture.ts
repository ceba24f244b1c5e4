// A still picture as SVG: the small one on the page of a thing, the one that is saved, and
// the one for browsers without WebGL. Labels that would cover another are left out; every
// thing and line has its words as a title.
import { measured, s } from "../dom.ts";
import { thingAddress } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { place, type Label } from "./labels.ts";
import { leanings, type Line, type Network, type Spot } from "./network.ts";

export interface PictureOptions {
  width: number;
  height: number;
  // links makes each thing a link to its page.
  links?: boolean;
  // colours of ink and paper; those of the page where left out.
  ink?: string;
  paper?: string;
}

const letters = measured("11px system-ui, sans-serif");
const margin = 46;
const small = 600; // pixels; narrower pictures have finer lines

export function picture(network: Network, words: Vocabulary, options: PictureOptions): SVGSVGElement {
  const { width, height } = options;
  const at = fitted([...network.spots.values()], width, height);
  const ink = options.ink ?? "var(--ink)";
  const svg = s("svg", { viewBox: `0 0 ${width} ${height}`, class: "picture", role: options.links ? "figure" : "img", "aria-label": summary(network) });
  if (options.paper) svg.append(s("rect", { width, height, fill: options.paper }));
  const fine = width < small ? 0.6 : 1;
  const many = parallels(network);
  for (const line of network.lines.values()) {
    const drawn = lineDrawn(line, network, at, many.get(line.id) ?? 0, ink, fine);
    if (drawn) svg.append(drawn);
  }
  const spots = [...network.spots.values()].sort((a, b) => b.degree - a.degree);
  const leans = leanings(network);
  const labels = place(spots.map((spot) => ({ ...at(spot), radius: radius(spot), name: spot.name, lean: leans.get(spot.id) })), width, height, letters);
  spots.forEach((spot, i) => {
    const mark = spotDrawn(spot, at(spot), labels[i] ?? null, words, ink, options.paper ?? "var(--paper)");
    svg.append(options.links ? s("a", { href: thingAddress(spot.id) }, mark) : mark);
  });
  return svg;
}

function spotDrawn(spot: Spot, { x, y }: { x: number; y: number }, label: Label | null, words: Vocabulary, ink: string, paper: string): SVGElement {
  return s(
    "g",
    {},
    s("title", {}, `${spot.name} (${words.className(spot.type)})`),
    s("circle", { cx: round(x), cy: round(y), r: round(radius(spot)), fill: words.colour(spot.type) }),
    label && s("text", { x: round(label.x), y: round(label.y), "text-anchor": label.anchor, "font-size": 11, "font-family": "system-ui, sans-serif", fill: ink, stroke: paper, "stroke-width": 3, "paint-order": "stroke" }, label.words),
  );
}

function summary(network: Network): string {
  return [...network.spots.values()].map(({ name }) => name).slice(0, 12).join(", ");
}

// radius grows with what a thing is tied to in the whole graph.
export function radius({ degree }: Spot): number {
  return 4 + Math.min(9, 1.5 * Math.log2(1 + degree));
}

// fitted gives the places within the picture; up is up.
export function fitted(spots: Spot[], width: number, height: number): (spot: { x: number; y: number }) => { x: number; y: number } {
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, 0.5), (height - 2 * margin) / Math.max(top - bottom, 0.5));
  return ({ x, y }) => ({ x: width / 2 + (x - (left + right) / 2) * scale, y: height / 2 - (y - (bottom + top) / 2) * scale });
}

// parallels tells how far each line bends so that lines between the same things lie apart:
// 0 for one that is alone.
export function parallels(network: Network): Map<string, number> {
  const between = new Map<string, Line[]>();
  for (const line of network.lines.values()) {
    const pair = line.from < line.to ? `${line.from} ${line.to}` : `${line.to} ${line.from}`;
    const lines = between.get(pair);
    if (lines) lines.push(line);
    else between.set(pair, [line]);
  }
  const bends = new Map<string, number>();
  for (const lines of between.values()) {
    lines.forEach((line, i) => {
      const bend = (i - (lines.length - 1) / 2) * 0.22;
      bends.set(line.id, line.from < line.to ? bend : -bend);
    });
  }
  return bends;
}

function lineDrawn(line: Line, network: Network, place: (spot: Spot) => { x: number; y: number }, bend: number, ink: string, fine: number): SVGElement | null {
  const [from, to] = [network.spots.get(line.from), network.spots.get(line.to)];
  if (!from || !to) return null;
  const [a, b] = [place(from), place(to)];
  const [mx, my] = [(a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend];
  return s(
    "path",
    {
      d: `M${round(a.x)} ${round(a.y)}Q${round(mx)} ${round(my)} ${round(b.x)} ${round(b.y)}`,
      fill: "none",
      stroke: ink,
      "stroke-opacity": vague(line) ? 0.22 : 0.42,
      "stroke-width": round(lineWidth(line) * fine),
      "stroke-dasharray": liesAhead(line) ? "5 4" : null,
    },
    s("title", {}, `${from.name} ${line.label} ${to.name}${line.period ? `, ${line.period.label}` : ""}`),
  );
}

// lineWidth grows with how many documents say so.
export function lineWidth({ documents }: Line): number {
  return 1 + Math.min(4, Math.log2(Math.max(1, documents)));
}

// liesAhead tells what has not happened, which is drawn dashed.
export function liesAhead({ status }: Line): boolean {
  return status === "PLANNED" || status === "TENTATIVE" || status === "PROPOSED";
}

// vague tells a line whose date is about so or doubted, which is drawn soft.
export function vague({ period }: Line): boolean {
  return period !== null && (period.approximate || period.uncertain);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

// Lines of figures as an SVG: years from left to right, one unit from bottom to top. Only
// figures of whole years that follow each other are joined, so that a year without one
// stays a gap. A figure given as about, nearly or over so much is hollow; one of a part of
// a year or of several years is a diamond that no line goes through. A figure far outside
// its line is a triangle at the edge, with its value, and the scale is that of the rest.
import { s } from "./dom.ts";
import { logarithmic, scale, ticksOf, type Scale } from "./scale.ts";

export interface Point {
  id: string;
  from: number; // years, with fractions
  to: number;
  value: number;
  exact: boolean;
  outside: boolean; // drawn at the edge
  label: string;
  documents: number;
}

export interface Line {
  colour: number;
  points: Point[];
}

const height = 400;
const margin = { top: 24, right: 22, bottom: 34, left: 78 };
const nameRoom = 60; // for the value of a figure at the edge
const wholeYear = (point: Point) => Number.isInteger(point.from) && point.to - point.from === 1;

export interface Options {
  label: string;
  chosen: string | null;
  log: boolean; // only where all values are above zero
  tick(value: number): string;
  choose(id: string): void;
}

export function chart(lines: Line[], width: number, options: Options): SVGSVGElement {
  const points = lines.flatMap((line) => line.points);
  const years = scale(Math.floor(Math.min(...points.map(({ from }) => from))), Math.ceil(Math.max(...points.map(({ to }) => to))), margin.left, width - margin.right);
  const x = (point: Point) => years.of((point.from + point.to) / 2);
  const beyond = points.filter(({ outside }) => outside).map(x);
  const named = (point: Point) => !beyond.some((other) => other > x(point) && other < x(point) + nameRoom);
  const { values, ticks } = upward(points.filter(({ outside }) => !outside).map(({ value }) => value), options.log);
  const drawn = s(
    "svg",
    { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "toolbar", "aria-label": options.label },
    ticks.map((value) => s("g", { class: value === 0 ? "grid zero" : "grid", "aria-hidden": "true" }, s("line", { x1: margin.left, x2: width - margin.right, y1: values.of(value), y2: values.of(value) }), s("text", { x: margin.left - 10, y: values.of(value), dy: ".32em", "text-anchor": "end" }, options.tick(value)))),
    yearTicks(years.low, years.high, width).map((year) => s("text", { class: "year", x: years.of(year + 0.5), y: height - 10, "text-anchor": "middle", "aria-hidden": "true" }, year)),
    lines.map((line) => s("g", { class: `line series-${line.colour}` }, runs(line.points).map((run) => s("path", { d: run.map((point, i) => `${i ? "L" : "M"}${x(point).toFixed(1)} ${values.of(point.value).toFixed(1)}`).join("") })))),
    lines.map((line) => s("g", { class: `series-${line.colour}` }, line.points.map((point) => mark(point, x(point), at(point, values), options)))),
    points.filter((point) => point.outside && named(point)).map((point) => s("text", { class: "beyond", "aria-hidden": "true", x: x(point) + 10, y: at(point, values), dy: ".35em" }, options.tick(point.value))),
  );
  walkable(drawn, options.chosen);
  return drawn;
}

// upward are the scale of values from bottom to top, and where its lines are drawn.
function upward(values: number[], log: boolean): { values: Scale; ticks: number[] } {
  if (log) return logarithmic(Math.min(...values), Math.max(...values), height - margin.bottom, margin.top);
  const ticks = ticksOf(Math.min(0, ...values), Math.max(0, ...values), 5);
  return { ticks, values: scale(ticks[0] ?? 0, ticks.at(-1) ?? 1, height - margin.bottom, margin.top) };
}

function at({ outside, value }: Point, values: Scale): number {
  if (!outside) return values.of(value);
  return value > 0 ? margin.top - 8 : height - margin.bottom + 8;
}

function shapeOf(point: Point): SVGElement {
  if (point.outside) return s("path", { d: point.value > 0 ? "M0-6 6 5-6 5Z" : "M0 6 6-5-6-5Z" });
  return wholeYear(point) ? s("circle", { r: 5 }) : s("path", { d: "M0-6 6 0 0 6-6 0Z" });
}

function mark(point: Point, x: number, y: number, { chosen, choose }: Options): SVGElement {
  const act = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(point.id);
  };
  return s(
    "g",
    { class: `point${point.exact ? "" : " inexact"}`, "data-held": point.id, role: "button", tabindex: -1, "aria-label": point.label, "aria-pressed": String(point.id === chosen), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, onclick: act, onkeydown: act },
    s("title", {}, point.label),
    s("circle", { class: "reach", r: 12 }),
    shapeOf(point),
  );
}

// walkable lets Tab reach one point, and the arrows the others in order of time.
function walkable(drawn: SVGSVGElement, chosen: string | null): void {
  const all = [...drawn.querySelectorAll<SVGGElement>(".point")];
  const start = all.find((point) => point.dataset.held === chosen) ?? all[0];
  start?.setAttribute("tabindex", "0");
  drawn.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = all.findIndex((point) => point === document.activeElement);
    const next = step && at >= 0 ? all[(at + step + all.length) % all.length] : null;
    if (!next) return;
    event.preventDefault();
    all.forEach((point) => point.setAttribute("tabindex", point === next ? "0" : "-1"));
    next.focus();
  });
}

// runs are figures of years that follow each other. Where documents disagree on a year, the
// line goes through what most of them give, or stops where none has most.
function runs(points: Point[]): Point[][] {
  const byYear = new Map<number, Point[]>();
  for (const point of points.filter(wholeYear)) byYear.set(point.from, [...(byYear.get(point.from) ?? []), point]);
  const agreed = [...byYear.values()].flatMap((told) => mostTold(told) ?? []).filter(({ outside }) => !outside);
  const found: Point[][] = [];
  for (const point of agreed.sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last?.at(-1)?.from === point.from - 1) last?.push(point);
    else found.push([point]);
  }
  return found.filter((run) => run.length > 1);
}

const nearly = 1.05; // figures that differ by less are one figure, rounded differently

function mostTold(told: Point[]): Point | null {
  const [first, ...rest] = told.sort((a, b) => b.documents - a.documents);
  const rivals = rest.filter((point) => first && point.documents === first.documents);
  const alike = rivals.every(({ value }) => first && Math.max(value, first.value) <= nearly * Math.min(value, first.value));
  return first && alike ? first : null;
}

function yearTicks(from: number, to: number, width: number): number[] {
  const room = Math.max(2, Math.floor((width - margin.left) / 62));
  const step = [1, 2, 5, 10, 20, 50].find((n) => (to - from) / n <= room) ?? 100;
  return Array.from({ length: to - from }, (_, i) => from + i).filter((year) => year % step === 0);
}

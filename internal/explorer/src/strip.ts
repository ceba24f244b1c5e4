// A line of years with a mark for each of several things: who was first, at a glance. It
// repeats the dates that stand beside it, so screen readers pass over it.
import { s } from "./dom.ts";

export interface Moment {
  year: number | null;
  label: string;
  first: boolean;
}

const width = 150;
const height = 22;
const margin = 7;

export function moments(all: Moment[], from: number, to: number): SVGSVGElement {
  const x = (year: number) => margin + ((width - 2 * margin) * (year - from)) / Math.max(1, to - from);
  const middle = height / 2;
  return s(
    "svg",
    { class: "moments", viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" },
    s("line", { x1: margin, x2: width - margin, y1: middle, y2: middle }),
    all.map(({ year, label, first }, i) => year !== null && s("g", { class: `mark series-${i}`, transform: `translate(${x(year).toFixed(1)} ${middle})` }, s("title", {}, `${label}: ${year}`), first ? s("circle", { r: 5.5 }) : s("circle", { r: 4, class: "hollow" }))),
  );
}

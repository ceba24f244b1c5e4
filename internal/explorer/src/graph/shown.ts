// From the network and the state to what is drawn: filter, then appearance. Pure.
import type { Vocabulary } from "../vocabulary.ts";
import { Network, type Line, type Spot } from "./network.ts";
import type { GraphState, Time } from "./state.ts";

export interface Shown {
  // what is drawn, in the network's order
  network: Network;
  // lines of each thing that are drawn
  lines: Map<string, Line[]>;
  // things that filters or the reader took out
  left: number;
  // lines without a date while time counts: drawn softer
  timeless: Set<string>;
}

// years are the first and the last year in which a line stood; null where it is open.
export interface Years {
  from: number | null;
  to: number | null;
}

// yearsOf reads a line's dates as its predicate reads them: a bare date of what stands
// from then on is its beginning. Null where no document dates it.
export function yearsOf(line: Line, words: Vocabulary): Years | null {
  const { period } = line;
  if (!period) return null;
  const from = yearOf(period.earliest);
  const to = yearOf(period.latest);
  const bare = !period.edtf.includes("/");
  return { from, to: bare && words.ofPredicate(line.predicate)?.time === "SINCE" ? null : to };
}

function yearOf(day: string | null): number | null {
  return day === null ? null : Number.parseInt(day, 10);
}

export function standsIn(years: Years, time: Time): boolean {
  const from = time.asOf ? time.to : time.from;
  return (years.from ?? -Infinity) <= time.to && (years.to ?? Infinity) >= from;
}

// stillSaid tells whether documents of other kinds say so too, or documents of no kind.
function stillSaid({ kinds }: Line, without: string[]): boolean {
  return kinds.length === 0 || kinds.some((kind) => !without.includes(kind));
}

export function shown(network: Network, state: GraphState, words: Vocabulary): Shown {
  const middles = new Set(state.steps.map(({ id }) => id));
  const hidden = new Set(state.hidden);
  const timeless = new Set<string>();
  const allowed = (spot: Spot | undefined) => spot !== undefined && !hidden.has(spot.id) && !state.withoutClasses.includes(spot.type);
  const stands = (line: Line): boolean => {
    if (!state.time) return true;
    const years = yearsOf(line, words);
    if (years) return standsIn(years, state.time);
    timeless.add(line.id);
    return state.undated;
  };
  const kept = [...network.lines.values()].filter(
    (line) =>
      !state.withoutPredicates.includes(line.predicate) &&
      !state.withoutStatus.includes(line.status) &&
      stillSaid(line, state.withoutKinds) &&
      allowed(network.spots.get(line.from)) &&
      allowed(network.spots.get(line.to)) &&
      stands(line),
  );
  const lines = new Map<string, Line[]>();
  const enter = (id: string, line: Line) => {
    const list = lines.get(id);
    if (list) list.push(line);
    else lines.set(id, [line]);
  };
  for (const line of kept) {
    enter(line.from, line);
    if (line.to !== line.from) enter(line.to, line);
  }
  const result = new Network();
  for (const spot of network.spots.values()) {
    if (!allowed(spot) || (!lines.has(spot.id) && !middles.has(spot.id))) continue;
    const pin = state.pins.get(spot.id);
    result.spots.set(spot.id, pin ? { ...spot, ...pin } : spot);
  }
  result.tie(kept);
  return { network: result, lines, left: network.spots.size - result.spots.size, timeless };
}

// span is the first and last year of all dates of a network; null where nothing is dated.
export function span(network: Network): { from: number; to: number } | null {
  let [from, to] = [Infinity, -Infinity];
  for (const { period } of network.lines.values()) {
    for (const year of [yearOf(period?.earliest ?? null), yearOf(period?.latest ?? null)]) {
      if (year === null) continue;
      [from, to] = [Math.min(from, year), Math.max(to, year)];
    }
  }
  return from <= to ? { from, to } : null;
}

// nearest is the neighbour that lies most in a direction, for the arrow keys.
export function nearest(from: Spot, choices: Spot[], dx: number, dy: number): Spot | null {
  let best: Spot | null = null;
  let least = Infinity;
  for (const spot of choices) {
    const [x, y] = [spot.x - from.x, spot.y - from.y];
    const along = x * dx + y * dy;
    if (along <= 1e-9) continue;
    const cost = Math.hypot(x, y) * (1 + 2 * (1 - along / Math.hypot(x, y)));
    if (cost < least) [best, least] = [spot, cost];
  }
  return best;
}

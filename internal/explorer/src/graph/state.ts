// What the reader sees of the graph, as the address writes it. Pure: read and write are
// each other's inverse, so a link brings back the same picture.
import type { Status } from "../generated/queries.mts";

// Step is something drawn around a thing: its first `first` neighbours, or those by one
// predicate in one direction. The steps are drawn in their order.
export interface Step {
  id: string;
  first: number;
  predicate?: string;
  forward?: boolean;
}

export interface Time {
  from: number; // years, both ends counted
  to: number;
  asOf: boolean; // at the end of `to` alone
}

export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

export type Beside = "about" | "table" | "tree";

export interface GraphState {
  steps: Step[];
  hidden: string[];
  pins: Map<string, { x: number; y: number }>;
  // What the legend leaves out.
  withoutClasses: string[];
  withoutPredicates: string[];
  withoutStatus: string[];
  withoutKinds: string[];
  time: Time | null;
  undated: boolean;
  // A thing's id, or a line's: "subject predicate object".
  chosen: string | null;
  beside: Beside;
  camera: Camera | null;
}

export const besides: Beside[] = ["about", "table", "tree"];

export const firstStep = 24;
const mostSteps = 60;
const mostFirst = 400; // what one answer of the server can hold

export function readState(address: URLSearchParams): GraphState {
  return {
    steps: address.getAll("around").slice(0, mostSteps).map(readStep).filter((step) => step !== null),
    hidden: address.getAll("hide"),
    pins: new Map(address.getAll("pin").map(readPin).filter((pin) => pin !== null)),
    withoutClasses: words(address.get("withoutClasses")),
    withoutPredicates: words(address.get("withoutPredicates")),
    withoutStatus: words(address.get("withoutStatus")),
    withoutKinds: words(address.get("withoutKinds")),
    time: readTime(address),
    undated: address.get("undated") !== "no",
    chosen: address.get("chosen"),
    beside: oneOf(address.get("beside"), besides, "about"),
    camera: readCamera(address.get("see")),
  };
}

export function writeState(state: GraphState): string {
  const pairs: [string, string][] = [
    ...state.steps.map((step): [string, string] => ["around", writeStep(step)]),
    ...state.hidden.map((id): [string, string] => ["hide", id]),
    ...[...state.pins].map(([id, { x, y }]): [string, string] => ["pin", `${id}~${short(x)}~${short(y)}`]),
  ];
  const add = (name: string, value: string | null | false) => value && pairs.push([name, value]);
  add("withoutClasses", state.withoutClasses.join(" "));
  add("withoutPredicates", state.withoutPredicates.join(" "));
  add("withoutStatus", state.withoutStatus.join(" "));
  add("withoutKinds", state.withoutKinds.join(" "));
  add(state.time?.asOf ? "asOf" : "during", state.time && (state.time.asOf ? `${state.time.to}` : `${state.time.from}/${state.time.to}`));
  add("undated", !state.undated && "no");
  add("chosen", state.chosen);
  add("beside", state.beside !== "about" && state.beside);
  add("see", state.camera && [state.camera.x, state.camera.y, state.camera.ratio].map(exact).join("~"));
  return pairs.map(([name, value]) => `${name}=${readable(value)}`).join("&");
}

function readable(value: string): string {
  return encodeURIComponent(value).replaceAll("%2F", "/").replaceAll("%20", "+");
}

export function readStep(written: string): Step | null {
  const [id, first, predicate, direction] = written.split("~");
  if (!id) return null;
  const count = Math.min(mostFirst, Math.max(1, Math.trunc(Number(first)) || firstStep));
  return predicate ? { id, first: count, predicate, forward: direction !== "in" } : { id, first: count };
}

function writeStep({ id, first, predicate, forward }: Step): string {
  if (predicate) return `${id}~${first}~${predicate}~${forward ? "out" : "in"}`;
  return first === firstStep ? id : `${id}~${first}`;
}

export function readPin(written: string): [string, { x: number; y: number }] | null {
  const [id, x, y] = written.split("~");
  return id && isNumber(x) && isNumber(y) ? [id, { x: Number(x), y: Number(y) }] : null;
}

export function readTime(address: URLSearchParams): Time | null {
  const asOf = year(address.get("asOf"));
  if (asOf !== null) return { from: asOf, to: asOf, asOf: true };
  const [first, last] = (address.get("during") ?? "").split("/");
  const from = year(first);
  const to = year(last ?? first);
  return from === null || to === null ? null : { from: Math.min(from, to), to: Math.max(from, to), asOf: false };
}

function year(written: string | null | undefined): number | null {
  return written && /^-?\d{1,4}$/.test(written) ? Number.parseInt(written, 10) : null;
}

export function readCamera(written: string | null): Camera | null {
  const [x, y, ratio] = (written ?? "").split("~");
  return isNumber(x) && isNumber(y) && isNumber(ratio) && Number(ratio) > 0 ? { x: Number(x), y: Number(y), ratio: Number(ratio) } : null;
}

function isNumber(written: string | undefined): boolean {
  return written !== undefined && written !== "" && Number.isFinite(Number(written));
}

function words(written: string | null): string[] {
  return (written ?? "").split(/[ ,]/).filter(Boolean);
}

function oneOf<T extends string>(written: string | null, known: T[], otherwise: T): T {
  return known.find((one) => one === written) ?? otherwise;
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

// exact is fine enough that the picture is the same to the pixel.
function exact(value: number): string {
  return String(Math.round(value * 1e5) / 1e5);
}

// toggled adds a word that is not there, and takes away one that is.
export function toggled(list: string[], word: string): string[] {
  return list.includes(word) ? list.filter((one) => one !== word) : [...list, word];
}

export const allStatus: Status[] = ["HAPPENED", "ONGOING", "PLANNED", "TENTATIVE", "PROPOSED"];

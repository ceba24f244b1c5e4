// The graph by keyboard: arrows walk to neighbours, other keys act on what is chosen.
import { nearest, type Shown } from "./shown.ts";

export interface Keys {
  // at is the id of the thing or line from which one goes on.
  at: string | null;
  shown: Shown | null;
  choose(id: string | null): void;
  read(): void;
  expand(id: string): void;
  hide(id: string): void;
  pin(id: string): void;
  open(id: string): void;
}

const arrows: Record<string, [number, number] | undefined> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

// pressed does what a key stands for, if anything.
export function pressed(event: KeyboardEvent, keys: Keys): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = arrows[event.key];
  const act = arrow ? () => walk(keys, arrow) : keys.at !== null && meaning(event.key, keys.at, keys);
  if (!act) return;
  event.preventDefault();
  act();
}

function meaning(key: string, at: string, keys: Keys): (() => void) | null {
  if (key === "Enter") return keys.read;
  if (key === "Escape") return () => keys.choose(null);
  if (!keys.shown?.network.spots.has(at)) return null; // the others are for things
  if (key === "+") return () => keys.expand(at);
  if (key === "Delete") return () => keys.hide(at);
  if (key === "p") return () => keys.pin(at);
  if (key === "o") return () => keys.open(at);
  return null;
}

function walk({ at, shown, choose }: Keys, [dx, dy]: [number, number]): void {
  if (!shown) return;
  const { spots } = shown.network;
  const start = at === null ? undefined : spots.get(at);
  const [first] = spots.values();
  if (!start) return first && choose(first.id);
  const ids = new Set((shown.lines.get(start.id) ?? []).flatMap((line) => [line.from, line.to]));
  ids.delete(start.id);
  const next = nearest(start, [...ids].map((id) => spots.get(id)).filter((spot) => spot !== undefined), dx, dy);
  if (next) choose(next.id);
}

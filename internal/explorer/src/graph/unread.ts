// What of an address the picture does without. Pure.
import type { LeftOut } from "../leftout.ts";
import type { Network } from "./network.ts";
import { besides, readCamera, readPin, readStep, readTime } from "./state.ts";

// leftOut are the values that mean nothing, and the things that are not there, given what
// was found for the address.
export function leftOut(address: URLSearchParams, { spots, lines }: Network): LeftOut[] {
  const dated = readTime(address) !== null;
  const isThere = (id: string) => spots.has(id) || lines.has(id);
  const means: Record<string, ((value: string) => boolean) | undefined> = {
    around: (value) => value === "" || spots.has(idOf(value)),
    pin: (value) => readPin(value) !== null,
    asOf: () => dated,
    during: () => dated,
    undated: (value) => value === "no",
    chosen: isThere,
    beside: (value) => besides.some((one) => one === value),
    see: (value) => readCamera(value) !== null,
  };
  return [...address].filter(([name, value]) => !(means[name]?.(value) ?? true)).map(([name, value]) => (name === "around" ? { name, value, id: idOf(value) } : { name, value }));
}

// idOf is the thing that a step is around.
function idOf(step: string): string {
  return readStep(step)?.id ?? step;
}

// The line below the picture: how much is drawn, and how much is not.
import { h, type Child } from "../dom.ts";
import { text } from "../text.ts";
import type { Shown } from "./shown.ts";
import type { GraphState } from "./state.ts";

export function statusTold({ network, left }: Shown, { steps, hidden }: GraphState, restore: () => void): Child {
  if (network.spots.size === 0 && steps.length === 0) return text.graphEmpty;
  return [
    [text.drawn(network.spots.size, network.lines.size), left > 0 && text.filteredOut(left)].filter(Boolean).join(" · "),
    hidden.length > 0 && [" · ", h("button", { type: "button", class: "as-link", onclick: restore }, text.restoreHidden(hidden.length))],
  ];
}

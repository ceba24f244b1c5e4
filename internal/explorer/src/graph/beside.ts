// What stands beside the picture: what is chosen, or the picture as a table or a tree.
import { fill, h, type Child } from "../dom.ts";
import { text } from "../text.ts";
import type { Vocabulary } from "../vocabulary.ts";
import type { Network } from "./network.ts";
import { linePanel, thingPanel, type Acts } from "./panel.ts";
import type { Shown } from "./shown.ts";
import type { GraphState } from "./state.ts";
import { table, tree, type Pointing } from "./table.ts";

export class Beside {
  private readonly tabs = h("div", { class: "tabs", role: "toolbar" });
  private readonly content = h("div", { class: "beside-content" });
  readonly element = h("section", { class: "beside", "aria-label": text.besidePicture }, this.tabs, this.content);

  constructor(
    private readonly words: Vocabulary,
    private readonly acts: Acts & Pointing,
    private readonly turnTo: (beside: GraphState["beside"]) => void,
  ) {}

  // show tells of what is chosen in the whole network, and of what is drawn of it.
  show(network: Network, now: Shown, state: GraphState): void {
    const { beside } = state;
    const tab = (which: GraphState["beside"], label: string) => h("button", { type: "button", "aria-pressed": String(beside === which), onclick: () => this.turnTo(which) }, label);
    const scroll = this.content.scrollTop;
    this.element.closest(".graph-page")?.classList.toggle("with-table", beside === "table");
    fill(this.tabs, tab("about", text.picture), tab("table", text.table), tab("tree", text.tree));
    if (beside === "table") fill(this.content, table(now, state, this.words, this.acts));
    else if (beside === "tree") fill(this.content, tree(now, state, this.words, this.acts));
    else fill(this.content, this.about(network, now, state));
    if (beside !== "about") this.content.scrollTop = scroll;
  }

  // read puts the focus on what is told of what is chosen.
  read(): void {
    this.content.querySelector<HTMLElement>("h2, a, button")?.focus();
  }

  private about(network: Network, now: Shown, state: GraphState): Child {
    const chosen = state.chosen ?? state.steps[0]?.id ?? "";
    const line = network.lines.get(chosen);
    if (line) return linePanel(line, network, this.words);
    const spot = network.spots.get(chosen);
    return spot ? thingPanel(spot, network, now, state, this.words, this.acts) : h("p", { class: "soft" }, text.graphEmpty);
  }
}

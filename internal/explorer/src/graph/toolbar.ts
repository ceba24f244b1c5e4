// The row of tools above the picture: adding, looking around, and taking it away.
import { h } from "../dom.ts";
import { searchBox } from "../searchbox.ts";
import { save } from "../take.ts";
import { text } from "../text.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { gexf } from "./gexf.ts";
import type { Network } from "./network.ts";
import { savePng, saveSvg } from "./saving.ts";
import type { Sight } from "./sight.ts";

export interface Tools {
  add(id: string): void;
  undo: HTMLElement;
  // sight is absent where the browser cannot draw.
  sight(): Sight | undefined;
  fullScreen(): void;
  // drawn is what a file of the picture holds.
  drawn(): Network | undefined;
  file(): string;
}

export function toolbar(words: Vocabulary, tools: Tools): HTMLElement {
  const tool = (label: string, act: () => void, name?: string) => h("button", { type: "button", "aria-label": name, onclick: act }, label);
  const saving = (label: string, write: (network: Network) => void) =>
    tool(label, () => {
      const network = tools.drawn();
      if (network) write(network);
    });
  return h(
    "div",
    { class: "toolbar" },
    searchBox(words, { label: text.graphAdd, compact: true, hint: text.graphAddHint, choose: tools.add }),
    tools.undo,
    tool(text.fit, () => tools.sight()?.fit()),
    tool("+", () => tools.sight()?.zoom(1 / 1.4), text.zoomIn),
    tool("−", () => tools.sight()?.zoom(1.4), text.zoomOut),
    tool(text.fullScreen, tools.fullScreen),
    h(
      "details",
      { class: "drop" },
      h("summary", {}, text.download),
      h(
        "div",
        {},
        saving(text.saveSvg, (network) => saveSvg(network, words, tools.file())),
        saving(text.savePng, (network) => void savePng(network, words, tools.file())),
        saving(text.saveGexf, (network) => save(gexf(network, words), `${tools.file()}.gexf`, "application/gexf+xml")),
      ),
    ),
  );
}

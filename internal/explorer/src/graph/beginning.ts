// The page of the graph before anything is drawn.
import { h } from "../dom.ts";
import { questions } from "../questions.ts";
import type { Context, Page } from "../router.ts";
import { searchBox } from "../searchbox.ts";
import { text } from "../text.ts";
import { graphAddress } from "../thing.ts";

// beginning is what there is to do before anything is drawn.
export async function beginning({ words, go }: Context): Promise<Page> {
  const offered = await questions("/graph");
  return {
    title: text.graphTitle([]),
    content: [
      h("section", { class: "hero" }, h("h1", {}, text.graphTitle([])), h("p", { class: "lead" }, text.graphEmpty), searchBox(words, { label: text.searchLabel, compact: true, choose: (id) => go(graphAddress(id)) })),
      offered && h("section", {}, h("h2", {}, text.questions), offered),
    ],
  };
}

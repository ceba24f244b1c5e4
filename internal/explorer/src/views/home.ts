// The first page: what this is, a search, questions to begin with, and the kinds of things.
import { h } from "../dom.ts";
import { kinds } from "../kinds.ts";
import { questions } from "../questions.ts";
import { searchBox } from "../searchbox.ts";
import { text } from "../text.ts";
import { thingAddress } from "../thing.ts";
import type { View } from "../router.ts";

export const view: View = async ({ words, go }) => {
  const offered = await questions();
  return {
    title: text.site,
    content: [
      h(
        "section",
        { class: "hero" },
        h("h1", {}, text.site),
        h("p", { class: "lead" }, text.homeSentence),
        searchBox(words, {
          label: text.searchLabel,
          compact: true,
          choose: (id) => go(thingAddress(id)),
          submit: (written) => go(`/search?q=${encodeURIComponent(written)}`),
        }),
        h("p", { class: "soft" }, text.footer(words.dataset.statements, words.dataset.entities, words.dataset.documents), `, ${text.edition(words.dataset.version)}`),
      ),
      offered && h("section", {}, h("h2", {}, text.questions), offered),
      h("section", {}, h("h2", {}, text.browse), kinds(words)),
    ],
  };
};

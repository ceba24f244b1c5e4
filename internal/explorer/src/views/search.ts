// All matches of a search, or all things of a class: /search?q=WORDS&type=CLASS.
import { ask, type Question } from "../api.ts";
import { fill, h, type Child } from "../dom.ts";
import { SearchDocument, type SearchQuery } from "../generated/queries.mts";
import { kinds } from "../kinds.ts";
import type { View } from "../router.ts";
import { searchBox } from "../searchbox.ts";
import { text } from "../text.ts";
import { thingAddress, thingLink } from "../thing.ts";
import type { Class, Vocabulary } from "../vocabulary.ts";

type Found = SearchQuery["search"];

const perPage = 50;

export const view: View = async ({ address, words, go, leftOut }) => {
  const written = address.searchParams.get("q")?.trim() ?? "";
  const asked = address.searchParams.get("type");
  const ofClass = words.classes.find((c) => c.type === asked) ?? null;
  if (asked && !ofClass) leftOut({ name: "type", value: asked });
  const title = written ? text.searchTitle(written) : ofClass ? words.classPlural(ofClass.type) : text.searchTitle("");
  const list = h("ul", { class: "found" });
  const count = h("p", { class: "soft", role: "status" });
  const more = h("p", {});

  const next = async (after: string | null): Promise<void> => {
    const page = await pageOf(written, ofClass, after);
    list.append(...page.nodes.map((thing) => h("li", {}, foundShown(thing, words))));
    if (written || ofClass) count.textContent = page.totalCount ? text.searchFound(page.totalCount) : text.searchNone(written);
    const left = page.totalCount - list.children.length;
    const { hasNextPage, endCursor } = page.pageInfo;
    fill(more, hasNextPage && h("button", { type: "button", onclick: () => void next(endCursor) }, text.more(left)));
  };
  await next(null);
  return {
    title,
    content: [
      h("h1", {}, title),
      ofClass && h("p", { class: "lead" }, ofClass.description),
      searchBox(words, { label: text.searchLabel, compact: true, value: written, choose: (id) => go(thingAddress(id)), submit: (q) => go(`/search?q=${encodeURIComponent(q)}`) }),
      count,
      list,
      more,
      list.children.length === 0 && h("section", {}, written && h("p", {}, text.searchAgain), h("h2", {}, text.browse), kinds(words)),
    ],
  };
};

async function pageOf(written: string, ofClass: Class | null, after: string | null): Promise<Found> {
  if (written) return (await ask(SearchDocument, { text: written, types: ofClass && [ofClass.type], first: perPage, after })).search;
  if (ofClass) return (await ask(listOf(ofClass), { first: perPage, after })).list;
  return { totalCount: 0, pageInfo: { endCursor: null, hasNextPage: false }, nodes: [] };
}

// listOf asks for all things of a class. The query's name is the class's own, so it cannot
// be typed from the SDL; each class's list has the same shape.
function listOf(ofClass: Class): Question<{ list: Found }, { first: number; after: string | null }> {
  return `query Listed($first: Int!, $after: Cursor) {
    list: ${ofClass.plural}(first: $first, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      nodes { id type name description aliases }
    }
  }`;
}

function foundShown(thing: Found["nodes"][number], words: Vocabulary): Child[] {
  return [
    thingLink(thing, words),
    h("span", { class: "class" }, words.className(thing.type)),
    thing.description && h("p", { class: "soft" }, thing.description),
    thing.aliases.length > 0 && h("p", { class: "soft" }, `${text.alsoKnown}: ${thing.aliases.join(", ")}`),
  ];
}

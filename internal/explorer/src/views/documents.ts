// Documents: all of them, by name, kind and date, each with how much it says.
// /documents?name=WORDS&kind=KIND&sort=newest|oldest; /documents?of=ID, as older links have
// it, is the page of one.
import { ask, type Question } from "../api.ts";
import { changed, choice, controls } from "../controls.ts";
import { fill, freshId, h } from "../dom.ts";
import { separated } from "../evidence.ts";
import { SourcesDocument, type DocumentKind, type SourceFragment, type SourcesQuery } from "../generated/queries.mts";
import type { Context, View } from "../router.ts";
import { about, moreButton } from "../source.ts";
import { text } from "../text.ts";
import { thingAddress } from "../thing.ts";

const documentsAtOnce = 50;
const perPage = 100; // of documents asked for
const countedAtOnce = 20; // documents whose statements one request counts

const kinds = Object.keys(text.kind) as DocumentKind[];

export const view: View = async (context) => {
  const asked = context.address.searchParams;
  const one = asked.get("of");
  if (one) {
    context.go(thingAddress(one), true);
    return { title: text.pages.documents, content: [] }; // which the page of the document overtakes
  }
  const name = asked.get("name")?.trim() ?? "";
  const sources = await supply(name, kinds.find((one) => one === asked.get("kind")) ?? null, asked.get("sort"));
  const items = h("ul", { class: "sources" });
  const more = h("p", {});
  const next = async (): Promise<void> => {
    const some = await sources.next();
    const rows = some.map((source) => ({ source, count: h("span", { class: "count" }) }));
    items.append(...rows.map(({ source, count }) => h("li", {}, h("a", { href: thingAddress(source.id) }, source.title), count, h("p", { class: "soft" }, separated(about(source))))));
    void counted(rows);
    const left = sources.total() - items.children.length;
    fill(more, left > 0 && moreButton(Math.min(documentsAtOnce, left), more, next));
  };
  await next();
  return {
    title: text.pages.documents,
    content: [
      h("h1", {}, text.pages.documents),
      h("p", { class: "lead" }, text.documentsLead),
      controls(
        nameField(context, name),
        choice(context, "kind", text.documentKind, [{ value: "", label: text.any }, ...kinds.map((kind) => ({ value: kind, label: text.kind[kind] }))]),
        choice(context, "sort", text.sortBy, [{ value: "", label: text.byName }, { value: "newest", label: text.newestPublished }, { value: "oldest", label: text.oldestPublished }]),
      ),
      items.children.length ? [h("p", { class: "soft", role: "status" }, text.documents(sources.total())), items, more] : h("p", { class: "empty", role: "status" }, name ? text.searchNone(name) : text.documentsNone),
    ],
  };
};

interface Supply {
  total(): number;
  next(): Promise<SourceFragment[]>;
}

// supply gives documents in portions. The server sorts by name and knows no filter by
// kind, so for another order or one kind all documents are brought here first.
async function supply(name: string, kind: DocumentKind | null, order: string | null): Promise<Supply> {
  if (!kind && !order) {
    const pages = pagesOf(name, documentsAtOnce);
    let total = 0;
    return { total: () => total, next: async () => portion(await pages.next(), (all) => (total = all)) };
  }
  const all: SourceFragment[] = [];
  for await (const page of pagesOf(name, perPage)) all.push(...page.nodes);
  const kept = inOrder(all.filter((source) => !kind || source.kind === kind), order);
  let from = 0;
  return { total: () => kept.length, next: async () => kept.slice(from, (from += documentsAtOnce)) };
}

type Sources = SourcesQuery["documents"];

function portion(page: IteratorResult<Sources, void>, tell: (total: number) => void): SourceFragment[] {
  if (page.done) return [];
  tell(page.value.totalCount);
  return page.value.nodes;
}

async function* pagesOf(name: string, first: number): AsyncGenerator<Sources, void> {
  let after: string | null = null;
  do {
    const { documents }: SourcesQuery = await ask(SourcesDocument, { where: name ? { name } : null, first, after });
    yield documents;
    after = documents.pageInfo.hasNextPage ? documents.pageInfo.endCursor : null;
  } while (after);
}

// inOrder sorts by date; what has none comes last either way.
function inOrder(sources: SourceFragment[], order: string | null): SourceFragment[] {
  const day = ({ published }: SourceFragment) => published?.earliest ?? published?.latest ?? "";
  const way = order === "oldest" ? 1 : -1;
  return order ? sources.sort((a, b) => Number(!day(a)) - Number(!day(b)) || way * day(a).localeCompare(day(b))) : sources;
}

// counted writes beside documents how many statements each carries, as soon as it is known.
async function counted(rows: { source: SourceFragment; count: HTMLElement }[]): Promise<void> {
  for (let from = 0; from < rows.length; from += countedAtOnce) {
    const some = rows.slice(from, from + countedAtOnce);
    const counts = await ask(countOf(some.map(({ source }) => source.id)), {}).catch(() => null);
    some.forEach(({ count }, i) => fill(count, counts && text.statementsIn(counts[`of${i}`]?.totalCount ?? 0)));
  }
}

// countOf cannot be typed from the SDL: it asks the same of each document, under its own name.
function countOf(ids: string[]): Question<Record<string, { totalCount: number }>, object> {
  return `query Counted { ${ids.map((id, i) => `of${i}: statements(where: { document: ${JSON.stringify(id)} }, first: 0) { totalCount }`).join(" ")} }`;
}

function nameField({ address, go }: Context, name: string): HTMLElement {
  const id = freshId();
  const input = h("input", { id, name: "name", type: "search", value: name, size: 30, placeholder: text.titleHint });
  const act = (event: Event) => (event.preventDefault(), go(changed(address, { name: input.value.trim() }), true));
  return h("form", { class: "control", role: "search", "aria-label": text.titleLabel, onsubmit: act }, h("label", { for: id }, text.titleLabel), h("div", { class: "row" }, input, h("button", {}, text.filter)));
}

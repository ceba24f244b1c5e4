// Documents: all of them, or one with everything it says, in its own order.
// /documents?name=WORDS or /documents?of=ID
import { ask, Failure } from "../api.ts";
import { changed, controls } from "../controls.ts";
import { fill, freshId, h, type Child } from "../dom.ts";
import { proofShown, separated } from "../evidence.ts";
import { OneSourceDocument, SaidDocument, SourcesDocument, type ProofFragment, type SaidQuery, type SourceFragment } from "../generated/queries.mts";
import type { Context, View } from "../router.ts";
import { text } from "../text.ts";
import { spanShown, thingAddress } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

const documentsAtOnce = 50;
const statementsAtOnce = 40;

export const view: View = (context) => {
  const id = context.address.searchParams.get("of");
  return id ? one(context, id) : list(context);
};

async function list(context: Context) {
  const name = context.address.searchParams.get("name")?.trim() ?? "";
  const items = h("ul", { class: "sources" });
  const count = h("p", { class: "soft", role: "status" });
  const more = h("p", {});
  const next = async (after: string | null): Promise<void> => {
    const { documents } = await ask(SourcesDocument, { where: name ? { name } : null, first: documentsAtOnce, after });
    items.append(...documents.nodes.map((source) => h("li", {}, h("a", { href: saidAddress(source.id) }, source.title), h("p", { class: "soft" }, separated(about(source))))));
    count.textContent = text.documents(documents.totalCount);
    const left = documents.totalCount - items.children.length;
    fill(more, left > 0 && moreButton(Math.min(documentsAtOnce, left), more, () => next(documents.pageInfo.endCursor)));
  };
  await next(null);
  return {
    title: text.pages.documents,
    content: [
      h("h1", {}, text.pages.documents),
      h("p", { class: "lead" }, text.documentsLead),
      controls(nameField(context, name)),
      items.children.length ? [count, items, more] : h("p", { class: "empty", role: "status" }, name ? text.searchNone(name) : text.documentsNone),
    ],
  };
}

const saidAddress = (id: string) => `/documents?of=${encodeURIComponent(id).replaceAll("%2F", "/")}`;

function moreButton(count: number, place: HTMLElement, act: () => Promise<void>): HTMLElement {
  return h("button", { type: "button", onclick: () => void act().catch((error: Error) => place.append(" ", h("span", { role: "alert" }, error.message))) }, text.showMore(count));
}

function nameField({ address, go }: Context, name: string): HTMLElement {
  const id = freshId();
  const input = h("input", { id, name: "name", type: "search", value: name, size: 30, placeholder: text.titleHint });
  const act = (event: Event) => (event.preventDefault(), go(changed(address, { name: input.value.trim() }), true));
  return h("form", { class: "control", role: "search", "aria-label": text.titleLabel, onsubmit: act }, h("label", { for: id }, text.titleLabel), h("div", { class: "row" }, input, h("button", {}, text.filter)));
}

function about({ publisher, published, kind, language }: SourceFragment): Child[] {
  return [publisher, spanShown(published), kind && text.kind[kind], language && language !== document.documentElement.lang && h("span", {}, text.inLanguage(language))];
}

// saidBy is null for a document that others speak of, and that nothing was read from.
async function saidBy(id: string, after: string | null): Promise<SaidQuery["statements"] | null> {
  try {
    return (await ask(SaidDocument, { id, first: statementsAtOnce, after })).statements;
  } catch (error) {
    if (error instanceof Failure && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

async function one({ words }: Context, id: string) {
  const said = h("div", { class: "said" });
  const more = h("p", {});
  let shown = 0;
  let heading: string | null = null;
  const next = async (after: string | null): Promise<number> => {
    const statements = await saidBy(id, after);
    if (!statements) return 0;
    for (const proof of statements.nodes) {
      const section: string = proof.evidence.section ?? "";
      if (heading !== section) said.append(h("h2", { class: section ? null : "unseen" }, section || text.noSection));
      heading = section;
      said.append(proofIn(proof, words));
    }
    shown += statements.nodes.length;
    const left = statements.totalCount - shown;
    fill(more, left > 0 && moreButton(Math.min(statementsAtOnce, left), more, async () => void (await next(statements.pageInfo.endCursor))));
    return statements.totalCount;
  };
  const [{ document: source }, count] = await Promise.all([ask(OneSourceDocument, { id }), next(null)]);
  if (!source) throw new Error(text.notFound(id));
  return {
    title: source.title,
    content: [
      h("p", {}, h("a", { href: "/documents" }, `← ${text.allDocuments}`)),
      h("h1", {}, source.title),
      h("p", { class: "lead" }, separated(about(source))),
      source.description && h("p", {}, source.description),
      h(
        "p",
        { class: "actions" },
        source.address && h("a", { href: source.address, target: "_blank", rel: "noopener noreferrer" }, text.atAddress),
        h("a", { href: thingAddress(source.id) }, text.aboutDocument),
        count > 0 && h("a", { href: `/export?format=csv&documents=${encodeURIComponent(source.id)}`, download: "" }, text.saveCsv),
      ),
      h("p", { class: "soft" }, text.says(count), count > 0 && (source.sha256 ? [" · ", text.held, " ", h("code", {}, `sha256 ${source.sha256.slice(0, 12)}…`)] : ` · ${text.notHeld}`)),
      count ? [said, more] : h("p", { class: "empty" }, text.saysNothing),
    ],
  };
}

function proofIn(proof: ProofFragment, words: Vocabulary): HTMLElement {
  const shown = proofShown(proof, words);
  shown.querySelector(".source")?.remove(); // the page tells of its document once,
  if (!proof.evidence.passage) shown.querySelector(".sentence + .soft")?.remove(); // and that its text is not held
  return shown;
}

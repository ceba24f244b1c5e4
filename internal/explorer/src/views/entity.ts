// The page of one thing: what it is, what documents say of it and who says so, its
// timeline, its neighbourhood, where documents disagree, what is known to be missing, and
// how to take it away.
import { ask } from "../api.ts";
import { disagreementShown } from "../dispute.ts";
import { fill, h, type Child } from "../dom.ts";
import { separated } from "../evidence.ts";
import { factList } from "../factlist.ts";
import { dated, grouped, type Dated, type Order, type Told } from "../facts.ts";
import { DisagreementsDocument, FactsDocument, ProfileDocument, SurroundingsDocument, type DisagreementsQuery, type FactsQuery, type ProfileQuery } from "../generated/queries.mts";
import { Network } from "../graph/network.ts";
import { picture } from "../graph/picture.ts";
import { savePng, saveSvg } from "../graph/saving.ts";
import type { View } from "../router.ts";
import { origin, saying } from "../source.ts";
import { fileName, takeAway } from "../take.ts";
import { text } from "../text.ts";
import { dot, graphAddress, spanShown, statusShown, termShown, thingLink } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

type Profile = NonNullable<ProfileQuery["entity"]>;

const perPage = 100;
const neighboursDrawn = 24;
const datedAtFirst = 10;
const disagreementsShown = 5;

export const view: View = async ({ address, words, go }) => {
  const id = decodeURIComponent(address.pathname.slice(1));
  const order: Order = address.searchParams.get("order") === "told" ? "told" : "newest";
  const [{ entity: profile }, statements, { disagreements }] = await Promise.all([ask(ProfileDocument, { id }), told(id), ask(DisagreementsDocument, { about: [id], first: disagreementsShown, after: null })]);
  if (!profile) throw new Error(text.notFound(id));
  const source = "sha256" in profile ? profile : null; // a document
  const groups = grouped(statements, id, order);
  const orders = orderChoice(order, address, go);
  return {
    title: profile.name,
    content: [
      head(profile, words, source && origin(source)),
      h(
        "div",
        { class: "thing-page" },
        h(
          "div",
          { class: "main-column" },
          source && (await saying(source, words)),
          (groups.length > 0 || !source) && h("section", { id: "facts" }, h("div", { class: "heading" }, h("h2", {}, source ? text.aboutDocument : text.facts), orders), groups.length ? factList(groups, words) : h("p", { class: "soft" }, text.noFacts)),
          disputed(id, disagreements, words),
        ),
        h("div", { class: "side-column" }, neighbourhood(id, words), gaps(profile), history(id, dated(statements), words), takeAway(profile, words)),
      ),
    ],
  };
};

// told gives all statements about a thing, page by page.
async function told(id: string): Promise<Told[]> {
  const all: Told[] = [];
  let after: string | null = null;
  do {
    const answer: FactsQuery = await ask(FactsDocument, { id, first: perPage, after });
    const entity = answer.entity;
    if (!entity) break;
    all.push(...entity.statements.nodes);
    after = entity.statements.pageInfo.hasNextPage ? entity.statements.pageInfo.endCursor : null;
  } while (after);
  return all;
}

function head(profile: Profile, words: Vocabulary, origin: Child): HTMLElement {
  return h(
    "div",
    { class: "thing-head" },
    h("p", { class: "class" }, dot(profile.type, words), h("a", { href: `/search?type=${profile.type}` }, words.className(profile.type))),
    h("h1", {}, profile.name),
    profile.description && h("p", { class: "lead" }, profile.description),
    origin,
    profile.aliases.length > 0 && h("p", { class: "soft" }, `${text.alsoKnown} `, separated(profile.aliases.map((name) => h("span", { class: "alias" }, name)))),
    profile.sameAs.length > 0 && h("p", { class: "soft" }, `${text.elsewhere} `, separated(profile.sameAs.map((iri) => h("a", { href: iri, target: "_blank", rel: "noopener noreferrer" }, new URL(iri).host)))),
    h("p", { class: "actions" }, h("a", { href: graphAddress(profile.id), class: "button" }, text.openGraph), h("a", { href: `/paths?from=${profile.id}` }, text.openPaths), h("a", { href: `/compare?of=${profile.id}` }, text.openCompare)),
  );
}

function orderChoice(order: Order, address: URL, go: (address: URL, replace: boolean) => void): HTMLElement {
  const choose = (event: Event) => {
    const target = new URL(address);
    const chosen = (event.target as HTMLSelectElement).value;
    if (chosen === "newest") target.searchParams.delete("order");
    else target.searchParams.set("order", chosen);
    go(target, true);
  };
  return h(
    "label",
    { class: "order" },
    h("span", { class: "unseen" }, text.order),
    h("select", { onchange: choose }, h("option", { value: "newest", selected: order === "newest" }, text.newest), h("option", { value: "told", selected: order === "told" }, text.mostTold)),
  );
}

function disputed(id: string, { nodes, totalCount }: DisagreementsQuery["disagreements"], words: Vocabulary): Child {
  const rest = totalCount > nodes.length && h("a", { href: `/disagreements?of=${id}` }, text.everyDisagreement(totalCount));
  return nodes.length > 0 && h("section", { id: "disagreements" }, h("div", { class: "heading" }, h("h2", {}, text.disagreements), rest), nodes.map((one) => disagreementShown(one, "h3", words)));
}

function gaps({ coverage }: Profile): Child {
  return (
    coverage.length > 0 &&
    h("section", { class: "gaps" }, h("h2", {}, text.missing), h("ul", {}, coverage.map(({ missing, why }) => h("li", {}, h("p", {}, missing), h("p", { class: "soft" }, why)))), h("p", { class: "soft" }, text.missingHint))
  );
}

function neighbourhood(id: string, words: Vocabulary): HTMLElement {
  const place = h("div", { class: "small-picture" }, h("p", { class: "soft" }, text.loading));
  void ask(SurroundingsDocument, { around: [id], depth: 1, first: neighboursDrawn }).then(
    ({ network }) => {
      const around = Network.of(network);
      const file = fileName(id);
      fill(
        place,
        picture(around, words, { width: 420, height: 340, links: true }),
        h(
          "p",
          { class: "soft" },
          network.hidden > 0 && [text.graphHidden(network.hidden), " "],
          h("button", { type: "button", class: "as-link", onclick: () => saveSvg(around, words, file) }, text.saveSvg),
          " ",
          h("button", { type: "button", class: "as-link", onclick: () => void savePng(around, words, file) }, text.savePng),
        ),
      );
    },
    (error: Error) => fill(place, h("p", { role: "alert" }, error.message)),
  );
  return h("section", {}, h("div", { class: "heading" }, h("h2", {}, text.neighbourhood), h("a", { href: graphAddress(id) }, text.openGraph)), place);
}

function history(id: string, entries: Dated[], words: Vocabulary): Child {
  const rows = (some: Dated[]) =>
    some.map(({ when, statement }) => {
      const forward = statement.subject.id === id;
      return h(
        "li",
        {},
        spanShown(when),
        h("span", {}, h("span", { class: "predicate" }, words.label(statement.predicate.name, forward)), " ", forward ? termShown(statement.object, words) : thingLink(statement.subject, words), " ", statusShown(statement.status)),
      );
    });
  const list = h("ol", { class: "history" }, rows(entries.slice(0, datedAtFirst)));
  const unfold = () => (list.append(...rows(entries.slice(datedAtFirst))), more.remove());
  const more: HTMLElement = h("button", { type: "button", class: "quiet", onclick: unfold }, text.showAll(entries.length));
  return entries.length > 0 && h("section", {}, h("div", { class: "heading" }, h("h2", {}, text.history), h("a", { href: `/timeline?of=${id}` }, text.openTimeline)), list, entries.length > datedAtFirst && more);
}

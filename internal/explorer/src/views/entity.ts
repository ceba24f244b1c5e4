// The page of one thing: what it is, what documents say of it and who says so, its
// timeline, its neighbourhood, where documents disagree, and how to take it away.
import { ask } from "../api.ts";
import { fill, h, type Child } from "../dom.ts";
import { separated, whoSaysSo } from "../evidence.ts";
import { grouped, type Fact, type Facts, type Order, type Told } from "../facts.ts";
import { DatedDocument, DisputedDocument, FactsDocument, ProfileDocument, SurroundingsDocument, type DisputedQuery, type FactsQuery, type ProfileQuery } from "../generated/queries.mts";
import { Network } from "../graph/network.ts";
import { picture } from "../graph/picture.ts";
import { savePng, saveSvg } from "../graph/saving.ts";
import type { View } from "../router.ts";
import { fileName, takeAway } from "../take.ts";
import { text } from "../text.ts";
import { circumstances, dot, graphAddress, spanShown, statusShown, termShown, thingLink } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

type Profile = NonNullable<ProfileQuery["entity"]>;

const perPage = 100;
const shownAtFirst = 8;
const neighboursDrawn = 24;
const datedAtFirst = 12;
const detailsShown = 3; // of a fact; who says so tells all
const datesShown = 2;

export const view: View = async ({ address, words, go }) => {
  const id = decodeURIComponent(address.pathname.slice(1));
  const order: Order = address.searchParams.get("order") === "told" ? "told" : "newest";
  const [{ entity: profile }, statements, { disagreements }] = await Promise.all([ask(ProfileDocument, { id }), told(id), ask(DisputedDocument, { about: [id], first: 20 })]);
  if (!profile) throw new Error(text.notFound(id));
  const groups = grouped(statements, id, order);
  const disputed = disagreements.nodes.length > 0 && h("section", { id: "disagreements" }, h("h2", {}, text.disagreements), disagreements.nodes.map((one) => disagreementShown(one, words)));
  return {
    title: profile.name,
    content: [
      head(profile, words),
      h(
        "div",
        { class: "thing-page" },
        h(
          "div",
          { class: "main-column" },
          h("section", { id: "facts" }, h("div", { class: "heading" }, h("h2", {}, text.facts), orderChoice(order, address, go)), groups.length ? groups.map((group) => factsShown(group, words)) : h("p", { class: "soft" }, text.noFacts)),
          disputed,
        ),
        h("div", { class: "side-column" }, neighbourhood(id, words), history(id, words), takeAway(profile, words)),
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

function head(profile: Profile, words: Vocabulary): HTMLElement {
  return h(
    "div",
    { class: "thing-head" },
    h("p", { class: "class" }, dot(profile.type, words), h("a", { href: `/search?type=${profile.type}` }, words.className(profile.type))),
    h("h1", {}, profile.name),
    profile.description && h("p", { class: "lead" }, profile.description),
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

function factsShown(group: Facts, words: Vocabulary): HTMLElement {
  const rows = group.facts.map((fact) => factShown(fact, group, words));
  const list = h("ul", { class: "facts" }, rows.slice(0, shownAtFirst));
  const rest = rows.slice(shownAtFirst);
  const more =
    rest.length > 0 &&
    h("button", { type: "button", class: "quiet", onclick: () => (list.append(...rest), more && more.remove(), rest[0]?.querySelector<HTMLElement>("a, button")?.focus()) }, text.showAll(rows.length));
  return h("section", { class: "predicate-group" }, h("h3", { title: words.ofPredicate(group.predicate)?.description }, words.label(group.predicate, group.forward)), h("div", {}, list, more));
}

function factShown({ statements }: Fact, group: Facts, words: Vocabulary): HTMLElement {
  const [first] = statements;
  if (!first) return h("li");
  const { button, place } = whoSaysSo(statements, words);
  const dates = unique(statements.map(({ when }) => when).filter((when) => when !== null), (when) => when.edtf);
  const details = unique(statements.flatMap((statement) => circumstances(statement, words)).filter(Boolean), (child) => (child instanceof Node ? (child.textContent ?? "") : String(child)));
  const moreDetails = details.length - detailsShown;
  const conflicting = statements.some(({ conflictsWith }) => conflictsWith.length > 0);
  return h(
    "li",
    {},
    h(
      "div",
      { class: "fact" },
      h("div", { class: "what" }, group.forward ? termShown(first.object, words) : thingLink(first.subject, words), details.length > 0 && h("span", { class: "details" }, separated([...details.slice(0, detailsShown), moreDetails > 0 && text.more(moreDetails)]))),
      h("div", { class: "when" }, separated([...dates.slice(0, datesShown).map(spanShown), dates.length > datesShown && text.more(dates.length - datesShown)]), " ", statusShown(first.status, first.asOf)),
      h("div", { class: "told" }, conflicting && h("a", { href: "#disagreements", class: "disputed" }, "≠", h("span", { class: "unseen" }, text.disagreements)), button),
    ),
    place,
  );
}

function unique<T>(values: T[], key: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [key(value), value])).values()];
}

function disagreementShown(one: DisputedQuery["disagreements"]["nodes"][number], words: Vocabulary): HTMLElement {
  return h(
    "article",
    { class: "disagreement" },
    h("h3", {}, thingLink(one.subject, words), " ", h("span", { class: "predicate" }, one.predicate.label), one.role && ` (${one.role})`),
    h(
      "div",
      { class: "sides" },
      one.values.map((side) => {
        const { button, place } = whoSaysSo(side.statements, words);
        return h("div", { class: "side" }, h("p", { class: "claim" }, termShown(side.value, words)), h("p", {}, button), place);
      }),
    ),
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

function history(id: string, words: Vocabulary): HTMLElement {
  const list = h("ol", { class: "history" });
  const section = h("section", { hidden: true }, h("h2", {}, text.history), list);
  void ask(DatedDocument, { id, first: perPage }).then(({ entity }) => {
    const entries = entity?.timeline.nodes ?? [];
    const rows = entries.map(({ when, statement }): Child => {
      const forward = statement.subject.id === id;
      return h(
        "li",
        {},
        spanShown(when),
        h("span", {}, h("span", { class: "predicate" }, words.label(statement.predicate.name, forward)), " ", forward ? termShown(statement.object, words) : thingLink(statement.subject, words), " ", statusShown(statement.status)),
      );
    });
    section.hidden = rows.length === 0;
    fill(list, rows.slice(0, datedAtFirst));
    const rest = rows.slice(datedAtFirst);
    if (rest.length) {
      const more: HTMLElement = h("button", { type: "button", class: "quiet", onclick: () => (list.append(...(rest as Node[])), more.remove()) }, text.showAll(rows.length));
      section.append(more);
    }
  }, () => undefined); // the facts above tell the same
  return section;
}

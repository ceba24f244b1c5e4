// Ontology: the classes and predicates of the graph, as the server tells them.
import { ask } from "../api.ts";
import { h, type Child } from "../dom.ts";
import { separated } from "../evidence.ts";
import { OntologyInFullDocument, type EntityType, type OntologyInFullQuery } from "../generated/queries.mts";
import type { View } from "../router.ts";
import { text } from "../text.ts";
import { dot } from "../thing.ts";
import { inWords, type Vocabulary } from "../vocabulary.ts";

type Class = OntologyInFullQuery["ontology"]["classes"][number];
type Predicate = OntologyInFullQuery["ontology"]["predicates"][number];

export const view: View = async ({ words }) => {
  const { ontology } = await ask(OntologyInFullDocument, {});
  const { classes, predicates } = ontology;
  return {
    title: text.pages.ontology,
    content: [
      h("h1", {}, text.pages.ontology),
      h("p", { class: "lead" }, text.ontologyLead(classes.length, predicates.length)),
      h("p", { class: "actions" }, h("a", { href: "#classes" }, text.classes), h("a", { href: "#predicates" }, text.predicates), vocabularies.map(([address, name]) => h("a", { href: address, download: "" }, name))),
      h("section", { class: "ontology" }, h("h2", { id: "classes" }, text.classes), h("ul", { class: "classes" }, classes.map((one) => classShown(one, words)))),
      h("section", { class: "ontology" }, h("h2", { id: "predicates" }, text.predicates), h("div", { class: "predicates" }, [...predicates].sort((a, b) => a.label.localeCompare(b.label)).map((one) => predicateShown(one, classes, words)))),
    ],
  };
};

const vocabularies = [
  ["/export/ontology.ttl", "OWL"],
  ["/export/shapes.ttl", "SHACL"],
  ["/export/context.jsonld", "JSON-LD context"],
] as const;

function classShown({ type, name, prefix, description, interfaces, sameAs, count }: Class, words: Vocabulary): HTMLElement {
  return h(
    "li",
    { id: `class-${type}` },
    h("h3", {}, dot(type, words), h("span", {}, inWords(name)), h("a", { class: "count", href: `/search?type=${type}` }, text.things(count))),
    h("p", {}, description),
    h("p", { class: "soft" }, separated([h("code", {}, `${prefix}/…`), interfaces.length > 0 && text.countsAs(interfaces.map(inWords)), sameAs.length > 0 && same(sameAs)])),
  );
}

function same(names: string[]): Child {
  return h("span", {}, `${text.sameElsewhere} `, separated(names.map((name) => h("code", {}, name))));
}

function predicateShown(one: Predicate, classes: Class[], words: Vocabulary): HTMLElement {
  const rules = [one.time && text.readTime[one.time], one.single && text.single, one.once && text.once, one.term && text.term, one.symmetric && text.symmetric].filter((rule) => rule !== false && rule !== null);
  const told = text.undrawn(one.count);
  return h(
    "details",
    { id: `predicate-${one.name}` },
    h("summary", {}, h("h3", {}, one.label), one.inverseLabel && !one.symmetric && h("span", { class: "soft" }, `↔ ${one.inverseLabel}`), h("span", { class: "count" }, told)),
    h("p", {}, one.description),
    h("p", { class: "soft ends" }, kinds(one.domain, classes, words), h("span", { "aria-label": text.to, role: "img" }, " → "), one.range.length ? kinds(one.range, classes, words) : text.termKind[one.object]),
    rules.length > 0 && h("p", { class: "soft" }, rules.join(" ")),
    h("p", { class: "soft" }, separated([h("code", {}, one.name), one.inverseLabel && h("a", { href: `/timeline?predicate=${one.name}` }, told), one.sameAs.length > 0 && same(one.sameAs)])),
  );
}

const namedAtMost = 6;

// kinds are the classes at one end; many of them are folded.
function kinds(types: EntityType[], classes: Class[], words: Vocabulary): Child {
  if (types.length === classes.length) return text.anything;
  const links = types.map((type) => h("a", { href: `#class-${type}` }, words.className(type)));
  const listed = (all: HTMLElement[]) => all.flatMap((link, i) => (i ? [", ", link] : [link]));
  const rest = links.slice(namedAtMost);
  const more: HTMLElement = h("button", { type: "button", class: "as-link", onclick: () => (more.replaceWith(...listed(rest)), rest[0]?.focus()) }, text.more(rest.length));
  return [listed(links.slice(0, namedAtMost)), rest.length > 0 && [", ", more]];
}

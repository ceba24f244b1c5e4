// How things, literals, dates and amounts are written in a line.
import { h, type Child } from "./dom.ts";
import type { EntityType, ObjectFragment, SayingFragment, SpanFragment, Status } from "./generated/queries.mts";
import { text } from "./text.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Named {
  id: string;
  type: EntityType;
  name: string;
}

// thingAddress is where a thing has its page.
export function thingAddress(id: string): string {
  return `/${id.split("/").map(encodeURIComponent).join("/")}`;
}

// graphAddress is the picture around things.
export function graphAddress(...ids: string[]): string {
  return `/graph?${ids.map((id) => `around=${encodeURIComponent(id).replaceAll("%2F", "/")}`).join("&")}`;
}

// dot is the colour of a class; its name stands beside it or in the title.
export function dot(type: EntityType, words: Vocabulary): HTMLElement {
  const mark = h("span", { class: "dot", title: words.className(type), "aria-hidden": "true" });
  mark.style.setProperty("--class", words.colour(type));
  return mark;
}

export function thingLink(thing: Named, words: Vocabulary): HTMLElement {
  return h("a", { href: thingAddress(thing.id), class: "thing" }, dot(thing.type, words), h("span", {}, thing.name));
}

// isThing tells a thing from a literal.
export function isThing(term: ObjectFragment): term is Extract<ObjectFragment, { id: string }> {
  return "id" in term;
}

// plain is a term in words.
export function plain(term: ObjectFragment): string {
  if (isThing(term)) return term.name;
  if ("text" in term) return term.text;
  if ("number" in term) return term.number.toLocaleString("en");
  return term.label;
}

// key tells two objects apart: the id, or the words of a literal.
export function key(term: ObjectFragment): string {
  return isThing(term) ? term.id : `=${plain(term)}`;
}

export function termShown(term: ObjectFragment, words: Vocabulary): Child {
  return isThing(term) ? thingLink(term, words) : h("span", { class: "literal" }, plain(term));
}

export function spanShown(span: SpanFragment | null): Child {
  if (!span) return null;
  const vague = span.approximate || span.uncertain;
  return h("time", { class: vague ? "vague" : null, title: span.edtf }, span.label);
}

// statusShown is empty for what happened, which needs no word.
export function statusShown(status: Status, asOf: SpanFragment | null = null): Child {
  if (status === "HAPPENED") return null;
  return h("span", { class: `status status-${status.toLowerCase()}` }, text.status[status], asOf && asOfShown(asOf));
}

// asOfShown is ", date not known" where the document tells no date of its own.
function asOfShown(asOf: SpanFragment): string {
  return asOf.earliest || asOf.latest ? ` ${text.asOf(asOf.label)}` : `, ${asOf.label}`;
}

// circumstances are what a statement adds to subject, predicate and object.
export function circumstances(statement: SayingFragment, words: Vocabulary): Child[] {
  const { role, quantity, where, note } = statement;
  return [
    quantity && h("span", { class: "amount" }, quantity.label, quantity.stage && ` ${text.stage[quantity.stage]}`),
    role && h("span", { class: "role" }, role),
    where && h("span", { class: "where" }, thingLink(where, words)),
    note && h("span", { class: "note" }, note),
  ];
}

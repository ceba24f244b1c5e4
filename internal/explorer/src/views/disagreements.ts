// Disagreements: what documents tell differently, with what each of them says.
// /disagreements?of=ID&predicate=NAME&class=CLASS&sort=subject
import { ask } from "../api.ts";
import { changed, choice, controls, thingChoice, type Option } from "../controls.ts";
import { disagreementShown, type Disagreement } from "../dispute.ts";
import { fill, h, type Child } from "../dom.ts";
import { DisagreementsDocument, type DisagreementsQuery } from "../generated/queries.mts";
import { named } from "../names.ts";
import type { Context, View } from "../router.ts";
import { text } from "../text.ts";
import type { Vocabulary } from "../vocabulary.ts";

const perPage = 50;
const shownAtOnce = 25;
const most = 6;

export const view: View = async (context) => {
  const { address, words } = context;
  const asked = address.searchParams;
  const things = await named(context, "of", most);
  const all = await everyOne(things.map(({ id }) => id));
  const title = things.length ? text.disagreementsOn(things.map(({ name }) => name)) : text.pages.disagreements;
  const kept = all.filter(({ subject, predicate }) => is(asked.get("class"), subject.type) && is(asked.get("predicate"), predicate.name));
  if (asked.get("sort") === "subject") kept.sort((a, b) => a.subject.name.localeCompare(b.subject.name)); // else as the server: most documents first
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, text.disagreementsLead),
      controls(
        thingChoice(context, "of", text.about, things, most),
        choice(context, "class", text.subjectKind, [{ value: "", label: text.everyKind }, ...tally(all, ({ subject }) => subject.type, (type) => words.classPlural(type as Disagreement["subject"]["type"]))]),
        choice(context, "predicate", text.differOn, [{ value: "", label: text.everyRelation }, ...tally(all, ({ predicate }) => predicate.name, (name) => words.label(name, true))]),
        choice(context, "sort", text.sortBy, [{ value: "", label: text.mostDocuments }, { value: "subject", label: text.byName }]),
      ),
      kept.length ? list(kept, words) : nothing(context, all.length),
    ],
  };
};

const is = (asked: string | null, value: string) => !asked || asked === value;

async function everyOne(about: string[]): Promise<Disagreement[]> {
  const all: Disagreement[] = [];
  let after: string | null = null;
  for (;;) {
    const { disagreements }: DisagreementsQuery = await ask(DisagreementsDocument, { about: about.length ? about : null, first: perPage, after });
    all.push(...disagreements.nodes);
    if (!disagreements.pageInfo.hasNextPage) return all;
    after = disagreements.pageInfo.endCursor;
  }
}

function tally(all: Disagreement[], value: (one: Disagreement) => string, label: (value: string) => string): Option[] {
  const found = new Map<string, number>();
  for (const one of all) found.set(value(one), (found.get(value(one)) ?? 0) + 1);
  return [...found].sort(([, a], [, b]) => b - a).map(([value, count]) => ({ value, label: `${label(value)} (${count})` }));
}

function nothing({ address }: Context, all: number): Child {
  if (!all) return h("p", { class: "empty", role: "status" }, address.searchParams.has("of") ? text.agreedOn : text.agreed);
  return h("p", { class: "empty", role: "status" }, text.compareNone, " ", h("a", { href: changed(address, { class: null, predicate: null }).href }, text.everyRow));
}

function list(kept: Disagreement[], words: Vocabulary): Child {
  const items = h("div", { class: "disagreements" });
  const more = h("p", {});
  let left = kept;
  const show = () => {
    items.append(...left.slice(0, shownAtOnce).map((one) => disagreementShown(one, "h2", words)));
    left = left.slice(shownAtOnce);
    fill(more, left.length > 0 && h("button", { type: "button", onclick: show }, text.showMore(Math.min(shownAtOnce, left.length))));
  };
  show();
  return [h("p", { class: "soft", role: "status" }, text.disagreementCount(kept.length)), items, more];
}

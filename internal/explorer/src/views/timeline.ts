// Timeline: what is dated, in the whole graph or about some things, year by year.
// /timeline?of=ID&from=YEAR&to=YEAR&predicate=NAME&status=STATUS&order=newest
import { ask } from "../api.ts";
import { choice, controls, isYear, thingChoice, year } from "../controls.ts";
import { fill, h } from "../dom.ts";
import { separated, whoSaysSo } from "../evidence.ts";
import { HistoryDocument, type HistoryQuery, type HistoryQueryVariables, type Status } from "../generated/queries.mts";
import { dayOf, Merging } from "../history.ts";
import { named } from "../names.ts";
import type { Context, View } from "../router.ts";
import { text } from "../text.ts";
import { circumstances, spanShown, statusShown, termShown, thingLink, type Named } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

type Entry = HistoryQuery["timeline"]["nodes"][number];

const perPage = 60;
const most = 6;

export const view: View = async (context) => {
  const things = await named(context, "of", most);
  const title = things.length ? text.timelineOf(things.map(({ name }) => name)) : text.pages.timeline;
  const { words } = context;
  const predicates = words.predicates.filter(({ inverseLabel, count }) => inverseLabel && count).sort((a, b) => a.label.localeCompare(b.label));
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, text.timelineLead),
      controls(
        thingChoice(context, "of", text.about, things, most),
        year(context, "from", text.fromYear),
        year(context, "to", text.toYear),
        choice(context, "predicate", text.relation, [{ value: "", label: text.everyRelation }, ...predicates.map(({ name, label }) => ({ value: name, label }))]),
        choice(context, "status", text.statusWord, [{ value: "", label: text.any }, ...statuses.map((status) => ({ value: status, label: text.status[status] }))]),
        choice(context, "order", text.sortBy, [{ value: "", label: text.oldestFirst }, { value: "newest", label: text.newest }]),
      ),
      await years(context, things),
    ],
  };
};

const statuses = Object.keys(text.status) as Status[];

// during is the span of years asked for, in EDTF; null where none is.
function during({ searchParams }: URL): string | null {
  const [from, to] = ["from", "to"].map((name) => searchParams.get(name) ?? "").map((written) => (isYear(written) ? written : null));
  return from || to ? `${from ?? ".."}/${to ?? ".."}` : null;
}

async function years({ address, words }: Context, things: Named[]): Promise<HTMLElement> {
  const asked = address.searchParams;
  const newest = asked.get("order") === "newest";
  const predicate = words.ofPredicate(asked.get("predicate") ?? "");
  const status = statuses.find((one) => one === asked.get("status"));
  const about = things.map(({ id }) => id);
  const where = { during: during(address), predicates: predicate && [predicate.name], status: status ? [status] : null };
  const question = { about: about.length ? about : null, where };
  const merging = new Merging(await openBeginnings(question), newest);
  const list = h("ol", { class: "years" });
  const count = h("p", { class: "soft", role: "status" });
  const more = h("p", {});
  let told = 0;
  const next = async (cursor: string | null): Promise<void> => {
    const page = newest ? { last: perPage, before: cursor } : { first: perPage, after: cursor };
    const { timeline } = await ask(HistoryDocument, { ...question, ...page });
    const { nodes, pageInfo, totalCount } = timeline;
    const left = newest ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    const entries = merging.next(newest ? [...nodes].reverse() : nodes, !left);
    append(list, entries, words);
    told += entries.length;
    count.textContent = text.dated(totalCount);
    fill(more, left && h("button", { type: "button", onclick: () => void next(newest ? pageInfo.startCursor : pageInfo.endCursor).catch((error: Error) => more.append(h("span", { role: "alert" }, error.message))) }, text.showMore(Math.min(perPage, totalCount - told))));
  };
  await next(null);
  return told ? h("div", {}, count, list, more) : h("p", { class: "empty", role: "status" }, text.timelineNone);
}

type Question = Pick<HistoryQueryVariables, "about" | "where">;

// openBeginnings are the entries without a beginning, which the server gives first.
async function openBeginnings(question: Question): Promise<Entry[]> {
  const open: Entry[] = [];
  let after: string | null = null;
  for (;;) {
    const { timeline }: HistoryQuery = await ask(HistoryDocument, { ...question, first: perPage, after });
    const some = timeline.nodes.filter(({ when }) => when.earliest === null);
    open.push(...some);
    if (some.length < timeline.nodes.length || !timeline.pageInfo.hasNextPage) return open;
    after = timeline.pageInfo.endCursor;
  }
}

// append adds entries to the year that stands last, or to new ones.
function append(list: HTMLElement, entries: Entry[], words: Vocabulary): void {
  for (const entry of entries) {
    const name = dayOf(entry).slice(0, 4) || text.undated;
    let last = list.lastElementChild;
    if (last?.getAttribute("data-year") !== name) {
      last = h("li", { "data-year": name }, h("h2", {}, name), h("ul", {}));
      list.append(last);
    }
    last.lastElementChild?.append(entryShown(entry, words));
  }
}

function entryShown({ when, statement }: Entry, words: Vocabulary): HTMLElement {
  const { button, place } = whoSaysSo([statement], words);
  return h(
    "li",
    {},
    h(
      "div",
      { class: "entry" },
      spanShown(when),
      h(
        "div",
        {},
        h("p", {}, thingLink(statement.subject, words), " ", h("span", { class: "predicate" }, words.label(statement.predicate.name, true)), " ", termShown(statement.object, words), " ", statusShown(statement.status, statement.asOf)),
        h("p", { class: "soft" }, separated(circumstances(statement, words))),
      ),
      button,
    ),
    place,
  );
}

// Compare: two to six things side by side, what each is tied to and since when.
// /compare?of=ID&of=ID&show=all|every|one&class=CLASS&sort=name|ID
import { ask } from "../api.ts";
import { changed, choice, controls, thingChoice } from "../controls.ts";
import { csv } from "../csv.ts";
import { fill, h, type Child } from "../dom.ts";
import { proofList } from "../evidence.ts";
import { ComparedDocument, type ComparedQuery, type EntityType } from "../generated/queries.mts";
import { named } from "../names.ts";
import { opening } from "../opening.ts";
import type { Context, View } from "../router.ts";
import { moments } from "../strip.ts";
import { fileName, save } from "../take.ts";
import { text } from "../text.ts";
import { spanShown, statusShown, thingLink, type Named } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

type Comparison = ComparedQuery["compare"];
type Row = Comparison["matrix"]["nodes"][number];
type Cell = NonNullable<Row["cells"][number]>;

const perPage = 100;
const most = 6;
const rowsAtOnce = 60;

export const view: View = async (context) => {
  const things = await named(context, "of", most);
  const title = things.length > 1 ? text.compareTitle(things.map(({ name }) => name)) : text.pages.compare;
  const choose = thingChoice(context, "of", text.compareOf, things, most, { sort: null });
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, text.compareLead),
      things.length < 2 ? [controls(choose), h("p", { class: "empty" }, things.length ? text.compareOneMore : text.compareEmpty)] : await comparison(context, things, choose),
    ],
  };
};

async function comparison(context: Context, things: Named[], choose: Child): Promise<Child> {
  const { address, words } = context;
  const { rows, similarity, measure } = await compared(things.map(({ id }) => id));
  const asked = address.searchParams;
  const ofClass = asked.get("class");
  const show = asked.get("show") ?? "";
  const kept = rows.filter((row) => (!ofClass || row.entity.type === ofClass) && counts(row, show, things.length)).sort(order(asked.get("sort") ?? "", things));
  return [
    controls(
      choose,
      choice(context, "show", text.compareShow, [
        { value: "", label: text.sharedBySome },
        ...(things.length > 2 ? [{ value: "every", label: text.sharedByAll }] : []),
        { value: "one", label: text.onlyOne },
        { value: "all", label: text.everyRow },
      ]),
      choice(context, "class", text.ofKind, [{ value: "", label: text.everyKind }, ...classesOf(rows, words)]),
      choice(context, "sort", text.sortBy, [{ value: "", label: text.byFirst }, ...things.map(({ id, name }) => ({ value: id, label: text.byDateOf(name) })), { value: "name", label: text.byName }]),
      h("button", { type: "button", class: "control-link", onclick: () => save(csv(cells(kept, things, words)), `${fileName(things.map(({ id }) => id).join("-"))}.csv`, "text/csv;charset=utf-8") }, text.saveCsv),
    ),
    summary(rows, things),
    h("p", { class: "soft" }, h("span", { role: "status" }, text.rows(kept.length, rows.length)), ` · ${text.similarity(similarity)} `, h("abbr", { title: measure }, "?")),
    kept.length ? matrix(kept, things, words) : h("p", { class: "empty" }, text.compareNone, " ", h("a", { href: changed(address, { show: "all", class: null }).href }, text.everyRow)),
  ];
}

async function compared(of: string[]): Promise<{ rows: Row[]; similarity: number; measure: string }> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const { compare }: ComparedQuery = await ask(ComparedDocument, { of, first: perPage, after });
    rows.push(...compare.matrix.nodes);
    if (!compare.matrix.pageInfo.hasNextPage) return { rows, similarity: compare.similarity, measure: compare.measure };
    after = compare.matrix.pageInfo.endCursor;
  }
}

const filled = ({ cells }: Row) => cells.filter((cell) => cell !== null).length;

function counts(row: Row, show: string, columns: number): boolean {
  if (show === "all") return true;
  if (show === "one") return filled(row) === 1;
  return filled(row) >= (show === "every" ? columns : 2);
}

function classesOf(rows: Row[], words: Vocabulary): { value: string; label: string }[] {
  const tally = new Map<EntityType, number>();
  for (const { entity } of rows) tally.set(entity.type, (tally.get(entity.type) ?? 0) + 1);
  return [...tally].map(([type, count]) => ({ value: type, label: `${words.classPlural(type)} (${count})` })).sort((a, b) => a.label.localeCompare(b.label));
}

const late = "9999";
const day = (cell: Cell | null | undefined) => cell?.since?.earliest ?? cell?.since?.latest ?? late;
const firstDay = ({ cells }: Row) => cells.map(day).reduce((a, b) => (a < b ? a : b), late);

function order(sort: string, things: Named[]): (a: Row, b: Row) => number {
  const column = things.findIndex(({ id }) => id === sort);
  const byName = (a: Row, b: Row) => a.entity.name.localeCompare(b.entity.name) || a.predicate.name.localeCompare(b.predicate.name);
  if (sort === "name") return byName;
  if (column >= 0) return (a, b) => Number(a.cells[column] === null) - Number(b.cells[column] === null) || day(a.cells[column]).localeCompare(day(b.cells[column])) || byName(a, b);
  return (a, b) => firstDay(a).localeCompare(firstDay(b)) || filled(b) - filled(a) || byName(a, b);
}

// leader is the only column whose date is the earliest, or -1.
function leader(row: Row): number {
  const days = row.cells.map(day);
  const first = firstDay(row);
  return first !== late && filled(row) > 1 && days.filter((one) => one === first).length === 1 ? days.indexOf(first) : -1;
}

function summary(rows: Row[], things: Named[]): HTMLElement {
  const shared = rows.filter((row) => filled(row) === things.length).length;
  const figure = (count: number, label: string, note?: string) => h("div", { class: "figure" }, h("dt", {}, label), h("dd", {}, count.toLocaleString("en"), note && h("small", {}, note)));
  return h(
    "dl",
    { class: "figures" },
    figure(shared, text.sharedByAll),
    things.map(({ name }, i) => figure(rows.filter((row) => filled(row) === 1 && row.cells[i]).length, text.onlyOf(name), text.wasFirst(rows.filter((row) => leader(row) === i).length))),
  );
}

function matrix(rows: Row[], things: Named[], words: Vocabulary): Child {
  const years = rows.flatMap(({ cells }) => cells.map((cell) => day(cell).slice(0, 4))).filter((year) => year !== late).map(Number);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const body = h("tbody");
  const more = h("p", {});
  let left = rows;
  const show = () => {
    body.append(...left.slice(0, rowsAtOnce).flatMap((row) => rowShown(row, things, words, from, to)));
    left = left.slice(rowsAtOnce);
    fill(more, left.length > 0 && h("button", { type: "button", onclick: show }, text.showMore(Math.min(rowsAtOnce, left.length))));
  };
  show();
  return [
    h(
      "div",
      { class: "wide-table matrix", tabindex: 0, role: "region", "aria-label": text.matrix },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, text.tiedTo), things.map((thing, i) => h("th", { scope: "col", class: `series-${i}` }, thingLink(thing, words))), h("th", { scope: "col", class: "strip-column" }, years.length ? text.span(from, to) : ""))),
        body,
      ),
    ),
    more,
  ];
}

function rowShown(row: Row, things: Named[], words: Vocabulary, from: number, to: number): HTMLElement[] {
  const first = leader(row);
  const openings = row.cells.map((cell, i) => cell && opening(text.documents(cell.documents), `${text.whoSaysSo}: ${things[i]?.name}, ${row.entity.name}`, () => proofList(cell.statements.map(({ id }) => id), words)));
  const places = openings.flatMap((one) => (one ? [one.place] : []));
  const below = h("tr", { class: "below", hidden: true }, h("td", { colspan: things.length + 2 }, places));
  for (const one of openings) one?.button.addEventListener("click", () => (below.hidden = places.every(({ hidden }) => hidden)));
  const cells = row.cells.map((cell, i) =>
    h(
      "td",
      { class: i === first ? "first" : null },
      cell
        ? [h("span", { class: "since" }, spanShown(cell.since) ?? h("span", { class: "soft" }, text.undated), i === first && h("span", { class: "unseen" }, ` (${text.first})`)), " ", statusShown(cell.status), " ", openings[i]?.button]
        : h("span", { class: "absent", title: text.absent }, "–", h("span", { class: "unseen" }, text.absent)),
    ),
  );
  const strip = moments(row.cells.map((cell, i) => ({ year: cell?.since ? Number(day(cell).slice(0, 4)) : null, label: things[i]?.name ?? "", first: i === first })), from, to);
  return [h("tr", {}, h("th", { scope: "row" }, h("span", { class: "predicate" }, words.label(row.predicate.name, row.forward)), thingLink(row.entity, words)), cells, h("td", { class: "strip-column" }, strip)), below];
}

function cells(rows: Row[], things: Named[], words: Vocabulary): (string | number | null)[][] {
  const columns = things.flatMap(({ name }) => [`${name}: ${text.since}`, `${name}: ${text.statusWord}`, `${name}: ${text.told}`]);
  return [
    [text.relation, text.thingId, text.thingName, text.kindOfThing, ...columns],
    ...rows.map((row) => [words.label(row.predicate.name, row.forward), row.entity.id, row.entity.name, words.className(row.entity.type), ...row.cells.flatMap((cell) => (cell ? [cell.since?.edtf ?? "", text.status[cell.status], cell.documents] : [null, null, null]))]),
  ];
}

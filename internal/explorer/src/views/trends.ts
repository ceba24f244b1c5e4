// Trends: figures in order of time, drawn and in a table, each with who says so.
// /trends?of=ID&whose=ID&partner=ID&compiler=ID&unit=UNIT&line=KEY&scale=all|log&point=ID
import { ask } from "../api.ts";
import { chart, type Line, type Point } from "../chart.ts";
import { changed, choice, controls, type Option } from "../controls.ts";
import { csv } from "../csv.ts";
import { h, type Child } from "../dom.ts";
import { proofList } from "../evidence.ts";
import { FiguresDocument, MeasuredDocument, type FiguresQuery } from "../generated/queries.mts";
import { opening } from "../opening.ts";
import { farOutside } from "../outside.ts";
import type { Context, View } from "../router.ts";
import { fileName, save } from "../take.ts";
import { text } from "../text.ts";
import { spanShown, thingLink, type Named } from "../thing.ts";

type Series = FiguresQuery["series"][number];
type Figure = Series["figures"][number];
type Shown = { series: Series; colour: number; name: string };
type Told = { line: Shown; figure: Figure; id: string; from: number; value: number; outside: boolean };

const mostLines = 8;
const linesAtFirst = 4;

export const view: View = async (context) => {
  const { address, words } = context;
  const { series: measured } = await ask(MeasuredDocument, {});
  const indicators = measuredBy(measured);
  const asked = address.searchParams.get("of");
  const known = indicators.some(({ value }) => value === asked);
  if (asked && !known) context.leftOut({ name: "of", value: asked, id: asked });
  const id = known ? asked : indicators[0]?.value;
  if (!id) return { title: text.pages.trends, content: [h("h1", {}, text.pages.trends), h("p", { class: "empty" }, text.trendsEmpty)] };
  const { series: all } = await ask(FiguresDocument, { indicator: id });
  const indicator = all[0]?.indicator;
  const title = indicator ? text.trendOf(indicator.name) : text.pages.trends;
  const own = indicators.map((one, i) => (i === 0 ? { ...one, value: known ? one.value : "" } : one));
  const bar = [choice(context, "of", text.indicator, own, { whose: null, partner: null, compiler: null, unit: null, line: null, point: null })];
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, indicator?.description ?? text.trendsLead),
      indicator ? trend(context, bar, all) : [controls(bar), h("p", { class: "empty" }, text.notFound(id))],
      indicator && h("p", { class: "soft" }, thingLink(indicator, words)),
    ],
  };
};

function measuredBy(measured: { indicator: Named; figures: unknown[] }[]): Option[] {
  const tally = new Map<string, { name: string; count: number }>();
  for (const { indicator, figures } of measured) tally.set(indicator.id, { name: indicator.name, count: (tally.get(indicator.id)?.count ?? 0) + figures.length });
  return [...tally].sort(([, a], [, b]) => b.count - a.count || a.name.localeCompare(b.name)).map(([value, { name, count }]) => ({ value, label: `${name} (${count})` }));
}

// key is what tells series of one indicator apart, as the address writes it.
const idOf = (thing: Named | null) => thing?.id ?? "";
const key = ({ reporter, partner, compiledBy, unit }: Series) => [idOf(reporter), idOf(partner), idOf(compiledBy), unit].join("~");
const unstated = "-"; // in the address, a part that a series does not have

function trend(context: Context, bar: Child[], all: Series[]): Child {
  const { address } = context;
  const asked = address.searchParams;
  const is = (name: string, thing: Named | null) => !asked.get(name) || asked.get(name) === (thing?.id ?? unstated);
  const units = tally(all.map(({ unit, figures }) => ({ value: unit, label: unit, count: figures.length })));
  const unit = units.find(({ value }) => value === asked.get("unit"))?.value ?? units[0]?.value;
  const fitting = all.filter((one) => one.unit === unit && is("whose", one.reporter) && is("partner", one.partner) && is("compiler", one.compiledBy)).sort((a, b) => b.figures.length - a.figures.length || key(a).localeCompare(key(b)));
  const chosen = linesAsked(context, all);
  const shown = fitting.filter((one, i) => (chosen.length ? chosen.includes(key(one)) : i < linesAtFirst)).slice(0, mostLines).map((series, colour): Shown => ({ series, colour, name: nameOf(series) }));
  const also = { line: null, point: null };
  const told = toldBy(shown);
  const scaled = scales(told);
  const chosenScale = scaled.find(({ value }) => value === asked.get("scale"))?.value ?? "";
  return [
    controls(
      bar,
      units.length > 1 && choice(context, "unit", text.unit, units.map((one, i) => (i ? one : { ...one, value: "" })), also),
      facet(context, "whose", text.reporter, all.map(({ reporter }) => reporter), also),
      facet(context, "partner", text.partner, all.map(({ partner }) => partner), also),
      facet(context, "compiler", text.compiler, all.map(({ compiledBy }) => compiledBy), also),
      scaled.length > 1 && choice(context, "scale", text.scale, scaled),
    ),
    shown.length ? [legend(context, fitting, shown), picture(context, shown, told, chosenScale), table(context, told)] : h("p", { class: "empty" }, text.trendsNone),
  ];
}

// linesAsked are the series that the address names.
function linesAsked({ address, leftOut }: Context, all: Series[]): string[] {
  const keys = new Set(all.map(key));
  const asked = address.searchParams.getAll("line");
  for (const value of asked) if (!keys.has(value)) leftOut({ name: "line", value });
  return asked.filter((one) => keys.has(one));
}

function facet(context: Context, name: string, label: string, things: (Named | null)[], also: Record<string, null>): Child {
  const options = tally(things.map((thing) => ({ value: thing?.id ?? unstated, label: thing?.name ?? text.unstated, count: 1 })));
  return options.length > 1 && choice(context, name, label, [{ value: "", label: text.any }, ...options.map(({ value, label }) => ({ value, label }))], also);
}

function tally(all: { value: string; label: string; count: number }[]): { value: string; label: string; count: number }[] {
  const found = new Map<string, { value: string; label: string; count: number }>();
  for (const one of all) found.set(one.value, { ...one, count: one.count + (found.get(one.value)?.count ?? 0) });
  return [...found.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function nameOf({ reporter, partner, compiledBy }: Series): string {
  return text.seriesName(reporter?.name ?? null, partner?.name ?? null, compiledBy?.name ?? null);
}

function legend({ address, go }: Context, fitting: Series[], shown: Shown[]): HTMLElement {
  const keys = shown.map(({ series }) => key(series));
  const entry = (series: Series) => {
    const at = keys.indexOf(key(series));
    const act = () => go(changed(address, { line: at >= 0 ? keys.filter((_, i) => i !== at) : [...keys, key(series)], point: null }), true);
    return h(
      "li",
      { class: at >= 0 ? `series-${at}` : null },
      h("label", {}, h("input", { type: "checkbox", name: key(series), "data-held": key(series), checked: at >= 0, disabled: (at < 0 && keys.length >= mostLines) || (at >= 0 && keys.length === 1), onchange: act }), h("span", { class: "swatch", "aria-hidden": "true" }), h("span", {}, nameOf(series)), h("span", { class: "soft" }, text.figures(series.figures.length))),
    );
  };
  const rest = fitting.filter((series) => !keys.includes(key(series)));
  return h(
    "fieldset",
    { class: "lines" },
    h("legend", {}, text.lines),
    h("ul", {}, shown.map((line) => entry(line.series))),
    rest.length > 0 && h("details", { open: rest.length <= 4 }, h("summary", {}, text.moreLines(rest.length)), h("ul", {}, rest.map(entry))),
  );
}

// toldBy are the figures of all lines. Those far outside their line are told apart, unless
// another line reaches as far.
function toldBy(shown: Shown[]): Told[] {
  const all = shown.flatMap((line) => {
    const figures = line.series.figures.map((figure) => ({
      line,
      figure,
      id: `${figure.observation.id}~${figure.value.value}~${line.colour}`,
      from: figure.period.earliest ? yearOf(figure.period.earliest, 0) : NaN,
      value: Number(figure.value.value),
    }));
    const far = new Set(farOutside(figures.filter(({ from }) => !Number.isNaN(from))));
    return figures.map((figure) => ({ ...figure, outside: far.has(figure) }));
  });
  const reach = Math.max(...all.filter(({ outside }) => !outside).map(({ value }) => Math.abs(value)));
  return all.map((one) => ({ ...one, outside: one.outside && Math.abs(one.value) > reach }));
}

function scales(told: Told[]): Option[] {
  const outside = told.some((one) => one.outside);
  return [
    { value: "", label: outside ? text.scaleRest : text.scaleEven },
    ...(outside ? [{ value: "all", label: text.scaleAll }] : []),
    ...(told.every(({ value }) => value > 0) ? [{ value: "log", label: text.scaleLog }] : []),
  ];
}

function picture(context: Context, shown: Shown[], told: Told[], scaled: string): Child {
  const { address, go, words } = context;
  const asked = address.searchParams.get("point");
  const chosen = told.find(({ id }) => id === asked);
  const lines = shown.map((line): Line => ({ colour: line.colour, points: told.filter((one) => one.line === line).flatMap((one) => pointOf(one, scaled) ?? []) }));
  if (lines.every(({ points }) => points.length === 0)) return h("p", { class: "empty" }, text.undatedFigures);
  const width = Math.max(340, Math.min(1180, (document.querySelector("main")?.clientWidth ?? 1180) - 50));
  const unit = shown[0]?.series.unit ?? "";
  const choose = (id: string) => go(changed(address, { line: shown.map(({ series }) => key(series)), point: id === asked ? null : id }), true);
  const drawn = chart(lines, width, { label: text.chart(unit), chosen: asked, log: scaled === "log", tick: (value) => compact.format(value), choose });
  return [
    h("figure", { class: "trend" }, h("figcaption", {}, text.unitOf(unit)), drawn, h("p", { class: "soft key" }, text.chartKey), outsiders(told, scaled, choose)),
    h(
      "section",
      { class: "chosen-point", "aria-live": "polite" },
      chosen ? [h("h2", {}, `${chosen.line.name}, ${chosen.figure.period.label}: ${chosen.figure.value.label}`), proofList(chosen.figure.statements.map(({ id }) => id), words)] : h("p", { class: "soft" }, text.choosePoint),
    ),
  ];
}

// outsiders are the figures far outside, by name.
function outsiders(told: Told[], scaled: string, choose: (id: string) => void): Child {
  const items = told.filter(({ outside }) => outside).map((one) => h("li", {}, h("button", { type: "button", class: "as-link", onclick: () => choose(one.id) }, saying(one))));
  return items.length > 0 && h("div", { class: "outsiders" }, h("p", {}, scaled ? text.outsideShown : text.outsideLead), h("ul", {}, items));
}

const saying = ({ line, figure }: Told) => `${line.name}, ${figure.period.label}: ${figure.value.label}`;

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });

// pointOf is null for a figure without a beginning or an end in time.
function pointOf(told: Told, scaled: string): Point | null {
  const { figure, id, value, outside } = told;
  const { earliest, latest } = figure.period;
  if (!earliest || !latest) return null;
  return {
    id,
    from: yearOf(earliest, 0),
    to: yearOf(latest, 1),
    value,
    outside: outside && !scaled,
    exact: figure.value.qualifier === "EXACT" && !figure.period.approximate && !figure.period.uncertain,
    label: `${saying(told)} — ${titlesOf(figure).join("; ")}`,
    documents: documentsOf(figure),
  };
}

const titlesOf = ({ statements }: Figure) => [...new Map(statements.map(({ evidence }) => [evidence.document.id, evidence.document.title])).values()];
const documentsOf = (figure: Figure) => titlesOf(figure).length;

// yearOf is a day as a year with twelfths; a part of a month counts as the whole.
function yearOf(day: string, ends: 0 | 1): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return ends && month === 12 ? year + 1 : year + (month - 1 + ends) / 12;
}

function table({ words }: Context, told: Told[]): Child {
  const rows = [...told].sort((a, b) => (a.figure.period.earliest ?? "").localeCompare(b.figure.period.earliest ?? "") || a.line.colour - b.line.colour);
  const [first] = told;
  const download = () =>
    save(
      csv([[text.line, text.when, text.figure, text.unit, text.howExact, text.told, text.thingId], ...rows.map(({ line, figure }) => [line.name, figure.period.edtf, Number(figure.value.value), figure.value.unit, text.qualifier[figure.value.qualifier], documentsOf(figure), figure.observation.id])]),
      `${fileName(first?.line.series.indicator.id ?? "")}.csv`,
      "text/csv;charset=utf-8",
    );
  return h(
    "section",
    { class: "trend-table" },
    h("div", { class: "heading" }, h("h2", {}, text.table), h("button", { type: "button", onclick: download }, text.saveCsv)),
    h(
      "div",
      { class: "wide-table", tabindex: 0, role: "region", "aria-label": text.table },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, [text.when, text.line].map((name) => h("th", { scope: "col" }, name)), h("th", { scope: "col", class: "number" }, text.figure), h("th", { scope: "col", class: "number" }, text.change), h("th", { scope: "col" }, text.whoSaysSo))),
        h("tbody", {}, rows.map(({ line, figure, outside }) => {
          const { button, place } = opening(text.documents(documentsOf(figure)), `${text.whoSaysSo}: ${line.name}, ${figure.period.label}`, () => proofList(figure.statements.map(({ id }) => id), words));
          const swatch = h("span", { class: `swatch series-${line.colour}`, "aria-hidden": "true" });
          return h("tr", {}, h("td", {}, spanShown(figure.period)), h("td", {}, swatch, " ", line.name), h("td", { class: "number" }, outside && h("span", { class: "outside", title: text.outsideMark }, "▲ ", h("span", { class: "unseen" }, text.outsideMark)), figure.value.label), h("td", { class: "number soft" }, figure.change && text.changeOf(Number(figure.change.value), figure.change.unit)), h("td", {}, button, place));
        })),
      ),
    ),
    h("p", { class: "soft" }, text.reckoned),
  );
}

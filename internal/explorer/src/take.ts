// Taking a page away: citations in three formats, made here, and downloads from the server.
import { h, type Child } from "./dom.ts";
import { text } from "./text.ts";
import { thingAddress, type Named } from "./thing.ts";
import type { Dataset, Vocabulary } from "./vocabulary.ts";

export interface Citation {
  title: string;
  iri: string; // which names what is cited wherever it is served from
  dataset: Dataset;
}

// year is that of the release; citations leave it out where the dataset tells none.
function year({ built }: Dataset): string | null {
  return built?.slice(0, 4) ?? null;
}

// today is when the reader saw it, by the reader's calendar.
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

export function bibtex({ title, iri, dataset }: Citation): string {
  const fields: [string, string | null][] = [
    ["title", title === dataset.title ? braced(title) : `${braced(title)}, in: ${braced(dataset.title)}`],
    ["year", year(dataset)],
    ["version", dataset.version],
    ["publisher", braced(dataset.title)],
    ["url", iri],
    ["urldate", today()],
    ["note", `Dataset version ${dataset.version}, ${dataset.licence}`],
  ];
  const slug = title.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${slug},\n${lines.join(",\n")}\n}\n`;
}

function braced(words: string): string {
  return words.replace(/[{}\\]/g, "").replace(/([&%$#_])/g, "\\$1");
}

export function ris({ title, iri, dataset }: Citation): string {
  const lines: [string, string | null][] = [
    ["TY", "DATA"],
    ["TI", title],
    ["T2", dataset.title],
    ["PY", year(dataset)],
    ["ET", dataset.version],
    ["PB", dataset.title],
    ["UR", iri],
    ["Y2", today().replaceAll("-", "/")],
    ["N1", dataset.licence],
    ["ER", ""],
  ];
  return lines.filter(([, value]) => value !== null).map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
}

export function csl({ title, iri, dataset }: Citation): string {
  const item = { id: iri, type: "dataset", title, "container-title": dataset.title, publisher: dataset.title, version: dataset.version, URL: iri, accessed: dateParts(today()), ...(dataset.built && { issued: dateParts(dataset.built) }) };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function dateParts(date: string): { "date-parts": number[][] } {
  return { "date-parts": [date.split("-").map(Number)] };
}

const formats: [string, string, string, (citation: Citation) => string][] = [
  ["BibTeX", "bib", "application/x-bibtex", bibtex],
  ["RIS", "ris", "application/x-research-info-systems", ris],
  ["CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl],
];

// What the server writes of a thing, by the names of its formats.
const downloads: [string, string][] = [
  ["CSV", "csv"],
  ["JSON-LD", "jsonld"],
  ["N-Quads", "nquads"],
  ["GraphML", "graphml"],
  ["GEXF", "gexf"],
];

// takeAway is the section with which a page ends.
export function takeAway(thing: Named & { iri: string }, { dataset }: Vocabulary): HTMLElement {
  const citation = { title: thing.name, iri: thing.iri, dataset };
  return h(
    "section",
    { class: "take" },
    h("h2", {}, text.take),
    h("p", {}, `${text.cite}: `, citing(citation, fileName(thing.id))),
    h("p", {}, `${text.download}: `, downloads.map(([name, format]) => [h("a", { href: `${thingAddress(thing.id)}?format=${format}`, download: true }, name), " "])),
    h("p", { class: "soft" }, `${text.identifier} `, h("code", {}, thing.iri)),
  );
}

// citing is a button for each format of citations.
export function citing(citation: Citation, file: string): Child[] {
  return formats.map(([name, ending, type, write]) => [h("button", { type: "button", class: "quiet", onclick: () => save(write(citation), `${file}.${ending}`, type) }, name), " "]);
}

// sentenceOf is a citation for people.
export function sentenceOf({ title, iri, dataset }: Citation): string {
  return text.citation(title, year(dataset), dataset.version, dataset.licence, iri, today());
}

export function fileName(id: string): string {
  return id.replace(/[^A-Za-z0-9.-]+/g, "-");
}

// save hands the reader a file.
export function save(content: string | Blob, name: string, type: string): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

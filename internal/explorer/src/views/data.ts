// Data: everything in each format, its licence and version, and how to cite it. What there
// is to download is read from the server's own page of exports.
import { ask, askPage } from "../api.ts";
import { h, type Child } from "../dom.ts";
import { IriDocument } from "../generated/queries.mts";
import { citing, sentenceOf } from "../take.ts";
import type { View } from "../router.ts";
import { text } from "../text.ts";

export const view: View = async ({ words }) => {
  const { dataset } = words;
  const exports = await askPage("/export?format=html");
  const citation = { title: dataset.title, iri: await datasetIri(), dataset };
  const fact = (name: string, value: Child) => h("div", {}, h("dt", {}, name), h("dd", {}, value));
  return {
    title: text.pages.data,
    content: [
      h("h1", {}, text.pages.data),
      h("p", { class: "lead" }, text.dataLead),
      h(
        "dl",
        { class: "about-data" },
        fact(text.dataTitle, dataset.title),
        fact(text.dataVersion, h("code", {}, dataset.version)),
        dataset.built && fact(text.dataReleased, h("time", { datetime: dataset.built }, dataset.built)),
        fact(text.dataLicence, dataset.licence),
        fact(text.dataHolds, text.footer(dataset.statements, dataset.entities, dataset.documents)),
      ),
      cards(exports, "formats", text.dataFormats, text.dataWhole),
      h("section", {}, h("h2", {}, text.cite), h("blockquote", {}, h("p", {}, sentenceOf(citation))), h("p", {}, citing(citation, `aseangraph-${dataset.version}`)), h("p", { class: "soft" }, text.citeVersion)),
      parts(exports),
      cards(exports, "vocabulary", text.dataMeaning),
      h("section", {}, h("h2", {}, text.pages.api), h("p", {}, text.dataApi, " ", h("a", { href: "/graphiql/" }, "GraphiQL"), ".")),
    ],
  };
};

// datasetIri names the whole as its description does: beside the things in it.
async function datasetIri(): Promise<string> {
  const [first] = (await ask(IriDocument, {})).documents.nodes;
  return first ? `${first.iri.slice(0, -first.id.length)}dataset` : `${location.origin}/data`;
}

// cards are the links of one list of that page; none where the server offers none.
function cards(exports: Document, list: string, title: string, hint?: string): Child {
  const items = [...exports.querySelectorAll(`[aria-labelledby="${list}"] li`)].map((item) => {
    const address = item.querySelector("a")?.getAttribute("href");
    return h("li", {}, h("a", { href: address, download: "" }, h("strong", {}, item.querySelector("code")?.textContent), h("span", {}, item.querySelector("p")?.textContent)));
  });
  return items.length > 0 && h("section", {}, h("h2", {}, title), hint && h("p", { class: "soft" }, hint), h("ul", { class: "downloads" }, items));
}

function parts(exports: Document): Child {
  const rows = [...exports.querySelectorAll('[aria-labelledby="parts"] dl > div')].map((row) => h("tr", {}, h("th", { scope: "row" }, h("code", {}, row.querySelector("dt")?.textContent)), h("td", {}, row.querySelector("dd")?.textContent)));
  return rows.length > 0 && h("section", {}, h("h2", {}, text.dataParts), h("p", {}, text.dataPartsHint), h("p", {}, h("code", {}, "/export?format=turtle&around=ID&depth=1&status=HAPPENED,ONGOING")), h("div", { class: "wide-table" }, h("table", {}, h("tbody", {}, rows))));
}

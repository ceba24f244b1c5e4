// Citations and files that other programs read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gexf } from "../src/graph/gexf.ts";
import { Network } from "../src/graph/network.ts";
import { bibtex, csl, fileName, ris } from "../src/take.ts";
import { inWords, Vocabulary } from "../src/vocabulary.ts";

const dataset = { title: "A graph", version: "0123", statements: 1, entities: 1, documents: 1, built: "2026-11-24", licence: "CC-BY-4.0" };
const citation = { title: "Fund & {Co}", iri: "https://example.org/x/y", dataset };

test("BibTeX has no sign that would break it", () => {
  const got = bibtex(citation);
  assert.match(got, /^@misc\{fund-co,\n/);
  assert.match(got, /title = \{Fund \\& Co, in: A graph\}/);
  assert.match(got, /year = \{2026\}/);
  assert.match(got, /publisher = \{A graph\},\n  url = \{https:\/\/example\.org\/x\/y\},\n  urldate = \{\d{4}-\d\d-\d\d\}/);
});

test("RIS begins with TY and ends with ER", () => {
  const lines = ris(citation).split("\r\n");
  assert.equal(lines[0], "TY  - DATA");
  assert.equal(lines.at(-2), "ER  - ");
  assert.ok(lines.includes("PB  - A graph") && lines.includes("UR  - https://example.org/x/y"));
  assert.ok(lines.some((line) => /^Y2  - \d{4}\/\d\d\/\d\d$/.test(line)));
  assert.doesNotMatch(ris({ ...citation, dataset: { ...dataset, built: null } }), /PY/);
});

test("CSL is JSON with the date in parts", () => {
  const [item] = JSON.parse(csl(citation));
  assert.deepEqual(item.issued, { "date-parts": [[2026, 11, 24]] });
  assert.deepEqual([item.publisher, item.version, item.URL], ["A graph", "0123", "https://example.org/x/y"]);
  assert.equal(item.accessed["date-parts"][0].length, 3);
});

test("GEXF has every thing and line, and no bare sign of markup", () => {
  const type = "" as never;
  const network = Network.of({
    hidden: 0,
    nodes: ["a", "b"].map((id) => ({ id, type, name: `<${id}> & "co"`, degree: 1, x: 0, y: 0 })),
    links: [{ id: "a acts b", from: "a", to: "b", predicate: "acts", label: "acts on", status: "HAPPENED", documents: 2, kinds: ["PRIMARY"], period: null }],
  });
  const got = gexf(network, new Vocabulary({ ontology: { classes: [], predicates: [] }, dataset }));
  assert.equal(got.match(/<node /g)?.length, 2);
  assert.equal(got.match(/<edge /g)?.length, 1);
  assert.ok(got.includes('label="&#60;a&#62; &#38; &#34;co&#34;"'));
});

test("names of files and of classes", () => {
  assert.equal(fileName("x/a b"), "x-a-b");
  assert.equal(inWords("LongName"), "long name");
});

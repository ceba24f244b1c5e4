// Oxigraph, loaded with the N-Quads, answers SPARQL as the server answers
// GraphQL over HTTP. EXPORTS is the folder of the exports, GRAPHQL_URL where
// the server answers on the same data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import oxigraph from "oxigraph";
import { questions } from "./questions.mjs";

const base = "https://w3id.org/aseangraph/";
const nquads = readFileSync(join(process.env.EXPORTS, "nquads.nq"), "utf8");

function load(text) {
  const store = new oxigraph.Store();
  store.load(text, { format: "application/n-quads" });
  return store;
}

function bySPARQL(store, sparql) {
  const names = /SELECT\s+(?:DISTINCT\s+)?([^{]+)\{/.exec(sparql)[1].match(/\?\w+(?=\)|\s)(?!\) AS)/g);
  return set(store.query(sparql).map((row) => names.map((name) => row.get(name.slice(1))?.value.replace(base, ""))));
}

async function byGraphQL({ graphql, answer }) {
  const response = await fetch(process.env.GRAPHQL_URL, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: graphql }),
  });
  const { data, errors } = await response.json();
  assert.deepEqual(errors, undefined);
  whole(data);
  return set(answer(data));
}

// whole sees that no list was cut to a page.
function whole(value) {
  if (value === null || typeof value !== "object") return;
  if (value.totalCount !== undefined) assert.equal((value.nodes ?? value.edges).length, value.totalCount, "a page is missing");
  Object.values(value).forEach(whole);
}

// set is the rows without order, absent values as null and numbers as text.
const set = (rows) => new Set(rows.map((row) => JSON.stringify(row.map((value) => (value ?? null) === null ? null : String(value)))));

const store = load(nquads);

for (const question of questions) {
  test(question.name, async () => {
    const want = bySPARQL(store, question.sparql);
    assert.ok(want.size > 0, "the question has no answer");
    assert.deepEqual(await byGraphQL(question), want);
  });
}

for (const question of questions) {
  test(`missing quads are seen: ${question.name}`, async () => {
    const lost = load(nquads.replaceAll(/.*(\/(contributesTo|launchedIn|metAt|participatesIn|value)>|#altLabel>|#type> .*\/Visit>|"PROPOSED").*\n/g, ""));
    assert.notDeepEqual(await byGraphQL(question), bySPARQL(lost, question.sparql));
  });
}

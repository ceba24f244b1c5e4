// Every format of RDF says the same as the N-Quads, read by N3 and jsonld and
// compared in the canonical form of RDFC-1.0. No blank node is in them, so that
// form is also, byte for byte, how the N-Quads are written.
import assert from "node:assert/strict";
import { test } from "node:test";
import oxigraph from "oxigraph";
import { canonize, canonizeJSONLD, folders, graphsOf, parse, read, spelled } from "./rdf.mjs";

for (const folder of folders) {
  const nquads = read(folder, "nquads.nq");

  test(`N-Quads of ${folder.of} are canonical`, async () => {
    assert.equal(await canonize(parse(nquads, "application/n-quads")), nquads);
  });

  test(`TriG of ${folder.of} says the same`, async () => {
    assert.equal(await canonize(parse(read(folder, "trig.trig"), "application/trig")), nquads);
  });

  test(`JSON-LD of ${folder.of} says the same, without a network`, async () => {
    assert.equal(await canonizeJSONLD(read(folder, "jsonld.jsonld")), nquads);
  });

  test(`the context of ${folder.of} by itself is the one in the file`, () => {
    const inside = JSON.parse(read(folder, "jsonld.jsonld"))["@context"];
    assert.deepEqual(JSON.parse(read(folder, "context.jsonld"))["@context"], inside);
  });

  for (const name of ["turtle.ttl", "turtle12.ttl"]) {
    test(`${name} of ${folder.of} says the same, and asserts what is so`, async () => {
      const { quads, asserted } = graphsOf(parse(read(folder, name), "text/turtle"));
      assert.equal(await canonize(quads), nquads);
      assert.deepEqual(asserted, soIn(parse(nquads, "application/n-quads")));
    });
  }
}

const quadsOf = (text, format) => {
  const store = new oxigraph.Store();
  store.load(text, { format });
  return store;
};

for (const folder of folders) {
  for (const [name, format] of [["trig.trig", "application/trig"], ["jsonld.jsonld", "application/ld+json"]]) {
    test(`Oxigraph reads ${name} of ${folder.of} as it reads the N-Quads`, () => {
      const [got, want] = [quadsOf(read(folder, name), format), quadsOf(read(folder, "nquads.nq"), "application/n-quads")];
      assert.equal(got.size, want.size);
      for (const quad of want.match()) assert.ok(got.has(quad), `${quad} is missing`);
    });
  }

  for (const name of ["turtle.ttl", "turtle12.ttl", "ontology.ttl", "shapes.ttl"]) {
    test(`Oxigraph reads as many triples in ${name} of ${folder.of} as N3`, () => {
      const triples = parse(read(folder, name), "text/turtle").map(spelled);
      assert.equal(quadsOf(read(folder, name), "text/turtle").size, new Set(triples).size);
    });
  }
}

// soIn are the links of statements that happened or go on.
function soIn(quads) {
  const so = new Set(
    quads
      .filter(({ predicate, object }) => predicate.value.endsWith("/status") && ["HAPPENED", "ONGOING"].includes(object.value))
      .map(({ subject }) => subject.value),
  );
  return new Set(quads.filter(({ graph }) => so.has(graph.value)).map(spelled));
}

const [drawn] = folders;
const nquads = read(drawn, "nquads.nq");

test("another date in TriG is seen", async () => {
  const broken = read(drawn, "trig.trig").replace('"197X"', '"198X"');
  assert.notEqual(await canonize(parse(broken, "application/trig")), nquads);
});

test("a statement in another graph of TriG is seen", async () => {
  const broken = read(drawn, "trig.trig").replace("\nbook:tale {", "\nbook:log-1999 {");
  assert.notEqual(await canonize(parse(broken, "application/trig")), nquads);
});

test("a key that is missing from the context of JSON-LD is seen", async () => {
  const broken = JSON.parse(read(drawn, "jsonld.jsonld"));
  delete broken["@context"].lendsTo;
  assert.notEqual(await canonizeJSONLD(JSON.stringify(broken)), nquads);
});

test("a context from elsewhere is not fetched", async () => {
  const broken = JSON.parse(read(drawn, "jsonld.jsonld"));
  broken["@context"] = "https://example.org/context.jsonld";
  await assert.rejects(canonizeJSONLD(JSON.stringify(broken)), /context/);
});

for (const name of ["turtle.ttl", "turtle12.ttl"]) {
  test(`another object of a link in ${name} is seen`, async () => {
    const broken = read(drawn, name).replace(/(rdf:object|<<\( port:hai-phong :lendsTo) ship:argo/, "$1 ship:b.2-x");
    assert.notEqual(await canonize(graphsOf(parse(broken, "text/turtle")).quads), nquads);
  });

  test(`a plan that ${name} asserts is seen`, () => {
    const broken = read(drawn, name) + "port:hai-phong :lendsTo ship:argo .\n";
    const { asserted } = graphsOf(parse(broken, "text/turtle"));
    assert.notDeepEqual(asserted, soIn(parse(nquads, "application/n-quads")));
  });
}

test("text that is no Turtle is refused", () => {
  assert.throws(() => parse(read(drawn, "turtle.ttl").replace(" .", ""), "text/turtle"));
});

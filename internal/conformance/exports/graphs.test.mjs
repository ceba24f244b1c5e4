// GraphML and GEXF, read by graphology, have the entities and links that the
// N-Quads have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import { folders, owl, parse, rdf, read, skos } from "./rdf.mjs";

const formats = [
  { name: "graphml.graphml", read: (text) => graphml.parse(Graph, text) },
  { name: "gexf.gexf", read: (text) => gexf.parse(Graph, text) },
];

// drawnFrom reckons nodes and links from the N-Quads alone: a link is a
// subject, predicate and object that statements carry, and a symmetric one is
// the same from both ends.
function drawnFrom(folder) {
  const quads = parse(read(folder, "nquads.nq"), "application/n-quads");
  const symmetric = new Set(
    parse(read(folder, "ontology.ttl"), "text/turtle")
      .filter(({ object }) => object.value === owl("SymmetricProperty"))
      .map(({ subject }) => subject.value),
  );
  const nodes = new Set(quads.filter(({ predicate }) => predicate.value === skos("prefLabel")).map(({ subject }) => subject.value));
  const links = new Map();
  for (const { subject, predicate, object, graph } of quads) {
    if (!/\/statement\/[a-z2-7]{16}$/.test(graph.value) || object.termType !== "NamedNode") continue;
    const ends = [subject.value, object.value];
    if (symmetric.has(predicate.value)) ends.sort();
    const key = [...ends, predicate.value].join(" ");
    links.set(key, (links.get(key) ?? 0) + 1);
    ends.forEach((end) => nodes.add(end));
  }
  return { nodes: nodes.size, links: links.size, statements: [...links.values()].reduce((sum, n) => sum + n, 0), symmetric };
}

function counts(graph, symmetric) {
  const statements = graph.mapEdges((edge, { statements }) => statements.split(" ").length);
  const both = graph.filterEdges((edge, { predicate }) => [...symmetric].some((iri) => iri.endsWith(`/${predicate}`)));
  assert.equal(both.length, graph.undirectedSize, "links that have no direction are the symmetric ones");
  return { nodes: graph.order, links: graph.size, statements: statements.reduce((sum, n) => sum + n, 0) };
}

for (const folder of folders) {
  for (const format of formats) {
    test(`${format.name} of ${folder.of} has its entities and links`, () => {
      const { symmetric, ...want } = drawnFrom(folder);
      const graph = format.read(read(folder, format.name));
      assert.deepEqual(counts(graph, symmetric), want);
      graph.forEachNode((node, { label, class: of }) => assert.ok(label && of, node));
      graph.forEachEdge((edge, { label, predicate, status, documents }) => assert.ok(label && predicate && status && documents > 0, edge));
    });
  }

  test(`both graphs of ${folder.of} are the same`, () => {
    const [a, b] = formats.map((format) => format.read(read(folder, format.name)));
    assert.deepEqual(new Set(a.edges()), new Set(b.edges()));
    assert.deepEqual(a.mapNodes((node, { label, class: of }) => [node, label, of]), b.mapNodes((node, { label, class: of }) => [node, label, of]));
  });

  test(`GEXF of ${folder.of} is dynamic, in spells that follow each other`, () => {
    const document = new DOMParser().parseFromString(read(folder, "gexf.gexf"), "application/xml");
    assert.equal(document.getElementsByTagName("graph")[0].getAttribute("mode"), "dynamic");
    const lists = [...document.getElementsByTagName("spells")];
    assert.ok(lists.length > 0);
    for (const spells of lists) checkSpells([...spells.getElementsByTagName("spell")]);
  });
}

// checkSpells sees that spells neither overlap nor end before they begin; an
// end that is not told is open, and only the outermost may be.
function checkSpells(spells) {
  let before = "";
  spells.forEach((spell, n) => {
    const [start, end] = [spell.getAttribute("start") ?? "", spell.getAttribute("end") ?? ""];
    for (const day of [start, end]) assert.match(day, /^(\d{4}-\d\d-\d\d)?$/);
    assert.ok(start > before || (n === 0 && !start), `begins on ${start}, after ${before}`);
    assert.ok(start <= end || (!end && n === spells.length - 1), `from ${start} to ${end}`);
    before = end;
  });
}

const [drawn] = folders;

for (const format of formats) {
  test(`an edge too few in ${format.name} is seen`, () => {
    const { symmetric, ...want } = drawnFrom(drawn);
    const broken = read(drawn, format.name).replace(/<edge .*<\/edge>\n/, "");
    assert.notDeepEqual(counts(format.read(broken), symmetric), want);
  });

  test(`an edge to nowhere in ${format.name} is refused`, () => {
    const broken = read(drawn, format.name).replace(/<node .*<\/node>\n/, "");
    assert.throws(() => format.read(broken), /inexisting node/);
  });
}

test("spells that overlap are seen", () => {
  const spells = new DOMParser().parseFromString(
    '<spells><spell start="1999-01-01" end="2000-01-01"/><spell start="1999-06-01"/></spells>',
    "application/xml",
  );
  assert.throws(() => checkSpells([...spells.getElementsByTagName("spell")]), /begins on 1999-06-01/);
});

// What the checks of exports share: where the files are, and RDF of other
// people's readers brought to RDFC-1.0.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsonld from "jsonld";
import { DataFactory, Parser } from "n3";
import * as rdfCanonize from "rdf-canonize";

const { defaultGraph, quad } = DataFactory;

// folders of exports: of a small drawn graph, and of the shipped data where
// EXPORTS names it.
export const folders = [
  { of: "the drawn graph", path: join(import.meta.dirname, "..", "..", "export", "testdata", "drawn") },
  ...(process.env.EXPORTS ? [{ of: "the shipped data", path: process.env.EXPORTS }] : []),
];

export const read = (folder, name) => readFileSync(join(folder.path, name), "utf8");

export const rdf = (name) => `http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`;
export const owl = (name) => `http://www.w3.org/2002/07/owl#${name}`;
export const skos = (name) => `http://www.w3.org/2004/02/skos/core#${name}`;
export const wasDerivedFrom = "http://www.w3.org/ns/prov#wasDerivedFrom";

// parse reads with N3; format is a media type.
export const parse = (text, format) => new Parser({ format }).parse(text);

// canonize gives canonical N-Quads.
export const canonize = (quads) => rdfCanonize.canonize(quads, { algorithm: "RDFC-1.0", format: "application/n-quads" });

// canonizeJSONLD reads with jsonld, which must fetch nothing and drop nothing.
export const canonizeJSONLD = (text) =>
  jsonld.canonize(JSON.parse(text), {
    algorithm: "RDFC-1.0",
    format: "application/n-quads",
    safe: true,
    documentLoader: (address) => {
      throw new Error(`it asks for ${address}`);
    },
  });

// graphsOf brings triples of Turtle back to quads: each statement's link into
// the statement's graph, what is said of the statement into its document's. It
// gives those links besides that are asserted as plain triples.
export function graphsOf(triples) {
  const statements = new Map();
  const bySubject = new Map();
  for (const triple of triples) {
    const about = bySubject.get(triple.subject.value);
    about ? about.push(triple) : bySubject.set(triple.subject.value, [triple]);
  }
  for (const [subject, about] of bySubject) {
    const link = linkOf(about);
    if (link) statements.set(subject, link);
  }
  const links = new Set([...statements.values()].map(spelled));
  const asserted = triples.filter((triple) => links.has(spelled(triple)));
  const quads = [];
  for (const [subject, about] of bySubject) {
    const link = statements.get(subject);
    if (!link) {
      quads.push(...about.filter((triple) => !links.has(spelled(triple))));
      continue;
    }
    const document = about.find((triple) => triple.predicate.value === wasDerivedFrom).object;
    quads.push(quad(link.subject, link.predicate, link.object, about[0].subject));
    for (const triple of about) {
      if (!carriesLink(triple)) quads.push(quad(triple.subject, triple.predicate, triple.object, document));
    }
  }
  return { quads, asserted: new Set(asserted.map(spelled)) };
}

const parts = ["subject", "predicate", "object"];

const carriesLink = ({ predicate, object }) =>
  predicate.value === rdf("reifies") ||
  parts.some((part) => predicate.value === rdf(part)) ||
  (predicate.value === rdf("type") && object.value === rdf("Statement"));

// linkOf is the triple that a node carries, in RDF 1.2 or by reification.
function linkOf(about) {
  const reified = about.find((triple) => triple.predicate.value === rdf("reifies"));
  if (reified) return reified.object;
  const [subject, predicate, object] = parts.map((part) => about.find((triple) => triple.predicate.value === rdf(part))?.object);
  return subject && quad(subject, predicate, object, defaultGraph());
}

export const spelled = ({ subject, predicate, object }) =>
  JSON.stringify([subject, predicate, object].map(({ termType, value, datatype }) => [termType, value, datatype?.value]));

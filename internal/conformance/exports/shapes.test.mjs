// The vocabulary: the ontology declares what the data uses, and the data
// conforms to the shapes under rdf-validate-shacl.
import assert from "node:assert/strict";
import { test } from "node:test";
import { DataFactory, Store } from "n3";
import SHACLValidator from "rdf-validate-shacl";
import { folders, owl, parse, rdf, read } from "./rdf.mjs";

async function complaints(folder, quads) {
  const shapes = new Store(parse(read(folder, "shapes.ttl"), "text/turtle"));
  const report = await new SHACLValidator(shapes).validate(new Store(quads));
  return report.results.map((result) => `${result.focusNode.value} ${result.path?.value ?? ""} ${result.sourceConstraintComponent.value}`);
}

const dataOf = (folder) => parse(read(folder, "nquads.nq"), "application/n-quads");

const isLink = ({ graph }) => /\/statement\/[a-z2-7]{16}$/.test(graph.value);

// first changes the first quad that fits, and nothing else.
const first = (fits, change) => (quads) => {
  const at = quads.findIndex(fits);
  return quads.toSpliced(at, 1, ...change(quads[at], quads));
};

const said = (local) => ({ predicate }) => predicate.value.endsWith(local);

const { literal, namedNode, quad } = DataFactory;

const withObject = (q, object) => quad(q.subject, q.predicate, object, q.graph);

const document = (quads) => quads.find(said("/kind")).subject;

const breakages = [
  { name: "no status", sees: "MinCount", breaks: first(said("/status"), () => []) },
  { name: "two statuses", sees: "MaxCount", breaks: first(said("/status"), (q) => [q, withObject(q, literal("TENTATIVE"))]) },
  { name: "an unknown status", sees: "Pattern", breaks: first(said("/status"), (q) => [withObject(q, literal("MAYBE"))]) },
  { name: "no document", sees: "MinCount", breaks: first(said("#wasDerivedFrom"), () => []) },
  { name: "two documents", sees: "MaxCount", breaks: first(said("#wasDerivedFrom"), (q) => [q, withObject(q, q.subject)]) },
  {
    name: "an unknown qualifier",
    sees: "Closed",
    breaks: first(said("/status"), (q) => [q, quad(q.subject, namedNode(`${q.predicate.value}es`), q.object, q.graph)]),
  },
  { name: "a date that is plain text", sees: "Datatype", breaks: first(said("/when"), (q) => [withObject(q, literal(q.object.value))]) },
  { name: "no name", sees: "MinCount", breaks: first(said("#prefLabel"), () => []) },
  { name: "a document without a title", sees: "MinCount", breaks: first(said("/title"), () => []) },
  { name: "an unknown class", sees: "In", breaks: first(said("#type"), (q) => [withObject(q, namedNode(`${q.object.value}s`))]) },
  {
    name: "a subject of a class that the predicate does not take",
    sees: "(Class|Or|Node)",
    breaks: first(
      (q) => isLink(q) && q.object.termType === "Literal",
      (q, quads) => [quad(document(quads), q.predicate, q.object, q.graph)],
    ),
  },
  {
    name: "a literal in place of a thing",
    sees: "NodeKind",
    breaks: first((q) => isLink(q) && q.object.termType === "NamedNode", (q) => [withObject(q, literal("x"))]),
  },
  {
    name: "an end before the start",
    sees: "LessThan",
    breaks: first(said("/end"), (q) => [withObject(q, literal("0", q.object.datatype))]),
  },
];

const [drawn] = folders;

for (const folder of folders) {
  test(`the ontology of ${folder.of} declares every class, predicate and datatype in use`, () => {
    const ontology = new Store(parse(read(folder, "ontology.ttl"), "text/turtle"));
    const base = ontology.getSubjects(rdf("type"), owl("Ontology"))[0].value;
    const declared = (iri, ...kinds) => kinds.some((kind) => ontology.countQuads(iri, rdf("type"), kind) > 0);
    for (const { predicate, object } of dataOf(folder)) {
      if (predicate.value.startsWith(base)) {
        assert.ok(declared(predicate, owl("ObjectProperty"), owl("DatatypeProperty")), predicate.value);
      }
      if (predicate.value === rdf("type")) assert.ok(declared(object, owl("Class")), object.value);
      if (object.datatype?.value.startsWith(base)) {
        assert.ok(declared(object.datatype, "http://www.w3.org/2000/01/rdf-schema#Datatype"), object.datatype.value);
      }
    }
  });

  test(`${folder.of} conforms to its shapes`, async () => {
    const quads = dataOf(folder).filter((quad) => !unnamed(quad));
    assert.deepEqual(await complaints(folder, quads), []);
  });

  const [one] = breakages; // more of the shipped data would take long
  for (const { name, breaks, sees } of folder === drawn ? breakages : [one]) {
    test(`${folder.of} with ${name} does not conform`, async () => {
      const quads = dataOf(folder).filter((quad) => !unnamed(quad));
      const broken = breaks(quads);
      assert.notDeepEqual(broken, quads, "nothing was broken");
      assert.match((await complaints(folder, broken)).join("\n"), new RegExp(`${sees}ConstraintComponent`));
    });
  }
}

// unnamed is the link of the drawn graph to an entity that is not in it.
function unnamed({ object }) {
  return object.value.endsWith("/port/unnamed");
}

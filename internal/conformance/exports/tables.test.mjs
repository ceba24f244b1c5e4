// CSV, read by Papa Parse, and JSON Lines have one row a statement, with the
// link and document that the N-Quads give it.
import assert from "node:assert/strict";
import { test } from "node:test";
import Papa from "papaparse";
import { folders, parse, read, wasDerivedFrom } from "./rdf.mjs";

const base = "https://w3id.org/aseangraph/";
const local = ({ value }) => value.replace(base, "");

// statementsOf gives subject, predicate, object and document by statement.
function statementsOf(nquads) {
  const quads = parse(nquads, "application/n-quads");
  const statements = new Map();
  for (const { subject, predicate, object, graph } of quads) {
    if (local(graph).startsWith("statement/")) statements.set(local(graph), [local(subject), local(predicate), local(object)]);
  }
  for (const { subject, predicate, object } of quads) {
    if (predicate.value === wasDerivedFrom) statements.get(local(subject)).push(local(object));
  }
  return statements;
}

// unguarded takes off the apostrophe that keeps spreadsheets from reckoning.
const unguarded = (cell) => cell.replace(/^'('*[=+\-@\t\r\n])/, "$1");

function rowsOf(text) {
  const { data, errors, meta } = Papa.parse(text, { header: true, skipEmptyLines: true });
  assert.deepEqual(errors, []);
  assert.equal(meta.linebreak, "\r\n");
  return data;
}

const fromCSV = (text) =>
  new Map(rowsOf(text).map(({ id, subject, predicate, object, document }) => [id, [subject, predicate, unguarded(object), document]]));

const fromLines = (text) =>
  new Map(
    text.trimEnd().split("\n").map(JSON.parse).map(({ id, subject, predicate, object, evidence }) =>
      [id, [subject.id, predicate.name, textOf(object), evidence.document.id]]),
  );

const textOf = ({ id, text, period, number, duration, quantity }) =>
  id ?? text ?? period?.edtf ?? duration ?? (quantity ? ["value", "unit", "qualifier", "stage"].map((part) => quantity[part]).filter(Boolean).join(" ") : String(number));

const formats = [
  { name: "csv.csv", read: fromCSV },
  { name: "jsonlines.jsonl", read: fromLines },
];

for (const folder of folders) {
  for (const format of formats) {
    test(`${format.name} of ${folder.of} has a row for each statement`, () => {
      assert.deepEqual(format.read(read(folder, format.name)), statementsOf(read(folder, "nquads.nq")));
    });
  }

  test(`no cell of ${folder.of} is a formula`, () => {
    for (const row of rowsOf(read(folder, "csv.csv"))) {
      for (const cell of Object.values(row)) assert.ok(!/^[=+\-@\t\r\n]/.test(cell) || /^-\d+(\.\d+)?$/.test(cell), cell);
    }
  });
}

const [drawn] = folders;

for (const format of formats) {
  test(`a row too few in ${format.name} is seen`, () => {
    const broken = read(drawn, format.name).replace(/^[^\n]*statement\/7[^\n]*\n/m, "");
    assert.notDeepEqual(format.read(broken), statementsOf(read(drawn, "nquads.nq")));
  });
}

// Growing a network, filtering it, and placing its names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { place, shortened } from "../src/graph/labels.ts";
import { Network, type Line, type Spot } from "../src/graph/network.ts";
import { parallels } from "../src/graph/picture.ts";
import { readState } from "../src/graph/state.ts";
import { nearest, shown, span, standsIn, yearsOf } from "../src/graph/shown.ts";
import { Vocabulary } from "../src/vocabulary.ts";

const predicate = { name: "stands", label: "stands", inverseLabel: null, description: "", object: "THING", time: "SINCE", count: 1 } as const;
const words = new Vocabulary({
  ontology: { classes: [], predicates: [predicate, { ...predicate, name: "acts", time: "AT" }] },
  dataset: { title: "", version: "", statements: 0, entities: 0, documents: 0, built: null, licence: "" },
});

// Tests need some class; any will do.
const type = "" as Spot["type"];
const spot = (id: string, x: number, y: number): Spot => ({ id, type, name: id, degree: 1, x, y });
const line = (from: string, name: string, to: string, edtf?: string): Line => {
  const [earliest = null, latest = earliest] = edtf?.split("/").map((year) => (year === ".." ? null : `${year}-01-01`)) ?? [];
  return { id: `${from} ${name} ${to}`, from, to, predicate: name, label: name, status: "HAPPENED", documents: 1, kinds: [], period: edtf ? { edtf, earliest, latest, label: edtf, approximate: false, uncertain: false } : null };
};
const state = (query: string) => readState(new URLSearchParams(query));

test("what is drawn keeps its place when the network grows", () => {
  const network = new Network();
  network.grow("a", { hidden: 0, nodes: [spot("a", 0, 0), spot("b", 1, 0), spot("c", -1, 0)], links: [line("a", "acts", "b"), line("a", "acts", "c")] });
  const before = structuredClone([...network.spots]);
  network.grow("b", { hidden: 0, nodes: [spot("b", 0, 0), spot("a", 1, 0), spot("d", 0, 1), spot("e", 0, 1)], links: [line("b", "acts", "d"), line("a", "acts", "b"), line("b", "acts", "elsewhere")] });
  assert.deepEqual([...network.spots].slice(0, 3), before);
  assert.deepEqual([...network.spots.keys()], ["a", "b", "c", "d", "e"]);
  assert.deepEqual([...network.lines.keys()], ["a acts b", "a acts c", "b acts d"]);
  const places = [...network.spots.values()];
  for (const one of places) for (const other of places) if (one !== other) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 0.1, `${one.id} lies on ${other.id}`);
});

test("the same steps give the same places", () => {
  const grown = () => {
    const network = new Network();
    network.grow("a", { hidden: 0, nodes: [spot("a", 0, 0), spot("b", 1, 0)], links: [line("a", "acts", "b")] });
    network.grow("z", { hidden: 0, nodes: [spot("z", 0, 0), spot("y", 0.5, 0.5)], links: [] });
    return [...network.spots.values()];
  };
  assert.deepEqual(grown(), grown());
});

test("a bare date of what stands is its beginning", () => {
  for (const [name, edtf, want] of [
    ["stands", "1977", { from: 1977, to: null }],
    ["stands", "1977/1980", { from: 1977, to: 1980 }],
    ["acts", "1977", { from: 1977, to: 1977 }],
    ["acts", "../1980", { from: null, to: 1980 }],
    ["acts", undefined, null],
  ] as const) {
    assert.deepEqual(yearsOf(line("a", name, "b", edtf), words), want, `${name} ${edtf}`);
  }
  assert.ok(standsIn({ from: 1977, to: null }, { from: 1990, to: 1990, asOf: true }));
  assert.ok(!standsIn({ from: 1977, to: 1980 }, { from: 1981, to: 1990, asOf: false }));
  assert.ok(standsIn({ from: null, to: 1980 }, { from: 1970, to: 1971, asOf: false }));
});

test("filters take out lines, and things that nothing ties any more", () => {
  const network = Network.of({ hidden: 0, nodes: [spot("a", 0, 0), spot("b", 1, 0), spot("c", 2, 0)], links: [line("a", "acts", "b", "1977"), line("a", "stands", "c", "1990"), line("b", "acts", "c")] });
  for (const [query, things, lines] of [
    ["around=a", "a b c", 3],
    ["around=a&during=1970/1980", "a b c", 2],
    ["around=a&during=1970/1980&undated=no", "a b", 1],
    ["around=a&asOf=1985&undated=no", "a", 0],
    ["around=a&asOf=1995&undated=no", "a c", 1],
    ["around=a&withoutPredicates=acts", "a c", 1],
    ["around=a&hide=c", "a b", 1],
    ["around=a&withoutStatus=HAPPENED", "a", 0],
  ] as const) {
    const got = shown(network, state(query), words);
    assert.equal([...got.network.spots.keys()].join(" "), things, query);
    assert.equal(got.network.lines.size, lines, query);
    assert.equal(got.left, 3 - got.network.spots.size, query);
  }
  const [first, second, third] = network.lines.values();
  Object.assign(first!, { kinds: ["PRIMARY", "PRESS"] });
  Object.assign(second!, { kinds: ["PRESS"] });
  for (const [query, lines] of [
    ["withoutKinds=PRESS", [first, third]],
    ["withoutKinds=PRIMARY", [first, second, third]],
    ["withoutKinds=PRIMARY+PRESS", [third]],
  ] as const) {
    assert.deepEqual([...shown(network, state(`around=a&${query}`), words).network.lines.values()], lines, query);
  }
  assert.deepEqual(span(network), { from: 1977, to: 1990 });
});

test("parallel lines bend apart, and a single one is straight", () => {
  const network = Network.of({ hidden: 0, nodes: [spot("a", 0, 0), spot("b", 1, 0), spot("c", 2, 0)], links: [line("a", "acts", "b"), line("b", "stands", "a"), line("a", "acts", "c")] });
  const bends = parallels(network);
  assert.equal(bends.get("a acts c"), 0);
  // One is drawn the other way round, so the same sign puts it on the other side.
  assert.ok(bends.get("a acts b") !== 0 && bends.get("a acts b") === bends.get("b stands a"));
});

test("arrows walk to the neighbour that lies that way", () => {
  const around = [spot("right", 2, 0.1), spot("up", 0, 1), spot("left", -1, 0)];
  assert.equal(nearest(spot("a", 0, 0), around, 1, 0)?.id, "right");
  assert.equal(nearest(spot("a", 0, 0), around, 0, 1)?.id, "up");
  assert.equal(nearest(spot("a", 0, 0), around, 0, -1), null);
});

test("a long name keeps its end", () => {
  for (const [name, want] of [
    ["Fund", "Fund"],
    ["Money put into the region from a partner, 2004", "Money put into the … a partner, 2004"],
    ["Agreement on the establishment of a common fund", "Agreement on the … a common fund"],
    ["a".repeat(60), `${"a".repeat(19)} … ${"a".repeat(16)}`],
  ] as const) {
    assert.equal(shortened(name), want);
  }
});

test("a name stands where no line leads", () => {
  const [x, y] = [100, 100];
  for (const [lean, anchor] of [
    [undefined, "start"],
    [{ x: 0, y: 0 }, "start"],
    [{ x: 1, y: 0 }, "end"],
    [{ x: -1, y: 0 }, "start"],
    [{ x: 0.7, y: -0.7 }, "end"],
  ] as const) {
    assert.equal(place([{ x, y, radius: 5, name: "a", ...(lean && { lean }) }], 200, 200, () => 20)[0]?.anchor, anchor, JSON.stringify(lean));
  }
});

test("no name covers another or a thing", () => {
  const things = Array.from({ length: 60 }, (_, i) => ({ x: 40 + (i % 10) * 30, y: 40 + Math.floor(i / 10) * 30, radius: 6, name: `a name of ${i}` }));
  const labels = place(things, 380, 260, (name) => name.length * 6).filter((label) => label !== null);
  assert.ok(labels.length > 3);
  const boxes = labels.map(({ x, y, anchor, words: name }) => ({ left: x - (anchor === "end" ? 1 : anchor === "middle" ? 0.5 : 0) * name.length * 6, long: name.length * 6, y }));
  for (const a of boxes) for (const b of boxes) if (a !== b) assert.ok(a.left + a.long <= b.left || b.left + b.long <= a.left || Math.abs(a.y - b.y) >= 14);
});

// What is stressed, what is named, and where the camera looks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, type Line, type Spot } from "../src/graph/network.ts";
import { inOrder, wordsOf } from "../src/graph/overlay.ts";
import { Scene } from "../src/graph/scene.ts";
import { shown } from "../src/graph/shown.ts";
import { framing, isWithin, square } from "../src/graph/sight.ts";
import { readState } from "../src/graph/state.ts";
import { Vocabulary } from "../src/vocabulary.ts";

const words = new Vocabulary({
  ontology: { classes: [], predicates: [] },
  dataset: { title: "", version: "", statements: 0, entities: 0, documents: 0, built: null, licence: "" },
});
const spot = (id: string, degree = 1): Spot => ({ id, type: "" as Spot["type"], name: id, degree, x: degree, y: 0 });
const line = (from: string, to: string, more: Partial<Line> = {}): Line => ({ id: `${from} meets ${to}`, from, to, predicate: "meets", label: "meets", status: "HAPPENED", documents: 1, kinds: [], period: null, ...more });

function sceneOf(lines: Line[], chosen: string | null, spots = [spot("a", 3), spot("b", 2), spot("c", 9), spot("d", 1)]): Scene {
  const scene = new Scene(words);
  const around = spots.map(({ id }) => `around=${id}`).join("&"); // middles stay, whatever ties them
  scene.show(shown(Network.of({ hidden: 0, nodes: spots, links: lines }), readState(new URLSearchParams(around)), words), chosen);
  return scene;
}

test("what belongs to what is chosen is near, and all is where nothing is", () => {
  const lines = [line("a", "b"), line("c", "a"), line("c", "d")];
  for (const [chosen, want] of [
    [null, "a b c d a meets b c meets a c meets d"],
    ["a", "a b c a meets b c meets a"],
    ["d", "c d c meets d"],
    ["a meets b", "a b a meets b"],
    ["gone", "a b c d a meets b c meets a c meets d"],
  ] as const) {
    const scene = sceneOf(lines, chosen);
    const near = [..."abcd", ...lines.map(({ id }) => id)].filter((id) => scene.isNear(id));
    assert.equal(near.join(" "), want, String(chosen));
  }
});

test("the pointer counts before what is chosen, until what it was on is gone", () => {
  const scene = sceneOf([line("a", "b")], "a");
  scene.pointed = "d";
  assert.equal(scene.centre, "d");
  scene.show(shown(Network.of({ hidden: 0, nodes: [spot("a")], links: [] }), readState(new URLSearchParams("around=a")), words), "a");
  assert.equal(scene.centre, "a");
});

test("what lies ahead is left to the overlay, and what is marked is drawn strong", () => {
  const [past, ahead] = [line("a", "b"), line("a", "c", { status: "PLANNED" })];
  const scene = sceneOf([past, ahead], "a meets b");
  const look = (id: string) => scene.lineLook(id, scene.graph.getEdgeAttributes(id) as Parameters<Scene["lineLook"]>[1]);
  assert.equal(look(ahead.id).color, "rgba(0,0,0,0)");
  assert.equal(look(past.id).color, "rgb(0,0,255)");
  assert.ok(Number(look(past.id).size) > Number(scene.graph.getEdgeAttribute(past.id, "size")));
  assert.notEqual(scene.thingLook("d", scene.graph.getNodeAttributes("d") as Parameters<Scene["thingLook"]>[1]).color, scene.graph.getNodeAttribute("d", "color"));
});

test("of many lines each counts for little: thin, and none dashed", () => {
  const many = Array.from({ length: 2001 }, (_, i) => line("a", "b", { id: `line ${i}`, status: "PLANNED" }));
  const scene = sceneOf(many, null);
  assert.equal(scene.crowded, true);
  assert.equal(scene.graph.getEdgeAttribute("line 0", "type"), "thin");
  assert.equal(scene.isDashed(many[0]!), false);
});

test("what is chosen is named first, then what is tied to most, and nothing faint", () => {
  const lines = [line("a", "b"), line("c", "a")];
  for (const [chosen, want] of [[null, "c a b d"], ["a", "a c b"], ["b", "b a"]] as const) {
    const scene = sceneOf(lines, chosen);
    assert.equal(inOrder(scene.spots, scene.centre, (id) => scene.isNear(id)).map(({ id }) => id).join(" "), want, String(chosen));
  }
});

test("a line says when", () => {
  const period = { edtf: "1977", earliest: "1977-01-01", latest: "1977-12-31", label: "in 1977", approximate: false, uncertain: false };
  assert.equal(wordsOf(line("a", "b")), "meets");
  assert.equal(wordsOf(line("a", "b", { period })), "meets · in 1977");
});

test("the square around places holds them all, and is not too small", () => {
  assert.deepEqual(square([{ x: 0, y: 0 }]), { x: [-0.8, 0.8], y: [-0.8, 0.8] });
  assert.deepEqual(square([{ x: -1, y: 2 }, { x: 5, y: 4 }]), { x: [-1, 5], y: [0, 6] });
});

test("the camera looks at the middle, from as far as all needs", () => {
  const size = { width: 1080, height: 720 };
  for (const [seen, ratio, want] of [
    [[{ x: 90, y: 300 }, { x: 990, y: 300 }], 1, { middle: { x: 540, y: 300 }, ratio: 1 }],
    [[{ x: 540, y: -600 }, { x: 540, y: 600 }], 1, { middle: { x: 540, y: 0 }, ratio: 2 }],
    [[{ x: 0, y: 0 }, { x: 1800, y: 10 }], 0.5, { middle: { x: 900, y: 5 }, ratio: 1 }],
    [[{ x: 7, y: 8 }], 3, { middle: { x: 7, y: 8 }, ratio: 0.2 }],
  ] as const) {
    assert.deepEqual(framing([...seen], size, ratio), want, JSON.stringify(seen));
  }
  assert.ok(Number.isFinite(framing([{ x: 0, y: 0 }, { x: 9, y: 9 }], { width: 0, height: 0 }, 1).ratio));
});

test("a place is within the picture, by a margin", () => {
  const size = { width: 100, height: 50 };
  for (const [x, y, margin, want] of [[50, 25, 0, true], [5, 25, 10, false], [50, 45, 10, false], [-5, 25, -20, true], [130, 25, -20, false]] as const) {
    assert.equal(isWithin({ x, y }, size, margin), want, `${x} ${y} by ${margin}`);
  }
});

// What is far outside its line, and what has only grown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { farOutside } from "../src/outside.ts";
import { logarithmic, ticksOf } from "../src/scale.ts";

const line = (...values: number[]) => values.map((value, i) => ({ from: 2000 + i, value }));

const cases: [string, number[], number[]][] = [
  ["one misprint", [2, 3, 254, 3, 4, 5, 4], [254]],
  ["two that follow each other", [1.8, 2.1, 232, 254, 3.1, 7.2, 10.7], [232, 254]],
  ["below zero", [2, -3, -254, 3, 4, 5], [-254]],
  ["steady growth", Array.from({ length: 30 }, (_, i) => 1.2 ** i), []],
  ["too few to tell", [1, 2, 300, 4], []],
  ["all alike", [5, 5, 5, 5, 5, 5], []],
  ["nothing", [], []],
];
for (const [name, values, want] of cases) {
  test(`far outside: ${name}`, () => assert.deepEqual(farOutside(line(...values)).map(({ value }) => value), want));
}

test("ticks are round and reach over all values", () => {
  for (const [low, high] of [[0, 174e9], [-10, 8], [0, 0.003], [5, 5]] as const) {
    const ticks = ticksOf(low, high, 5);
    assert.ok((ticks[0] ?? NaN) <= low && (ticks.at(-1) ?? NaN) >= high, `${ticks} for ${low} to ${high}`);
  }
});

test("equal steps of a logarithmic scale multiply", () => {
  for (const [low, high] of [[632e6, 254e9], [3, 3], [0.2, 0.9], [1, 1000]] as const) {
    const { values, ticks } = logarithmic(low, high, 300, 0);
    assert.ok((ticks[0] ?? NaN) <= low && (ticks.at(-1) ?? NaN) >= high, `${ticks} for ${low} to ${high}`);
    const step = values.of(1) - values.of(10);
    assert.ok(Math.abs(values.of(10) - values.of(100) - step) < 1e-9, `${step} for ${low} to ${high}`);
  }
});

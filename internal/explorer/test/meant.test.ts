// What Enter opens, and where entries without a beginning stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, Merging } from "../src/history.ts";
import { meant } from "../src/meant.ts";

const called = (name: string, ...aliases: string[]) => ({ name, aliases });

test("Enter opens what is meant, and nothing where several may be", () => {
  const person = called("Ann Hill", "Anne Hill");
  const visit = called("Visit of Ann Hill");
  const hill = called("Hill");
  for (const [written, matches, total, want] of [
    ["anything", [], 0, null],
    ["anhil", [person], 1, person],
    ["Hill", [hill, person, visit], 3, hill],
    ["hill ", [hill, person], 200, hill],
    ["anne", [person, visit], 2, person],
    ["ann hill", [person, visit], 2, person],
    ["ann", [person, visit], 2, null],
    ["anhil", [person, visit], 2, null],
    ["visit", [person, visit], 2, null],
    ["hill", [called("A", "Hill"), hill], 2, called("A", "Hill")],
    ["hill", [called("A"), hill, called("B", "hill")], 3, null],
  ] as const) {
    assert.deepEqual(meant(written, [...matches], total), want, written);
  }
});

const entry = (written: string) => {
  const [earliest = null, latest = earliest] = written.split("/").map((year) => year || null);
  return { when: { earliest, latest } };
};
const years = (entries: ReturnType<typeof entry>[]) => entries.map(dayOf).join(" ");

test("what has only an end stands by its end", () => {
  const open = ["/1997", "/1950", "/2007", ""].map(entry);
  const oldest = new Merging(open, false);
  assert.equal(years(oldest.next([...open, entry("1944"), entry("1967/1970")], false)), " 1944 1950 1967");
  assert.equal(years(oldest.next([entry("1999"), entry("2001")], true)), "1997 1999 2001 2007");
  const newest = new Merging(open, true);
  assert.equal(years(newest.next([entry("2001"), entry("1999")], false)), "2007 2001 1999");
  assert.equal(years(newest.next([entry("1944"), ...open], true)), "1997 1950 1944 ");
  assert.equal(years(new Merging([entry("/1997")], false).next([], true)), "1997");
});

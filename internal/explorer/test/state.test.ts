// The address is the view: what is written is read back as it was.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, type Spot } from "../src/graph/network.ts";
import { readState, toggled, writeState } from "../src/graph/state.ts";
import { leftOut } from "../src/graph/unread.ts";

const read = (query: string) => readState(new URLSearchParams(query));

test("an address is read and written back", () => {
  for (const address of [
    "",
    "around=x/a",
    "around=x/a~60&around=x/b~24~meets~in",
    "around=x/a&hide=x/c&hide=x/d",
    "around=x/a&pin=x/a~0.5~-1.25",
    "around=x/a&withoutClasses=A+B&withoutPredicates=meets&withoutStatus=PLANNED&withoutKinds=PRESS+COPY",
    "around=x/a&during=1977/1986",
    "around=x/a&asOf=1986&undated=no",
    "around=x/a&chosen=x/a+meets+x/b&beside=tree&see=0.5~0.25~1.12345",
  ]) {
    assert.equal(decodeURIComponent(writeState(read(address))), address);
  }
});

test("what is wrong in an address is left out", () => {
  for (const [address, want] of [
    ["around=&around=x/a", "around=x/a"],
    ["around=x/a~many", "around=x/a"],
    ["around=x/a~-5", "around=x/a~1"],
    ["around=x/a~1000000", "around=x/a~400"],
    ["pin=x/a~there~1&pin=x/a~2", ""],
    ["during=soon", ""],
    ["asOf=99999", ""],
    ["during=1990/1980", "during=1980/1990"],
    ["see=1~2~0", ""],
    ["see=1~2", ""],
    ["beside=cellar", ""],
  ] as const) {
    assert.equal(decodeURIComponent(writeState(read(address))), want, address);
  }
});

test("what is left out of an address is told", () => {
  const spot: Spot = { id: "x/a", type: "" as Spot["type"], name: "a", degree: 0, x: 0, y: 0 };
  const network = Network.of({ hidden: 0, nodes: [spot], links: [] });
  for (const [address, want] of [
    ["around=x/a~60&asOf=1986&undated=no&beside=tree&see=0~0~1&pin=x/a~1~1&chosen=x/a&data=0123&hide=x/b", ""],
    ["around=x/a&around=x/b~60~meets~in", "around=x/b~60~meets~in (x/b)"],
    ["around=x/a&asOf=99999", "asOf=99999"],
    ["around=x/a&during=soon", "during=soon"],
    ["around=x/a&asOf=1986&during=soon", ""], // one of them suffices
    ["pin=x/a~2&beside=cellar&see=1~2&undated=yes", "pin=x/a~2, beside=cellar, see=1~2, undated=yes"],
    ["chosen=x/a+meets+x/b", "chosen=x/a meets x/b"],
  ] as const) {
    const got = leftOut(new URLSearchParams(address), network).map(({ name, value, id }) => `${name}=${value}${id ? ` (${id})` : ""}`);
    assert.equal(got.join(", "), want, address);
  }
});

test("toggled adds and takes away", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
});

// A link names the dataset it was made with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { editionOf, stamped } from "../src/edition.ts";

test("an address is stamped once, and keeps its writing", () => {
  for (const [address, want] of [
    ["/", "/?data=0a1b"],
    ["/graph?around=x/a~60&see=0.5~1~2", "/graph?around=x/a~60&see=0.5~1~2&data=0a1b"],
    ["/x/a?data=ffff&order=told#here", "/x/a?order=told&data=0a1b#here"],
    ["/graph?hide=a+b&data=0a1b", "/graph?hide=a+b&data=0a1b"],
  ] as const) {
    const got = stamped(new URL(address, "http://host"), "0a1b");
    assert.equal(got.href, `http://host${want}`, address);
    assert.equal(editionOf(got), "0a1b", address);
  }
});

test("what is no version is not repeated to the reader", () => {
  for (const query of ["", "?data=", "?data=call+this+number", `?data=${"a".repeat(65)}`]) {
    assert.equal(editionOf(new URL(`http://host/${query}`)), null, query);
  }
});

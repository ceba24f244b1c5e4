import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./sdl.mjs";

// lint runs lint-schema.mjs over SDL texts, one file each.
function lint(...texts) {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    texts.forEach((text, number) => writeFileSync(join(folder, `part${number}.graphqls`), text));
    const script = join(root, "internal", "conformance", "lint-schema.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, folder], { encoding: "utf8" });
    return { status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const query = `"""The questions."""
type Query {
  """A fund by its id."""
  fund(
    """The id."""
    id: ID!
  ): Fund
  """Where a list stands."""
  position: PageInfo!
}
`;
const fund = `"""A pool of money."""
type Fund {
  """The permanent id."""
  id: ID!
}
`;
const pageInfo = `"""Where a page stands in its list."""
type PageInfo {
  """Whether more follows."""
  hasNextPage: Boolean!
  """Whether more comes before."""
  hasPreviousPage: Boolean!
  """The first cursor; null on an empty page."""
  startCursor: String
  """The last cursor; null on an empty page."""
  endCursor: String
}
`;

test("clean SDL in files that need each other", () => {
  const { status, said } = lint(query, fund, pageInfo);
  assert.equal(status, 0, said);
  assert.match(said, /3 files of SDL, 0 complaints/);
});

for (const { name, texts, says } of [
  { name: "a field with no description", texts: [query, pageInfo, "\"\"\"A pool.\"\"\"\ntype Fund {\n  id: ID!\n}\n"], says: /require-description/ },
  { name: "an unknown type", texts: [query, pageInfo], says: /Fund/ },
  { name: "a type that nothing reaches", texts: [query, fund, pageInfo, fund.replace("type Fund", "type Lost")], says: /no-unreachable-types/ },
  {
    name: "a connection that is none",
    texts: [query, fund, pageInfo, fund.replace("type Fund", "type FundConnection")],
    says: /relay-connection-types/,
  },
  { name: "no SDL at all", texts: [], says: /make generate/ },
]) {
  test(name, () => {
    const { status, said } = lint(...texts);
    assert.notEqual(status, 0, said);
    assert.match(said, says);
  });
}

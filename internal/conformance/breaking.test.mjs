import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./sdl.mjs";

const released = "type Query { fund(id: ID!): String old: Int }";

// compare runs breaking.mjs over a released SDL (none where null), a present one and change notes.
function compare(before, present, notes) {
  const folder = mkdtempSync(join(tmpdir(), "breaking-"));
  try {
    const [old, current, changelog] = ["released.graphql", "schema", "CHANGELOG.md"].map((name) => join(folder, name));
    mkdirSync(current);
    if (before !== null) writeFileSync(old, before);
    writeFileSync(join(current, "query.graphqls"), present);
    writeFileSync(changelog, notes);
    const script = join(root, "internal", "conformance", "breaking.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, old, current, changelog], { encoding: "utf8" });
    return { status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const { name, before, present, notes, status, says } of [
  { name: "nothing released", before: null, present: released, notes: "", status: 0, says: /no released SDL yet/ },
  { name: "nothing changed", before: released, present: released, notes: "", status: 0, says: /^0 changes/ },
  {
    name: "something added",
    before: released,
    present: "type Query { fund(id: ID!): String old: Int new: Int }",
    notes: "",
    status: 0,
    says: /^1 changes .* 0 breaking/,
  },
  {
    name: "a field dropped in silence",
    before: released,
    present: "type Query { fund(id: ID!): String }",
    notes: "# Changes\n\n## Unreleased\n\nThe old field is gone.\n",
    status: 1,
    says: /Field 'old' was removed .*name `Query\.old`/,
  },
  {
    name: "a field dropped and told",
    before: released,
    present: "type Query { fund(id: ID!): String }",
    notes: "# Changes\n\n## Unreleased\n\n- `Query.old` is gone: ask `Query.fund`.\n",
    status: 0,
    says: /1 breaking, 0 not in the change notes/,
  },
  {
    name: "a field dropped and told of another release",
    before: released,
    present: "type Query { fund(id: ID!): String }",
    notes: "# Changes\n\n## Unreleased\n\n- Better.\n\n## 0.1.0\n\n- `Query.old` is new.\n",
    status: 1,
    says: /name `Query\.old`/,
  },
  {
    name: "an argument made to be needed",
    before: released,
    present: "type Query { fund(id: ID!, day: String!): String old: Int }",
    notes: "## Unreleased\n\n- `Query.fund` and `Query` are better.\n",
    status: 1,
    says: /name `Query\.fund\.day`/,
  },
]) {
  test(name, () => {
    const got = compare(before, present, notes);
    assert.equal(got.status, status, got.said);
    assert.match(got.said, says);
  });
}

// Compares the public SDL with the last released one. A change that breaks a client
// is let pass only where the notes of the coming version name its path in backticks:
//
//   - `Query.country` now wants the permanent id. …
//
//   npm run breaking [-- RELEASED FOLDER CHANGELOG]
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { publicFolder, root, sdlFiles } from "./sdl.mjs";

const [
  released = join(root, "schema", "released.graphql"),
  folder = publicFolder,
  changelog = join(root, "CHANGELOG.md"),
] = process.argv.slice(2);

if (!existsSync(released)) {
  console.log("no released SDL yet: nothing to compare with");
  process.exit(0);
}

const changes = await diff(
  buildSchema(readFileSync(released, "utf8")),
  buildSchema(sdlFiles(folder).map((file) => readFileSync(file, "utf8")).join("\n")),
);
const notes = notesOfComingVersion(existsSync(changelog) ? readFileSync(changelog, "utf8") : "");
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
const untold = breaking.filter(({ path }) => !notes.includes(`\`${path}\``));

for (const { path, message } of untold) {
  console.error(`breaking: ${message}; take it back, or name \`${path}\` in the first section of ${changelog}`);
}
console.log(`${changes.length} changes since the released SDL, ${breaking.length} breaking, ${untold.length} not in the change notes`);
process.exit(untold.length === 0 ? 0 : 1);

// The text under the first heading of level two: older sections tell of older releases.
function notesOfComingVersion(text) {
  return text.split(/^## /m)[1] ?? "";
}

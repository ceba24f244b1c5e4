// Where the public SDL stands, and which files it has.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

// The SDL that clients see, with every generated type in it.
export const publicFolder = join(root, "graph", "generated", "schema");

// The .graphqls files of a folder in order of name; ends the program where there is none.
export function sdlFiles(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".graphqls")) : [];
  if (names.length === 0) {
    console.error(`${folder}: no .graphqls file; run "make generate", or name the folder of the SDL`);
    process.exit(2);
  }
  return names.sort().map((name) => join(folder, name));
}

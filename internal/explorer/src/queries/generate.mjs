// Types the queries of this folder from the SDL, into src/generated/queries.mts, so
// that a query which the server would refuse does not build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as documents from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildASTSchema, concatAST, parse, Source } from "graphql";

const here = new URL("./", import.meta.url);
const sdl = new URL("../../../../graph/generated/schema/", here);
const out = new URL("../generated/", here);

const read = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => ({ location: name, document: parse(new Source(readFileSync(new URL(name, folder), "utf8"), name)) }));

const schema = concatAST(read(sdl, ".graphqls").map(({ document }) => document));
const config = {
  documentMode: "string",
  dedupeFragments: true,
  enumsAsTypes: true,
  useTypeImports: true,
  avoidOptionals: false,
  mergeFragmentTypes: true,
  scalars: { Cursor: "string", Date: "string", Decimal: "string", EDTF: "string", IRI: "string" },
};
const code = await codegen({
  filename: "queries.ts",
  schema,
  schemaAst: buildASTSchema(schema),
  documents: read(here, ".graphql"),
  config,
  plugins: [{ operations: {} }, { documents: {} }],
  pluginMap: { operations, documents },
});
mkdirSync(out, { recursive: true });
writeFileSync(fileURLToPath(new URL("queries.mts", out)), code);

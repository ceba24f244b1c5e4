// Lints the public SDL with @graphql-eslint: its recommended rules, the Relay
// specification, and a description on everything.
//
//   npm run lint-schema [-- FOLDER]
import { resolve } from "node:path";
import graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";
import { publicFolder, sdlFiles } from "./sdl.mjs";

const recommended = graphqlPlugin.configs["flat/schema-recommended"].rules;
const relay = graphqlPlugin.configs["flat/schema-relay"].rules;

const rules = {
  ...recommended,
  ...relay,

  // Off: what has an identity implements Node, which demands the id; what has none
  // (a period, a quantity, a page of a list) is a value, and an id would be a lie.
  "@graphql-eslint/strict-id-in-types": "off",

  // Off: a relation has the name of its predicate, one word in the data, the quads and
  // here, also where that begins like its type's name (visited of Visit).
  "@graphql-eslint/no-typename-prefix": "off",

  // Stricter: everything that a client can name says what it is.
  "@graphql-eslint/require-description": [
    "error",
    {
      types: true,
      rootField: true,
      DirectiveDefinition: true,
      EnumValueDefinition: true,
      FieldDefinition: true,
      InputValueDefinition: true,
    },
  ],

  // Narrower: lists that are short by nature (the statements of a link, the aliases
  // of a name) are plain lists, and connections offer nodes beside edges; a link or an
  // entry of a timeline is a view of statements that nobody asks for by id, and the
  // Relay specification lets the node of an edge be any object.
  "@graphql-eslint/relay-edge-types": [
    "error",
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
};

const folder = resolve(process.argv[2] ?? publicFolder);
const files = sdlFiles(folder);

const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: true,
  overrideConfig: {
    files: ["**/*.graphqls"],
    plugins: { "@graphql-eslint": graphqlPlugin },
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: files } },
    },
    rules,
  },
});
const results = await eslint.lintFiles(files);
const complaints = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
process.stdout.write(await (await eslint.loadFormatter("stylish")).format(results));
console.log(`${files.length} files of SDL, ${complaints} complaints`);
process.exit(complaints === 0 ? 0 : 1);

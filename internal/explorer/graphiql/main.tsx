import "graphiql/setup-workers/vite";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./page.css";

import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import { layOut, loadExamples } from "./examples";
import { examplesPlugin } from "./ExampleList";

const page = document.getElementById("page");
if (!page) throw new Error("index.html has no element with the id page");

const examples = await loadExamples();
const examplesPanel = examplesPlugin(examples);
const fetcher = createGraphiQLFetcher({ url: "/graphql" });
// A link may bring a question along; it opens beside what the reader has.
const link = new URLSearchParams(location.search);
const asked = link.get("query");

createRoot(page).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[examplesPanel, HISTORY_PLUGIN]}
    visiblePlugin={examplesPanel}
    defaultQuery={examples[0]?.query}
    initialQuery={asked === null ? undefined : layOut(asked)}
    initialVariables={link.get("variables") ?? undefined}
    defaultEditorToolsVisibility={false}
  >
    <GraphiQL.Logo>ASEAN graph</GraphiQL.Logo>
  </GraphiQL>,
);

// Runs every audit of GraphQL over HTTP that graphql-http has against a running
// server, and is content only when all of them are: advice counts as a demand.
//
//   npm run audit -- http://127.0.0.1:8080/graphql
import { serverAudits } from "graphql-http";

// How many audits graphql-http 1.23.1 has: a change of version that drops one is seen.
const EXPECTED = 61;

const url = process.argv[2] ?? process.env.GRAPHQL_URL;
if (!url || !URL.canParse(url)) {
  console.error("usage: npm run audit -- URL, or GRAPHQL_URL=URL npm run audit");
  process.exit(2);
}

let results;
try {
  results = await Promise.all(serverAudits({ url }).map((audit) => audit.fn()));
} catch (error) {
  console.error(`${url} does not answer: ${error.cause?.message ?? error.message}`);
  process.exit(1);
}

for (const result of results.filter(({ status }) => status !== "ok")) {
  const { status, statusText, headers } = result.response;
  console.error(`${result.status} ${result.id} ${result.name}`);
  console.error(`  ${result.reason}; the answer was ${status} ${statusText}, ${headers.get("content-type")}`);
}
const ok = results.filter(({ status }) => status === "ok").length;
console.log(`${ok} of ${EXPECTED} audits of GraphQL over HTTP pass`);
process.exit(ok === EXPECTED && results.length === EXPECTED ? 0 : 1);

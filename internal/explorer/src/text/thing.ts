// The page of one thing, who says so, and taking it away.
import { plural } from "./plural.ts";

export const thing = {
  // Things
  alsoKnown: "Also called",
  facts: "What documents say",
  noFacts: "No document says anything of it yet.",
  newest: "newest first",
  mostTold: "most told first",
  order: "Order",
  documents: (count: number) => plural(count, "document", "documents"),
  showAll: (count: number) => `Show all ${count}`,
  missing: "What is known to be missing",
  missingHint: "More may be missing than is named here.",
  everyDisagreement: (count: number) => `See all ${count}`,
  more: (count: number) => `${count.toLocaleString("en")} more`,
  history: "Timeline",
  neighbourhood: "Neighbourhood",
  openGraph: "Open as a graph",
  openPaths: "Find paths from here",
  openCompare: "Compare",
  disagreements: "Where documents disagree",
  elsewhere: "Elsewhere",
  identifier: "Identifier",
  undated: "undated",
  openTimeline: "Open as a timeline",
  graphHidden: (count: number) => `${plural(count, "more thing is", "more things are")} not drawn.`,

  // Who says so
  whoSaysSo: "Who says so",
  section: (name: string) => `section “${name}”`,
  paragraph: (number: number) => `paragraph ${number}`,
  atAddress: "read it there",
  noPassage: "The text of this document is not held by this server, so its words cannot be shown here.",
  conflictsWith: "Another statement cannot be true together with this one:",
  statementId: "this statement",
  asOf: (date: string) => `as of ${date}`,
  status: { HAPPENED: "happened", ONGOING: "ongoing", PLANNED: "planned", TENTATIVE: "tentative", PROPOSED: "put forward" },
  kind: { PRIMARY: "primary source", PRESS: "press", SECONDARY: "secondary source", COPY: "copy" },
  stage: { PLEDGED: "pledged", COMMITTED: "committed", DISBURSED: "disbursed" },

  // Taking away
  take: "Take it with you",
  cite: "Cite",
  download: "Download",
};

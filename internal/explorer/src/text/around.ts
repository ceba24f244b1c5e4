// Around every page, searching, and beginning.
import { plural } from "./plural.ts";

export const around = {
  // Around every page
  site: "ASEAN’s external relations",
  skip: "Skip to the content",
  navigation: "Pages",
  menu: "Menu",
  pages: {
    graph: "Graph",
    paths: "Paths",
    compare: "Compare",
    trends: "Trends",
    timeline: "Timeline",
    disagreements: "Disagreements",
    documents: "Documents",
    ontology: "Ontology",
    api: "API",
    data: "Data",
  },
  loading: "Loading …",
  unreachable: "The server does not answer. Is it running?",
  notUnderstood: (status: number) => `The server answered in a way these pages do not understand (HTTP ${status}).`,
  notFound: (what: string) => `There is nothing at ${what}.`,
  leftOutThing: (id: string) => `Nothing here has the id “${id}”; it was left out.`,
  leftOutValue: (written: string) => `“${written}” means nothing here and was left out.`,
  nearNames: "Named alike:",
  searchFor: (words: string) => `Search for “${words}”`,
  notFoundTitle: "Not found",
  failed: "This could not be shown",
  again: "Try again",
  edition: (version: string) => `dataset ${version}`,
  otherEdition: (made: string, seen: string) => `This link was made with dataset ${made}; you see ${seen}. Facts and counts may differ.`,
  footer: (statements: number, things: number, documents: number) =>
    `${plural(statements, "statement", "statements")} about ${plural(things, "thing", "things")} from ${plural(documents, "document", "documents")}`,

  // Search
  searchLabel: "Search the graph",
  searchShort: "Search …",
  searchHint: "A person, a fund, a summit …",
  searchNone: (words: string) => `Nothing is called “${words}”.`,
  searchAgain: "Names are found by any of their words, and by many misspellings. Try fewer words, or another name.",
  searchAll: (count: number) => `Show all ${count.toLocaleString("en")} matches`,
  searchFound: (count: number) => plural(count, "match", "matches"),
  alsoCalled: (name: string) => `also called ${name}`,
  searchTitle: (words: string) => (words ? `Search: ${words}` : "Search"),

  // Home
  homeSentence: "Who met whom, who proposed, paid, signed and joined: ASEAN and its partners, as documents tell it. Every line says who says so.",
  questions: "Questions to begin with",
  browse: "Or begin with a kind of thing",
};

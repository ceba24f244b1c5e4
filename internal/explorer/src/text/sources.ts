// Timeline, disagreements, documents, ontology, data.
import { plural } from "./plural.ts";

export const sources = {
  // Timeline
  timelineOf: (names: string[]) => `Timeline of ${names.join(", ")}`,
  timelineLead: "What is dated, year by year, with who says so.",
  timelineNone: "Nothing is dated within these choices.",
  everyRelation: "every relation",
  oldestFirst: "oldest first",
  dated: (count: number) => plural(count, "dated statement", "dated statements"),

  // Disagreements
  disagreementsOn: (names: string[]) => `Disagreements about ${names.join(", ")}`,
  disagreementsLead: "Where documents tell differently what cannot be true together. Nobody is taken to be right: each value stands with those who give it.",
  disagreementCount: (count: number) => plural(count, "disagreement", "disagreements"),
  subjectKind: "Kind of thing",
  differOn: "They differ on",
  mostDocuments: "most documents first",
  agreed: "No documents of this edition contradict each other.",
  agreedOn: "No documents contradict each other about this.",
  sayingSo: (count: number) => `${plural(count, "document says", "documents say")} so`,

  // Documents
  documentsLead: "The texts that everything here was read from, each with what it says.",
  documentsNone: "This edition of the data holds no documents.",
  coverage: (total: number, read: number, passed: number) =>
    `Of ${plural(total, "sentence", "sentences")} of its text, ${read.toLocaleString("en")} were read into statements and ${passed.toLocaleString("en")} carry no fact that this graph holds; ${(total - read - passed).toLocaleString("en")} are not cited.`,
  newestPublished: "newest first",
  oldestPublished: "oldest first",
  documentKind: "Kind of source",
  statementsIn: (count: number) => plural(count, "statement", "statements"),
  titleLabel: "Words of the title",
  titleHint: "joint statement",
  filter: "Filter",
  inLanguage: (code: string) => `in ${new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code}`,
  aboutDocument: "What is said about this document",
  says: (count: number) => `It says ${plural(count, "thing", "things")}`,
  held: "cited from a text with the",
  notHeld: "its text is not held, so passages cannot be shown",
  saysNothing: "Nothing was read from this document; others speak of it.",
  noSection: "Without a heading",

  // Ontology
  ontologyLead: (classes: number, predicates: number) => `What this graph can say: ${plural(classes, "class", "classes")} of things and ${plural(predicates, "predicate", "predicates")}.`,
  classes: "Classes",
  predicates: "Predicates",
  things: (count: number) => plural(count, "thing", "things"),
  countsAs: (names: string[]) => `counts as ${names.join(", ")}`,
  sameElsewhere: "the same as",
  anything: "anything",
  readTime: { AT: "A date tells when it took place.", SINCE: "A bare date is its beginning.", WHILE: "A bare date only tells that it was so then." },
  single: "There is one true value at a time.",
  once: "It comes about once.",
  term: "It may recur.",
  symmetric: "It reads the same from both ends.",
  termKind: { THING: "a thing", TEXT: "words", DATE: "a date or span", INTEGER: "a whole number", DURATION: "a length of time", QUANTITY: "an amount" },

  // Data
  dataLead: "Everything on these pages, to take away and use. The same version is the same content, for ever.",
  dataTitle: "Title",
  dataVersion: "Version",
  dataReleased: "Released",
  dataLicence: "Licence",
  dataHolds: "Holds",
  dataFormats: "Download",
  dataWhole: "Each file holds the whole graph, with who says so.",
  dataMeaning: "What the data means",
  dataParts: "A part of it",
  dataPartsHint: "Add to the address what the part is; lists are written with commas. For example:",
  dataApi: "Any question can be asked in GraphQL at /graphql. Try it in",
  citation: (title: string, year: string | null, version: string, licence: string, iri: string, seen: string) =>
    `${title}${year ? ` (${year})` : ""}. Dataset, version ${version}, ${licence}. ${iri} (seen ${seen})`,
  citeVersion: "Name the version: it tells exactly which statements you saw.",
};

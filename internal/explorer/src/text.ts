// Every English word that the pages themselves say, parted by page in text/. Names, labels
// and dates come from the server. Another language is another object of this type.
import { around } from "./text/around.ts";
import { figures } from "./text/figures.ts";
import { graph } from "./text/graph.ts";
import { relations } from "./text/relations.ts";
import { sources } from "./text/sources.ts";
import { thing } from "./text/thing.ts";

export const text = { ...around, ...thing, ...graph, ...relations, ...figures, ...sources };

export type Texts = typeof text;

// The kinds of things that this edition has, as links to all of each kind.
import { h, type Child } from "./dom.ts";
import { dot } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function kinds(words: Vocabulary): Child {
  const present = words.classes.filter((c) => c.count > 0).sort((a, b) => b.count - a.count);
  return h(
    "ul",
    { class: "kinds" },
    present.map((c) => h("li", {}, h("a", { href: `/search?type=${c.type}` }, dot(c.type, words), h("span", {}, words.classPlural(c.type)), h("span", { class: "count" }, c.count.toLocaleString("en"))))),
  );
}

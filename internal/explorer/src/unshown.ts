// The pages of addresses that cannot be shown: where there is nothing, and where something
// failed.
import { Failure } from "./api.ts";
import { h } from "./dom.ts";
import { near } from "./leftout.ts";
import type { Page } from "./router.ts";
import { text } from "./text.ts";
import { thingLink } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

export function isMissing(error: unknown): boolean {
  return error instanceof Failure && error.code === "NOT_FOUND";
}

// missing names what is called alike.
export async function missing(address: URL, words: Vocabulary): Promise<Page> {
  const title = text.notFoundTitle;
  const id = decodeURIComponent(address.pathname.slice(1));
  const name = (id.split("/").at(-1) ?? "").replaceAll("-", " ");
  const alike = await near(id, words).catch(() => []);
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, text.notFound(address.pathname)),
      alike.length > 0 && h("p", {}, text.nearNames, " ", alike.map((thing, i) => [i ? ", " : "", thingLink(thing, words)])),
      h("p", {}, h("a", { href: `/search?q=${encodeURIComponent(name)}` }, text.searchFor(name))),
    ],
  };
}

export function failed(error: unknown, again: () => void): Page {
  const title = text.failed;
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { role: "alert" }, error instanceof Error ? error.message : String(error)),
      h("p", {}, h("button", { type: "button", onclick: again }, text.again)),
    ],
  };
}

// What stands around every view: the header with search and pages, and the footer. It
// takes the place of what the server sent for readers without JavaScript.
import { graphiqlAddress } from "./api.ts";
import { h } from "./dom.ts";
import { searchBox } from "./searchbox.ts";
import { text } from "./text.ts";
import { thingAddress } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

const pages: [keyof typeof text.pages, string][] = [
  ["graph", "/graph"],
  ["paths", "/paths"],
  ["compare", "/compare"],
  ["trends", "/trends"],
  ["timeline", "/timeline"],
  ["disagreements", "/disagreements"],
  ["documents", "/documents"],
  ["ontology", "/ontology"],
  ["api", "/graphiql/"],
  ["data", "/data"],
];

export function frame(words: Vocabulary, go: (address: string) => void): { main: HTMLElement; arrived(address: URL): void } {
  const links = pages.map(([name, address]) => h("a", { href: address }, text.pages[name]));
  const api = links.find((link) => link.getAttribute("href") === "/graphiql/");
  for (const event of ["pointerdown", "focus"]) api?.addEventListener(event, () => (api.href = graphiqlAddress()));
  const menu = h("details", { class: "menu" }, h("summary", {}, text.menu), h("nav", { "aria-label": text.navigation }, links));
  const search = searchBox(words, { label: text.searchLabel, compact: true, hint: text.searchShort, choose: (id) => go(thingAddress(id)), submit: (written) => go(`/search?q=${encodeURIComponent(written)}`) });
  const header = h("header", { class: "site" }, h("a", { href: "/", class: "brand" }, text.site), search, menu);
  const { dataset } = words;
  const footer = h(
    "footer",
    { class: "site" },
    h("p", {}, text.footer(dataset.statements, dataset.entities, dataset.documents), " · ", h("a", { href: "/data" }, text.edition(dataset.version)), ` · ${dataset.licence}`),
  );
  const main = document.querySelector("main") ?? h("main");
  main.id = "main";
  main.tabIndex = -1;
  document.body.replaceChildren(h("a", { href: "#main", class: "skip" }, text.skip), header, main, footer);
  openOnWideScreens(menu);
  return {
    main,
    arrived(address) {
      header.classList.toggle("without-search", ["/", "/graph", "/search"].includes(address.pathname)); // they have their own
      if (!wide.matches) menu.open = false;
      for (const link of links) {
        if (new URL(link.href).pathname === address.pathname) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
    },
  };
}

const wide = matchMedia("(min-width: 60rem)");

// The menu is a row of links where there is room, and folded where there is not.
function openOnWideScreens(menu: HTMLDetailsElement): void {
  const follow = () => (menu.open = wide.matches);
  wide.addEventListener("change", follow);
  follow();
}

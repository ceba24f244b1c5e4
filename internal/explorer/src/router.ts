// Which view shows which address.
//
// To add a view: write views/NAME.ts with `export const view: View = …`, put its queries
// into queries/NAME.graphql (`npm run queries` types them) and its words into text/, and
// name it in `views` below. A view reads everything it shows from the address, makes links
// with plain <a href>, and changes the address by context.go. It may give an `update`, which
// is then called in place of showing it anew when only what follows "?" changes.
import { beginView, Failure } from "./api.ts";
import { fill, h, type Child } from "./dom.ts";
import { editionOf, stamped } from "./edition.ts";
import { LeftOutNotice, type LeftOut } from "./leftout.ts";
import { text } from "./text.ts";
import { failed, isMissing, missing } from "./unshown.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Context {
  address: URL;
  words: Vocabulary;
  // go opens an address of this server; replace leaves no step to go back to.
  go(address: string | URL, replace?: boolean): void;
  // note writes an address that the view shows already, and leaves no step to go back to.
  note(address: string): void;
  // leftOut tells the reader what of the address the view does without.
  leftOut(left: LeftOut): void;
  // away is aborted when the reader leaves the view.
  away: AbortSignal;
}

export interface Page {
  title: string;
  content: Child[];
  // wide pages use the whole window.
  wide?: boolean;
  // shown is called once the content stands in the page.
  shown?(): void;
  // update is false where the address asks for more than it can do.
  update?(address: URL): boolean;
}

export type View = (context: Context) => Page | Promise<Page>;

type Loader = () => Promise<{ view: View }>;

const views: Record<string, Loader> = {
  "/": () => import("./views/home.ts"),
  "/search": () => import("./views/search.ts"),
  "/graph": () => import("./views/graph.ts"),
  "/paths": () => import("./views/paths.ts"),
  "/compare": () => import("./views/compare.ts"),
  "/trends": () => import("./views/trends.ts"),
  "/timeline": () => import("./views/timeline.ts"),
  "/disagreements": () => import("./views/disagreements.ts"),
  "/documents": () => import("./views/documents.ts"),
  "/ontology": () => import("./views/ontology.ts"),
  "/data": () => import("./views/data.ts"),
};

const thing: Loader = () => import("./views/entity.ts");

// loaderOf is null where no view of these pages shows the path.
function loaderOf(path: string, words: Vocabulary): Loader | null {
  return views[path.replace(/(.)\/$/, "$1")] ?? (words.isThing(path) ? thing : null);
}

export function hasView(path: string, words: Vocabulary): boolean {
  return loaderOf(path, words) !== null;
}

export class Router {
  private away = new AbortController();
  private shown: { path: string; view: string; page: Page } | null = null;
  private readonly notice = h("p", { class: "notice", role: "status", hidden: true });
  private readonly leftOut: LeftOutNotice;

  constructor(
    private readonly main: HTMLElement,
    private readonly words: Vocabulary,
    private readonly arrived: (address: URL) => void,
  ) {
    this.leftOut = new LeftOutNotice(words);
    main.before(this.notice, this.leftOut.element);
    document.addEventListener("click", (event) => this.follow(event));
    addEventListener("popstate", () => {
      const address = new URL(location.href);
      if (this.shown?.view !== viewOf(address)) void this.show(address); // else another place in the same view
    });
  }

  readonly go = (address: string | URL, replace = false): void => {
    const target = this.stamped(address);
    if (target.origin !== location.origin || !loaderOf(target.pathname, this.words)) {
      location.assign(target);
      return;
    }
    if (target.href !== location.href) history[replace ? "replaceState" : "pushState"](null, "", target);
    void this.show(target);
  };

  readonly note = (address: string | URL): void => {
    const target = this.stamped(address);
    history.replaceState(null, "", target);
    if (this.shown) this.shown.view = viewOf(target);
    this.tellEdition(target);
  };

  // show shows an address, whichever dataset it names; one that names none gets this one's.
  async show(asked: URL): Promise<void> {
    const address = editionOf(asked) ? asked : this.stamped(asked);
    if (address !== asked) history.replaceState(null, "", address);
    this.tellEdition(address);
    this.arrived(address);
    this.leftOut.begin();
    if (this.shown?.path === address.pathname && this.shown.page.update?.(address)) {
      this.shown.view = viewOf(address);
      return;
    }
    this.away.abort();
    const away = (this.away = new AbortController());
    this.shown = null;
    beginView();
    this.main.setAttribute("aria-busy", "true");
    let page: Page;
    try {
      const loader = loaderOf(address.pathname, this.words);
      if (!loader) throw new Failure(text.notFound(address.pathname), "NOT_FOUND");
      const { view } = await loader();
      const leftOut = (left: LeftOut) => !away.signal.aborted && this.leftOut.add(left, new URL(location.href));
      page = await view({ address, words: this.words, go: this.go, note: this.note, leftOut, away: away.signal });
    } catch (error) {
      page = isMissing(error) ? await missing(address, this.words) : failed(error, () => void this.show(address));
    }
    if (away.signal.aborted) return; // the reader has gone on meanwhile
    this.stand(address, page);
  }

  private stamped(address: string | URL): URL {
    return stamped(new URL(address, location.href), this.words.dataset.version);
  }

  // tellEdition tells readers of a link from another dataset that they may see other things.
  private tellEdition(address: URL): void {
    const [made, seen] = [editionOf(address), this.words.dataset.version];
    this.notice.hidden = made === null || made === seen;
    fill(this.notice, !this.notice.hidden && made && text.otherEdition(made, seen));
  }

  private stand(address: URL, page: Page): void {
    this.shown = { path: address.pathname, view: viewOf(address), page };
    document.title = page.title === text.site ? text.site : `${page.title} · ${text.site}`;
    this.main.className = page.wide ? "wide" : "";
    const held = document.activeElement?.closest("main [data-held]")?.getAttribute("data-held");
    fill(this.main, page.content);
    this.main.removeAttribute("aria-busy");
    if (held) holdAgain(this.main, held);
    page.shown?.();
    const anchor = address.hash && document.getElementById(decodeURIComponent(address.hash.slice(1)));
    if (anchor) anchor.scrollIntoView();
  }

  // follow opens links to views in place; all others are the browser's.
  private follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    const target = new URL(link.href);
    if (target.hash && target.pathname === location.pathname && target.search === location.search) return;
    if (!loaderOf(target.pathname, this.words)) return;
    event.preventDefault();
    this.go(target);
    scrollTo(0, 0);
    this.main.focus({ preventScroll: true });
  }
}

// holdAgain gives the focus back to the control that changed the address.
function holdAgain(main: HTMLElement, held: string): void {
  const control = main.querySelector<HTMLElement>(`[data-held="${CSS.escape(held)}"]`);
  (control?.matches("[tabindex='-1']") ? control.querySelector<HTMLElement>("input, button") : control)?.focus({ preventScroll: true });
}

// viewOf is an address without the place in the page.
function viewOf(address: URL): string {
  return address.pathname + address.search;
}

// The graph: what the address says is fetched, filtered, drawn, and told in words beside it.
import { ask } from "../api.ts";
import { fill, h } from "../dom.ts";
import { SurroundingsDocument } from "../generated/queries.mts";
import type { Drawing } from "../graph/draw.ts";
import { gexf } from "../graph/gexf.ts";
import { Legend } from "../graph/legend.ts";
import { Network } from "../graph/network.ts";
import { linePanel, thingPanel } from "../graph/panel.ts";
import { picture } from "../graph/picture.ts";
import { savePng, saveSvg } from "../graph/saving.ts";
import { nearest, shown, span, type Shown } from "../graph/shown.ts";
import { firstStep, readState, toggled, writeState, type GraphState, type Step } from "../graph/state.ts";
import { table, tree } from "../graph/table.ts";
import { TimeBar } from "../graph/timebar.ts";
import { questions } from "../questions.ts";
import type { Context, Page, View } from "../router.ts";
import { searchBox } from "../searchbox.ts";
import { fileName, save } from "../take.ts";
import { text } from "../text.ts";
import { graphAddress, thingAddress } from "../thing.ts";

const mostTied = 100; // things that the server takes in one question
const mostNodes = 400;

export const view: View = (context) => (context.address.searchParams.has("around") ? new GraphView(context).page() : beginning(context));

// beginning is what there is to do before anything is drawn.
async function beginning({ words, go }: Context): Promise<Page> {
  const offered = await questions("/graph");
  return {
    title: text.graphTitle([]),
    content: [
      h("section", { class: "hero" }, h("h1", {}, text.graphTitle([])), h("p", { class: "lead" }, text.graphEmpty), searchBox(words, { label: text.searchLabel, compact: true, choose: (id) => go(graphAddress(id)) })),
      offered && h("section", {}, h("h2", {}, text.questions), offered),
    ],
  };
}

class GraphView {
  private state: GraphState;
  private network = new Network();
  private replayed: string[] = [];
  private shown: Shown | null = null;
  private drawing: Drawing | null = null;
  private begun = false;
  private changes = 0;
  private turn = 0;
  private readonly canvas = h("div", { class: "canvas", tabindex: 0, role: "application", "aria-label": text.graphLabel, onkeydown: (event: Event) => this.key(event as KeyboardEvent) });
  private readonly status = h("p", { class: "graph-status", role: "status" });
  private readonly said = h("p", { class: "unseen", "aria-live": "polite" });
  private readonly beside = h("div", { class: "beside-content" });
  private readonly tabs = h("div", { class: "tabs", role: "toolbar" });
  private readonly undoButton = h("button", { type: "button", disabled: true, onclick: () => this.undo() }, text.undo);
  private readonly legend: Legend;
  private readonly time: TimeBar;

  constructor(private readonly context: Context) {
    this.state = readState(context.address.searchParams);
    this.legend = new Legend(context.words, (which, words) => this.change({ [which]: words }));
    this.time = new TimeBar((time, undated, replace) => this.change({ time, undated }, replace));
    context.away.addEventListener("abort", () => {
      this.time.stop();
      this.drawing?.destroy();
    });
  }

  async page(): Promise<Page> {
    await this.fetch();
    const content = this.layout();
    this.present();
    return {
      title: this.title(),
      wide: true,
      content,
      shown: () => void this.begin(),
      update: (address) => {
        this.state = readState(address.searchParams);
        if (!this.state.steps.length) return false;
        void this.follow();
        return true;
      },
    };
  }

  private layout() {
    const { words } = this.context;
    const tool = (label: string, act: () => void) => h("button", { type: "button", onclick: act }, label);
    const stage = h(
      "div",
      { class: "stage" },
      h(
        "div",
        { class: "toolbar" },
        searchBox(words, { label: text.graphAdd, compact: true, hint: text.graphAddHint, choose: (id) => this.add({ id, first: firstStep }) }),
        this.undoButton,
        tool(text.fit, () => this.drawing?.fit()),
        h("button", { type: "button", "aria-label": text.zoomIn, onclick: () => this.drawing?.zoom(1 / 1.4) }, "+"),
        h("button", { type: "button", "aria-label": text.zoomOut, onclick: () => this.drawing?.zoom(1.4) }, "−"),
        tool(text.fullScreen, () => void (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen())),
        h(
          "details",
          { class: "drop" },
          h("summary", {}, text.download),
          h("div", {}, tool(text.saveSvg, () => this.shown && saveSvg(this.shown.network, words, this.file())), tool(text.savePng, () => this.shown && void savePng(this.shown.network, words, this.file())), tool(text.saveGexf, () => this.shown && save(gexf(this.shown.network, words), `${this.file()}.gexf`, "application/gexf+xml"))),
        ),
      ),
      this.canvas,
      this.status,
      this.time.element,
      this.said,
    );
    return [
      h(
        "div",
        { class: "graph-page" },
        h("h1", { class: "unseen" }, this.title()),
        h("details", { class: "legend-holder", open: matchMedia("(min-width: 60rem)").matches }, h("summary", {}, text.legend), this.legend.element),
        stage,
        h("section", { class: "beside", "aria-label": text.besidePicture }, this.tabs, this.beside),
      ),
    ];
  }

  // begin draws what everything beside the picture tells already. The canvas is busy until
  // the picture stands.
  private async begin(): Promise<void> {
    this.canvas.setAttribute("aria-busy", "true");
    const { canDraw, Drawing } = await import("../graph/draw.ts");
    if (this.context.away.aborted) return;
    if (canDraw()) {
      this.drawing = new Drawing(this.canvas, this.context.words, {
        chooseThing: (id) => this.choose(id),
        chooseLine: (id) => this.choose(id),
        chooseNothing: () => this.state.chosen && this.choose(null),
        expand: (id) => this.expand(id),
        moved: (id, place) => this.change({ pins: new Map([...this.state.pins, [id, place]]) }),
        looked: (camera) => this.change({ camera }, true, false),
      });
      this.drawing.anchor(this.network);
    }
    this.begun = true;
    if (this.state.camera) this.drawing?.look(this.state.camera);
    else this.drawing?.begin(this.network);
    this.draw();
    requestAnimationFrame(() => this.canvas.removeAttribute("aria-busy")); // the frame that sigma draws in
  }

  // follow brings everything in step with a state that has changed.
  private async follow(): Promise<void> {
    const turn = ++this.turn;
    const before = this.network.spots.size;
    try {
      await this.fetch();
    } catch (error) {
      this.status.textContent = error instanceof Error ? error.message : text.failed;
      return;
    }
    if (turn !== this.turn || this.context.away.aborted) return;
    if (before === 0) {
      this.drawing?.anchor(this.network);
      this.drawing?.begin(this.network);
    }
    document.title = `${this.title()} · ${text.site}`;
    this.present();
    if (before === 0) return;
    if (this.network.spots.size > before) this.drawing?.grown();
    else if (this.state.camera) this.drawing?.look(this.state.camera);
  }

  // fetch replays the steps of the address that are not in the network yet; where the
  // steps are others than before, it begins anew. The same steps give the same places.
  private async fetch(): Promise<void> {
    const wanted = this.state.steps.map((step) => JSON.stringify(step));
    const goesOn = this.replayed.every((step, i) => step === wanted[i]);
    const network = goesOn ? this.network : new Network();
    const fresh = this.state.steps.slice(goesOn ? this.replayed.length : 0);
    if (goesOn && fresh.length === 0) return;
    const answers = await Promise.all(fresh.map((step) => ask(SurroundingsDocument, surroundings(step))));
    fresh.forEach((step, i) => {
      const answer = answers[i]?.network;
      if (answer) network.grow(step.id, answer);
    });
    await this.tieAll(network);
    this.network = network;
    this.replayed = wanted;
  }

  // tieAll adds the lines between things that different steps brought.
  private async tieAll(network: Network): Promise<void> {
    const middles = [...new Set(this.state.steps.map(({ id }) => id))];
    if (this.state.steps.length < 2) return;
    const all = [...network.spots.keys()];
    const question = all.length <= mostTied ? { around: all, depth: 1, first: all.length } : { around: middles.slice(0, mostTied), depth: 1, first: mostNodes };
    network.tie((await ask(SurroundingsDocument, question)).network.links);
  }

  private present(): void {
    const { state, network } = this;
    const now = (this.shown = shown(network, state, this.context.words));
    this.draw();
    this.legend.show(network, state);
    this.time.show(span(network), state);
    this.tellStatus(now);
    this.besides(now);
    this.undoButton.disabled = this.changes === 0;
  }

  // draw waits for begin, which finds out how this browser can draw.
  private draw(): void {
    if (!this.begun || !this.shown) return;
    if (this.drawing) this.drawing.show(this.shown, this.state.chosen);
    else this.still(this.shown);
  }

  // still is the picture without WebGL.
  private still({ network }: Shown): void {
    fill(this.canvas, network.spots.size > 0 && [h("p", { class: "soft" }, text.noWebGL), picture(network, this.context.words, { width: 900, height: 640, links: true })]);
  }

  private tellStatus({ network, left }: Shown): void {
    const parts = [text.drawn(network.spots.size, network.lines.size)];
    if (left) parts.push(text.filteredOut(left));
    fill(
      this.status,
      network.spots.size === 0 && this.state.steps.length === 0 ? text.graphEmpty : parts.join(" · "),
      this.state.hidden.length > 0 && [" · ", h("button", { type: "button", class: "as-link", onclick: () => this.change({ hidden: [] }) }, text.restoreHidden(this.state.hidden.length))],
    );
  }

  private besides(now: Shown): void {
    const { state } = this;
    const tab = (beside: GraphState["beside"], label: string) => h("button", { type: "button", "aria-pressed": String(state.beside === beside), onclick: () => this.change({ beside }, true) }, label);
    const scroll = this.beside.scrollTop;
    this.beside.closest(".graph-page")?.classList.toggle("with-table", state.beside === "table");
    fill(this.tabs, tab("about", text.picture), tab("table", text.table), tab("tree", text.tree));
    const pointing = { chooseThing: (id: string) => this.choose(id), chooseLine: (id: string) => this.choose(id), point: (id: string | null) => this.drawing?.point(id) };
    if (state.beside === "table") fill(this.beside, table(now, state, this.context.words, pointing));
    else if (state.beside === "tree") fill(this.beside, tree(now, state, this.context.words, pointing));
    else fill(this.beside, this.about(now));
    if (state.beside !== "about") this.beside.scrollTop = scroll;
  }

  private about(now: Shown) {
    const { state, network } = this;
    const { words } = this.context;
    const chosen = state.chosen ?? state.steps[0]?.id ?? "";
    const line = network.lines.get(chosen);
    if (line) return linePanel(line, network, words);
    const spot = network.spots.get(chosen);
    if (!spot) return h("p", { class: "soft" }, text.graphEmpty);
    return thingPanel(spot, network, now, state, words, {
      expand: (step) => this.add(step),
      pin: (id) => this.pin(id),
      hide: (id) => this.hide(id),
    });
  }

  // change writes a new state into the address; the router then calls follow.
  private change(changed: Partial<GraphState>, replace = false, redraw = true): void {
    this.state = { ...this.state, ...changed };
    const address = `/graph?${writeState(this.state)}`;
    if (!redraw) return this.context.note(address);
    if (!replace) this.changes++;
    this.context.go(address, replace);
  }

  private undo(): void {
    if (this.changes === 0) return;
    this.changes--;
    history.back();
  }

  private add(step: Step): void {
    this.change({ steps: [...this.state.steps, step], hidden: this.state.hidden.filter((id) => id !== step.id), chosen: step.id });
  }

  private expand(id: string): void {
    const neighbours = new Set(this.network.linesOf(id).flatMap(({ from, to }) => [from, to])).size;
    this.add({ id, first: Math.max(firstStep, neighbours + 12) });
  }

  private choose(id: string | null): void {
    this.change({ chosen: id, beside: id ? "about" : this.state.beside }, true);
    const spot = id && this.network.spots.get(id);
    if (spot) {
      this.said.textContent = text.walkedTo(spot.name, this.context.words.className(spot.type), this.shown?.lines.get(spot.id)?.length ?? 0);
      this.drawing?.bring(spot.id);
    }
  }

  private pin(id: string): void {
    const pins = new Map(this.state.pins);
    const spot = this.network.spots.get(id);
    if (!pins.delete(id) && spot) pins.set(id, { x: spot.x, y: spot.y });
    this.change({ pins });
  }

  private hide(id: string): void {
    this.change({ hidden: toggled(this.state.hidden, id), chosen: null });
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    const chosen = this.state.chosen ?? this.state.steps[0]?.id ?? null;
    const act = arrow ? () => this.walk(chosen, arrow) : chosen && this.keyAct(event.key, chosen);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private keyAct(key: string, chosen: string): (() => void) | null {
    const isThing = this.network.spots.has(chosen);
    if (key === "Enter") return () => this.beside.querySelector<HTMLElement>("h2, a, button")?.focus();
    if (key === "Escape") return () => this.choose(null);
    if (!isThing) return null;
    if (key === "+") return () => this.expand(chosen);
    if (key === "Delete") return () => this.hide(chosen);
    if (key === "p") return () => this.pin(chosen);
    if (key === "o") return () => this.context.go(thingAddress(chosen));
    return null;
  }

  private walk(from: string | null, [dx, dy]: [number, number]): void {
    const now = this.shown;
    const start = now && from ? now.network.spots.get(from) : undefined;
    if (!now) return;
    const [first] = now.network.spots.values();
    if (!start) return first && this.choose(first.id);
    const ids = new Set((now.lines.get(start.id) ?? []).flatMap((line) => [line.from, line.to]));
    ids.delete(start.id);
    const next = nearest(start, [...ids].map((id) => now.network.spots.get(id)).filter((spot) => spot !== undefined), dx, dy);
    if (next) this.choose(next.id);
  }

  private title(): string {
    return text.graphTitle([...new Set(this.state.steps.map(({ id }) => id))].slice(0, 3).map((id) => this.network.spots.get(id)?.name ?? id));
  }

  private file(): string {
    return fileName(this.state.steps.map(({ id }) => id).slice(0, 3).join("-") || "graph");
  }
}

const arrows: Record<string, [number, number] | undefined> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

// surroundings is the question that a step asks.
function surroundings({ id, first, predicate, forward }: Step) {
  return { around: [id], depth: 1, first, where: predicate ? { predicates: [predicate], direction: forward ? ("OUT" as const) : ("IN" as const) } : null };
}

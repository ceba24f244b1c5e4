// The graph: what the address says is fetched, filtered, drawn, and told in words beside it.
import { fill, h, type Child } from "../dom.ts";
import { beginning } from "../graph/beginning.ts";
import { Beside } from "../graph/beside.ts";
import type { Drawing } from "../graph/draw.ts";
import { pressed, type Keys } from "../graph/keys.ts";
import { Legend } from "../graph/legend.ts";
import { Network } from "../graph/network.ts";
import { picture } from "../graph/picture.ts";
import { shown, span, type Shown } from "../graph/shown.ts";
import { firstStep, readState, toggled, writeState, type GraphState, type Step } from "../graph/state.ts";
import { statusTold } from "../graph/status.ts";
import { Steps } from "../graph/steps.ts";
import { TimeBar } from "../graph/timebar.ts";
import { toolbar } from "../graph/toolbar.ts";
import { leftOut } from "../graph/unread.ts";
import type { Context, Page, View } from "../router.ts";
import { fileName } from "../take.ts";
import { text } from "../text.ts";
import { thingAddress } from "../thing.ts";

export const view: View = (context) => (context.address.searchParams.has("around") ? new GraphView(context).page() : beginning(context));

class GraphView {
  private state: GraphState;
  private network = new Network();
  private readonly steps = new Steps();
  private shown: Shown | null = null;
  private drawing: Drawing | null = null;
  private begun = false;
  private changes = 0;
  private turn = 0;
  private readonly canvas = h("div", { id: "picture", class: "canvas", tabindex: 0, role: "application", "aria-label": text.graphLabel, onkeydown: (event: Event) => pressed(event as KeyboardEvent, this.keys()) });
  private readonly status = h("p", { class: "graph-status", role: "status" });
  private readonly said = h("p", { class: "unseen", "aria-live": "polite" });
  private readonly undoButton = h("button", { type: "button", disabled: true, onclick: () => this.undo() }, text.undo);
  private readonly beside: Beside;
  private readonly legend: Legend;
  private readonly time: TimeBar;

  constructor(private readonly context: Context) {
    this.state = readState(context.address.searchParams);
    this.legend = new Legend(context.words, (which, words) => this.change({ [which]: words }));
    this.time = new TimeBar((time, undated, replace) => this.change({ time, undated }, replace));
    const acts = {
      expand: (step: Step) => this.add(step),
      pin: (id: string) => this.pin(id),
      hide: (id: string) => this.hide(id),
      chooseThing: (id: string) => this.choose(id),
      chooseLine: (id: string) => this.choose(id),
      point: (id: string | null) => this.drawing?.point(id),
    };
    this.beside = new Beside(context.words, acts, (beside) => this.change({ beside }, true));
    context.away.addEventListener("abort", () => {
      this.time.stop();
      this.drawing?.destroy();
    });
  }

  async page(): Promise<Page> {
    await this.supply(this.context.address);
    if (this.network.spots.size === 0) return beginning(this.context);
    const content = [this.layout()];
    this.present();
    return {
      title: this.title(),
      wide: true,
      content,
      shown: () => void this.begin(),
      update: (address) => {
        this.state = readState(address.searchParams);
        if (!this.state.steps.length) return false;
        void this.follow(address);
        return true;
      },
    };
  }

  // layout has the legend, which is long, last; on wide screens it stands at the left.
  private layout(): Child {
    const stage = h(
      "div",
      { class: "stage" },
      toolbar(this.context.words, {
        add: (id) => this.add({ id, first: firstStep }),
        undo: this.undoButton,
        sight: () => this.drawing?.sight,
        fullScreen: () => void (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
        drawn: () => this.shown?.network,
        file: () => this.file(),
      }),
      this.canvas,
      this.status,
      this.time.element,
      this.said,
    );
    return h(
      "div",
      { class: "graph-page" },
      h("h1", { class: "unseen" }, this.title()),
      h("a", { href: `#${this.canvas.id}`, class: "skip" }, text.skipToPicture),
      stage,
      this.beside.element,
      h("details", { class: "legend-holder", open: matchMedia("(min-width: 60rem)").matches }, h("summary", {}, text.legend), this.legend.element),
    );
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
      this.drawing.sight.anchor(this.network);
    }
    this.begun = true;
    if (this.state.camera) this.drawing?.sight.look(this.state.camera);
    else this.drawing?.sight.begin(this.network);
    this.draw();
    requestAnimationFrame(() => this.canvas.removeAttribute("aria-busy")); // the frame that sigma draws in
  }

  // follow brings everything in step with a state that has changed.
  private async follow(address: URL): Promise<void> {
    const turn = ++this.turn;
    const before = this.network.spots.size;
    try {
      await this.supply(address);
    } catch (error) {
      this.status.textContent = error instanceof Error ? error.message : text.failed;
      return;
    }
    if (turn !== this.turn || this.context.away.aborted) return;
    if (before === 0) {
      this.drawing?.sight.anchor(this.network);
      this.drawing?.sight.begin(this.network);
    }
    document.title = `${this.title()} · ${text.site}`;
    this.present();
    if (before === 0) return;
    if (this.network.spots.size > before) this.drawing?.sight.grown();
    else if (this.state.camera) this.drawing?.sight.look(this.state.camera);
  }

  // supply brings what the address asks for, and tells what of it means nothing.
  private async supply({ searchParams }: URL): Promise<void> {
    this.network = await this.steps.replay(this.state.steps);
    for (const left of leftOut(searchParams, this.network)) this.context.leftOut(left);
  }

  private present(): void {
    const { state, network } = this;
    const now = (this.shown = shown(network, state, this.context.words));
    this.draw();
    this.legend.show(network, now.network, state);
    this.time.show(span(network), state);
    fill(this.status, statusTold(now, state, () => this.change({ hidden: [] })));
    this.beside.show(network, now, state);
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
      this.drawing?.sight.bring(spot.id);
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

  // keys are what the keyboard does to what is chosen, or else to the first middle.
  private keys(): Keys {
    return {
      at: this.state.chosen ?? this.state.steps[0]?.id ?? null,
      shown: this.shown,
      choose: (id) => this.choose(id),
      read: () => this.beside.read(),
      expand: (id) => this.expand(id),
      hide: (id) => this.hide(id),
      pin: (id) => this.pin(id),
      open: (id) => this.context.go(thingAddress(id)),
    };
  }

  private title(): string {
    return text.graphTitle([...new Set(this.state.steps.map(({ id }) => id))].slice(0, 3).map((id) => this.network.spots.get(id)?.name ?? id));
  }

  private file(): string {
    return fileName(this.state.steps.map(({ id }) => id).slice(0, 3).join("-") || "graph");
  }
}

// The picture on the screen: sigma draws things and lines, and a canvas above it what
// sigma cannot: dashes of what lies ahead, and the words of the line that is pointed at.
import { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Vocabulary } from "../vocabulary.ts";
import { liesAhead, lineWidth, parallels, radius, vague } from "./picture.ts";
import { place } from "./labels.ts";
import type { Line, Network, Spot } from "./network.ts";
import type { Shown } from "./shown.ts";
import type { Camera } from "./state.ts";

export interface Handlers {
  chooseThing(id: string): void;
  chooseLine(id: string): void;
  chooseNothing(): void;
  expand(id: string): void;
  moved(id: string, place: { x: number; y: number }): void;
  looked(camera: Camera): void;
}

type Look = { x: number; y: number; size: number; color: string; label: string };
type LineLook = { type: string; size: number; curvature: number; ahead: boolean; opacity: number };

// canDraw tells whether the browser can: sigma needs WebGL.
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

const nameFont = "12px system-ui, sans-serif";
const mostNames = 300;
const reach = 7; // pixels from a line at which the pointer is upon it
const manyLines = 2000; // from here on lines are not drawn while the picture moves
const settleTime = 400; // milliseconds without a movement before the camera is told

export class Drawing {
  private graph = new Graph({ type: "directed", multi: true });
  private readonly sigma: Sigma;
  private readonly overlays: { ahead: HTMLCanvasElement; names: HTMLCanvasElement };
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  private colours = { ink: "#000000", paper: "#ffffff", accent: "#0000ff" };
  private shown: Shown | null = null;
  private pointed: string | null = null;
  private chosen: string | null = null;
  private told = 0;
  private quiet = false;

  constructor(
    private readonly place: HTMLElement,
    private readonly words: Vocabulary,
    private readonly handlers: Handlers,
  ) {
    this.sigma = new Sigma(this.graph, place, {
      allowInvalidContainer: true,
      defaultEdgeType: "straight",
      edgeProgramClasses: { straight: EdgeArrowProgram, thin: EdgeLineProgram, curved: EdgeCurvedArrowProgram },
      renderLabels: false,
      minCameraRatio: 0.05,
      maxCameraRatio: 6,
      stagePadding: 40,
      zIndex: true,
      itemSizesReference: "screen",
      defaultDrawNodeHover: (context, data) => this.drawPointed(context, data),
      nodeReducer: (id, look) => this.thingLook(id, look as Look),
      edgeReducer: (id, look) => this.lineLook(id, look as LineLook),
    });
    this.overlays = { ahead: this.sigma.createCanvas("ahead", { beforeLayer: "nodes" }), names: this.sigma.createCanvas("names", { beforeLayer: "mouse" }) };
    this.sigma.on("afterRender", () => this.drawOverlays());
    this.sigma.on("resize", () => this.fitOverlays());
    this.fitOverlays();
    this.recolour();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
    this.listen();
  }

  // show draws what is shown; what stands already keeps its place. Sigma goes through all
  // it draws at each change of its graph, so it gets a new one instead.
  show(shown: Shown, chosen: string | null): void {
    this.shown = shown;
    this.chosen = chosen;
    const { network } = shown;
    const graph = new Graph({ type: "directed", multi: true });
    for (const spot of network.spots.values()) {
      graph.addNode(spot.id, { x: spot.x, y: spot.y, size: radius(spot), color: this.words.colour(spot.type), label: spot.name });
    }
    const bends = parallels(network);
    const many = network.lines.size > manyLines;
    for (const line of network.lines.values()) {
      const bend = bends.get(line.id) ?? 0;
      const look: LineLook = { type: many ? "thin" : bend ? "curved" : "straight", size: lineWidth(line) + 0.4, curvature: bend, ahead: this.isDashed(line), opacity: opacity(line, shown) };
      graph.addEdgeWithKey(line.id, line.from, line.to, look);
    }
    if (this.pointed && !graph.hasNode(this.pointed) && !graph.hasEdge(this.pointed)) this.pointed = null;
    this.graph = graph;
    this.sigma.setSetting("hideEdgesOnMove", many);
    this.sigma.setGraph(graph);
  }

  // anchor fixes how places become pixels, so that nothing moves when things are added.
  anchor({ first }: Network): void {
    const xs = first.map(({ x }) => x);
    const ys = first.map(({ y }) => y);
    if (!xs.length) return;
    const [cx, cy] = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    const half = Math.max(Math.max(...xs) - cx, Math.max(...ys) - cy, 0.8);
    this.sigma.setCustomBBox({ x: [cx - half, cx + half], y: [cy - half, cy + half] });
    this.sigma.refresh(); // only then does it reckon with them
  }

  // look sets the camera, without telling of it.
  look(camera: Camera): void {
    this.quietly(() => this.sigma.getCamera().setState({ ...camera, angle: 0 }));
  }

  // begin turns the camera to a whole network, without telling of it. Called before the
  // network is shown, it spares a large one being drawn twice.
  begin(network: Network): void {
    const camera = this.around([...network.spots.values()]);
    if (camera) this.look(camera);
  }

  // fit shows all that is drawn.
  fit(): void {
    const camera = this.around(this.graph.nodes().map((id) => this.placeOf(id)));
    if (camera) this.move(camera);
  }

  // grown shows what was added where it lies outside, and tells where the camera stands in
  // any case, so that the address brings back this very picture.
  grown(): void {
    const { width, height } = this.sigma.getDimensions();
    const inside = this.graph.nodes().every((id) => {
      const { x, y } = this.sigma.graphToViewport(this.placeOf(id));
      return x > 10 && y > 10 && x < width - 10 && y < height - 10;
    });
    if (inside) this.tell();
    else this.fit();
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.sigma.getCamera();
    this.move({ x, y, ratio: ratio * factor });
  }

  private around(places: Point[]): Camera | null {
    if (!places.length) return null;
    const { width, height } = this.sigma.getDimensions();
    const cameraState = this.sigma.getCamera().getState(); // what was drawn last may have been seen by another
    const seen = places.map((at) => this.sigma.graphToViewport(at, { cameraState }));
    const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
    const margin = Math.min(90, width / 6);
    const { ratio } = this.sigma.getCamera();
    const larger = Math.max((right - left) / Math.max(width - 2 * margin, 60), (bottom - top) / Math.max(height - 120, 60), 0.2 / ratio);
    return { ...this.sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 }), ratio: ratio * larger };
  }

  // bring moves a thing into sight where it is not.
  bring(id: string): void {
    if (!this.graph.hasNode(id)) return;
    const at = this.sigma.graphToViewport(this.placeOf(id));
    const { width, height } = this.sigma.getDimensions();
    if (at.x > 30 && at.y > 30 && at.x < width - 30 && at.y < height - 30) return;
    this.move({ ...this.sigma.viewportToFramedGraph(at), ratio: this.sigma.getCamera().ratio });
  }

  // point marks a thing or a line as if the mouse were on it; null ends it.
  point(id: string | null): void {
    if (id === this.pointed) return;
    this.pointed = id;
    this.sigma.refresh({ skipIndexation: true });
  }

  destroy(): void {
    clearTimeout(this.told);
    this.sigma.kill();
  }

  private move(camera: Camera): void {
    const target = { ...camera, angle: 0 };
    if (this.calm) this.sigma.getCamera().setState(target);
    else void this.sigma.getCamera().animate(target, { duration: 250 });
  }

  private quietly(change: () => void): void {
    this.quiet = true;
    change();
    this.quiet = false;
  }

  private listen(): void {
    const { sigma, handlers } = this;
    sigma.on("enterNode", ({ node }) => this.point(node));
    sigma.on("leaveNode", () => this.point(null));
    sigma.on("moveBody", ({ event }) => this.pointAtLine(event));
    sigma.on("leaveStage", () => this.point(null));
    sigma.on("clickStage", ({ event }) => {
      const line = this.lineAt(event);
      if (line) handlers.chooseLine(line);
      else handlers.chooseNothing();
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => (preventSigmaDefault(), handlers.expand(node)));
    sigma.on("clickNode", ({ node }) => handlers.chooseThing(node));
    this.listenToDrags();
    sigma.getCamera().on("updated", () => {
      if (!this.quiet) this.tell();
    });
  }

  // tell waits until the camera stands still.
  private tell(): void {
    clearTimeout(this.told);
    this.told = window.setTimeout(() => {
      const { x, y, ratio } = this.sigma.getCamera();
      this.handlers.looked({ x, y, ratio });
    }, settleTime);
  }

  private pointAtLine(at: Point): void {
    if (this.pointed !== null && this.graph.hasNode(this.pointed)) return;
    const line = this.lineAt(at);
    this.place.style.cursor = line ? "pointer" : "";
    this.point(line);
  }

  // lineAt finds the line next to a place on the screen. Sigma could, but only by drawing
  // every line twice, and only where the pointer is upon its one pixel.
  private lineAt(at: Point): string | null {
    let found: string | null = null;
    let least = reach;
    for (const line of this.shown?.network.lines.values() ?? []) {
      const { a, b, control } = this.curve(line);
      const outside = (from: number, by: number, to: number, place: number) => place < Math.min(from, by, to) - reach || place > Math.max(from, by, to) + reach;
      if (outside(a.x, control.x, b.x, at.x) || outside(a.y, control.y, b.y, at.y)) continue;
      const distance = distanceToCurve(at, a, control, b);
      if (distance < least) [found, least] = [line.id, distance];
    }
    return found;
  }

  // A thing that is dragged goes along with the pointer, and is told when it is let go.
  private listenToDrags(): void {
    let dragged: string | null = null;
    let moved = false;
    const drag = (at: { x: number; y: number }) => {
      const { x, y } = this.sigma.viewportToGraph(at);
      moved = true;
      this.graph.mergeNodeAttributes(dragged, { x, y });
    };
    const drop = () => {
      if (dragged && moved) {
        const { x, y } = this.placeOf(dragged);
        this.handlers.moved(dragged, { x, y });
      }
      dragged = null;
    };
    this.sigma.on("downNode", ({ node }) => ([dragged, moved] = [node, false]));
    this.sigma.on("moveBody", ({ event }) => {
      if (!dragged) return;
      drag(event);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    this.sigma.on("upNode", drop);
    this.sigma.on("upStage", drop);
  }

  private recolour(): void {
    const style = getComputedStyle(this.place);
    this.colours = { ink: style.color, paper: getComputedStyle(document.body).backgroundColor, accent: style.getPropertyValue("--accent").trim() };
    this.sigma.refresh();
  }

  private placeOf(id: string): Point {
    return this.graph.getNodeAttributes(id) as Look;
  }

  // near tells what belongs to what is pointed at, or chosen.
  private near(id: string): boolean {
    const centre = this.pointed ?? this.chosen;
    if (centre === null || id === centre) return true;
    const line = this.shown?.network.lines.get(centre);
    if (line) return id === line.from || id === line.to;
    if (!this.shown?.network.spots.has(centre)) return true;
    const other = this.shown.network.lines.get(id);
    if (other) return other.from === centre || other.to === centre;
    return this.shown.lines.get(centre)?.some(({ from, to }) => from === id || to === id) ?? false;
  }

  private thingLook(id: string, look: Look): Partial<NodeDisplayData> {
    if (!this.near(id)) return { ...look, color: mixed(look.color, this.colours.paper, 0.25), zIndex: 0 };
    return { ...look, highlighted: id === this.chosen || id === this.pointed, zIndex: 1 };
  }

  private lineLook(id: string, look: LineLook): Record<string, unknown> {
    const marked = id === this.pointed || id === this.chosen;
    const colour = marked ? this.colours.accent : this.colours.ink;
    const strength = marked ? 1 : this.near(id) ? look.opacity : 0.06;
    return { ...look, ...(marked && look.type === "thin" && { type: "straight" }), size: marked ? look.size + 1.5 : look.size, color: look.ahead ? "rgba(0,0,0,0)" : mixed(colour, this.colours.paper, strength), zIndex: marked ? 2 : 0 };
  }

  private fitOverlays(): void {
    const { width, height } = this.sigma.getDimensions();
    const scale = devicePixelRatio || 1;
    for (const overlay of Object.values(this.overlays)) {
      Object.assign(overlay, { width: width * scale, height: height * scale });
      Object.assign(overlay.style, { width: `${width}px`, height: `${height}px`, pointerEvents: "none" });
      inMemory(overlay)?.setTransform(scale, 0, 0, scale, 0, 0);
    }
  }

  private drawOverlays(): void {
    const [ahead, names] = [inMemory(this.overlays.ahead), inMemory(this.overlays.names)];
    if (!ahead || !names || !this.shown) return;
    const { width, height } = this.sigma.getDimensions();
    for (const context of [ahead, names]) context.clearRect(0, 0, width, height);
    const { lines } = this.shown.network;
    this.drawAhead(ahead, [...lines.values()].filter((line) => this.isDashed(line)));
    this.drawNames(names, width, height);
    const marked = lines.get(this.pointed ?? this.chosen ?? "");
    if (marked) this.drawWords(names, marked);
  }

  // Names of what is pointed at or chosen come first, then those of what is tied to most.
  private drawNames(context: CanvasRenderingContext2D, width: number, height: number): void {
    const centre = this.pointed ?? this.chosen;
    const all = this.shown?.network.spots ?? new Map<string, Spot>();
    const rank = (spot: Spot) => (spot.id === centre ? 2 : this.near(spot.id) ? 1 : 0);
    const seen: { spot: Spot; x: number; y: number; radius: number; name: string }[] = [];
    for (const spot of all.values()) {
      const at = this.sigma.graphToViewport(this.placeOf(spot.id));
      if (at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) continue;
      seen.push({ spot, x: at.x, y: at.y, radius: this.sigma.scaleSize(radius(spot)), name: spot.name });
    }
    seen.sort((a, b) => rank(b.spot) - rank(a.spot) || b.spot.degree - a.spot.degree);
    const named = centre === null ? seen : seen.filter(({ spot }) => rank(spot) > 0);
    context.font = nameFont;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = this.colours.paper;
    context.fillStyle = this.colours.ink;
    const labels = place([...named.slice(0, mostNames)], width, height, (words) => context.measureText(words).width, new Set(named.slice(0, centre === null ? 0 : 1)));
    for (const label of labels) {
      if (!label) continue;
      context.textAlign = label.anchor === "middle" ? "center" : label.anchor === "start" ? "left" : "right";
      context.strokeText(label.words, label.x, label.y);
      context.fillText(label.words, label.x, label.y);
    }
  }

  private curve(line: Line): { a: Point; b: Point; control: Point } {
    const a = this.sigma.graphToViewport(this.placeOf(line.from));
    const b = this.sigma.graphToViewport(this.placeOf(line.to));
    const bend = this.graph.getEdgeAttribute(line.id, "curvature");
    return { a, b, control: { x: (a.x + b.x) / 2 + (b.y - a.y) * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * bend } };
  }

  private drawAhead(context: CanvasRenderingContext2D, lines: Line[]): void {
    const marked = (line: Line) => line.id === this.pointed || line.id === this.chosen;
    context.setLineDash([6, 5]);
    for (const [which, colour, opacity, more] of [
      [(line: Line) => !marked(line) && !this.near(line.id), this.colours.ink, 0.08, 0],
      [(line: Line) => !marked(line) && this.near(line.id), this.colours.ink, 0.6, 0],
      [marked, this.colours.accent, 1, 1.5],
    ] as const) {
      context.strokeStyle = colour;
      context.globalAlpha = opacity;
      for (const line of lines) {
        if (!which(line)) continue;
        const { a, b, control } = this.curve(line);
        context.lineWidth = lineWidth(line) + more;
        context.beginPath();
        context.moveTo(a.x, a.y);
        context.quadraticCurveTo(control.x, control.y, b.x, b.y);
        context.stroke();
      }
    }
    context.globalAlpha = 1;
  }

  // isDashed is what lies ahead, unless there is so much of it that dashes would be a blur.
  private isDashed(line: Line): boolean {
    return liesAhead(line) && (this.shown?.network.lines.size ?? 0) <= manyLines;
  }

  private drawWords(context: CanvasRenderingContext2D, line: Line): void {
    const { a, b, control } = this.curve(line);
    const [x, y] = [(a.x + b.x + 2 * control.x) / 4, (a.y + b.y + 2 * control.y) / 4];
    const words = line.period ? `${line.label} · ${line.period.label}` : line.label;
    context.save();
    context.font = "12px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    const width = context.measureText(words).width + 12;
    context.fillStyle = this.colours.paper;
    context.globalAlpha = 0.92;
    context.fillRect(x - width / 2, y - 10, width, 20);
    context.globalAlpha = 1;
    context.fillStyle = this.colours.ink;
    context.fillText(words, x, y);
    context.restore();
  }

  private drawPointed(context: CanvasRenderingContext2D, data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">): void {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
    context.lineWidth = 2.5;
    context.strokeStyle = this.colours.accent;
    context.stroke();
    context.beginPath();
    context.arc(data.x, data.y, data.size, 0, Math.PI * 2);
    context.fillStyle = data.color;
    context.fill();
  }
}

interface Point {
  x: number;
  y: number;
}

const pieces = 10;

function distanceToCurve(at: Point, a: Point, control: Point, b: Point): number {
  let least = Infinity;
  let from = a;
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const to = { x: (1 - t) ** 2 * a.x + 2 * (1 - t) * t * control.x + t ** 2 * b.x, y: (1 - t) ** 2 * a.y + 2 * (1 - t) * t * control.y + t ** 2 * b.y };
    least = Math.min(least, distanceToSegment(at, from, to));
    from = to;
  }
  return least;
}

function distanceToSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - a.x - along * dx, at.y - a.y - along * dy);
}

// inMemory is a context that is drawn by the processor: without a graphics card dashes and
// words are far faster so, and with one it makes no difference to the eye.
function inMemory(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext("2d", { willReadFrequently: true });
}

// opacity is low where a date is about so, and where time counts and there is no date.
function opacity(line: Line, shown: Shown): number {
  if (shown.timeless.has(line.id)) return 0.18;
  return vague(line) ? 0.25 : 0.45;
}

// mixed is a colour laid over another at some strength. WebGL would add translucent ones up.
export function mixed(colour: string, over: string, strength: number): string {
  const [a, b] = [parts(colour), parts(over)];
  return `rgb(${a.map((part, i) => Math.round(part * strength + (b[i] ?? 0) * (1 - strength))).join(",")})`;
}

function parts(colour: string): number[] {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

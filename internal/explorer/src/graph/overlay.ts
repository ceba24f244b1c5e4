// What sigma cannot draw, on canvases of its own: dashes of what lies ahead, names that do
// not cover each other, and the words of the line that is pointed at.
import type Sigma from "sigma";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import { halfway, type Point } from "./curve.ts";
import { place, type Labelled } from "./labels.ts";
import type { Line, Spot } from "./network.ts";
import { lineWidth } from "./picture.ts";
import type { Scene } from "./scene.ts";
import { isWithin } from "./sight.ts";

type Context = CanvasRenderingContext2D;

const font = "12px system-ui, sans-serif";
const mostNames = 300;
const edge = 20; // pixels beyond the picture from where a name may still reach into it

export class Overlay {
  private readonly canvases: { ahead: HTMLCanvasElement; names: HTMLCanvasElement };

  constructor(
    private readonly sigma: Sigma,
    private readonly scene: Scene,
  ) {
    this.canvases = { ahead: sigma.createCanvas("ahead", { beforeLayer: "nodes" }), names: sigma.createCanvas("names", { beforeLayer: "mouse" }) };
    sigma.on("afterRender", () => this.draw());
    sigma.on("resize", () => this.fit());
    this.fit();
  }

  private fit(): void {
    const { width, height } = this.sigma.getDimensions();
    const scale = devicePixelRatio || 1;
    for (const canvas of Object.values(this.canvases)) {
      Object.assign(canvas, { width: width * scale, height: height * scale });
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px`, pointerEvents: "none" });
      inMemory(canvas)?.setTransform(scale, 0, 0, scale, 0, 0);
    }
  }

  private draw(): void {
    const [ahead, names] = [inMemory(this.canvases.ahead), inMemory(this.canvases.names)];
    if (!ahead || !names || !this.scene.shown) return;
    const { width, height } = this.sigma.getDimensions();
    for (const context of [ahead, names]) context.clearRect(0, 0, width, height);
    this.drawAhead(ahead, [...this.scene.lines].filter((line) => this.scene.isDashed(line)));
    this.drawNames(names, width, height);
    const marked = this.scene.line(this.scene.centre);
    if (marked) this.drawWords(names, marked);
  }

  private readonly pixels = (at: Point): Point => this.sigma.graphToViewport(at);

  private drawAhead(context: Context, lines: Line[]): void {
    const { scene } = this;
    const { ink, accent } = scene.colours;
    context.setLineDash([6, 5]);
    for (const [which, colour, opacity, more] of [
      [(line: Line) => !scene.isMarked(line.id) && !scene.isNear(line.id), ink, 0.08, 0],
      [(line: Line) => !scene.isMarked(line.id) && scene.isNear(line.id), ink, 0.6, 0],
      [(line: Line) => scene.isMarked(line.id), accent, 1, 1.5],
    ] as const) {
      context.strokeStyle = colour;
      context.globalAlpha = opacity;
      for (const line of lines) {
        if (!which(line)) continue;
        const { a, b, control } = scene.curveOf(line, this.pixels);
        context.lineWidth = lineWidth(line) + more;
        context.beginPath();
        context.moveTo(a.x, a.y);
        context.quadraticCurveTo(control.x, control.y, b.x, b.y);
        context.stroke();
      }
    }
    context.globalAlpha = 1;
  }

  private drawNames(context: Context, width: number, height: number): void {
    const { centre, colours } = this.scene;
    const named = inOrder(this.scene.spots, centre, (id) => this.scene.isNear(id))
      .map((spot) => ({ spot, at: this.pixels(this.scene.placeOf(spot.id)) }))
      .filter(({ at }) => isWithin(at, { width, height }, -edge))
      .slice(0, mostNames)
      .map(({ spot, at }): Labelled => ({ x: at.x, y: at.y, radius: this.sigma.scaleSize(this.scene.sizeOf(spot.id)), name: spot.name, lean: this.scene.leans.get(spot.id) }));
    Object.assign(context, { font, lineJoin: "round", lineWidth: 4, strokeStyle: colours.paper, fillStyle: colours.ink });
    for (const label of place(named, width, height, (words) => context.measureText(words).width, new Set(named.slice(0, centre === null ? 0 : 1)))) {
      if (!label) continue;
      context.textAlign = label.anchor === "middle" ? "center" : label.anchor === "start" ? "left" : "right";
      context.strokeText(label.words, label.x, label.y);
      context.fillText(label.words, label.x, label.y);
    }
  }

  private drawWords(context: Context, line: Line): void {
    const { x, y } = halfway(this.scene.curveOf(line, this.pixels));
    const words = wordsOf(line);
    const { ink, paper } = this.scene.colours;
    context.save();
    Object.assign(context, { font, textAlign: "center", textBaseline: "middle", fillStyle: paper, globalAlpha: 0.92 });
    const width = context.measureText(words).width + 12;
    context.fillRect(x - width / 2, y - 10, width, 20);
    Object.assign(context, { fillStyle: ink, globalAlpha: 1 });
    context.fillText(words, x, y);
    context.restore();
  }
}

// inOrder are the things that get names: what is pointed at or chosen first, then what is
// tied to most; none that look faint.
export function inOrder(spots: Iterable<Spot>, centre: string | null, isNear: (id: string) => boolean): Spot[] {
  const first = (spot: Spot) => Number(spot.id === centre);
  return [...spots].filter(({ id }) => isNear(id)).sort((a, b) => first(b) - first(a) || b.degree - a.degree);
}

// wordsOf is what stands at a line: what it says, and when.
export function wordsOf({ label, period }: Line): string {
  return period ? `${label} · ${period.label}` : label;
}

// ring marks a thing that is pointed at or chosen; sigma calls it.
export function ring(context: Context, data: PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">, colour: string): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.lineWidth = 2.5;
  context.strokeStyle = colour;
  context.stroke();
  context.beginPath();
  context.arc(data.x, data.y, data.size, 0, Math.PI * 2);
  context.fillStyle = data.color;
  context.fill();
}

// inMemory is a context that is drawn by the processor: without a graphics card dashes and
// words are far faster so, and with one it makes no difference to the eye.
function inMemory(canvas: HTMLCanvasElement): Context | null {
  return canvas.getContext("2d", { willReadFrequently: true });
}

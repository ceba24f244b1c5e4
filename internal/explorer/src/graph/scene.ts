// What is drawn, as sigma takes it, and what of it is stressed: things and lines look
// fainter where they do not belong to what is pointed at or chosen.
import Graph from "graphology";
import type { NodeDisplayData } from "sigma/types";
import type { Vocabulary } from "../vocabulary.ts";
import { mixed } from "./colour.ts";
import { curved, type Curve, type Point } from "./curve.ts";
import { leanings, type Line, type Spot } from "./network.ts";
import { liesAhead, lineWidth, parallels, radius, vague } from "./picture.ts";
import type { Shown } from "./shown.ts";

type ThingLook = { x: number; y: number; size: number; color: string; label: string };
type LineLook = { type: string; size: number; curvature: number; ahead: boolean; opacity: number };

const roomy = 500; // things that a picture has room for; more of them are drawn smaller
const manyLines = 2000; // from here on lines are thin, and not drawn while the picture moves

export class Scene {
  graph = new Graph({ type: "directed", multi: true });
  shown: Shown | null = null;
  leans = new Map<string, Point>();
  pointed: string | null = null;
  chosen: string | null = null;
  colours = { ink: "#000000", paper: "#ffffff", accent: "#0000ff" };

  constructor(private readonly words: Vocabulary) {}

  // show makes a new graph: sigma goes through all it draws at each change of an old one.
  show(shown: Shown, chosen: string | null): void {
    this.shown = shown;
    this.chosen = chosen;
    const { network } = shown;
    const graph = new Graph({ type: "directed", multi: true });
    const scale = Math.min(1, Math.max(0.4, Math.sqrt(roomy / network.spots.size)));
    for (const spot of network.spots.values()) {
      graph.addNode(spot.id, { x: spot.x, y: spot.y, size: scale * radius(spot), color: this.words.colour(spot.type), label: spot.name });
    }
    const bends = parallels(network);
    for (const line of network.lines.values()) {
      const bend = bends.get(line.id) ?? 0;
      const look: LineLook = { type: this.crowded ? "thin" : bend ? "curved" : "straight", size: lineWidth(line) + 0.4, curvature: bend, ahead: this.isDashed(line), opacity: opacity(line, shown) };
      graph.addEdgeWithKey(line.id, line.from, line.to, look);
    }
    if (this.pointed && !graph.hasNode(this.pointed) && !graph.hasEdge(this.pointed)) this.pointed = null;
    this.graph = graph;
    this.leans = leanings(network);
  }

  // centre is what everything else is seen from, if there is such a thing or line.
  get centre(): string | null {
    return this.pointed ?? this.chosen;
  }

  // crowded tells that there are so many lines that each counts for little.
  get crowded(): boolean {
    return (this.shown?.network.lines.size ?? 0) > manyLines;
  }

  get spots(): Iterable<Spot> {
    return this.shown?.network.spots.values() ?? [];
  }

  get lines(): Iterable<Line> {
    return this.shown?.network.lines.values() ?? [];
  }

  line(id: string | null): Line | null {
    return (id !== null && this.shown?.network.lines.get(id)) || null;
  }

  sizeOf(id: string): number {
    return (this.graph.getNodeAttributes(id) as ThingLook).size;
  }

  placeOf(id: string): Point {
    return this.graph.getNodeAttributes(id) as ThingLook;
  }

  // curveOf is a line as it is drawn, given how places become pixels.
  curveOf(line: Line, pixels: (at: Point) => Point): Curve {
    return curved(pixels(this.placeOf(line.from)), pixels(this.placeOf(line.to)), this.graph.getEdgeAttribute(line.id, "curvature"));
  }

  isMarked(id: string): boolean {
    return id === this.pointed || id === this.chosen;
  }

  // isDashed is what lies ahead, unless there is so much of it that dashes would be a blur.
  isDashed(line: Line): boolean {
    return liesAhead(line) && !this.crowded;
  }

  // isNear tells what belongs to what is pointed at, or chosen.
  isNear(id: string): boolean {
    const { centre, shown } = this;
    if (centre === null || shown === null || id === centre) return true;
    const line = shown.network.lines.get(centre);
    if (line) return id === line.from || id === line.to;
    if (!shown.network.spots.has(centre)) return true;
    const other = shown.network.lines.get(id);
    if (other) return other.from === centre || other.to === centre;
    return shown.lines.get(centre)?.some(({ from, to }) => from === id || to === id) ?? false;
  }

  thingLook(id: string, look: ThingLook): Partial<NodeDisplayData> {
    if (!this.isNear(id)) return { ...look, color: mixed(look.color, this.colours.paper, 0.25), zIndex: 0 };
    return { ...look, highlighted: this.isMarked(id), zIndex: 1 };
  }

  // lineLook leaves dashed lines to the overlay.
  lineLook(id: string, look: LineLook): Record<string, unknown> {
    const marked = this.isMarked(id);
    const strength = marked ? 1 : this.isNear(id) ? look.opacity : 0.06;
    const color = look.ahead ? "rgba(0,0,0,0)" : mixed(marked ? this.colours.accent : this.colours.ink, this.colours.paper, strength);
    if (!marked) return { ...look, color, zIndex: 0 };
    return { ...look, type: look.type === "thin" ? "straight" : look.type, size: look.size + 1.5, color, zIndex: 2 };
  }
}

// opacity is low where a date is about so, and where time counts and there is no date.
function opacity(line: Line, shown: Shown): number {
  if (shown.timeless.has(line.id)) return 0.18;
  return vague(line) ? 0.25 : 0.45;
}

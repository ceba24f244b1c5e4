// The picture on the screen: sigma draws things and lines, and this hears what the pointer
// does to them.
import { EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import type { Vocabulary } from "../vocabulary.ts";
import { distance, isNear, type Point } from "./curve.ts";
import { Overlay, ring } from "./overlay.ts";
import { Scene } from "./scene.ts";
import type { Shown } from "./shown.ts";
import { Sight } from "./sight.ts";
import type { Camera } from "./state.ts";

export interface Handlers {
  chooseThing(id: string): void;
  chooseLine(id: string): void;
  chooseNothing(): void;
  expand(id: string): void;
  moved(id: string, place: { x: number; y: number }): void;
  looked(camera: Camera): void;
}

// canDraw tells whether the browser can: sigma needs WebGL.
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

const reach = 7; // pixels from a line at which the pointer is upon it

export class Drawing {
  readonly sight: Sight;
  private readonly scene: Scene;
  private readonly sigma: Sigma;

  constructor(
    private readonly place: HTMLElement,
    words: Vocabulary,
    private readonly handlers: Handlers,
  ) {
    const scene = (this.scene = new Scene(words));
    this.sigma = new Sigma(scene.graph, place, {
      allowInvalidContainer: true,
      defaultEdgeType: "straight",
      edgeProgramClasses: { straight: EdgeArrowProgram, thin: EdgeLineProgram, curved: EdgeCurvedArrowProgram },
      renderLabels: false,
      minCameraRatio: 0.05,
      maxCameraRatio: 6,
      stagePadding: 40,
      zIndex: true,
      itemSizesReference: "screen",
      defaultDrawNodeHover: (context, data) => ring(context, data, scene.colours.accent),
      nodeReducer: (id, look) => scene.thingLook(id, look as Parameters<Scene["thingLook"]>[1]),
      edgeReducer: (id, look) => scene.lineLook(id, look as Parameters<Scene["lineLook"]>[1]),
    });
    new Overlay(this.sigma, scene);
    this.sight = new Sight(this.sigma, scene, handlers.looked);
    this.recolour();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
    this.listen();
    this.listenToDrags();
  }

  // show draws what is shown; what stands already keeps its place.
  show(shown: Shown, chosen: string | null): void {
    this.scene.show(shown, chosen);
    if (this.sigma.getSetting("hideEdgesOnMove") !== this.scene.crowded) this.sigma.setSetting("hideEdgesOnMove", this.scene.crowded);
    this.sigma.setGraph(this.scene.graph);
  }

  // point marks a thing or a line as if the mouse were on it; null ends it.
  point(id: string | null): void {
    if (id === this.scene.pointed) return;
    this.scene.pointed = id;
    this.sigma.refresh({ skipIndexation: true });
  }

  destroy(): void {
    this.sight.end();
    this.sigma.kill();
  }

  private recolour(): void {
    const style = getComputedStyle(this.place);
    this.scene.colours = { ink: style.color, paper: getComputedStyle(document.body).backgroundColor, accent: style.getPropertyValue("--accent").trim() };
    this.sigma.refresh();
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
  }

  private pointAtLine(at: Point): void {
    const { pointed, graph } = this.scene;
    if (pointed !== null && graph.hasNode(pointed)) return;
    const line = this.lineAt(at);
    this.place.style.cursor = line ? "pointer" : "";
    this.point(line);
  }

  // lineAt finds the line next to a place on the screen. Sigma could, but only by drawing
  // every line twice, and only where the pointer is upon its one pixel.
  private lineAt(at: Point): string | null {
    let found: string | null = null;
    let least = reach;
    for (const line of this.scene.lines) {
      const curve = this.scene.curveOf(line, (place) => this.sigma.graphToViewport(place));
      if (!isNear(at, curve, reach)) continue;
      const far = distance(at, curve);
      if (far < least) [found, least] = [line.id, far];
    }
    return found;
  }

  // A thing that is dragged goes along with the pointer, and is told when it is let go.
  private listenToDrags(): void {
    let dragged: string | null = null;
    let moved = false;
    const drop = () => {
      if (dragged && moved) {
        const { x, y } = this.scene.placeOf(dragged);
        this.handlers.moved(dragged, { x, y });
      }
      dragged = null;
    };
    this.sigma.on("downNode", ({ node }) => ([dragged, moved] = [node, false]));
    this.sigma.on("moveBody", ({ event }) => {
      if (!dragged) return;
      const { x, y } = this.sigma.viewportToGraph(event);
      this.scene.graph.mergeNodeAttributes(dragged, { x, y });
      moved = true;
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    this.sigma.on("upNode", drop);
    this.sigma.on("upStage", drop);
  }
}

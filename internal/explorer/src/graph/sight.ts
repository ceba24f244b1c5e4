// What of the picture is in sight: the camera, and how places become pixels.
import type Sigma from "sigma";
import type { Point } from "./curve.ts";
import type { Network } from "./network.ts";
import type { Scene } from "./scene.ts";
import type { Camera } from "./state.ts";

const settleTime = 400; // milliseconds without a movement before the camera is told

export class Sight {
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  private told = 0;
  private quiet = false;

  constructor(
    private readonly sigma: Sigma,
    private readonly scene: Scene,
    private readonly looked: (camera: Camera) => void,
  ) {
    sigma.getCamera().on("updated", () => {
      if (!this.quiet) this.tell();
    });
  }

  // anchor fixes how places become pixels, so that nothing moves when things are added.
  anchor({ first }: Network): void {
    if (!first.length) return;
    this.sigma.setCustomBBox(square(first));
    this.sigma.refresh(); // only then does it reckon with them
  }

  // look sets the camera, without telling of it.
  look(camera: Camera): void {
    this.quiet = true;
    this.sigma.getCamera().setState({ ...camera, angle: 0 });
    this.quiet = false;
  }

  // begin turns the camera to a whole network, without telling of it. Called before the
  // network is shown, it spares a large one being drawn twice.
  begin(network: Network): void {
    const camera = this.around([...network.spots.values()]);
    if (camera) this.look(camera);
  }

  // fit shows all that is drawn.
  fit(): void {
    const camera = this.around(this.scene.graph.nodes().map((id) => this.scene.placeOf(id)));
    if (camera) this.move(camera);
  }

  // grown shows what was added where it lies outside, and tells where the camera stands in
  // any case, so that the address brings back this very picture.
  grown(): void {
    if (this.scene.graph.nodes().every((id) => this.isInside(id, 10))) this.tell();
    else this.fit();
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.sigma.getCamera();
    this.move({ x, y, ratio: ratio * factor });
  }

  // bring moves a thing into sight where it is not.
  bring(id: string): void {
    if (!this.scene.graph.hasNode(id) || this.isInside(id, 30)) return;
    const at = this.sigma.graphToViewport(this.scene.placeOf(id));
    this.move({ ...this.sigma.viewportToFramedGraph(at), ratio: this.sigma.getCamera().ratio });
  }

  // end tells no more.
  end(): void {
    clearTimeout(this.told);
  }

  private isInside(id: string, margin: number): boolean {
    return isWithin(this.sigma.graphToViewport(this.scene.placeOf(id)), this.sigma.getDimensions(), margin);
  }

  private around(places: Point[]): Camera | null {
    if (!places.length) return null;
    const cameraState = this.sigma.getCamera().getState(); // what was drawn last may have been seen by another
    const seen = places.map((at) => this.sigma.graphToViewport(at, { cameraState }));
    const { middle, ratio } = framing(seen, this.sigma.getDimensions(), cameraState.ratio);
    return { ...this.sigma.viewportToFramedGraph(middle, { cameraState }), ratio };
  }

  private move(camera: Camera): void {
    const target = { ...camera, angle: 0 };
    if (this.calm) this.sigma.getCamera().setState(target);
    else void this.sigma.getCamera().animate(target, { duration: 250 });
  }

  // tell waits until the camera stands still.
  private tell(): void {
    clearTimeout(this.told);
    this.told = window.setTimeout(() => {
      const { x, y, ratio } = this.sigma.getCamera();
      this.looked({ x, y, ratio });
    }, settleTime);
  }
}

interface Size {
  width: number;
  height: number;
}

const leastHalf = 0.8; // so that few things that lie close are not blown up
const leastRatio = 0.2;
const leastRoom = 60; // pixels that margins leave

// square is what is around places, in their own measure, and as wide as high.
export function square(places: Point[]): { x: [number, number]; y: [number, number] } {
  const { left, right, top, bottom } = bounds(places);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const half = Math.max(right - x, bottom - y, leastHalf);
  return { x: [x - half, x + half], y: [y - half, y + half] };
}

export function isWithin({ x, y }: Point, { width, height }: Size, margin: number): boolean {
  return x > margin && y > margin && x < width - margin && y < height - margin;
}

// framing is where the camera looks at all places at once, given where they are seen now,
// in pixels, and how far away it stands; there is room for names at the sides.
export function framing(seen: Point[], { width, height }: Size, ratio: number): { middle: Point; ratio: number } {
  const { left, right, top, bottom } = bounds(seen);
  const margin = Math.min(90, width / 6);
  const farther = Math.max((right - left) / Math.max(width - 2 * margin, leastRoom), (bottom - top) / Math.max(height - 120, leastRoom));
  return { middle: { x: (left + right) / 2, y: (top + bottom) / 2 }, ratio: Math.max(ratio * farther, leastRatio) };
}

function bounds(places: Point[]): { left: number; right: number; top: number; bottom: number } {
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

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
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.sigma.graphToViewport(this.scene.placeOf(id));
    return x > margin && y > margin && x < width - margin && y < height - margin;
  }

  private around(places: Point[]): Camera | null {
    if (!places.length) return null;
    const { width, height } = this.sigma.getDimensions();
    const cameraState = this.sigma.getCamera().getState(); // what was drawn last may have been seen by another
    const seen = places.map((at) => this.sigma.graphToViewport(at, { cameraState }));
    const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
    const margin = Math.min(90, width / 6);
    const { ratio } = cameraState;
    const larger = Math.max((right - left) / Math.max(width - 2 * margin, 60), (bottom - top) / Math.max(height - 120, 60), 0.2 / ratio);
    return { ...this.sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 }, { cameraState }), ratio: ratio * larger };
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

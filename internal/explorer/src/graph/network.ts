// What a picture is made of: things with places, and lines. Pure: growing a network makes
// no new place for a thing that has one, so positions stay.
import type { SurroundingsQuery } from "../generated/queries.mts";

type Answer = SurroundingsQuery["network"];
export type Spot = Answer["nodes"][number];
export type Line = Answer["links"][number];

export class Network {
  readonly spots = new Map<string, Spot>();
  readonly lines = new Map<string, Line>();
  // The things of the first answer; the picture is scaled by them, whatever comes later.
  first: Spot[] = [];

  // of takes an answer as it is, with the server's places.
  static of(answer: Answer): Network {
    const network = new Network();
    for (const spot of answer.nodes) network.spots.set(spot.id, spot);
    network.first = answer.nodes;
    network.tie(answer.links);
    return network;
  }

  // tie adds the lines whose both ends are there.
  tie(lines: Line[]): void {
    for (const line of lines) if (this.spots.has(line.from) && this.spots.has(line.to)) this.lines.set(line.id, line);
  }

  // grow adds the things of an answer that are not there yet around one that is, or as a
  // picture of its own beside the others. The server's places around the middle are kept in
  // shape, shrunk, turned away from what is drawn, and moved until nothing is covered.
  grow(middle: string, answer: Answer): void {
    const centre = this.spots.get(middle);
    const origin = answer.nodes.find(({ id }) => id === middle);
    if (!origin) return;
    const fresh = answer.nodes.filter(({ id }) => !this.spots.has(id));
    if (this.spots.size === 0) {
      for (const spot of fresh) this.spots.set(spot.id, spot);
      this.first = fresh;
    } else {
      const at = centre ?? this.beside();
      const turn = centre ? this.outward(at) : 0;
      const size = centre ? 0.75 : 1;
      for (const spot of fresh) {
        const [dx, dy] = rotate(spot.x - origin.x, spot.y - origin.y, turn);
        this.spots.set(spot.id, { ...spot, ...this.free(at.x + size * dx, at.y + size * dy, at) });
      }
    }
    this.tie(answer.links);
  }

  // degreeShown is how many lines of a thing are in the picture.
  degreeShown(id: string): number {
    return this.linesOf(id).length;
  }

  linesOf(id: string): Line[] {
    return [...this.lines.values()].filter(({ from, to }) => from === id || to === id);
  }

  // beside is a place to the right of everything, for what is tied to nothing drawn.
  private beside(): { x: number; y: number } {
    return { x: Math.max(...[...this.spots.values()].map(({ x }) => x)) + 1.6, y: 0 };
  }

  // outward is the direction from the middle of what is drawn to a place, in radians.
  private outward(at: { x: number; y: number }): number {
    const all = [...this.spots.values()];
    const x = all.reduce((sum, spot) => sum + spot.x, 0) / all.length;
    const y = all.reduce((sum, spot) => sum + spot.y, 0) / all.length;
    return Math.hypot(at.x - x, at.y - y) < 1e-6 ? 0 : Math.atan2(at.y - y, at.x - x);
  }

  // free walks outwards from the middle along a spiral until no thing stands near.
  private free(x: number, y: number, middle: { x: number; y: number }): { x: number; y: number } {
    const gap = 0.17;
    const away = Math.atan2(y - middle.y, x - middle.x);
    const near = (px: number, py: number) => [...this.spots.values()].some((spot) => Math.hypot(spot.x - px, spot.y - py) < gap);
    for (let step = 0; step < 400; step++) {
      const angle = away + (step % 2 ? 1 : -1) * step * 0.21;
      const reach = step * 0.022;
      const [px, py] = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
      if (!near(px, py)) return { x: px, y: py };
    }
    return { x, y };
  }
}

// leanings tells of each thing that has lines where they lead, on the whole: the middle of
// the directions to the other ends. Pixels count downwards, so y is turned over.
export function leanings({ spots, lines }: Network): Map<string, { x: number; y: number }> {
  const sums = new Map<string, { x: number; y: number; count: number }>();
  const add = (from: Spot, to: Spot) => {
    const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const sum = sums.get(from.id) ?? { x: 0, y: 0, count: 0 };
    sums.set(from.id, { x: sum.x + (to.x - from.x) / far, y: sum.y - (to.y - from.y) / far, count: sum.count + 1 });
  };
  for (const line of lines.values()) {
    const [from, to] = [spots.get(line.from), spots.get(line.to)];
    if (!from || !to) continue;
    add(from, to);
    add(to, from);
  }
  return new Map([...sums].map(([id, { x, y, count }]) => [id, { x: x / count, y: y / count }]));
}

function rotate(x: number, y: number, angle: number): [number, number] {
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

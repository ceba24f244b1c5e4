// The curves that lines are drawn as, in pixels. Pure.

export interface Point {
  x: number;
  y: number;
}

export interface Curve {
  a: Point;
  b: Point;
  control: Point; // of a quadratic curve
}

// curved is the curve between two places, bent by a share of their distance.
export function curved(a: Point, b: Point, bend: number): Curve {
  return { a, b, control: { x: (a.x + b.x) / 2 + (b.y - a.y) * bend, y: (a.y + b.y) / 2 - (b.x - a.x) * bend } };
}

// halfway is the point in the middle of a curve.
export function halfway({ a, b, control }: Curve): Point {
  return along(a, control, b, 0.5);
}

// isNear is quick, and true of every curve that comes within reach of a place.
export function isNear(at: Point, { a, b, control }: Curve, reach: number): boolean {
  const within = (from: number, by: number, to: number, place: number) => place >= Math.min(from, by, to) - reach && place <= Math.max(from, by, to) + reach;
  return within(a.x, control.x, b.x, at.x) && within(a.y, control.y, b.y, at.y);
}

const pieces = 10;

// distance is how far a place lies from a curve.
export function distance(at: Point, { a, b, control }: Curve): number {
  let least = Infinity;
  let from = a;
  for (let i = 1; i <= pieces; i++) {
    const to = along(a, control, b, i / pieces);
    least = Math.min(least, distanceToSegment(at, from, to));
    from = to;
  }
  return least;
}

function along(a: Point, control: Point, b: Point, t: number): Point {
  const [p, q, r] = [(1 - t) ** 2, 2 * (1 - t) * t, t ** 2];
  return { x: p * a.x + q * control.x + r * b.x, y: p * a.y + q * control.y + r * b.y };
}

function distanceToSegment(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(at.x - a.x - share * dx, at.y - a.y - share * dy);
}

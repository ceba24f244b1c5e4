// Colours laid over each other. WebGL would add translucent ones up where things cross.

// mixed is a colour laid over another at some strength, from 0 to 1. Both are written as
// #rrggbb or as rgb(…).
export function mixed(colour: string, over: string, strength: number): string {
  const [a, b] = [parts(colour), parts(over)];
  return `rgb(${a.map((part, i) => Math.round(part * strength + (b[i] ?? 0) * (1 - strength))).join(",")})`;
}

function parts(colour: string): number[] {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

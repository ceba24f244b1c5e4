// Scales: where on a line of pixels a value lies, and the round numbers to name on it.
export interface Scale {
  low: number;
  high: number;
  of(value: number): number;
}

export function scale(low: number, high: number, start: number, end: number): Scale {
  return { low, high, of: (value) => start + ((end - start) * (value - low)) / (high - low || 1) };
}

// ticksOf are round numbers from at most low to at least high.
export function ticksOf(low: number, high: number, about: number): number[] {
  const rough = (high - low || Math.abs(high) || 1) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

const mostTicks = 7;

// logarithmic is a scale on which equal steps multiply, from low to high, both above zero.
export function logarithmic(low: number, high: number, start: number, end: number): { values: Scale; ticks: number[] } {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const decades = Array.from({ length: Math.max(1, last - first) + 1 }, (_, i) => 10 ** (first + i));
  const fine = decades.flatMap((power) => [power, 2 * power, 5 * power]);
  const spanned = fine.slice(fine.findLastIndex((tick) => tick <= low), fine.findIndex((tick) => tick >= high) + 1);
  const ticks = spanned.length > 1 && spanned.length <= mostTicks ? spanned : decades;
  const even = scale(Math.log10(ticks[0] ?? low), Math.log10(ticks.at(-1) ?? high), start, end);
  return { ticks, values: { low, high, of: (value) => even.of(Math.log10(value)) } };
}

// Figures far outside their line, such as "billion" printed for "million". They are kept as
// printed, but one of them would flatten all others if the scale reached to it.
export interface Figured {
  from: number; // in years
  value: number;
}

const around = 6; // how many figures next in time one is held against,
const fewest = 4; // and of how few nothing can be told
const times = 10; // how much larger than the middle one of those is far outside

// farOutside are the figures of a line which are more than ten times the median of the six
// next to them in time. Holding a figure against those of its own time, and not against the
// whole line, spares what has grown for decades; a median is not moved by a second misprint.
export function farOutside<F extends Figured>(line: F[]): F[] {
  return line.filter((figure) => {
    const near = line
      .filter((other) => other !== figure)
      .sort((a, b) => Math.abs(a.from - figure.from) - Math.abs(b.from - figure.from))
      .slice(0, around)
      .map(({ value }) => Math.abs(value));
    return near.length >= fewest && Math.abs(figure.value) > times * median(near);
  });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

// Where names stand beside things so that none covers another, nor more lines than it must:
// those of the first things first, and none where there is no room.

export interface Labelled {
  x: number; // pixels
  y: number;
  radius: number;
  name: string;
  // lean is where its lines lead, on the whole: from 0, to all sides, to a length of 1.
  lean?: { x: number; y: number };
}

export interface Label {
  x: number;
  y: number; // of the base line
  anchor: "start" | "middle" | "end";
  words: string;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const longest = 38; // letters
const longestEnd = 16;
const cell = 64; // pixels; boxes are looked for in the cells they touch
const ascent = 11;
const descent = 3;

// place gives a label for each thing, or null. `must` are placed whatever they cover.
export function place(things: Labelled[], width: number, height: number, measure: (words: string) => number, must: Set<Labelled> = new Set()): (Label | null)[] {
  const taken = new Grid();
  for (const { x, y, radius } of things) taken.add({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius });
  return things.map((thing) => {
    const words = shortened(thing.name);
    const long = measure(words);
    const choices = around(thing, words, long);
    for (const { label, box } of choices) {
      const inside = box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2;
      if (!inside || taken.meets(box)) continue;
      taken.add(box);
      return label;
    }
    return must.has(thing) ? (choices[0]?.label ?? null) : null;
  });
}

// shortened leaves out the middle of a long name: what tells it from others like it, such
// as a year, is often at its end.
export function shortened(name: string): string {
  if (name.length <= longest) return name;
  const end = name.slice(-longestEnd);
  const tail = end.slice(end.indexOf(" ") + 1);
  const begin = name.slice(0, longest - tail.length - 3);
  const head = begin.includes(" ") ? begin.slice(0, begin.lastIndexOf(" ")) : begin;
  return `${head} … ${tail}`;
}

// around gives the places for a name, the one on the side without lines first, if there is
// such a side.
function around({ x, y, radius, lean = { x: 0, y: 0 } }: Labelled, words: string, long: number): { label: Label; box: Box }[] {
  const gap = radius + 4;
  const middle = y + 4;
  const below = y + gap + ascent - 1;
  const above = y - gap;
  const at = (label: Label, left: number) => ({ label, box: { left, top: label.y - ascent, right: left + long, bottom: label.y + descent } });
  const choices = [
    { cost: lean.x, ...at({ x: x + gap, y: middle, anchor: "start", words }, x + gap) },
    { cost: 0.1 - lean.x, ...at({ x: x - gap, y: middle, anchor: "end", words }, x - gap - long) },
    { cost: 0.2 + lean.y, ...at({ x, y: below, anchor: "middle", words }, x - long / 2) },
    { cost: 0.3 - lean.y, ...at({ x, y: above, anchor: "middle", words }, x - long / 2) },
  ];
  return choices.sort((a, b) => a.cost - b.cost);
}

class Grid {
  private readonly cells = new Map<string, Box[]>();

  add(box: Box): void {
    for (const name of this.touched(box)) {
      const boxes = this.cells.get(name);
      if (boxes) boxes.push(box);
      else this.cells.set(name, [box]);
    }
  }

  meets(box: Box): boolean {
    return this.touched(box).some((name) => this.cells.get(name)?.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
  }

  private touched(box: Box): string[] {
    const names: string[] = [];
    for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column++) {
      for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++) names.push(`${column} ${row}`);
    }
    return names;
  }
}

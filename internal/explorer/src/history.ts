// Dated entries in the order of a timeline: what has a beginning by its beginning, and what
// has only an end by its end. The server puts the latter before everything else. Pure.

export interface Dated {
  when: { earliest: string | null; latest: string | null };
}

// dayOf is the day that an entry stands at; "" where it is open at both ends.
export function dayOf({ when }: Dated): string {
  return when.earliest ?? when.latest ?? "";
}

// Merging puts entries that have only an end among the others, as these come, portion by
// portion: oldest first, or newest first.
export class Merging<Entry extends Dated> {
  private readonly open: Entry[];

  constructor(
    open: Entry[],
    private readonly newest: boolean,
  ) {
    this.open = [...open].sort((a, b) => this.compare(a, b));
  }

  // next gives a portion of the others, in its order, with those that belong before any of
  // them; after the last portion, with all that are left.
  next(portion: Entry[], last: boolean): Entry[] {
    const merged = portion.filter(({ when }) => when.earliest !== null).flatMap((entry) => [...this.before(entry), entry]);
    return last ? [...merged, ...this.open.splice(0)] : merged;
  }

  private before(entry: Entry): Entry[] {
    const count = this.open.findIndex((one) => this.compare(one, entry) >= 0);
    return this.open.splice(0, count < 0 ? this.open.length : count);
  }

  private compare(a: Entry, b: Entry): number {
    return (this.newest ? -1 : 1) * dayOf(a).localeCompare(dayOf(b));
  }
}

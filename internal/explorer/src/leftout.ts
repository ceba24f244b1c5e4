// What an address says and a view does without, told quietly above it: an id at which there
// is nothing, with what is called alike, or a value that means nothing here.
import { ask } from "./api.ts";
import { fill, h } from "./dom.ts";
import { SearchDocument, type EntityType } from "./generated/queries.mts";
import { text } from "./text.ts";
import { thingLink, type Named } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface LeftOut {
  name: string; // of the value in the address
  value: string;
  id?: string; // where the value stands for a thing
}

const mostNear = 3;
const longest = 60; // of a value that is repeated to the reader

export class LeftOutNotice {
  readonly element = h("div", { class: "notice", role: "status", hidden: true });
  private readonly told = new Map<string, HTMLElement>();

  constructor(private readonly words: Vocabulary) {}

  // begin forgets what views before left out.
  begin(): void {
    this.told.clear();
    this.element.hidden = true;
    fill(this.element);
  }

  // add tells of something once, however often it is asked for; of things before values.
  add(left: LeftOut, address: URL): void {
    const key = `${left.name} ${left.value}`;
    if (this.told.has(key)) return;
    const line = h("p", {}, left.id === undefined ? text.leftOutValue(`${left.name}=${short(left.value)}`) : text.leftOutThing(short(left.id)));
    this.told.set(key, line);
    this.element.append(line);
    this.element.hidden = false;
    if (left.id !== undefined) void this.suggest(left.id, line, (near) => replaced(address, left, near));
  }

  private async suggest(id: string, line: HTMLElement, addressOf: (near: string) => string): Promise<void> {
    const found = await near(id, this.words).catch(() => []); // without it the line says what matters
    if (found.length > 0) line.append(" ", text.nearNames, " ", ...found.flatMap((thing, i) => [i ? ", " : "", linkTo(thing, addressOf(thing.id), this.words)]));
  }
}

// near are the things that are called most like an id, those of its class if there are any.
export async function near(id: string, words: Vocabulary): Promise<Named[]> {
  const [prefix = "", ...rest] = id.split("/");
  const written = (rest.at(-1) ?? prefix).replaceAll("-", " ").trim();
  if (!written) return [];
  const types = words.classes.filter((c) => c.prefix === prefix).map(({ type }) => type);
  const called = async (among: EntityType[] | null) => (await ask(SearchDocument, { text: written, types: among, first: mostNear })).search.nodes;
  const alike = types.length > 0 ? await called(types) : [];
  return alike.length > 0 ? alike : called(null);
}

function linkTo(thing: Named, address: string, words: Vocabulary): HTMLElement {
  const link = thingLink(thing, words);
  link.setAttribute("href", address);
  return link;
}

// replaced is the address with another thing in the place of one that is not there.
function replaced(address: URL, { name, value, id }: LeftOut, near: string): string {
  const pairs = [...address.searchParams].map(([key, one]) => [key, key === name && one === value ? one.replace(id ?? value, near) : one] as const);
  return `${address.pathname}?${new URLSearchParams(pairs.map((pair) => [...pair])).toString().replaceAll("%2F", "/")}`;
}

function short(value: string): string {
  return value.length > longest ? `${value.slice(0, longest)} …` : value;
}

// Controls whose whole state is the address: each one opens the same page with another
// value after "?". What has "data-held" gets the focus back when the page has changed.
import { freshId, h, type Child } from "./dom.ts";
import type { Context } from "./router.ts";
import { searchBox } from "./searchbox.ts";
import { text } from "./text.ts";
import { dot, type Named } from "./thing.ts";

// changed is the address with other values; null leaves one out.
export function changed(address: URL, values: Record<string, string | string[] | null>): URL {
  const target = new URL(address);
  target.hash = "";
  for (const [name, value] of Object.entries(values)) {
    target.searchParams.delete(name);
    for (const one of [value].flat()) if (one !== null && one !== "") target.searchParams.append(name, one);
  }
  target.search = target.search.replaceAll("%2F", "/");
  return target;
}

export interface Option {
  value: string;
  label: string;
}

// choice is a list to choose one from; the value "" is that of an address without the name.
export function choice({ address, go, leftOut }: Context, name: string, label: string, options: Option[], also: Record<string, null> = {}): HTMLElement {
  const id = freshId();
  const now = address.searchParams.get(name) ?? "";
  if (now && !options.some(({ value }) => value === now)) leftOut({ name, value: now });
  const act = (event: Event) => go(changed(address, { ...also, [name]: (event.target as HTMLSelectElement).value }), true);
  return h(
    "div",
    { class: "control" },
    h("label", { for: id }, label),
    h("select", { id, name, "data-held": name, onchange: act }, options.map(({ value, label }) => h("option", { value, selected: value === now }, label))),
  );
}

// year is a field for one year.
export function year({ address, go, leftOut }: Context, name: string, label: string): HTMLElement {
  const id = freshId();
  const now = address.searchParams.get(name) ?? "";
  if (now && !isYear(now)) leftOut({ name, value: now });
  const act = (event: Event) => {
    const field = event.target as HTMLInputElement;
    if (field.reportValidity()) go(changed(address, { [name]: field.value }), true);
  };
  return h("div", { class: "control" }, h("label", { for: id }, label), h("input", { id, name, "data-held": name, type: "number", min: 1000, max: 2999, step: 1, value: isYear(now) ? now : "", onchange: act }));
}

// isYear tells a year from other words of an address.
export function isYear(written: string): boolean {
  return /^[12]\d{3}$/.test(written);
}

// thingChoice shows the things chosen under a name, each with a button that takes it away,
// and a search for another where there may be more.
export function thingChoice(context: Context, name: string, label: string, chosen: Named[], most: number, also: Record<string, null> = {}): HTMLElement {
  const { address, go, words } = context;
  const ids = chosen.map(({ id }) => id);
  const set = (next: string[]) => go(changed(address, { ...also, [name]: next }));
  const control: HTMLElement = h(
    "div",
    { class: most > 1 ? "control things several" : "control things", tabindex: -1, "data-held": name },
    h("span", { class: "control-label" }, label),
    chosen.length > 0 &&
      h(
        "ul",
        { class: "chips" },
        chosen.map((thing) =>
          h("li", { class: "chip" }, dot(thing.type, words), h("a", { href: `/${thing.id}` }, thing.name), h("button", { type: "button", class: "quiet", "aria-label": text.takeOut(thing.name), onclick: () => set(ids.filter((id) => id !== thing.id)) }, "×")),
        ),
      ),
    chosen.length < most && searchBox(words, { label, compact: true, choose: (id) => (control.focus(), ids.includes(id) || set([...ids, id])) }),
  );
  return control;
}

// controls are the bar above what they control.
export function controls(...children: Child[]): HTMLElement {
  return h("div", { class: "controls" }, children);
}

// Elements made in one expression: h("p", {class: "soft"}, "words", otherElement).

export type Child = Node | string | number | null | undefined | false | Child[];

type Properties = Record<string, unknown>;

// h makes an HTML element. A property that begins with "on" is a listener, one that is
// true is set without a value, and one that is false, null or undefined is left out.
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, properties?: Properties, ...children: Child[]): HTMLElementTagNameMap[K] {
  return furnish(document.createElement(tag), properties, children);
}

// s makes an SVG element, by the same rules.
export function s<K extends keyof SVGElementTagNameMap>(tag: K, properties?: Properties, ...children: Child[]): SVGElementTagNameMap[K] {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function furnish<E extends Element>(element: E, properties: Properties | undefined, children: Child[]): E {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(parent: Element, children: Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) append(parent, child);
    else if (child !== null && child !== undefined && child !== false) parent.append(child instanceof Node ? child : String(child));
  }
}

// fill puts children in the place of what an element holds.
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

let made = 0;

// freshId is an id that no other element of the page has.
export function freshId(): string {
  return `e${++made}`;
}

let ruler: CanvasRenderingContext2D | null = null;

// measured tells how many pixels wide words are in a font, as CSS writes it.
export function measured(font: string): (words: string) => number {
  return (words) => {
    ruler ??= document.createElement("canvas").getContext("2d");
    if (!ruler) return words.length * 7; // a browser without canvas; near enough for most fonts
    ruler.font = font;
    return ruler.measureText(words).width;
  };
}

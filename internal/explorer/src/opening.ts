// A button that opens what stands after it, made when it is first opened.
import { freshId, h, type Child } from "./dom.ts";

export function opening(label: Child, about: string, make: () => Node, properties: Record<string, unknown> = {}): { button: HTMLElement; place: HTMLElement } {
  const id = freshId();
  const place = h("div", { id, class: "who", hidden: true });
  const act = () => {
    place.hidden = !place.hidden;
    button.setAttribute("aria-expanded", String(!place.hidden));
    if (!place.hidden && !place.firstChild) place.append(make());
  };
  const button: HTMLElement = h("button", { type: "button", class: "says", "aria-expanded": "false", "aria-controls": id, onclick: act, ...properties }, label, h("span", { class: "unseen" }, ` · ${about}`));
  return { button, place };
}

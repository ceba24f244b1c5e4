// The slider over valid time: what stood during some years, or at the end of one; played
// year by year.
import { fill, h } from "../dom.ts";
import { text } from "../text.ts";
import type { GraphState, Time } from "./state.ts";

const pace = 900; // milliseconds for a year

export class TimeBar {
  readonly element = h("form", { class: "timebar", "aria-label": text.time, onsubmit: (event: Event) => event.preventDefault() });
  private readonly mode = h("select", { "aria-label": text.timeMode }, h("option", { value: "all" }, text.wholeTime), h("option", { value: "during" }, text.during), h("option", { value: "asOf" }, text.asOfYear));
  private readonly from = h("input", { type: "range", "aria-label": text.timeFrom });
  private readonly to = h("input", { type: "range", "aria-label": text.timeTo });
  private readonly years = h("output", {});
  private readonly undated = h("input", { type: "checkbox" });
  private readonly undatedLabel = h("label", {}, this.undated, text.withUndated);
  private readonly player = h("button", { type: "button", onclick: () => this.toggle() }, text.play);
  private range = { from: 0, to: 0 };
  private time: Time | null = null;
  private timer = 0;

  constructor(private readonly change: (time: Time | null, undated: boolean, replace: boolean) => void) {
    fill(this.element, this.mode, h("span", { class: "sliders" }, this.from, this.to), this.years, this.player, this.undatedLabel);
    this.mode.addEventListener("change", () => this.tell(this.chosenMode(), false));
    this.undated.addEventListener("change", () => this.change(this.time, this.undated.checked, false));
    for (const slider of [this.from, this.to]) {
      slider.addEventListener("input", () => this.slid(slider));
    }
  }

  // show takes the years of the picture; without any there is no slider.
  show(span: { from: number; to: number } | null, state: GraphState): void {
    this.element.hidden = !state.time && (span === null || span.from === span.to);
    this.range = { from: Math.min(span?.from ?? Infinity, state.time?.from ?? Infinity), to: Math.max(span?.to ?? -Infinity, state.time?.to ?? -Infinity) };
    this.time = state.time;
    const { time } = this;
    this.mode.value = !time ? "all" : time.asOf ? "asOf" : "during";
    for (const slider of [this.from, this.to]) Object.assign(slider, { min: String(this.range.from), max: String(this.range.to) });
    this.from.value = String(time?.from ?? this.range.from);
    this.to.value = String(time?.to ?? this.range.to);
    this.from.hidden = time?.asOf ?? false;
    this.undated.checked = state.undated;
    this.undatedLabel.hidden = !time;
    this.years.textContent = !time ? `${this.range.from} – ${this.range.to}` : time.asOf || time.from === time.to ? `${time.to}` : `${time.from} – ${time.to}`;
  }

  // stop ends the playing; call it when the reader leaves.
  stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    this.player.textContent = text.play;
    this.player.setAttribute("aria-pressed", "false");
  }

  private chosenMode(): Time | null {
    const { from, to } = this.range;
    if (this.mode.value === "all") return null;
    return this.mode.value === "asOf" ? { from: this.time?.to ?? to, to: this.time?.to ?? to, asOf: true } : { from: this.time && !this.time.asOf ? this.time.from : from, to: this.time?.to ?? to, asOf: false };
  }

  private slid(slider: HTMLInputElement): void {
    const [from, to] = [Number(this.from.value), Number(this.to.value)];
    const asOf = this.mode.value === "asOf";
    const ends = asOf ? { from: to, to } : slider === this.from ? { from, to: Math.max(from, to) } : { from: Math.min(from, to), to };
    this.tell({ ...ends, asOf }, true);
  }

  private tell(time: Time | null, replace: boolean): void {
    this.time = time;
    this.change(time, this.undated.checked, replace);
  }

  private toggle(): void {
    if (this.timer) return this.stop();
    this.player.textContent = text.pause;
    this.player.setAttribute("aria-pressed", "true");
    const begin = this.time && this.time.to < this.range.to ? this.time.to : this.range.from;
    this.tell({ from: begin, to: begin, asOf: true }, false);
    this.timer = window.setInterval(() => {
      const next = (this.time?.to ?? this.range.from) + 1;
      if (next > this.range.to) return this.stop();
      this.tell({ from: next, to: next, asOf: true }, true);
    }, pace);
  }
}

// Paths: the chains that join two things, drawn and told in words, each step with who says
// so. /paths?from=ID&to=ID&best=short&most=LINKS
import { ask } from "../api.ts";
import { changed, choice, controls, thingChoice } from "../controls.ts";
import { h, type Child } from "../dom.ts";
import { separated, whoSaysSo } from "../evidence.ts";
import { PathsDocument, type PathsQuery } from "../generated/queries.mts";
import { named } from "../names.ts";
import type { Context, View } from "../router.ts";
import { text } from "../text.ts";
import { dot, graphAddress, spanShown, statusShown, thingAddress, thingLink } from "../thing.ts";
import type { Vocabulary } from "../vocabulary.ts";

type Path = PathsQuery["paths"][number];
type Step = Path["steps"][number];

const mostPaths = 8;
const usualLength = 4;
const lengths = [2, 3, 4, 5, 6];

export const view: View = async (context) => {
  const { address } = context;
  const [[from], [to]] = await Promise.all([named(context, "from", 1), named(context, "to", 1)]);
  const title = from && to ? text.pathsTitle(from.name, to.name) : text.pages.paths;
  return {
    title,
    content: [
      h("h1", {}, title),
      h("p", { class: "lead" }, text.pathsLead),
      controls(
        thingChoice(context, "from", text.pathsFrom, from ? [from] : [], 1),
        thingChoice(context, "to", text.pathsTo, to ? [to] : [], 1),
        from && to && h("a", { href: changed(address, { from: to.id, to: from.id }).href, class: "control-link" }, text.swap),
        choice(context, "best", text.pathsBest, [{ value: "", label: text.informative }, { value: "short", label: text.shortest }]),
        choice(context, "most", text.pathsMost, lengths.map((n) => ({ value: n === usualLength ? "" : String(n), label: text.links(n) }))),
      ),
      from && to ? await found(context, from.id, to.id) : h("p", { class: "empty" }, text.pathsEmpty),
    ],
  };
};

async function found({ address, words }: Context, from: string, to: string): Promise<Child> {
  if (from === to) return h("p", { class: "empty" }, text.pathsSame);
  const maxLength = lengths.find((n) => String(n) === address.searchParams.get("most")) ?? usualLength;
  const ranking = address.searchParams.get("best") === "short" ? "SHORTEST" : "INFORMATIVE";
  const { paths } = await ask(PathsDocument, { from, to, maxLength, first: mostPaths, ranking });
  if (paths.length === 0) return h("p", { class: "empty", role: "status" }, text.pathsNone(maxLength));
  return [h("p", { class: "soft", role: "status" }, text.pathsFound(paths.length, mostPaths)), h("ol", { class: "paths" }, paths.map((path) => pathShown(path, words)))];
}

function pathShown(path: Path, words: Vocabulary): HTMLElement {
  const things = [path.steps[0]?.from, ...path.steps.map(({ to }) => to)].filter((thing) => thing !== undefined);
  return h(
    "li",
    { class: "path" },
    h("div", { class: "heading" }, h("h2", {}, text.links(path.length)), h("a", { href: graphAddress(...things.map(({ id }) => id)) }, text.openGraph)),
    drawn(path, words),
    h("ol", { class: "steps" }, path.steps.map((step) => stepTold(step, words))),
  );
}

// drawn is the chain as a picture; the words below it say the same.
function drawn({ steps }: Path, words: Vocabulary): HTMLElement {
  const [first] = steps;
  const thing = (one: Step["to"]) => {
    const box = h("a", { class: "link-end", href: thingAddress(one.id), tabindex: -1 }, dot(one.type, words), one.name);
    box.style.setProperty("--class", words.colour(one.type));
    return box;
  };
  return h(
    "div",
    { class: "chain", "aria-hidden": "true" },
    first && thing(first.from),
    steps.map((step) => [h("span", { class: step.forward ? "arrow onward" : "arrow back" }, h("span", {}, words.label(step.predicate.name, step.forward))), thing(step.to)]),
  );
}

function stepTold(step: Step, words: Vocabulary): HTMLElement {
  const { button, place } = whoSaysSo(step.statements, words);
  const dates = [...new Map(step.statements.flatMap(({ when }) => (when ? [[when.edtf, when] as const] : []))).values()];
  const [first] = step.statements;
  return h(
    "li",
    {},
    h(
      "div",
      { class: "step" },
      h("p", {}, thingLink(step.from, words), " ", h("span", { class: "predicate" }, words.label(step.predicate.name, step.forward)), " ", thingLink(step.to, words)),
      h("p", { class: "soft" }, separated(dates.slice(0, 3).map(spanShown)), dates.length > 3 && ` ${text.more(dates.length - 3)}`, " ", first && statusShown(first.status, first.asOf)),
      button,
    ),
    place,
  );
}

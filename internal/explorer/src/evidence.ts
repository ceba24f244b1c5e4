// Who says so: each statement with its document, place, and words.
import { ask } from "./api.ts";
import { fill, freshId, h, type Child } from "./dom.ts";
import { ProofsDocument, type ProofFragment, type SayingFragment } from "./generated/queries.mts";
import { text } from "./text.ts";
import { circumstances, plain, spanShown, statusShown, termShown, thingAddress, thingLink } from "./thing.ts";
import type { Vocabulary } from "./vocabulary.ts";

const mostAtOnce = 50; // statements asked for in one request

// proofs gives statements with their evidence, in the order of their ids.
export async function proofs(ids: string[]): Promise<ProofFragment[]> {
  const found: ProofFragment[] = [];
  for (let from = 0; from < ids.length; from += mostAtOnce) {
    const { nodes } = await ask(ProofsDocument, { ids: ids.slice(from, from + mostAtOnce) });
    for (const node of nodes) if (node && "evidence" in node) found.push(node);
  }
  return found;
}

// sentence is a statement read aloud: subject, predicate, object.
export function sentence(statement: SayingFragment, words: Vocabulary): HTMLElement {
  return h(
    "p",
    { class: "sentence" },
    thingLink(statement.subject, words),
    " ",
    h("span", { class: "predicate" }, words.label(statement.predicate.name, true)),
    " ",
    termShown(statement.object, words),
    statement.when && [" · ", spanShown(statement.when)],
    circumstances(statement, words).filter(Boolean).map((child) => [" · ", child]),
    " ",
    statusShown(statement.status, statement.asOf),
  );
}

// proofShown is one statement with what stands behind it.
export function proofShown(proof: ProofFragment, words: Vocabulary): HTMLElement {
  const { document, section, paragraph, passage } = proof.evidence;
  const place = [section && text.section(section), paragraph && text.paragraph(paragraph)].filter(Boolean).join(", ");
  return h(
    "article",
    { class: "proof" },
    sentence(proof, words),
    passage ? quoted(proof.evidence) : h("p", { class: "soft" }, text.noPassage),
    h(
      "p",
      { class: "source" },
      h("cite", {}, h("a", { href: thingAddress(document.id) }, document.title)),
      place && `, ${place}`,
      h("span", { class: "soft" }, aboutDocument(document)),
      document.address && [" ", h("a", { href: document.address, target: "_blank", rel: "noopener noreferrer" }, text.atAddress)],
      " ",
      h("a", { href: thingAddress(proof.id), class: "quiet-link" }, text.statementId),
    ),
    conflicts(proof, words),
  );
}

// conflicts are the statements that cannot be true together with this one.
export function conflicts({ conflictsWith }: { conflictsWith: SayingFragment[] }, words: Vocabulary): Child {
  return conflictsWith.length > 0 && h("div", { class: "conflict" }, h("p", {}, text.conflictsWith), conflictsWith.map((other) => sentence(other, words)));
}

// quoted marks a passage within the words around it.
function quoted({ prefix, passage, suffix }: ProofFragment["evidence"]): HTMLElement {
  return h("blockquote", {}, h("p", {}, prefix && h("span", { class: "around" }, `… ${prefix}`), h("mark", {}, passage), suffix && h("span", { class: "around" }, `${suffix} …`)));
}

function aboutDocument(document: ProofFragment["evidence"]["document"]): string {
  const parts = [document.publisher, document.published?.label, document.kind && text.kind[document.kind]].filter(Boolean);
  return parts.length ? ` (${parts.join(", ")})` : "";
}

// proofList fills itself with the evidence of statements, and says so where it cannot.
export function proofList(ids: string[], words: Vocabulary): HTMLElement {
  const list = h("div", { class: "proofs" }, h("p", { class: "soft" }, text.loading));
  const show = () =>
    proofs(ids).then(
      (found) => fill(list, found.map((proof) => proofShown(proof, words))),
      (error: Error) => fill(list, h("p", { role: "alert" }, error.message, " ", h("button", { type: "button", onclick: show }, text.again))),
    );
  void show();
  return list;
}

// whoSaysSo is a button that tells how many documents say so, and opens their words in
// an element, which stands somewhere after it.
export function whoSaysSo(statements: SayingFragment[], words: Vocabulary): { button: HTMLElement; place: HTMLElement } {
  const documents = new Set(statements.map((statement) => statement.evidence.document.id)).size;
  const placeId = freshId();
  const place = h("div", { id: placeId, class: "who", hidden: true });
  const button = h(
    "button",
    {
      type: "button",
      class: "says",
      "aria-expanded": "false",
      "aria-controls": placeId,
      title: text.whoSaysSo,
      onclick: () => {
        place.hidden = !place.hidden;
        button.setAttribute("aria-expanded", String(!place.hidden));
        if (!place.hidden && !place.firstChild) place.append(proofList(statements.map(({ id }) => id), words));
      },
    },
    text.documents(documents),
    h("span", { class: "unseen" }, ` · ${text.whoSaysSo}: ${statements[0] ? plain(statements[0].object) : ""}`),
  );
  return { button, place };
}

export function separated(children: Child[]): Child[] {
  return children.filter(Boolean).flatMap((child, i) => (i ? [" · ", child] : [child]));
}

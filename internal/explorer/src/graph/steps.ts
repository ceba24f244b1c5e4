// The steps of an address become a network: each asks the server for what surrounds a thing.
import { ask, Failure } from "../api.ts";
import { SurroundingsDocument, type SurroundingsQuery } from "../generated/queries.mts";
import { Network } from "./network.ts";
import type { Step } from "./state.ts";

const mostTied = 100; // things that the server takes in one question
const mostNodes = 400;

export class Steps {
  private network = new Network();
  private replayed: string[] = [];

  // replay takes the steps that are not in the network yet; where they are others than
  // before, it begins a new one. The same steps give the same places. A step around what
  // is not there adds nothing.
  async replay(steps: Step[]): Promise<Network> {
    const wanted = steps.map((step) => JSON.stringify(step));
    const goesOn = this.replayed.every((step, i) => step === wanted[i]);
    const network = goesOn ? this.network : new Network();
    const fresh = steps.slice(goesOn ? this.replayed.length : 0);
    if (goesOn && fresh.length === 0) return network;
    const answers = await Promise.all(fresh.map(answerTo));
    fresh.forEach((step, i) => {
      const answer = answers[i];
      if (answer) network.grow(step.id, answer);
    });
    await tieAll(network, steps.filter(({ id }) => network.spots.has(id)));
    this.network = network;
    this.replayed = wanted;
    return network;
  }
}

async function answerTo(step: Step): Promise<SurroundingsQuery["network"] | null> {
  try {
    return (await ask(SurroundingsDocument, surroundings(step))).network;
  } catch (error) {
    if (error instanceof Failure && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

// surroundings is the question that a step asks.
function surroundings({ id, first, predicate, forward }: Step) {
  return { around: [id], depth: 1, first, where: predicate ? { predicates: [predicate], direction: forward ? ("OUT" as const) : ("IN" as const) } : null };
}

// tieAll adds the lines between things that different steps brought.
async function tieAll(network: Network, steps: Step[]): Promise<void> {
  if (steps.length < 2) return;
  const middles = [...new Set(steps.map(({ id }) => id))];
  const all = [...network.spots.keys()];
  const question = all.length <= mostTied ? { around: all, depth: 1, first: all.length } : { around: middles.slice(0, mostTied), depth: 1, first: mostNodes };
  network.tie((await ask(SurroundingsDocument, question)).network.links);
}

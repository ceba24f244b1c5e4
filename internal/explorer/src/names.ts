// Things by their ids, as an address names them.
import { ask } from "./api.ts";
import { NamesDocument } from "./generated/queries.mts";
import type { Named } from "./thing.ts";

// named leaves out ids at which there is nothing, and ids given twice.
export async function named(ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const { nodes } = await ask(NamesDocument, { ids: [...new Set(ids)] });
  return nodes.filter((node): node is Extract<typeof node, { name: string }> => node !== null && "name" in node);
}
